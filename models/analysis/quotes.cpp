#include "models/analysis/attribution_grammar.h"
#include "models/analysis/polarity.h"
#include "models/analysis/reading.h"
#include "models/analysis/speakers.h"
#include "models/analysis/speech.h"

#include <algorithm>
#include <numeric>

namespace demarche::analysis {

using language::Upos;

namespace {

/// How certain an attribution must be to be reported as indirect speech: by the best F1 on PolNeAR's
/// development part. A bare noun ("praised the plan") must be surer than a clause, for it is less of a
/// quotation, and its cue must be a word of the table: "signed the treaty" quotes nobody.
constexpr double clauseThreshold = 0.35;
constexpr double nounThreshold = 0.5;

class QuoteFinder
{
public:
    QuoteFinder(Reading &reading, const AttributionModel &model, const CueWords &words)
        : m_reading(reading)
        , m_context(reading.tree, reading.quotedAt, words)
        , m_speakers(reading, words)
        , m_attributions(model.find(m_context, AttributionModel::leastCertain))
    {
        AttributionGrammar(reading, m_context).mend(m_attributions);
        m_speech = findSpeech(reading, m_context, model, m_attributions);
        indexSpeech();
    }

    void find()
    {
        // In text order, so that "he said" finds who spoke last.
        std::vector<std::pair<int, int>> order; // token, then the speech's index or ~ the attribution's
        order.reserve(m_speech.size() + m_attributions.size());
        for (int i = 0; i < int(m_speech.size()); ++i)
            order.emplace_back(m_speech[size_t(i)].tokens.firstToken, i);
        for (int i = 0; i < int(m_attributions.size()); ++i) {
            if (isIndirect(i))
                order.emplace_back(m_attributions[size_t(i)].firstToken, ~i);
        }
        std::ranges::sort(order);
        m_said.assign(m_speech.size(), -1);
        for (const auto &[token, which] : order) {
            if (which >= 0)
                spoken(which);
            else
                reported(m_attributions[size_t(~which)]);
        }
        carrySpeakers();
        for (Quote &quote : m_reading.analysis.quotes) {
            quote.about = about(quote);
            quote.polarity = polarity(m_reading, quote.content);
        }
    }

private:
    Span tokenSpan(int token) const { return m_reading.annotation.document.tokens[size_t(token)].span; }

    bool isIndirect(int index) const
    {
        const Attribution &a = m_attributions[size_t(index)];
        const bool clause = hasVerb(a);
        const bool listed = m_context.cues[size_t(a.cue)].kind != CueWord::Kind::None;
        if ((!clause && !listed) || a.certainty < (clause ? clauseThreshold : nounThreshold) ||
            m_reading.quotedAt[size_t(a.cue)] >= 0)
            return false;
        if (isDeed(a))
            return false;
        return m_marked[size_t(index)].isEmpty() &&
               m_edges[size_t(a.endToken)] == m_edges[size_t(a.firstToken)];
    }

    /// "Recalled its ambassador", "named a new minister": somebody is no content of such words.
    bool isDeed(const Attribution &a) const
    {
        using Kind = CueWord::Kind;
        const Kind kind = m_context.cues[size_t(a.cue)].kind;
        const int object = m_reading.tree.child(a.cue, {language::Deprel::Obj});
        return (kind == Kind::None || kind == Kind::Say || kind == Kind::Learn) && object >= 0 &&
               a.contains(object) && m_reading.actorAt[size_t(object)] >= 0 &&
               m_reading.tree.child(a.cue, {language::Deprel::Ccomp, language::Deprel::Xcomp}) < 0;
    }

    bool hasVerb(const Attribution &a) const
    {
        for (int t = a.firstToken; t < a.endToken; ++t) {
            if (m_context.word(t).upos == Upos::Verb || m_context.word(t).upos == Upos::Aux)
                return true;
        }
        return false;
    }

    int words(const Attribution &a) const
    {
        int count = 0;
        for (int t = a.firstToken; t < a.endToken; ++t)
            count += m_context.word(t).upos != Upos::Punct && !isThat(t);
        return count;
    }

    /// The content without the blanks, marks, commas and the "that" about it.
    Span trimmed(int first, int end) const
    {
        const auto idle = [&](int t) { return m_context.word(t).upos == Upos::Punct; };
        while (first < end && (idle(first) || isThat(first)))
            ++first;
        while (end > first && idle(end - 1))
            --end;
        if (first == end)
            return {};
        return {tokenSpan(first).begin, tokenSpan(end - 1).end};
    }

    /// The "that" which opens a clause; not the one of "that country".
    bool isThat(int token) const
    {
        const QLatin1StringView xpos = language::xposName(m_context.word(token).xpos);
        return (xpos == QLatin1StringView("IN") || xpos == QLatin1StringView("WDT")) &&
               m_context.form(token).compare(u"that", Qt::CaseInsensitive) == 0;
    }

    void spoken(int index)
    {
        const Speech &speech = m_speech[size_t(index)];
        Quote quote;
        quote.span = speech.span;
        quote.content = speech.span;
        quote.kind = speech.direct ? QuoteKind::Direct : QuoteKind::Mixed;
        if (speech.cue >= 0)
            quote.cue = tokenSpan(speech.cue);
        if (speech.source >= 0) {
            quote.speaker = m_speakers.of(speech.source);
            m_speakers.spoke(quote.speaker, speech.source);
        }
        if (!speech.direct && speech.attribution >= 0)
            quote.content = sharedContent(speech.attribution);
        m_said[size_t(index)] = int(m_reading.analysis.quotes.size());
        m_reading.analysis.quotes.push_back(std::move(quote));
    }

    /// The clause of a mixed quotation with all that is quoted in it: the same for each of its stretches.
    Span sharedContent(int attribution) const
    {
        const Attribution &a = m_attributions[size_t(attribution)];
        const Span clause = trimmed(a.firstToken, a.endToken);
        const Span marked = m_marked[size_t(attribution)];
        if (clause.isEmpty())
            return marked;
        return {std::min(clause.begin, marked.begin), std::max(clause.end, marked.end)};
    }

    /// What of each attribution is marked as speech, and how many stretches begin or end before each token.
    void indexSpeech()
    {
        m_marked.assign(m_attributions.size(), {});
        m_edges.assign(m_context.lemmas.size() + 1, 0);
        for (const Speech &speech : m_speech) {
            ++m_edges[size_t(speech.tokens.firstToken) + 1];
            ++m_edges[size_t(speech.tokens.endToken)];
            if (speech.attribution < 0)
                continue;
            Span &marked = m_marked[size_t(speech.attribution)];
            marked = marked.isEmpty() ? speech.span
                                      : Span{std::min(marked.begin, speech.span.begin),
                                             std::max(marked.end, speech.span.end)};
        }
        std::partial_sum(m_edges.begin(), m_edges.end(), m_edges.begin());
    }

    void reported(const Attribution &a)
    {
        Quote quote;
        quote.span = quote.content = trimmed(a.firstToken, a.endToken);
        if (quote.span.isEmpty() || words(a) < 2) // "who are known to …", "called it so"
            return;
        quote.kind = QuoteKind::Indirect;
        quote.cue = tokenSpan(a.cue);
        quote.speaker = m_speakers.of(a.source);
        m_speakers.spoke(quote.speaker, a.source);
        m_reading.analysis.quotes.push_back(std::move(quote));
    }

    /// Gives speech without a cue the speaker of the speech that it goes on from. Chains lead to their
    /// beginning.
    void carrySpeakers()
    {
        for (size_t i = 0; i < m_speech.size(); ++i) {
            int from = m_speech[i].follows;
            for (size_t steps = 0; steps < m_speech.size() && from >= 0 && m_speech[size_t(from)].cue < 0;
                 ++steps)
                from = m_speech[size_t(from)].follows;
            Quote &quote = m_reading.analysis.quotes[size_t(m_said[i])];
            if (from >= 0)
                quote.speaker = m_reading.analysis.quotes[size_t(m_said[size_t(from)])].speaker;
            if (quote.speaker < 0 && m_speech[i].alone && !m_speech[i].isAttributed())
                quote.speaker = lastSpeakerBefore(m_said[i]);
        }
    }

    int paragraphOf(const Quote &quote) const
    {
        const int sentence = m_reading.tree.sentenceOf(m_reading.tree.tokenAt(quote.span.begin));
        return m_reading.annotation.document.sentences[size_t(sentence)].paragraph;
    }

    /// "The envoy called the plan a farce." and then a paragraph that is nothing but speech: who spoke last
    /// in the paragraph before it.
    ActorId lastSpeakerBefore(int index) const
    {
        const auto &quotes = m_reading.analysis.quotes;
        const int before = paragraphOf(quotes[size_t(index)]) - 1;
        for (int i = index - 1; i >= 0 && paragraphOf(quotes[size_t(i)]) >= before; --i) {
            if (quotes[size_t(i)].speaker >= 0)
                return quotes[size_t(i)].speaker;
        }
        return -1;
    }

    std::vector<ActorId> about(const Quote &quote) const
    {
        std::vector<ActorId> all;
        gather(quote.content, quote.speaker, all);
        if (all.empty() && quote.kind == QuoteKind::Mixed) {
            const int subject = subjectOf(quote.span);
            const int cue = quote.cue.isEmpty() ? -1 : m_reading.tree.tokenAt(quote.cue.begin);
            const int object = cue < 0 ? -1 : m_reading.tree.child(cue, {language::Deprel::Obj});
            for (const int token : {subject, object}) {
                if (token >= 0 && all.empty())
                    gather(m_reading.tree.extent(token), quote.speaker, all);
            }
        }
        return all;
    }

    /// Of 'said the raid "was a crime"' the raid: the subject outside of the marks; -1 for none.
    int subjectOf(Span marked) const
    {
        const auto &tokens = m_reading.annotation.document.tokens;
        for (auto t = size_t(m_reading.tree.tokenAt(marked.begin));
             t < tokens.size() && tokens[t].span.begin < marked.end; ++t) {
            const int subject =
                m_reading.tree.child(int(t), {language::Deprel::Nsubj, language::Deprel::NsubjPass});
            if (subject >= 0 && tokens[size_t(subject)].span.end <= marked.begin)
                return subject;
        }
        return -1;
    }

    /// Adds the actors named in a stretch of text but for places and whoever speaks.
    void gather(Span span, ActorId speaker, std::vector<ActorId> &all) const
    {
        const auto &tokens = m_reading.annotation.document.tokens;
        for (auto t = size_t(m_reading.tree.tokenAt(span.begin));
             t < tokens.size() && tokens[t].span.begin < span.end; ++t) {
            const ActorId actor = m_reading.actorAt[t];
            if (actor < 0 || actor == speaker || std::ranges::find(all, actor) != all.end())
                continue;
            if (m_reading.analysis.actors[size_t(actor)].kind != ActorKind::Place)
                all.push_back(actor);
        }
    }

    Reading &m_reading;
    CueContext m_context;
    Speakers m_speakers;
    std::vector<Attribution> m_attributions;
    std::vector<Speech> m_speech;
    std::vector<Span> m_marked; ///< for each attribution what of it stands between marks; empty for none
    std::vector<int> m_edges;   ///< for each token how many ends of speech stand before it
    std::vector<int> m_said;    ///< for each speech its quote
};

} // namespace

void findQuotes(Reading &reading)
{
    const auto &model = AttributionModel::shipped();
    const auto &words = CueWords::shipped();
    if (!model || !words) {
        reading.analysis.warnings += (model ? words.error() : model.error()).line();
        return;
    }
    QuoteFinder(reading, *model, *words).find();
}

} // namespace demarche::analysis
