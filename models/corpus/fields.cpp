#include "models/corpus/fields.h"

#include "models/analysis/record.h"
#include "models/corpus/byline.h"
#include "models/corpus/html/tree.h"
#include "models/corpus/languagenames.h"
#include "models/corpus/metadate.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonValue>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

QString bareName(QStringView name)
{
    QString bare;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            bare += c.toLower();
    }
    return bare;
}

const QHash<QString, Field> &fieldNames()
{
    static const QHash<QString, Field> names = [] {
        QHash<QString, Field> table;
        const auto add = [&table](Field field, QStringView words) {
            for (const QStringView word : words.split(u' '))
                table.insert(word.toString(), field);
        };
        add(Field::Text,
            u"text body content fulltext maintext articlebody articletext articlecontent bodytext "
            "storytext story contenttext bodyplain contentplain plaintext article textfull "
            "volltext inhalt texte contenu texto contenido cuerpo testo tekst inhoud "
            "contenthtml bodyhtml htmlcontent bodyxhtml bodies");
        add(Field::Title, u"titel überschrift schlagzeile titre título titulo titular titolo kop title "
                          u"headline head articletitle headlinemain heading headlines");
        add(Field::Uri,
            u"uri url link address canonicalurl sourceurl articleurl weburl permalink externalurl href");
        add(Field::Date,
            u"datum erscheinungsdatum fecha date published publishedat publishdate publisheddate "
            u"datepublished pubdate "
            "datepublish publicationdate articledate time timestamp datetime seendate versioncreated "
            "firstcreated datecreated createdat publishtime webpublicationdate");
        add(Field::Byline, u"autor autoren verfasser auteur auteurs autore autores byline author authors "
                           u"creator creators writer by authorname");
        add(Field::Publisher,
            u"medianame pubtitle publicationtitle newssource quelle zeitung fuente medio fonte bron "
            u"publisher source sourcename outlet publication sourcedomain site sitename newspaper "
            "medium mediasource domain provider journal copyrightholder");
        add(Field::Language, u"sprache langue idioma lingua taal language lang inlanguage sourcelanguage");
        add(Field::Summary,
            u"summary description abstract lead lede teaser snippet excerpt subtitle descriptions");
        return table;
    }();
    return names;
}

/// Strings of a value in any of the shapes that writers use: "x", ["x", …], {"name": "x"}, [{"name": "x"},
/// …].
QStringList stringsOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    if (value.isArray()) {
        QStringList all;
        for (const QJsonValue item : value.toArray()) {
            if (!item.isArray())
                all += stringsOf(item);
        }
        return all;
    }
    for (const auto key :
         {"name"_L1, "main"_L1, "date"_L1, "title"_L1, "rendered"_L1, "text"_L1, "value"_L1, "$date"_L1}) {
        if (const QJsonValue inner = value.toObject().value(key); inner.isString())
            return {inner.toString()};
    }
    return {};
}

/// Seconds or milliseconds since 1970, as a day of UTC.
QDate dayOfEpoch(double number)
{
    const double seconds = std::abs(number) > 1e11 ? number / 1000 : number;
    if (!(seconds > -2.2e9 && seconds < 4.1e9) || std::abs(seconds) < 1e6)
        return {};
    return QDateTime::fromSecsSinceEpoch(qint64(seconds), Qt::UTC).date();
}

/// Of several renditions of one thing (ninjs 2 and 3) the one whose role is the main one, else the first.
QString mainOf(const QJsonArray &renditions)
{
    const auto main = std::ranges::find_if(renditions, [](const QJsonValue &one) {
        return one.toObject().value("role"_L1).toString().compare("main"_L1, Qt::CaseInsensitive) == 0;
    });
    return stringsOf(main == renditions.end() ? renditions.first() : *main).value(0);
}

void setFromJson(Article &article, Field field, const QJsonValue &value)
{
    if (field == Field::Date && value.isDouble()) {
        if (const QDate day = dayOfEpoch(value.toDouble());
            day.isValid() && !article.published.date.isValid())
            article.published = {day, analysis::DateBasis::Metadata};
        return;
    }
    const QStringList strings = stringsOf(value);
    if (field == Field::Date && value.isObject() && !strings.isEmpty()) { // a record of the program's own
        setField(article, field, strings.front());
        const analysis::DateBasis basis =
            analysis::fromName(value.toObject().value("basis"_L1).toString(), article.published.basis);
        if (article.published.date.isValid() && basis != analysis::DateBasis::Unknown)
            article.published.basis = basis;
        return;
    }
    const bool renditions = value.toArray().first().isObject(); // of one text
    if (field == Field::Byline || (field == Field::Text && !renditions)) {
        if (!strings.isEmpty())
            setField(article, field, strings.join(field == Field::Text ? u"\n\n"_s : u"\n"_s));
    } else if (!strings.isEmpty()) {
        setField(article, field, renditions ? mainOf(value.toArray()) : strings.front());
    }
}

/// One line, its tags and entities read: writers put a page's title into a record as it is.
QString withoutMarkup(const QString &value)
{
    static const QRegularExpression entity(u"&(?:#\\d+|#x[0-9a-fA-F]+|[A-Za-z]{2,8});"_s);
    const bool written = html::looksLikeMarkup(value) || entity.match(value).hasMatch();
    return (written ? html::plainText(value) : value).simplified();
}

QStringList namesOf(const QString &value)
{
    QStringList names;
    for (const QString &line : value.split(u'\n', Qt::SkipEmptyParts)) {
        names += peopleOf(line);
    }
    return names;
}

} // namespace

std::optional<Field> fieldByName(QStringView name)
{
    const auto found = fieldNames().constFind(bareName(name));
    return found == fieldNames().cend() ? std::nullopt : std::optional(*found);
}

QLatin1StringView nameOf(Field field)
{
    switch (field) {
    case Field::Text:
        return "text"_L1;
    case Field::Title:
        return "title"_L1;
    case Field::Uri:
        return "url"_L1;
    case Field::Date:
        return "date"_L1;
    case Field::Byline:
        return "author"_L1;
    case Field::Publisher:
        return "publisher"_L1;
    case Field::Language:
        return "language"_L1;
    case Field::Summary:
        break;
    }
    return "summary"_L1;
}

void setField(Article &article, Field field, const QString &value)
{
    const QString trimmed = value.trimmed();
    const auto keep = [](QString &part, const QString &given) {
        if (part.isEmpty())
            part = given;
    };
    switch (field) {
    case Field::Text:
        keep(article.text, html::looksLikeMarkup(value) ? html::plainText(value) : value);
        break;
    case Field::Title:
        keep(article.title, withoutMarkup(trimmed));
        break;
    case Field::Uri:
        keep(article.uri, trimmed);
        break;
    case Field::Publisher:
        keep(article.publisher, withoutMarkup(trimmed));
        break;
    case Field::Language:
        if (const QString tag = languageTag(trimmed); !tag.isEmpty()) {
            article.language = tag;
            article.languageBasis = Basis::Metadata;
        }
        break;
    case Field::Byline:
        if (article.byline.isEmpty())
            article.byline = namesOf(value);
        break;
    case Field::Date:
        if (const QDate day = metadataDate(trimmed); day.isValid() && !article.published.date.isValid())
            article.published = {day, analysis::DateBasis::Metadata};
        break;
    case Field::Summary:
        break;
    }
}

void useSummary(Article &article, const QString &summary)
{
    if (!article.text.trimmed().isEmpty() || summary.trimmed().isEmpty())
        return;
    setField(article, Field::Text, summary);
    article.warnings << u"only a summary, the record has no full text"_s;
}

Result<Article> articleFromJson(const QJsonObject &object, const QString &where)
{
    Article article;
    QString summary;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const std::optional<Field> field = fieldByName(it.key());
        if (!field)
            continue;
        if (*field == Field::Summary)
            summary = stringsOf(it.value()).join(u'\n');
        else
            setFromJson(article, *field, it.value());
    }
    useSummary(article, summary);
    if (article.text.trimmed().isEmpty())
        return std::unexpected(Problem{where, u"a record without a text"_s});
    return article;
}

} // namespace demarche::corpus
