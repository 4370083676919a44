#include "models/corpus/vendors/factiva.h"

#include "models/corpus/byline.h"
#include "models/corpus/languagenames.h"
#include "models/corpus/vendors/factivarecord.h"
#include "models/corpus/vendors/leftover.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

bool begins(const Line &line, QLatin1StringView tag)
{
    return line.text == tag || (line.text.startsWith(tag) && line.text.at(tag.size()) == u' ');
}

bool hasTag(LineSpan lines, QLatin1StringView tag)
{
    return std::ranges::any_of(lines, [tag](const Line &line) { return begins(line, tag); });
}

/// A headline's tag and enough of the others.
bool isTagged(LineSpan lines)
{
    if (!hasTag(lines, "HD"_L1))
        return false;
    const int others = int(hasTag(lines, "WC"_L1)) + int(hasTag(lines, "PD"_L1)) +
                       int(hasTag(lines, "SN"_L1)) + int(hasTag(lines, "LP"_L1)) +
                       int(hasTag(lines, "AN"_L1));
    return others >= 3;
}

void setDay(const FactivaRecord &record, Article &article)
{
    if (record.day.isValid()) {
        article.published = {record.day, analysis::DateBasis::Metadata};
        return;
    }
    const QDate day = accessionDay(record.accession);
    article.warnings << (day.isValid() ? u"dated by its accession number, for the export gives no day"_s
                                       : noDay);
    if (day.isValid())
        article.published = {day, analysis::DateBasis::Metadata};
}

void setLanguage(const FactivaRecord &record, Article &article)
{
    if (const QString tag = languageNamed(record.language); !tag.isEmpty())
        article.language = tag;
    else if (!record.language.isEmpty())
        article.warnings << u"language unknown: %1"_s.arg(record.language);
}

Article articleOf(const FactivaRecord &record, const QString &uri)
{
    Article article;
    article.uri = uri;
    article.title = record.headline;
    article.byline = peopleOf(record.byline);
    article.publisher = record.source;
    article.text = textOf(record.body);
    if (record.isWhole)
        article.warnings << u"this part of the export follows no known layout and was taken whole"_s;
    if (record.holdsMore)
        article.warnings << u"another article may stand in it: the line that ends this one is missing"_s;
    if (record.accession.isEmpty())
        article.warnings << u"without an accession number: the export may end within it"_s;
    if (article.text.isEmpty() && !article.title.isEmpty()) {
        article.text = article.title;
        article.warnings << u"only a headline, the export has no text of it"_s;
    }
    setDay(record, article);
    setLanguage(record, article);
    return article;
}

bool isNothing(const FactivaRecord &record)
{
    return record.body.empty() && record.headline.isEmpty();
}

} // namespace

bool isFactiva(LineSpan lines)
{
    if (isTagged(lines))
        return true;
    const auto count = std::ranges::find_if(lines, [](const Line &line) { return isWordCount(line.text); });
    return std::any_of(count, lines.end(),
                       [](const Line &line) { return !accessionOf(line.text).isEmpty(); });
}

Result<void> readFactiva(LineSpan lines, const QString &uri, const Sink &sink)
{
    const std::vector<FactivaRecord> records =
        isTagged(lines) ? taggedRecords(lines) : displayedRecords(lines);
    int number = 0;
    for (const FactivaRecord &record : records) {
        ++number;
        const QString place =
            uri + u'#' + (record.accession.isEmpty() ? QString::number(number) : record.accession);
        if (isNothing(record) && !record.accession.isEmpty())
            sink.problem({place, u"an article without headline and text"_s});
        if (isNothing(record))
            continue;
        Article article = articleOf(record, place);
        if (!giveLeftover(record.above, u"%1#%2"_s.arg(uri).arg(number), sink, article) ||
            !sink.article(std::move(article)))
            break;
    }
    if (std::ranges::all_of(records,
                            [](const FactivaRecord &r) { return isNothing(r) && r.accession.isEmpty(); }))
        return std::unexpected(Problem{uri, u"an export of Factiva's without articles"_s});
    return {};
}

} // namespace demarche::corpus::vendors
