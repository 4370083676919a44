#include "models/corpus/byline.h"
#include "models/corpus/languagenames.h"
#include "models/corpus/metadate.h"
#include "models/corpus/vendors/factivarecord.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

constexpr size_t mostAboveCount = 4;     ///< section, headline, its second line, byline
constexpr size_t mostBelowCount = 12;    ///< day, time, source, code, edition, page, language, copyright
constexpr qsizetype shortestProse = 400; ///< what is left over at the end is no article below this
constexpr qsizetype longestFieldLine = 160;

bool isCopyright(QStringView line)
{
    static const QRegularExpression pattern(
        u"^(?:\\([cC]\\)|©|Copyright\\b|COPYRIGHT\\b|Alle Rechte|All [Rr]ights [Rr]eserved|Tous droits)"_s);
    return pattern.match(line.toString()).hasMatch();
}

bool isSourceCode(QStringView line)
{
    return line.size() >= 2 && line.size() <= 8 && std::ranges::all_of(line, [](QChar c) {
               return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
           });
}

bool isTime(QStringView line)
{
    static const QRegularExpression pattern(u"^\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?:\\s\\S{1,5}){0,2}$"_s);
    return pattern.match(line.toString()).hasMatch();
}

/// Lines of the list of headlines and of the search's summary that stand before the first article.
bool isListed(QStringView line)
{
    static const QRegularExpression pattern(
        u"\\((?:Document|Dokument|Documento)\\s|,\\s*\\d[\\d.,]* "
        u"(?:words|Wörter|mots|palabras),|\\.{4,}\\s*\\d+$|"
        u"^(?:Table of Contents|Inhaltsverzeichnis|Table des matières|Índice)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(line.toString()).hasMatch();
}

bool isSummary(QStringView line)
{
    static const QRegularExpression pattern(
        u"^(?:Search Summary|Suchzusammenfassung|Zusammenfassung der Suche|Résumé de (?:la )?recherche|"
        u"Resumen de (?:la )?búsqueda)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(line.toString()).hasMatch();
}

/// "By Ana Ruiz", "Diplomatic Correspondent".
bool isBylineForSure(const Line &line)
{
    static const QRegularExpression lead(u"^(?:By|BY|Von|VON|Par|PAR|Por|POR)\\s"_s);
    return lead.match(line.text).hasMatch() || isOffice(line.text);
}

/// Two to four words that begin large.
bool isNameShaped(const Line &line)
{
    const qsizetype words = line.text.count(u' ') + 1;
    return words >= 2 && words <= 4 && line.text.size() <= 40 &&
           std::ranges::all_of(line.text.split(u' '), [](const QString &word) {
               return word.front().isUpper() &&
                      !std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
           });
}

/// How many of the last lines are the byline's: "Ana Ruiz" and, below it, "Special to The Post".
size_t bylineLines(LineSpan lines)
{
    size_t count = 0;
    bool belowIsOffice = false;
    while (count + 1 < lines.size()) {
        const Line &line = lines[lines.size() - 1 - count];
        const bool mayBeName = isNameShaped(line) && (count == 0 || belowIsOffice);
        if (!isBylineForSure(line) && !mayBeName)
            break;
        belowIsOffice = isOffice(line.text) && !mayBeName;
        ++count;
    }
    return count;
}

/// The lines right above the word count that can be a headline and a byline.
LineSpan aboveCount(LineSpan block, size_t count)
{
    size_t first = count;
    while (first > 0 && count - first < mostAboveCount && !isListed(block[first - 1].text) &&
           !isPageMark(block[first - 1].text))
        --first;
    return block.subspan(first, count - first);
}

/// "World News": the page's heading, which may be set as the headline below it is.
bool isSection(const Line &line)
{
    return line.text.count(u' ') <= 1 && line.text.back().isLetter();
}

/// The last run of lines that are set as headlines; empty where none are.
LineSpan headings(LineSpan lines)
{
    size_t end = lines.size();
    while (end > 0 && !lines[end - 1].heading)
        --end;
    size_t begin = end;
    while (begin > 0 && lines[begin - 1].heading)
        --begin;
    if (begin + 1 < end && isSection(lines[begin]) && lines[begin + 1].opens)
        ++begin;
    return lines.subspan(begin, end - begin);
}

/// The last line and those before it that it continues.
LineSpan lastWrapped(LineSpan lines)
{
    size_t begin = lines.size() - 1;
    while (begin > 0 && !lines[begin].opens)
        --begin;
    return lines.subspan(begin);
}

/// Reads headline and byline out of the lines above the word count; gives how many of them are above these.
size_t readAbove(LineSpan lines, FactivaRecord &record)
{
    if (lines.empty())
        return 0;
    const LineSpan set = headings(lines);
    const size_t bylines = set.empty() ? bylineLines(lines) : size_t(&lines.back() - &set.back());
    record.byline = joined(lines.last(bylines), u"; "_s);
    const LineSpan headline = set.empty() ? lastWrapped(lines.first(lines.size() - bylines)) : set;
    record.headline = joined(headline);
    return size_t(headline.data() - lines.data());
}

/// Reads the lines below the word count up to where the text begins; gives that place.
size_t readBelow(LineSpan lines, FactivaRecord &record)
{
    size_t afterLast = 0;
    bool copyright = false;
    static const QRegularExpression strangeDay(u"^\\d{1,2}\\D.*\\b(?:19|20)\\d{2}\\b"_s);
    for (size_t i = 0; i < lines.size() && i < mostBelowCount; ++i) {
        const QString &text = lines[i].text;
        if (copyright && !isCopyright(text) && lines[i].opens)
            break;
        // Below the language stands the copyright line or nothing.
        const bool isComplete = !record.language.isEmpty() && !record.source.isEmpty();
        if ((isComplete || text.size() > longestFieldLine) && !copyright && !isCopyright(text))
            break;
        if (isCopyright(text) || copyright) {
            copyright = true;
        } else if (const QDate day = leadingDate(text); day.isValid() && !record.day.isValid()) {
            record.day = day;
        } else if (const QString tag = languageNamed(text); !tag.isEmpty()) {
            record.language = text;
        } else if (!isTime(text) && !isSourceCode(text) && !strangeDay.match(text).hasMatch()) {
            if (!record.source.isEmpty())
                continue; // an edition or a page, or the text already: what follows tells
            record.source = text;
        }
        afterLast = i + 1;
    }
    return afterLast;
}

/// A word count with a day below it: what stands in another article's head.
bool holdsAnother(LineSpan body)
{
    constexpr std::size_t mostBetween = 2;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const LineSpan below = body.subspan(i + 1, std::min(mostBetween, body.size() - i - 1));
        if (isWordCount(body[i].text) &&
            std::ranges::any_of(below, [](const Line &line) { return leadingDate(line.text).isValid(); }))
            return true;
    }
    return false;
}

/// An article's lines without its number.
FactivaRecord recordOf(LineSpan block)
{
    FactivaRecord record;
    const auto count = std::ranges::find_if(block, [](const Line &line) { return isWordCount(line.text); });
    if (count == block.end()) {
        record.isWhole = true;
        record.headline =
            block.empty() || block.front().text.size() > longestFieldLine ? QString() : block.front().text;
        record.body.assign(block.begin(), block.end());
        return record;
    }
    const auto at = size_t(count - block.begin());
    const LineSpan head = aboveCount(block, at);
    const LineSpan above = block.first(at - head.size() + readAbove(head, record));
    record.above.assign(above.begin(), above.end());
    const LineSpan below = block.subspan(at + 1);
    const LineSpan body = below.subspan(readBelow(below, record));
    record.body.assign(body.begin(), body.end());
    record.holdsMore = holdsAnother(body);
    return record;
}

/// What stands behind the last number: the search's summary, or an article that was cut off.
void addRest(LineSpan rest, std::vector<FactivaRecord> &records)
{
    const auto summary = std::ranges::find_if(rest, [](const Line &line) { return isSummary(line.text); });
    rest = rest.first(size_t(summary - rest.begin()));
    const bool counted = std::ranges::any_of(rest, [](const Line &line) { return isWordCount(line.text); });
    if (counted || textOf(rest).size() >= shortestProse)
        records.push_back(recordOf(rest));
}

} // namespace

std::vector<FactivaRecord> displayedRecords(LineSpan lines)
{
    Lines kept;
    std::ranges::copy_if(lines, std::back_inserter(kept),
                         [](const Line &line) { return !isPageMark(line.text); });
    std::vector<FactivaRecord> records;
    size_t begin = 0;
    for (size_t i = 0; i < kept.size(); ++i) {
        const QString accession = accessionOf(kept[i].text);
        if (accession.isEmpty())
            continue;
        records.push_back(recordOf(LineSpan(kept).subspan(begin, i - begin)));
        records.back().accession = accession;
        begin = i + 1;
    }
    addRest(LineSpan(kept).subspan(begin), records);
    return records;
}

} // namespace demarche::corpus::vendors
