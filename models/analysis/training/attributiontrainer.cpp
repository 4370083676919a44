#include "models/analysis/training/attributiontrainer.h"

#include "models/analysis/attribution.h"
#include "models/analysis/fragments.h"
#include "models/analysis/marks.h"
#include "models/analysis/training/logistic.h"
#include "models/analysis/training/quotecorpus.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace demarche::analysis::training {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;
using text::Span;

namespace {

constexpr int epochs = 8;
constexpr float attributionRate = 0.03F;
constexpr float stretchRate = 0.05F;

bool covered(const std::vector<Span> &spans, Span token)
{
    return std::ranges::any_of(spans, [&](Span s) { return s.contains(token); });
}

/// One document's trees beside its gold attributions.
class Lesson
{
public:
    Lesson(const QuoteDocument &document, const language::Annotator &annotator, const CueWords &words)
        : m_document(document)
        , m_annotation(annotateInFragments(annotator, text::segment(document.text)))
        , m_tree(m_annotation)
        , m_quotedAt(quotedTokens(m_annotation.document, quotedStretches(m_annotation.document)))
        , m_context(m_tree, m_quotedAt, words)
    {
    }

    void addAttributions(Logistic &cues, Logistic &sources, Logistic &contents) const
    {
        std::vector<bool> isCue(m_context.lemmas.size(), false);
        for (const GoldQuote &quote : m_document.quotes) {
            const int cue = cueToken(quote);
            if (cue < 0)
                continue;
            isCue[size_t(cue)] = true;
            roles(quote, cue, sources, contents);
        }
        Features features;
        for (int t = 0; t < int(isCue.size()); ++t) {
            if (!mayBeCue(m_context, t))
                continue;
            cueFeatures(m_context, t, features);
            cues.add(features, isCue[size_t(t)]);
        }
    }

    /// Whether each quoted stretch is somebody's words, seen with the attributions that `model` finds.
    void addStretches(const AttributionModel &model, Logistic &spoken) const
    {
        const auto attributions = model.find(m_context, AttributionModel::leastCertain);
        Features features;
        for (int t = 0, end = 0; t < int(m_quotedAt.size()); t = std::max(end, t + 1)) {
            if (m_quotedAt[size_t(t)] < 0)
                continue;
            end = t;
            while (end < int(m_quotedAt.size()) && m_quotedAt[size_t(end)] == m_quotedAt[size_t(t)])
                ++end;
            stretchFeatures(m_context, attributions, {t, end}, features);
            spoken.add(features, isSpoken({span(t).begin, span(end - 1).end}));
        }
    }

private:
    bool isSpoken(Span stretch) const
    {
        return std::ranges::any_of(m_document.quotes, [&](const GoldQuote &quote) {
            return std::ranges::any_of(quote.content, [&](Span content) {
                const Span common{std::max(content.begin, stretch.begin), std::min(content.end, stretch.end)};
                return common.length() * 2 > stretch.length();
            });
        });
    }

    Span span(int token) const { return m_annotation.document.tokens[size_t(token)].span; }

    /// The topmost token of a span, or -1.
    int headOf(Span of) const
    {
        for (int t = m_tree.tokenAt(of.begin); t < int(m_context.lemmas.size()) && of.contains(span(t));
             ++t) {
            const int head = m_tree.head(t);
            if (m_context.word(t).upos != Upos::Punct && (head < 0 || !of.contains(span(head))))
                return t;
        }
        return -1;
    }

    /// The annotators' cues are phrases ("went on to say"): the token with the carrying lemma, else the
    /// topmost.
    int cueToken(const GoldQuote &quote) const
    {
        for (const Span part : quote.cue) {
            for (int t = m_tree.tokenAt(part.begin);
                 t < int(m_context.lemmas.size()) && part.contains(span(t)); ++t) {
                if (mayBeCue(m_context, t) && m_annotation.lemma(t) == quote.cueLemma)
                    return t;
            }
        }
        for (const Span part : quote.cue) {
            const int head = headOf(part);
            if (head >= 0 && mayBeCue(m_context, head))
                return head;
        }
        return -1;
    }

    void roles(const GoldQuote &quote, int cue, Logistic &sources, Logistic &contents) const
    {
        const int source = quote.speaker.isEmpty() ? -1 : headOf(quote.speaker);
        Features features;
        for (const Candidate &candidate : candidates(m_context, cue)) {
            roleFeatures(m_context, cue, candidate, features);
            sources.add(features, candidate.token == source);
            contents.add(features, isContent(quote, candidate));
        }
    }

    bool isContent(const GoldQuote &quote, const Candidate &candidate) const
    {
        int words = 0;
        int inside = 0;
        for (int t = candidate.firstToken; t < candidate.endToken; ++t) {
            if (m_context.word(t).upos == Upos::Punct)
                continue;
            ++words;
            inside += covered(quote.content, span(t));
        }
        return inside > 0 && inside * 5 >= words * 4;
    }

    const QuoteDocument &m_document;
    language::Annotation m_annotation;
    language::Tree m_tree;
    std::vector<int> m_quotedAt;
    CueContext m_context;
};

/// Learns from all documents but every second one from `except` on.
AttributionModel::Table train(const std::vector<std::unique_ptr<Lesson>> &lessons,
                              std::optional<size_t> except)
{
    Logistic cues;
    Logistic sources;
    Logistic contents;
    for (size_t i = 0; i < lessons.size(); ++i) {
        if (!except || i % 2 != *except)
            lessons[i]->addAttributions(cues, sources, contents);
    }
    AttributionModel::Table table;
    table[AttributionModel::Cue] = cues.train(epochs, attributionRate);
    table[AttributionModel::Source] = sources.train(epochs, attributionRate);
    table[AttributionModel::Content] = contents.train(epochs, attributionRate);
    table[AttributionModel::Spoken].assign(AttributionModel::tableSize, 0);
    return table;
}

} // namespace

Result<QByteArray> trainAttribution(const QString &corpus, const language::Annotator &annotator,
                                    const std::function<void(const QString &)> &say)
{
    const auto &words = CueWords::shipped();
    if (!words)
        return std::unexpected(words.error());
    const auto documents = readQuoteCorpus(corpus, u"train"_s);
    if (!documents)
        return std::unexpected(documents.error());
    std::vector<std::unique_ptr<Lesson>> lessons;
    for (const QuoteDocument &document : *documents)
        lessons.push_back(std::make_unique<Lesson>(document, annotator, *words));
    say(u"%1 documents parsed"_s.arg(lessons.size()));
    // What is quoted is judged by attributions found as they will be in a new article: by a model that has
    // not seen it.
    Logistic spoken;
    for (const size_t half : {0U, 1U}) {
        const auto model = AttributionModel::open(AttributionModel::write(train(lessons, half)), corpus);
        if (!model)
            return std::unexpected(model.error());
        for (size_t i = half; i < lessons.size(); i += 2)
            lessons[i]->addStretches(*model, spoken);
    }
    say(u"%1 quoted stretches"_s.arg(spoken.size()));
    AttributionModel::Table table = train(lessons, {});
    table[AttributionModel::Spoken] = spoken.train(epochs, stretchRate);
    return AttributionModel::write(table);
}

} // namespace demarche::analysis::training
