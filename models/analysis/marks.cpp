#include "models/analysis/marks.h"

#include "models/analysis/reading.h"

#include <algorithm>
#include <array>
#include <optional>

namespace demarche::analysis {

namespace {

using text::Span;

enum class Side : std::uint8_t { Opens, Closes, Either };

/// One quotation mark, with the side that its shape or, for the straight ones, its neighbours speak for.
struct Mark
{
    Span span;
    Side side = Side::Either;
    bool single = false;
};

bool isOneOf(QChar c, QStringView set)
{
    return set.contains(c);
}

/// A paragraph's characters, with a blank on either side of it.
class Paragraph
{
public:
    Paragraph(QStringView text, Span span)
        : m_text(text)
        , m_span(span)
    {
    }

    [[nodiscard]] QChar at(qsizetype i) const { return m_span.contains(i) ? m_text[i] : QChar(u' '); }
    [[nodiscard]] Span span() const { return m_span; }
    /// Something may begin after this mark: a blank, bracket or dash stands before it, none after it.
    [[nodiscard]] bool looksOpening(Span mark) const
    {
        const QChar before = at(mark.begin - 1);
        return (before.isSpace() || isOneOf(before, u"([{—–-/“‘\"")) && !at(mark.end).isSpace();
    }
    /// Something may end at this mark: no blank before it, no word after it.
    [[nodiscard]] bool looksClosing(Span mark) const
    {
        return !at(mark.begin - 1).isSpace() && !at(mark.end).isLetterOrNumber();
    }
    [[nodiscard]] Span trimmed(Span s) const
    {
        while (!s.isEmpty() && at(s.begin).isSpace())
            ++s.begin;
        while (!s.isEmpty() && at(s.end - 1).isSpace())
            --s.end;
        return s;
    }
    [[nodiscard]] bool hasWord(Span s) const
    {
        return std::ranges::any_of(s.of(m_text), [](QChar c) { return c.isLetterOrNumber(); });
    }

private:
    QStringView m_text;
    Span m_span;
};

std::optional<Mark> doubledMark(const Paragraph &p, qsizetype i)
{
    const QChar c = p.at(i);
    if (p.at(i + 1) != c || !isOneOf(c, u"`'‘’"))
        return {};
    const Span span{i, i + 2};
    const bool opens =
        c == u'`' || c == u'‘' || (c == u'\'' && p.looksOpening(span) && !p.looksClosing(span));
    return Mark{span, opens ? Side::Opens : Side::Closes, false};
}

/// The mark at a character, if there is one. Apostrophes count as single marks until they are paired.
std::optional<Mark> markAt(const Paragraph &p, qsizetype i)
{
    const QChar c = p.at(i);
    const Span span{i, i + 1};
    const auto shaped = [&](Side side) { return Mark{span, side, false}; };
    switch (c.unicode()) {
    case u'“':
    case u'‟':
    case u'„':
        return shaped(Side::Opens);
    case u'”':
        return shaped(p.looksOpening(span) && !p.looksClosing(span) ? Side::Either : Side::Closes);
    case u'«':
    case u'‹':
        return shaped(Side::Opens);
    case u'»':
    case u'›':
        return shaped(Side::Closes);
    case u'"':
    case u'＂': {
        const bool opening = p.looksOpening(span);
        const bool closing = p.looksClosing(span);
        return shaped(opening == closing ? Side::Either : opening ? Side::Opens : Side::Closes);
    }
    default:
        break;
    }
    if (const auto doubled = doubledMark(p, i))
        return doubled;
    if (!isOneOf(c, u"'‘’‛`"))
        return {};
    const bool opens = p.looksOpening(span) && p.at(i + 1).isLetterOrNumber() && c != u'’';
    const bool closes = p.looksClosing(span) && c != u'‘';
    if (!opens && !closes)
        return {};
    return Mark{span, opens ? Side::Opens : Side::Closes, true};
}

std::vector<Mark> marksOf(const Paragraph &p)
{
    std::vector<Mark> marks;
    for (qsizetype i = p.span().begin; i < p.span().end; ++i) {
        if (p.at(i).isLetterOrNumber())
            continue;
        if (const auto mark = markAt(p, i)) {
            marks.push_back(*mark);
            i = mark->span.end - 1;
        }
    }
    return marks;
}

/// Pairs the marks of one paragraph, left to right.
class Pairing
{
public:
    Pairing(const Paragraph &paragraph, bool continued)
        : m_paragraph(paragraph)
        , m_marks(marksOf(paragraph))
        , m_continued(continued)
    {
    }

    std::vector<Stretch> stretches()
    {
        for (m_at = 0; m_at < m_marks.size(); ++m_at) {
            if (m_marks[m_at].single)
                single();
            else if (m_begin < 0)
                outside();
            else
                inside();
        }
        if (m_begin >= 0)
            add({m_begin, m_paragraph.span().end}, false);
        return std::move(m_stretches);
    }

private:
    const Mark &mark() const { return m_marks[m_at]; }

    void add(Span span, bool closed)
    {
        span = m_paragraph.trimmed(span);
        if (m_paragraph.hasWord(span))
            m_stretches.push_back({span, closed});
    }

    void outside()
    {
        if (mark().side != Side::Closes) {
            m_begin = mark().span.end;
        } else if (m_continued && m_stretches.empty()) {
            add({m_paragraph.span().begin, mark().span.begin}, true);
        }
    }

    void inside()
    {
        if (m_nested) {
            m_nested = mark().side == Side::Opens;
        } else if (mark().side != Side::Opens) {
            add({m_begin, mark().span.begin}, true);
            m_begin = -1;
        } else if (beginsNested()) {
            m_nested = true;
        } else {
            add({m_begin, mark().span.begin}, false);
            m_begin = mark().span.end;
        }
    }

    /// Whether this opening mark, met inside a quotation, opens an inner one: two closing marks follow. If
    /// not, the mark that should have closed the outer one was forgotten.
    bool beginsNested() const
    {
        int closing = 0;
        for (size_t i = m_at + 1; i < m_marks.size() && closing < 2; ++i) {
            if (m_marks[i].single)
                continue;
            if (m_marks[i].side == Side::Opens)
                return false;
            ++closing;
        }
        return closing == 2;
    }

    /// An opening single mark outside of double ones takes all up to its partner, if it has one.
    void single()
    {
        if (m_begin >= 0 || mark().side != Side::Opens || isElision())
            return;
        const size_t partner = partnerOfSingle();
        if (partner == 0)
            return;
        add({mark().span.end, m_marks[partner].span.begin}, true);
        m_at = partner;
    }

    /// "'90s", "'em", "'til": an apostrophe in place of letters.
    bool isElision() const
    {
        if (m_paragraph.at(mark().span.begin) == u'‘' && m_paragraph.at(mark().span.end).isUpper())
            return false;
        static constexpr std::array<QStringView, 8> words{u"em",    u"til", u"tis",  u"twas",
                                                          u"cause", u"n",   u"bout", u"round"};
        QString word;
        for (qsizetype i = mark().span.end; m_paragraph.at(i).isLetterOrNumber(); ++i)
            word += m_paragraph.at(i).toLower();
        const bool decade = word.size() <= 3 && word.front().isDigit() && word.endsWith(u's');
        return decade || std::ranges::find(words, QStringView(word)) != words.end();
    }

    /// The closing single mark that belongs to this opening one, or 0. A mark after an s may be a plural's
    /// apostrophe ("the workers' rights"): it is taken only when no surer one follows.
    size_t partnerOfSingle() const
    {
        size_t unsure = 0;
        bool balanced = true;
        for (size_t i = m_at + 1; i < m_marks.size(); ++i) {
            if (!m_marks[i].single) {
                balanced = !balanced;
                continue;
            }
            if (!balanced)
                continue;
            if (m_marks[i].side == Side::Opens)
                return unsure;
            const qsizetype at = m_marks[i].span.begin;
            const bool possessive = m_paragraph.at(at - 1) == u's' && m_paragraph.at(at + 1).isSpace() &&
                                    m_paragraph.at(at + 2).isLower();
            if (!possessive)
                return i;
            if (unsure == 0)
                unsure = i;
        }
        return unsure;
    }

    const Paragraph &m_paragraph;
    std::vector<Mark> m_marks;
    bool m_continued = false;
    size_t m_at = 0;
    qsizetype m_begin = -1; ///< where the open quotation's words begin; -1 outside of any
    bool m_nested = false;
    std::vector<Stretch> m_stretches;
};

} // namespace

std::vector<Stretch> quotedStretches(QStringView text, Span paragraph, bool continued)
{
    const Paragraph p(text, paragraph);
    return Pairing(p, continued).stretches();
}

std::vector<Span> quotedStretches(const text::Document &document)
{
    const auto &sentences = document.sentences;
    std::vector<Span> spans;
    bool continued = false;
    for (size_t first = 0, end = 0; first < sentences.size(); first = end) {
        while (end < sentences.size() && sentences[end].paragraph == sentences[first].paragraph)
            ++end;
        const Span paragraph{sentences[first].span.begin, sentences[end - 1].span.end};
        const std::vector<Stretch> stretches = quotedStretches(document.text, paragraph, continued);
        for (const Stretch &stretch : stretches) {
            // A line broken within a sentence is no new paragraph of speech.
            const bool broken = continued && stretch.span.begin == paragraph.begin &&
                                document.text[paragraph.begin].isLower();
            if (broken && &stretch == &stretches.front())
                spans.back().end = stretch.span.end;
            else
                spans.push_back(stretch.span);
        }
        continued = !stretches.empty() && !stretches.back().closed;
    }
    return spans;
}

std::vector<int> quotedTokens(const text::Document &document, const std::vector<Span> &stretches)
{
    std::vector<int> quotedAt(document.tokens.size(), -1);
    size_t stretch = 0;
    for (size_t t = 0; t < document.tokens.size(); ++t) {
        const qsizetype begin = document.tokens[t].span.begin;
        while (stretch < stretches.size() && stretches[stretch].end <= begin)
            ++stretch;
        if (stretch < stretches.size() && stretches[stretch].contains(begin))
            quotedAt[t] = int(stretch);
    }
    return quotedAt;
}

void findQuotedStretches(Reading &reading)
{
    reading.quoted = quotedStretches(reading.annotation.document);
    reading.quotedAt = quotedTokens(reading.annotation.document, reading.quoted);
}

} // namespace demarche::analysis
