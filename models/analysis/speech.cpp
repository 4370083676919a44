#include "models/analysis/speech.h"

#include "models/analysis/attribution_grammar.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Upos;

namespace {

/// A direct quotation of so many words is speech in 94 to 99 of 100 cases, whatever else stands about it
/// (PolNeAR).
constexpr int surelySpoken = 5;
constexpr double spokenThreshold = 0.5;

class SpeechFinder
{
public:
    SpeechFinder(const Reading &reading, const CueContext &context, const AttributionModel &model,
                 const std::vector<Attribution> &attributions)
        : m_reading(reading)
        , m_context(context)
        , m_model(model)
        , m_attributions(attributions)
        , m_grammar(reading, context)
        , m_text(reading.annotation.document.text)
    {
    }

    std::vector<Speech> find()
    {
        const int count = int(m_reading.quotedAt.size());
        for (int t = 0, end = 0; t < count; t = std::max(end, t + 1)) {
            const int stretch = m_reading.quotedAt[size_t(t)];
            if (stretch < 0)
                continue;
            end = t + 1;
            while (end < count && m_reading.quotedAt[size_t(end)] == stretch)
                ++end;
            consider({t, end}, m_reading.quoted[size_t(stretch)]);
        }
        std::erase_if(m_all, [this](const Speech &s) {
            return !s.direct && !s.isAttributed() && words(s.tokens) < surelySpoken;
        });
        for (size_t i = 0; i < m_all.size(); ++i) {
            m_all[i].alone = fillsParagraph(i);
            m_all[i].follows = m_all[i].isAttributed() ? -1 : neighbour(i);
        }
        for (size_t i = m_all.size();
             i-- > 1;) { // a speech of many paragraphs may name its speaker at its end
            if (leadsOn(i - 1) && !isTold(i - 1))
                m_all[i - 1].follows = int(i);
        }
        return std::move(m_all);
    }

private:
    const text::Sentence &sentenceOf(int token) const
    {
        return m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(token))];
    }

    int words(QuotedTokens q) const
    {
        int n = 0;
        for (int t = q.firstToken; t < q.endToken; ++t)
            n += m_context.word(t).upos != Upos::Punct;
        return n;
    }

    void consider(QuotedTokens tokens, Span span)
    {
        Speech speech{.tokens = tokens, .span = span, .direct = isDirect(tokens, span)};
        stretchFeatures(m_context, m_attributions, tokens, m_features);
        const bool spoken = (speech.direct && words(tokens) >= surelySpoken) ||
                            m_model.probability(AttributionModel::Spoken, m_features) >= spokenThreshold;
        if (!spoken)
            return;
        speech.attribution = told(attributionOf(m_context, m_attributions, tokens), tokens);
        if (speech.attribution >= 0) {
            speech.cue = m_attributions[size_t(speech.attribution)].cue;
            speech.source = m_attributions[size_t(speech.attribution)].source;
        } else if (const int cue = nearestCue(tokens); cue >= 0) {
            speech.cue = cue;
            const int sure = m_grammar.sureSource(cue);
            speech.source = sure >= 0 ? sure : m_model.read(m_context, cue).source;
            if (!m_grammar.mayBeSource(speech.source))
                speech.source = m_grammar.source(cue);
        } else {
            speech.source = signature(tokens);
        }
        if (speech.cue >= 0 && !mayHaveSaid(speech.source, speech.cue))
            speech.source = sourceBeside(speech.cue, tokens);
        m_all.push_back(speech);
    }

    /// "The two have agreed 'to pursue peace', he said": whoever reports at the end what others agree or plan
    /// is whose words they are.
    int told(int attribution, QuotedTokens q) const
    {
        if (attribution < 0)
            return attribution;
        const Attribution &inner = m_attributions[size_t(attribution)];
        const CueWord::Kind kind = m_context.cues[size_t(inner.cue)].kind;
        if (kind != CueWord::Kind::Promise && kind != CueWord::Kind::Agree && kind != CueWord::Kind::Think)
            return attribution;
        for (size_t i = 0; i < m_attributions.size(); ++i) {
            const Attribution &outer = m_attributions[i];
            const bool reports = m_context.cues[size_t(outer.cue)].kind == CueWord::Kind::Say &&
                                 m_context.word(outer.cue).upos == Upos::Verb;
            if (reports && outer.cue >= q.endToken && outer.contains(inner.cue) &&
                sentenceOf(outer.cue).firstToken == sentenceOf(inner.cue).firstToken)
                return int(i);
        }
        return attribution;
    }

    /// Nobody in somebody's words says them.
    bool mayHaveSaid(int source, int cue) const
    {
        return m_grammar.mayBeSource(source) &&
               (m_reading.quotedAt[size_t(source)] < 0 || m_reading.quotedAt[size_t(cue)] >= 0);
    }

    /// What stands before the opening mark: a letter is 'a', the paragraph's beginning a blank.
    QChar before(Span span) const
    {
        int marks = 0;
        for (qsizetype i = span.begin - 1; i >= 0; --i) {
            const QChar c = m_text[i];
            if (c == u'\n')
                break;
            if (QStringView(u"\"“”‘’'`«»").contains(c) && marks < 2)
                ++marks;
            else if (!c.isSpace())
                return c.isLetterOrNumber() ? QChar(u'a') : c;
        }
        return u' ';
    }

    /// A clause of its own: it begins where a sentence may begin, and says something with a verb.
    bool isDirect(QuotedTokens q, Span span) const
    {
        bool verb = false;
        for (int t = q.firstToken; t < q.endToken && !verb; ++t)
            verb = m_context.word(t).upos == Upos::Verb || m_context.word(t).upos == Upos::Aux;
        const QChar last = m_text[span.end - 1];
        const bool ends = QStringView(u".!?,…").contains(last);
        if (!verb && !ends)
            return false;
        const QChar c = before(span);
        if (c == u' ' || QStringView(u".!?:…").contains(c))
            return true;
        const bool upper = m_text[span.begin].isUpper();
        if (QStringView(u",;—–-").contains(c))
            return upper || verb;
        const int previous = q.firstToken - 2;
        return upper && verb && previous >= 0 && m_context.cues[size_t(previous)].direct;
    }

    /// The unquoted word that goes with direct speech nearest to a stretch, in its first or last sentence or
    /// in one that leads to it with a colon.
    int nearestCue(QuotedTokens q) const
    {
        int best = -1;
        int distance = INT_MAX;
        const auto look = [&](const text::Sentence &sentence) {
            const int last = std::min(sentence.endToken, q.endToken + speechReach);
            for (int t = std::max(sentence.firstToken, q.firstToken - speechReach); t < last; ++t) {
                const int away = t < q.firstToken ? q.firstToken - t : t - q.endToken + 1;
                if (away < distance && m_reading.quotedAt[size_t(t)] < 0 &&
                    m_context.cues[size_t(t)].direct && m_context.word(t).upos != Upos::Noun) {
                    best = t;
                    distance = away;
                }
            }
        };
        const auto &sentences = m_reading.annotation.document.sentences;
        look(sentenceOf(q.firstToken));
        look(sentenceOf(q.endToken - 1));
        if (const int next = runsOn(q); best < 0 && next >= 0)
            look(sentences[size_t(next)]);
        if (const int colon = q.firstToken - 2;
            best < 0 && colon > 0 && m_context.form(colon) == u":" &&
            m_context.words.verb(m_reading.annotation.lemma(colon - 1)).direct)
            best = colon - 1;
        if (best < 0 && leadsIn(q)) {
            const text::Sentence &lead = sentences[size_t(m_reading.tree.sentenceOf(q.firstToken)) - 1];
            look(lead);
            const int last = lead.endToken - 2; // "The Gazette reports:" is often taken for a noun
            if (best < 0 && last >= lead.firstToken &&
                m_context.words.verb(m_reading.annotation.lemma(last)).direct)
                best = last;
        }
        return best;
    }

    /// The sentence that goes on after a stretch which ends in a question or a cry: “Why not?” the envoy
    /// asked. -1 for none.
    int runsOn(QuotedTokens q) const
    {
        const auto &sentences = m_reading.annotation.document.sentences;
        const int own = m_reading.tree.sentenceOf(q.endToken - 1);
        const auto next = size_t(own) + 1;
        const bool open = QStringView(u"?!…—").contains(m_context.form(q.endToken - 1).back());
        if (!open || next >= sentences.size() ||
            sentences[next].paragraph != sentences[size_t(own)].paragraph)
            return -1;
        const bool follows = sentences[next].firstToken <= q.endToken + 1;
        return follows && m_reading.quotedAt[size_t(sentences[next].firstToken)] < 0 ? int(next) : -1;
    }

    /// Who stands beside a cue whose subject the tree does not show: after it where it begins its clause
    /// ("Said Ellis:"), else of the actors before it the first after the quotation, or the last of all.
    int sourceBeside(int cue, QuotedTokens q) const
    {
        const text::Sentence &sentence = sentenceOf(cue);
        const auto speaks = [&](int t) {
            return m_reading.quotedAt[size_t(t)] < 0 && m_grammar.mayBeSource(t) &&
                   m_reading.actorAt[size_t(t)] >= 0;
        };
        const bool begins = cue == sentence.firstToken || m_context.word(cue - 1).upos == Upos::Punct;
        for (int t = cue + 1; begins && t < std::min(cue + 7, sentence.endToken); ++t) {
            const Upos upos = m_context.word(t).upos;
            const bool noun =
                upos == Upos::Noun && m_grammar.mayBeSource(t) && m_context.quotedAt[size_t(t)] < 0;
            if (speaks(t) || noun) // "wrote one reader"
                return t;
            if (upos == Upos::Verb || upos == Upos::Punct || upos == Upos::Adp)
                break;
        }
        const bool after = q.endToken <= cue && q.endToken >= sentence.firstToken;
        int found = -1;
        for (int t = after ? q.endToken : std::max(sentence.firstToken, cue - 15); t < cue; ++t) {
            if (!speaks(t))
                continue;
            found = t;
            if (after)
                break;
        }
        const bool noun = cue > sentence.firstToken && m_context.word(cue - 1).upos == Upos::Noun;
        return found < 0 && noun ? cue - 1 : found; // "the statement read:", read as a noun
    }

    /// The name that signs a quotation: “…” — A. Reader, at the line's end. -1 for none.
    int signature(QuotedTokens q) const
    {
        const auto &tokens = m_reading.annotation.document.tokens;
        const int count = int(tokens.size());
        int dash = q.endToken;
        while (dash < count && dash < q.endToken + 2 &&
               !QStringView(u"—–―-").contains(m_context.form(dash).front()))
            ++dash;
        if (dash >= count || dash >= q.endToken + 2)
            return -1;
        const qsizetype lineEnd = m_text.indexOf(u'\n', tokens[size_t(dash)].span.begin);
        int end = dash + 1;
        while (end < count && (lineEnd < 0 || tokens[size_t(end)].span.end <= lineEnd) && end < dash + 12)
            ++end;
        for (int t = dash + 1; t < end; ++t) {
            const int head = m_reading.tree.head(t);
            if (m_context.word(t).upos == Upos::Propn && (head <= dash || head >= end))
                return t;
        }
        return -1;
    }

    bool leadsIn(QuotedTokens q) const
    {
        const int sentence = m_reading.tree.sentenceOf(q.firstToken);
        if (sentence == 0)
            return false;
        const text::Sentence &previous = m_reading.annotation.document.sentences[size_t(sentence) - 1];
        return previous.size() > 0 && m_context.form(previous.endToken - 1) == u':';
    }

    int paragraph(size_t speech) const { return sentenceOf(m_all[speech].tokens.firstToken).paragraph; }

    /// Whether nothing but this stretch stands in its paragraph.
    bool fillsParagraph(size_t speech) const
    {
        const qsizetype begin = m_all[speech].span.begin;
        const qsizetype end = m_all[speech].span.end;
        const auto blank = [&](qsizetype at, qsizetype step) {
            for (; at >= 0 && at < m_text.size() && m_text[at] != u'\n'; at += step) {
                if (m_text[at].isLetterOrNumber())
                    return false;
            }
            return true;
        };
        return blank(begin - 1, -1) && blank(end, 1);
    }

    bool isUnclosed(size_t speech) const
    {
        for (qsizetype i = m_all[speech].span.end; i < m_text.size(); ++i) {
            if (m_text[i] == u'\n')
                return true;
            if (!m_text[i].isSpace())
                return false;
        }
        return true;
    }

    /// The speech whose speaker goes on in one without a cue: the one before it in the paragraph, the one
    /// after it, or the one that ended the paragraph before, where that was left open or this one is nothing
    /// but speech.
    int neighbour(size_t i) const
    {
        if (i > 0 && paragraph(i - 1) == paragraph(i))
            return int(i) - 1;
        if (i + 1 < m_all.size() && paragraph(i + 1) == paragraph(i) && m_all[i + 1].isAttributed())
            return int(i) + 1;
        const bool goesOn = i > 0 && paragraph(i - 1) + 1 == paragraph(i) && m_all[i].direct &&
                            (isUnclosed(i - 1) || fillsParagraph(i));
        return goesOn ? int(i) - 1 : -1;
    }

    /// Whether a speech goes on in the next paragraph: its mark is not closed, and more speech follows.
    bool leadsOn(size_t i) const
    {
        return i + 1 < m_all.size() && !m_all[i].isAttributed() && m_all[i].direct && m_all[i + 1].direct &&
               paragraph(i) + 1 == paragraph(i + 1) && isUnclosed(i);
    }

    /// Whether the chain of speeches that one goes on from comes to a speaker.
    bool isTold(size_t i) const
    {
        int at = int(i);
        for (size_t steps = 0; steps < m_all.size() && at >= 0; ++steps) {
            if (m_all[size_t(at)].isAttributed())
                return true;
            at = m_all[size_t(at)].follows;
        }
        return false;
    }

    const Reading &m_reading;
    const CueContext &m_context;
    const AttributionModel &m_model;
    const std::vector<Attribution> &m_attributions;
    AttributionGrammar m_grammar;
    QStringView m_text;
    std::vector<Speech> m_all;
    Features m_features;
};

} // namespace

std::vector<Speech> findSpeech(const Reading &reading, const CueContext &context,
                               const AttributionModel &model, const std::vector<Attribution> &attributions)
{
    return SpeechFinder(reading, context, model, attributions).find();
}

} // namespace demarche::analysis
