#include "models/text/tokens.h"

#include "models/text/words.h"

#include <ranges>

namespace demarche::text {

bool isApostrophe(QChar c)
{
    return c == u'\'' || c.unicode() == 0x2019;
}

bool isClosing(QChar c)
{
    const char16_t u = c.unicode();
    return u == u'"' || u == u'\'' || u == 0x201d || u == 0x2019 || u == 0x00bb || u == u')' || u == u']' ||
           u == u'}';
}

bool isOpening(QChar c)
{
    const char16_t u = c.unicode();
    return u == u'"' || u == u'\'' || u == u'`' || u == 0x201c || u == 0x201e || u == 0x2018 || u == 0x00ab ||
           u == u'(' || u == u'[' || u == u'{';
}

namespace {

constexpr qsizetype LongestChunk = 1000; // bounds the recursion on text without spaces

bool isDash(QChar c)
{
    return c.unicode() == 0x2013 || c.unicode() == 0x2014 || c.unicode() == 0x2015;
}

bool isHyphen(QChar c)
{
    return c == u'-' || c.unicode() == 0x2010 || c.unicode() == 0x2011;
}

bool isCurrency(QChar c)
{
    return c.category() == QChar::Symbol_Currency;
}

/// Works on one stretch between spaces.
class Chunk
{
public:
    Chunk(QStringView text, std::vector<Token> &tokens)
        : m_text(text)
        , m_tokens(tokens)
    {
    }

    void cut(qsizetype begin, qsizetype end);

private:
    void put(qsizetype begin, qsizetype end)
    {
        if (begin < end)
            m_tokens.push_back({{begin, end}, false});
    }
    [[nodiscard]] QChar at(qsizetype i) const { return m_text[i]; }
    [[nodiscard]] qsizetype lead(qsizetype begin, qsizetype end) const;
    [[nodiscard]] qsizetype tail(qsizetype begin, qsizetype end) const;
    [[nodiscard]] qsizetype run(qsizetype begin, qsizetype end) const;
    void middle(qsizetype begin, qsizetype end);
    void word(qsizetype begin, qsizetype end);
    void hyphenated(qsizetype begin, qsizetype end);
    [[nodiscard]] qsizetype breakIn(qsizetype begin, qsizetype end) const;
    [[nodiscard]] qsizetype clitic(qsizetype begin, qsizetype end) const;
    [[nodiscard]] bool keepsHyphen(qsizetype begin, qsizetype hyphen, qsizetype end) const;

    QStringView m_text;
    std::vector<Token> &m_tokens;
};

// How many characters the same mark is repeated for ("...", "!!", "--").
qsizetype Chunk::run(qsizetype begin, qsizetype end) const
{
    qsizetype i = begin + 1;
    const QChar c = at(begin);
    const bool ending = c == u'!' || c == u'?';
    while (i < end && (at(i) == c || (ending && (at(i) == u'!' || at(i) == u'?'))))
        ++i;
    return i;
}

// The end of a mark that stands apart at the front, `begin` where there is none.
qsizetype Chunk::lead(qsizetype begin, qsizetype end) const
{
    const QChar c = at(begin);
    if (end - begin == 1)
        return begin;
    if (isApostrophe(c) || c == u'\'') {
        const QStringView rest = m_text.mid(begin + 1, end - begin - 1);
        const bool elided =
            rest.size() > 1 &&
            (rest[0].isDigit() || rest.startsWith(u"em", Qt::CaseInsensitive) ||
             rest.startsWith(u"til", Qt::CaseInsensitive) || rest.startsWith(u"cause", Qt::CaseInsensitive) ||
             rest.startsWith(u"twas", Qt::CaseInsensitive));
        const bool closes = rest.indexOf(u'\'') > 0 || rest.indexOf(QChar(0x2019)) > 0;
        return elided && !closes ? begin : (at(begin + 1) == c && c == u'\'' ? begin + 2 : begin + 1);
    }
    if (c == u'`')
        return at(begin + 1) == u'`' ? begin + 2 : begin + 1;
    if (isOpening(c) || isClosing(c) || isDash(c) || c.unicode() == 0x2026 || c == u',' || c == u';' ||
        c == u':')
        return begin + 1;
    if (isCurrency(c))
        return begin + 1;
    if (c == u'.' || c == u'!' || c == u'?' || c == u'*' || c == u'=' || c == u'_' || c == u'~')
        return c == u'.' && at(begin + 1).isLetterOrNumber() ? begin : run(begin, end);
    if (isHyphen(c))
        return at(begin + 1).isDigit() ? begin : run(begin, end);
    if (c == u'#')
        return at(begin + 1).isDigit() ? begin + 1 : begin;
    if (c == u'+' || c == u'<' || c == u'>' || c == u'/' || c == u'|' || c == u'&' || c.unicode() == 0x2022)
        return begin + 1;
    return begin;
}

// The start of a mark that stands apart at the back, `end` where there is none.
qsizetype Chunk::tail(qsizetype begin, qsizetype end) const
{
    const QChar c = at(end - 1);
    if (end - begin == 1)
        return end;
    if (c == u'.') {
        qsizetype i = end - 1;
        while (i > begin && at(i - 1) == u'.')
            --i;
        if (end - i > 1)
            return i == begin ? end : i;
        return abbreviation(m_text.mid(begin, end - begin)) == Abbreviation::None ? end - 1 : end;
    }
    if (c == u'!' || c == u'?') {
        qsizetype i = end - 1;
        while (i > begin && (at(i - 1) == u'!' || at(i - 1) == u'?'))
            --i;
        return i == begin ? end : i;
    }
    if (isApostrophe(c))
        return end - (end - begin > 2 && c == u'\'' && at(end - 2) == u'\'' ? 2 : 1);
    if (isClosing(c) || isOpening(c) || isDash(c) || c.unicode() == 0x2026 || c == u',' || c == u';' ||
        c == u':' || c == u'%')
        return end - 1;
    if (isCurrency(c))
        return at(end - 2).isDigit() ? end - 1 : end;
    if (isHyphen(c) || c == u'*' || c == u'=' || c == u'_' || c == u'~') {
        qsizetype i = end - 1;
        while (i > begin && at(i - 1) == c)
            --i;
        return i == begin ? end : i;
    }
    if (c == u'/' || c == u'|' || c == u'>' || c == u'<' || c == u'&')
        return end - 1;
    return end;
}

void Chunk::cut(qsizetype begin, qsizetype end)
{
    std::vector<Span> after; // marks at the back, last first
    while (begin < end) {
        if (const qsizetype front = lead(begin, end); front > begin) {
            put(begin, front);
            begin = front;
            continue;
        }
        break;
    }
    while (begin < end) {
        const QStringView body = m_text.mid(begin, end - begin);
        if (body.size() > 6 && isAddress(body) && !isClosing(body.back()) && body.back() != u'.' &&
            body.back() != u',' && body.back() != u':' && body.back() != u';' && body.back() != u'?' &&
            body.back() != u'!')
            break;
        const qsizetype back = tail(begin, end);
        if (back == end)
            break;
        after.push_back({back, end});
        end = back;
    }
    if (begin < end)
        middle(begin, end);
    for (const Span &mark : std::views::reverse(after))
        put(mark.begin, mark.end);
}

// Where a mark inside a word parts it: the mark's position, -1 for none.
qsizetype Chunk::breakIn(qsizetype begin, qsizetype end) const
{
    for (qsizetype i = begin + 1; i + 1 < end; ++i) {
        const QChar c = at(i);
        if (c.isLetterOrNumber())
            continue;
        const QChar before = at(i - 1), next = at(i + 1);
        if (isDash(c) || c.unicode() == 0x2026 || c == u'"' || c.unicode() == 0x201c ||
            c.unicode() == 0x201d || c == u'(' || c == u')' || c == u'[' || c == u']' || c == u';' ||
            c == u'!' || c == u'?' || c == u'|' || c == u'=')
            return i;
        if (c == u'-' && next == u'-')
            return i;
        if (c == u'.' && next == u'.')
            return i;
        if (c == u',' && !(before.isDigit() && next.isDigit()))
            return i;
        if (c == u':' && !(before.isDigit() && next.isDigit()))
            return i;
        if (c == u'/' && before.isLetter() && next.isLetter() && end - begin > 3)
            return i;
        if (c == u'.' && before.isLower() && next.isUpper() && end - begin > 5 && i - begin > 2 &&
            i + 3 < end)
            return i; // a space is missing: "ended.The"
    }
    return -1;
}

void Chunk::middle(qsizetype begin, qsizetype end)
{
    if (isAddress(m_text.mid(begin, end - begin))) {
        put(begin, end);
        return;
    }
    if (const qsizetype mark = breakIn(begin, end); mark > begin) {
        const qsizetype after = run(mark, end);
        cut(begin, mark);
        put(mark, after);
        if (after < end)
            cut(after, end);
        return;
    }
    hyphenated(begin, end);
}

bool Chunk::keepsHyphen(qsizetype begin, qsizetype hyphen, qsizetype end) const
{
    const QStringView before = m_text.mid(begin, hyphen - begin),
                      after = m_text.mid(hyphen + 1, end - hyphen - 1);
    return isBoundPrefix(before) || after.isEmpty();
}

void Chunk::hyphenated(qsizetype begin, qsizetype end)
{
    // Numbers like 713-853-3989 or 11-20-2000 stay whole, ranges (10-15) do not.
    int digitParts = 1;
    bool onlyDigits = true;
    for (qsizetype i = begin; i < end; ++i) {
        onlyDigits &= at(i).isDigit() || isHyphen(at(i));
        digitParts += isHyphen(at(i));
    }
    if (onlyDigits && (digitParts > 2 || (digitParts == 2 && end - begin == 8 && isHyphen(at(begin + 3))))) {
        put(begin, end);
        return;
    }
    qsizetype start = begin;
    for (qsizetype i = begin + 1; i + 1 < end; ++i) {
        if (!isHyphen(at(i)) || keepsHyphen(start, i, end))
            continue;
        word(start, i);
        put(i, i + 1);
        start = i + 1;
    }
    word(start, end);
}

// Where a clitic begins ("n't", "'s"), -1 for none.
qsizetype Chunk::clitic(qsizetype begin, qsizetype end) const
{
    for (qsizetype i = end - 1; i > begin && end - i <= 3; --i) {
        if (!isApostrophe(at(i)))
            continue;
        const QStringView rest = m_text.mid(i + 1, end - i - 1);
        const auto is = [&](QStringView s) { return rest.compare(s, Qt::CaseInsensitive) == 0; };
        if (is(u"t") && i - begin > 1 && at(i - 1).toLower() == u'n')
            return i - 1;
        if (is(u"s") || is(u"re") || is(u"ve") || is(u"ll") || is(u"d") || is(u"m"))
            return i;
    }
    return -1;
}

void Chunk::word(qsizetype begin, qsizetype end)
{
    if (end - begin < 2) {
        put(begin, end);
        return;
    }
    if (const qsizetype at = clitic(begin, end); at > begin) {
        word(begin, at);
        put(at, end);
        return;
    }
    if (const qsizetype at = fusedAt(m_text.mid(begin, end - begin)); at > 0) {
        put(begin, begin + at);
        put(begin + at, end);
        return;
    }
    // "US$5", "$5", "5km", "5pm"
    qsizetype i = begin;
    while (i < end && at(i).isLetter())
        ++i;
    if (i < end && isCurrency(at(i)) && i + 1 < end) {
        put(begin, i + 1);
        put(i + 1, end);
        return;
    }
    qsizetype digits = begin;
    while (digits < end &&
           (at(digits).isDigit() || at(digits) == u'.' || at(digits) == u',' || at(digits) == u':'))
        ++digits;
    const QStringView unit = m_text.mid(digits, end - digits);
    if (digits > begin && at(begin).isDigit() &&
        (unit == u"pm" || unit == u"am" || unit == u"km" || unit == u"kg" || unit == u"cm" || unit == u"mm" ||
         unit == u"bn" || unit == u"mph" || unit == u"m" || unit == u"PM" || unit == u"AM" ||
         unit == u"p.m." || unit == u"a.m." || unit == u"ft" || unit == u"lbs" || unit == u"GB" ||
         unit == u"MB" || unit == u"MW" || unit == u"k")) {
        put(begin, digits);
        put(digits, end);
        return;
    }
    put(begin, end);
}

} // namespace

void tokenize(QStringView text, Span range, std::vector<Token> &tokens)
{
    Chunk chunk(text, tokens);
    qsizetype i = range.begin;
    while (i < range.end) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < range.end && !text[end].isSpace() && end - i < LongestChunk)
            ++end;
        chunk.cut(i, end);
        if (!tokens.empty())
            tokens.back().spaceAfter = end == range.end || text[end].isSpace();
        i = end;
    }
}

} // namespace demarche::text
