#include "models/corpus/vendors/proquest.h"

#include "models/corpus/byline.h"
#include "models/corpus/identity.h"
#include "models/corpus/languagenames.h"
#include "models/corpus/metadate.h"
#include "models/corpus/vendors/leftover.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

constexpr qsizetype longestLabel = 32;

/// Fields as ProQuest names them, in small letters.
const QSet<QString> &labels()
{
    static const QSet<QString> all{u"author"_s,
                                   u"publication info"_s,
                                   u"abstract"_s,
                                   u"links"_s,
                                   u"full text"_s,
                                   u"subject"_s,
                                   u"location"_s,
                                   u"people"_s,
                                   u"company / organization"_s,
                                   u"title"_s,
                                   u"publication title"_s,
                                   u"pages"_s,
                                   u"publication year"_s,
                                   u"publication date"_s,
                                   u"year"_s,
                                   u"section"_s,
                                   u"publisher"_s,
                                   u"place of publication"_s,
                                   u"country of publication"_s,
                                   u"publication subject"_s,
                                   u"issn"_s,
                                   u"source type"_s,
                                   u"language of publication"_s,
                                   u"document type"_s,
                                   u"proquest document id"_s,
                                   u"document url"_s,
                                   u"copyright"_s,
                                   u"last updated"_s,
                                   u"database"_s,
                                   u"dateline"_s,
                                   u"column"_s,
                                   u"credit"_s,
                                   u"classification"_s,
                                   u"identifier / keyword"_s,
                                   u"first page"_s,
                                   u"issue"_s,
                                   u"volume"_s,
                                   u"document feature"_s,
                                   u"e-issn"_s,
                                   u"number of pages"_s,
                                   u"edition"_s,
                                   u"supplement"_s};
    return all;
}

/// The label that a line begins with, in small letters; empty where with none.
QString labelOf(const QString &line)
{
    const qsizetype colon = line.indexOf(u':');
    if (colon <= 0 || colon > longestLabel)
        return {};
    const QString word = line.first(colon).trimmed().toLower();
    return labels().contains(word) ? word : QString();
}

bool isRule(const Line &line)
{
    constexpr qsizetype shortest = 20;
    return line.text.size() >= shortest &&
           std::ranges::all_of(line.text, [](QChar c) { return c == u'_' || c == u'-' || c == u'='; });
}

/// "Document 3 of 500"
bool isNumber(const Line &line)
{
    const QStringList words = line.text.split(u' ');
    bool isOne = false;
    bool isAll = false;
    if (words.size() == 4) {
        static_cast<void>(words[1].toInt(&isOne));
        static_cast<void>(words[3].toInt(&isAll));
    }
    return isOne && isAll;
}

/// The fields of one record; what stands above the first label is its heading.
struct Record
{
    Lines heading;
    QHash<QString, Lines> fields; ///< by label; of each the first

    [[nodiscard]] QString value(const QString &label) const { return joined(fields.value(label)); }
};

Record recordOf(LineSpan lines)
{
    Record record;
    QString label;
    bool isKnown = false; // a label that was there before says nothing more
    for (const Line &line : lines) {
        const QString begun = labelOf(line.text);
        if (!begun.isEmpty()) {
            label = begun;
            isKnown = record.fields.contains(label);
            const QString rest = line.text.sliced(line.text.indexOf(u':') + 1).trimmed();
            if (!isKnown)
                record.fields.insert(label, rest.isEmpty() ? Lines() : Lines{{.text = rest}});
        } else if (label.isEmpty() && !isNumber(line)) {
            record.heading.push_back(line);
        } else if (!label.isEmpty() && !isKnown) {
            record.fields[label].push_back(line);
        }
    }
    return record;
}

/// "The Sentinel" of "The Sentinel ; Galvern [Galvern]. 12 Mar 2024: A.4."
QString publicationOf(const Record &record)
{
    if (const QString named = record.value(u"publication title"_s); !named.isEmpty())
        return named.section(u';', 0, 0).trimmed();
    const QString info = record.value(u"publication info"_s);
    const QString name = info.section(info.contains(u';') ? u';' : u',', 0, 0).trimmed();
    return name.isEmpty() ? record.value(u"publisher"_s) : name;
}

/// "Poole, Harriet; Osei, Dan": a name turned in each part.
QStringList authorsOf(const Record &record)
{
    QStringList authors;
    for (const QString &one : record.value(u"author"_s).split(u';', Qt::SkipEmptyParts)) {
        const QString name = one.trimmed();
        if (name.compare("anonymous"_L1, Qt::CaseInsensitive) == 0)
            continue;
        const qsizetype comma = name.indexOf(u',');
        authors +=
            peopleOf(comma < 0 ? name : QString(name.sliced(comma + 1).trimmed() + u' ' + name.first(comma)));
    }
    return authors;
}

QDate dayOf(const Record &record)
{
    const QString date = record.value(u"publication date"_s);
    if (const QDate day = metadataDate(date); day.isValid())
        return day;
    if (const QDate day = leadingDate(date); day.isValid())
        return day;
    const QString info = record.value(u"publication info"_s);
    for (const QString &part : info.split(u". "_s)) {
        if (const QDate day = leadingDate(part.section(u':', 0, 0)); day.isValid())
            return day;
    }
    return {};
}

Article articleOf(const Record &record, const QString &place)
{
    Article article;
    const QString address = record.value(u"document url"_s).remove(u' ');
    article.uri = isWebAddress(address) ? address : place;
    article.title = record.heading.empty() ? record.value(u"title"_s) : joined(record.heading);
    article.byline = authorsOf(record);
    article.publisher = publicationOf(record);
    article.text = textOf(record.fields.value(u"full text"_s));
    if (article.text.isEmpty() && !record.value(u"abstract"_s).isEmpty()) {
        article.text = textOf(record.fields.value(u"abstract"_s));
        article.warnings << u"only an abstract, the export has no full text"_s;
    }
    if (const QDate day = dayOf(record); day.isValid())
        article.published = {day, analysis::DateBasis::Metadata};
    else
        article.warnings << noDay;
    if (const QString tag = languageNamed(record.value(u"language of publication"_s)); !tag.isEmpty())
        article.language = tag;
    return article;
}

bool isRecord(LineSpan lines)
{
    return std::ranges::any_of(
        lines, [](const Line &line) { return labelOf(line.text) == "proquest document id"_L1; });
}

} // namespace

bool isProQuest(LineSpan lines)
{
    return isRecord(lines) && std::ranges::any_of(lines, [](const Line &line) {
               const QString label = labelOf(line.text);
               return label == "full text"_L1 || label == "publication info"_L1 ||
                      label == "publication title"_L1;
           });
}

Result<void> readProQuest(LineSpan lines, const QString &uri, const Sink &sink)
{
    int number = 0;
    Lines above;
    for (auto begin = lines.begin(); begin != lines.end();) {
        const auto end = std::find_if(begin, lines.end(), isRule);
        const LineSpan part(begin, end);
        begin = end == lines.end() ? end : end + 1;
        if (!isRecord(part)) {
            if (number == 0)
                above.insert(above.end(), part.begin(), part.end());
            continue;
        }
        const QString place = u"%1#%2"_s.arg(uri).arg(++number);
        Article article = articleOf(recordOf(part), place);
        if (article.text.isEmpty()) {
            sink.problem({place, u"a record without text"_s});
            continue;
        }
        if (!giveLeftover(above, uri + u"#0"_s, sink, article) || !sink.article(std::move(article)))
            break;
        above.clear();
    }
    return {};
}

} // namespace demarche::corpus::vendors
