#include "models/corpus/texthead.h"

#include "models/corpus/byline.h"
#include "models/corpus/languagenames.h"
#include "models/corpus/metadate.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr int headLines = 12; ///< a head is over by then
constexpr qsizetype longestHeadLine = 240;
constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestStoppedTitle = 80; ///< a title that ends with a full stop, as agencies set them

struct Line
{
    text::Span span; ///< trimmed
    bool afterBlank = true;
};

/// The first non-blank lines of a text.
std::vector<Line> firstLines(QStringView text, int most)
{
    std::vector<Line> lines;
    bool blank = true;
    for (qsizetype begin = 0; begin < text.size() && int(lines.size()) < most;) {
        qsizetype end = text.indexOf(u'\n', begin);
        end = end < 0 ? text.size() : end;
        text::Span span{begin, end};
        while (!span.isEmpty() && text.at(span.begin).isSpace())
            ++span.begin;
        while (!span.isEmpty() && text.at(span.end - 1).isSpace())
            --span.end;
        if (!span.isEmpty())
            lines.push_back({span, blank});
        blank = span.isEmpty();
        begin = end + 1;
    }
    return lines;
}

bool isAddress(QStringView line)
{
    static const QRegularExpression pattern(u"^https?://[^\\s/]+\\.[^\\s]+$"_s);
    return pattern.match(line.toString()).hasMatch();
}

bool endsSentence(QStringView line)
{
    while (!line.isEmpty() &&
           (line.back() == u'"' || line.back() == u'\'' || line.back() == u'”' || line.back() == u'’'))
        line.chop(1);
    return line.endsWith(u'.') && !line.endsWith(u"..");
}

/// "Publisher: X" and its like, read into the article; false for any other line.
bool readKey(QStringView line, Article &article)
{
    static const QRegularExpression pattern(u"^(title|headline|author|authors|byline|date|published|"
                                            u"publication date|source|publisher|publication|url|link|"
                                            "language)\\s*:\\s+(\\S.*)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch m = pattern.match(line.toString());
    if (!m.hasMatch())
        return false;
    const QString key = m.captured(1).toLower();
    const QString value = m.captured(2);
    if (key == u"title" || key == u"headline") {
        article.title = value;
    } else if (key.startsWith(u"author") || key == u"byline") {
        article.byline = bylineNames(QString(u"By "_s + value));
        if (article.byline.isEmpty())
            article.byline = QStringList{value};
    } else if (key == u"url" || key == u"link") {
        if (isAddress(value))
            article.uri = value;
    } else if (key == u"language") {
        if (const QString tag = languageTag(value); !tag.isEmpty())
            article.language = tag;
    } else if (key.startsWith(u"publi") && key != u"publisher" && key != u"publication") {
        const QDate date = metadataDate(value);
        if (!date.isValid())
            return false;
        article.published = {date, analysis::DateBasis::Metadata};
    } else if (key == u"date") {
        const QDate date = metadataDate(value);
        if (!date.isValid())
            return false;
        article.published = {date, analysis::DateBasis::Metadata};
    } else {
        article.publisher = value;
    }
    return true;
}

bool readByline(QStringView line, Article &article)
{
    QStringList names = bylineNames(line);
    if (names.isEmpty())
        return false;
    // "By NAME, PUBLISHER" and "By NAME | PUBLISHER": the house is no name.
    static const QRegularExpression tail(u"[,|]\\s*([^,|]+)$"_s);
    const QRegularExpressionMatch m = tail.match(line.toString());
    if (m.hasMatch() && !line.contains(u" and ") && names.size() <= 2) {
        const QString last = m.captured(1).trimmed();
        if (names.size() == 2 && names.back() == last)
            names.removeLast();
        if (!names.contains(last) && !isOffice(last))
            article.publisher = last;
    }
    article.byline += names;
    return true;
}

/// A line that ends with a date, for which `take` understands what stands before. The date itself may hold a
/// comma: every parting is tried, the first one first.
template <typename Take>
bool readBeforeDate(QStringView line, Article &article, Take take)
{
    static const QRegularExpression parting(u"\\s*[,|–—·•]\\s+|\\s+-\\s+"_s);
    const QString whole = line.toString();
    for (auto it = parting.globalMatch(whole); it.hasNext();) {
        const QRegularExpressionMatch m = it.next();
        const QDate date = metadataDate(QStringView(whole).mid(m.capturedEnd()));
        if (date.isValid() && take(QStringView(whole).first(m.capturedStart()))) {
            article.published = {date, analysis::DateBasis::Metadata};
            return true;
        }
    }
    return false;
}

/// "By Ana Ruiz, 15 March 2024".
bool readDatedByline(QStringView line, Article &article)
{
    return readBeforeDate(line, article,
                          [&article](QStringView byline) { return readByline(byline, article); });
}

/// "PUBLISHER, DATE", "PUBLISHER | DATE", "PUBLISHER - DATE" or "DATE" alone.
bool readDateLine(QStringView line, bool publisherMayStand, Article &article)
{
    if (const QDate date = metadataDate(line); date.isValid()) {
        article.published = {date, analysis::DateBasis::Metadata};
        return true;
    }
    if (!publisherMayStand)
        return false;
    return readBeforeDate(line, article, [&article](QStringView before) {
        const QStringView publisher = before.trimmed();
        if (publisher.isEmpty() || publisher.size() > 60 || publisher.front().isLower())
            return false;
        article.publisher = publisher.toString();
        return true;
    });
}

/// Reads one line of a head into the article; false for a line that is none.
bool readHeadLine(const QString &text, const Line &line, Article &article)
{
    const QStringView words = line.span.of(text);
    if (words.size() > longestHeadLine)
        return false;
    return readKey(words, article) || readByline(words, article) || readDatedByline(words, article) ||
           readDateLine(words, !line.afterBlank, article);
}

/// True for a line that, though it ends with a stop, agencies would set as a title: short, and no sentence of
/// prose.
bool isStoppedTitle(QStringView line)
{
    static const QRegularExpression prose(u"^(?:The|A|An|In|On|At|It|He|She|They|We|I|There|This|That|[\"“‘']"
                                          u")\\b|^[\"“‘']|\\b(?:said|told|says)\\b[^,]*\\.$|"
                                          "\\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b"_s);
    return line.size() <= longestStoppedTitle && !prose.match(line.toString()).hasMatch();
}

/// A stop after a word, as between sentences; not the stops of "U.N." or "Gen. X".
bool hasInnerStop(QStringView line)
{
    static const QRegularExpression stop(u"\\p{Ll}{4}[.!?]\\s+\\p{Lu}"_s);
    return stop.match(line.toString()).hasMatch();
}

bool isTitleShaped(QStringView line)
{
    if (line.size() > longestTitle || line.isEmpty() || line.endsWith(u',') || line.endsWith(u':'))
        return false;
    if (line.front().isLower() || hasInnerStop(line) || line.startsWith(u"http"))
        return false;
    return !endsSentence(line) || isStoppedTitle(line);
}

/// "Ana Ruiz" alone, above a line that is a day: who wrote it, without a "by".
bool isNameAboveDay(const QString &text, const std::vector<Line> &lines, size_t at)
{
    static const QRegularExpression name(
        u"^\\p{Lu}[\\p{L}.'’-]*(?: (?:(?:de|da|von|van|al|el|bin) )?\\p{Lu}[\\p{L}.'’-]*){1,3}$"_s);
    return at + 1 < lines.size() && bylineNames(lines[at].span.of(text)).isEmpty() &&
           name.match(lines[at].span.of(text).toString()).hasMatch() &&
           metadataDate(lines[at + 1].span.of(text)).isValid();
}

/// Index of the first line that is neither title nor head; 0 where the text has no head of metadata.
size_t readHead(const QString &text, const std::vector<Line> &lines, size_t first, Article &article)
{
    Article found = article;
    Article trial = article;
    size_t next = first;
    const bool titled = next < lines.size() && isTitleShaped(lines[next].span.of(text)) &&
                        !readHeadLine(text, Line{lines[next].span, true}, trial);
    if (titled)
        found.title = lines[next++].span.of(text).toString();
    const size_t afterTitle = next;
    if (titled && isNameAboveDay(text, lines, next))
        found.byline << lines[next++].span.of(text).toString();
    while (next < lines.size() && readHeadLine(text, lines[next], found))
        ++next;
    if (next == afterTitle && (titled || next == first))
        return first;
    article = found;
    return next;
}

/// A first line that is clearly a title though no metadata follows it: it stays in the text.
QString looseTitle(const QString &text, const std::vector<Line> &lines, size_t first)
{
    if (first + 1 >= lines.size())
        return {};
    const QStringView line = lines[first].span.of(text);
    const QStringView next = lines[first + 1].span.of(text);
    if (!isTitleShaped(line))
        return {};
    if (lines[first + 1].afterBlank)
        return line.toString();
    return !endsSentence(line) && line.size() <= 120 && next.size() > line.size() ? line.toString()
                                                                                  : QString();
}

text::Span trimmed(const QString &text, text::Span span)
{
    while (!span.isEmpty() && text.at(span.begin).isSpace())
        ++span.begin;
    while (!span.isEmpty() && text.at(span.end - 1).isSpace())
        --span.end;
    return span;
}

/// The sample articles end with a line that says who wrote them and from what; it is about the text, not of
/// it.
text::Span withoutSampleNotice(const QString &text, text::Span body, Article &article)
{
    const qsizetype lastLine = text.lastIndexOf(u'\n', body.end - 1) + 1;
    if (lastLine <= body.begin ||
        !QStringView(text).mid(lastLine).startsWith(u"Written for the Démarche project"))
        return body;
    article.warnings << text.mid(lastLine, body.end - lastLine);
    return trimmed(text, {body.begin, lastLine});
}

} // namespace

void findPublisher(Article &article)
{
    if (!article.publisher.isEmpty())
        return;
    // "HAVN, Norland, Jul 26 2022 (NNA) - ": before the mark stand only names and numbers.
    static const QRegularExpression dateline(
        u"\\A(?:(?:\\p{Lu}[\\p{L}.'’-]*|\\d{1,4}|and|de|del)[,/]?\\s+){0,10}\\((\\p{Lu}[\\p{L}.& ]{1,30})\\)\\s*[-–—]"_s);
    static const QRegularExpression copyright(
        u"(?:©|\\([cC]\\)|[Cc]opyright|COPYRIGHT)\\s*(?:©|\\([cC]\\))?\\s*(?:\\d{4}(?:-\\d{4})?)?\\s*(?:"
        u"by\\s+)?(\\p{Lu}[^\\n]{1,60}?)"
        "(?=\\.?\\s*(?:[Aa]ll [Rr]ights|\\d{4}|[Dd]o not|$|\\n))"_s);
    const QRegularExpressionMatch head = dateline.match(article.text.left(400));
    const QRegularExpressionMatch tail = copyright.match(article.text.right(240));
    if (head.hasMatch())
        article.publisher = head.captured(1).trimmed();
    else if (tail.hasMatch())
        article.publisher = tail.captured(1).trimmed();
}

TextHead readTextHead(const QString &text)
{
    TextHead head;
    const std::vector<Line> lines = firstLines(text, headLines);
    size_t next = 0;
    if (!lines.empty() && isAddress(lines.front().span.of(text))) {
        head.article.uri = lines.front().span.of(text).toString();
        next = 1;
    }
    const size_t afterAddress = next;
    next = readHead(text, lines, next, head.article);
    if (next == afterAddress)
        head.article.title = looseTitle(text, lines, next);
    const qsizetype begin = next < lines.size() ? lines[next].span.begin
                            : lines.empty()     ? 0
                                                : lines.back().span.end;
    head.body = trimmed(text, {begin, text.size()});
    head.body = withoutSampleNotice(text, head.body, head.article);
    return head;
}

} // namespace demarche::corpus
