#include "app/commands/chartpicture.h"
#include "app/commands/storeoption.h"
#include "app/names.h"
#include "views/export/picturefile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr QLatin1StringView commandName("chart");
constexpr QLatin1StringView commandSummary("draws the map or the timeline of a store as a picture");

struct Wanted
{
    views::PictureContent content = views::PictureContent::Map;
    QString store;
    lens::Lens lens;
    QStringList sources; ///< by their names
    QSize size;
    double scale = 1;
    bool dark = false;
    QString file;
};

Result<QSize> sizeOf(const QString &text)
{
    const QStringList sides = text.toLower().split(u'x');
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || size.width() < 100 || size.height() < 100 || size.width() > views::MostPixels ||
        size.height() > views::MostPixels)
        return std::unexpected(
            Problem{u"--size"_s, u"wants WIDTHxHEIGHT such as 1600x900, each 100 to %1, not \"%2\""_s.arg(
                                     QString::number(views::MostPixels), text)});
    return size;
}

Result<double> scaleOf(const QString &text)
{
    bool ok = false;
    const double scale = text.toDouble(&ok);
    if (!ok || !(scale >= 0.1 && scale <= 10))
        return std::unexpected(
            Problem{u"--scale"_s, u"wants a number from 0.1 to 10, not \"%1\""_s.arg(text)});
    return scale;
}

Result<lens::Lens> lensOf(const CommandLine &line)
{
    const Result<corpus::Filter> filter = line.filter();
    if (!filter)
        return std::unexpected(filter.error());
    lens::Lens lens;
    lens.target = line.value(u"target"_s);
    lens.countries = filter->countries;
    lens.countries.sort();
    lens.countries.removeDuplicates();
    lens.from = filter->from;
    lens.to = filter->to;
    lens.search = filter->search.simplified();
    lens.countCopies = line.countsCopies();
    lens::Kinds kinds;
    for (const QString &kind : filter->kinds) {
        if (kind != "action"_L1 && kind != "quote"_L1)
            return std::unexpected(
                Problem{u"--kind"_s, u"of a chart is action or quote, not \"%1\""_s.arg(kind)});
        kinds |= kind == "action"_L1 ? lens::Kind::Action : lens::Kind::Quote;
    }
    if (kinds)
        lens.kinds = kinds;
    return lens;
}

Result<views::PictureContent> contentOf(const QStringList &words)
{
    const QStringList known{u"map"_s, u"timeline"_s, u"both"_s};
    const qsizetype at = words.size() == 1 ? known.indexOf(words.front()) : -1;
    if (at < 0)
        return std::unexpected(Problem{{}, u"say what to draw: map, timeline or both"_s});
    return std::array{views::PictureContent::Map, views::PictureContent::Timeline,
                      views::PictureContent::Both}[std::size_t(at)];
}

Result<Wanted> wantedOf(const CommandLine &line)
{
    Wanted wanted;
    const Result<views::PictureContent> content = contentOf(line.paths());
    const Result<QString> store = storeFile(line);
    const Result<lens::Lens> lens = lensOf(line);
    const Result<QSize> size = sizeOf(line.value(u"size"_s));
    const Result<double> scale = scaleOf(line.value(u"scale"_s));
    const Result<QString> theme = line.choice(u"theme"_s, {u"light"_s, u"dark"_s});
    const Result<views::PictureFormat> format = views::formatOf(line.value(u"out"_s));
    if (!content)
        return std::unexpected(content.error());
    if (!store)
        return std::unexpected(store.error());
    if (line.value(u"out"_s).isEmpty())
        return std::unexpected(Problem{{}, u"name the picture's file with --out"_s});
    if (!lens)
        return std::unexpected(lens.error());
    if (!size)
        return std::unexpected(size.error());
    if (!scale)
        return std::unexpected(scale.error());
    if (!theme)
        return std::unexpected(theme.error());
    if (!format)
        return std::unexpected(format.error());
    if (*format == views::PictureFormat::Png &&
        std::max(size->width(), size->height()) * *scale > views::MostPixels)
        return std::unexpected(
            Problem{u"--scale"_s, u"makes a picture of over %1 pixels a side"_s.arg(views::MostPixels)});
    return Wanted{
        *content, *store, *lens, line.sources(), *size, *scale, *theme == "dark"_L1, line.value(u"out"_s)};
}

int draw(const Wanted &wanted)
{
    const auto failed = [](const Problem &problem) {
        say(problem.line());
        return SomethingUnread;
    };
    Result<corpus::Store> store = openGrouped(wanted.store);
    if (!store)
        return failed(store.error());
    Result<views::Picture> picture = pictureOf(*store, wanted.lens, wanted.sources, shippedWords());
    if (!picture)
        return failed({wanted.store, picture.error().line()});
    picture->content = wanted.content;
    const views::Theme theme = wanted.dark ? views::Theme::darkened() : views::Theme::light();
    const Result<void> saved = views::save(*picture, wanted.file, wanted.size, wanted.scale, theme);
    return saved ? AllRead : failed(saved.error());
}

int run(const QStringList &arguments)
{
    CommandLine line(commandName, commandSummary,
                     u"map|timeline|both --store STORE --target WHOM [FILTER…] --out FILE.png|.svg|.pdf"_s);
    addStore(line);
    line.add(u"target"_s,
             u"Toward whom: a state's code or name, or an actor's name. Else the most frequent."_s,
             u"WHOM"_s);
    line.add(u"size"_s, u"Width and height in pixels of scale 1."_s, u"WxH"_s, u"1600x900"_s);
    line.add(u"scale"_s, u"How many times as fine a PNG is."_s, u"S"_s, u"1"_s);
    line.add(u"theme"_s, u"light or dark."_s, u"THEME"_s, u"light"_s);
    line.add(u"out"_s, u"The picture's file; its ending tells the format."_s, u"FILE"_s);
    line.addFilters();
    line.addCopies();
    if (const std::optional<int> ended = line.parse(arguments))
        return *ended;
    const Result<Wanted> wanted = wantedOf(line);
    return wanted ? draw(*wanted) : line.wrong(wanted.error().line());
}

} // namespace

extern const Command chart{commandName, commandSummary, true, run};

} // namespace demarche::app
