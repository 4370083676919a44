#include "models/analysis/training/quotescores.h"

#include "models/analysis/training/quotecorpus.h"

#include <algorithm>
#include <tuple>

namespace demarche::analysis::training {

using text::Span;

namespace {

constexpr double leastOverlap = 0.3;

struct Item
{
    const GoldQuote *quote;
    std::vector<Span> spans;
};

std::vector<Item> items(const QuoteDocument &document)
{
    std::vector<Item> all;
    for (const GoldQuote &quote : document.quotes) {
        if (quote.kind != QuoteKind::Direct) {
            all.push_back({&quote, quote.content});
            continue;
        }
        for (const Span span : quote.content) {
            if (span.length() > 3)
                all.push_back({&quote, {span}});
        }
    }
    return all;
}

double jaccard(const std::vector<Span> &gold, Span found)
{
    qsizetype common = 0;
    qsizetype length = 0;
    for (const Span span : gold) {
        common += std::max<qsizetype>(0, std::min(span.end, found.end) - std::max(span.begin, found.begin));
        length += span.length();
    }
    return double(common) / double(length + found.length() - common);
}

/// Quotes that share their content are one to the corpus.
std::vector<const Quote *> distinct(const Analysis &analysis)
{
    std::vector<const Quote *> all;
    for (const Quote &quote : analysis.quotes) {
        const auto same = [&](const Quote *other) { return other->content == quote.content; };
        if (std::ranges::none_of(all, same))
            all.push_back(&quote);
    }
    return all;
}

void scoreSpeaker(QuoteScore &score, const GoldQuote &gold, const Quote &quote, const Analysis &analysis)
{
    if (gold.speaker.isEmpty())
        return;
    ++score.speakers;
    if (quote.speaker >= 0) {
        const auto &mentions = analysis.actors[size_t(quote.speaker)].mentions;
        score.speakersRight +=
            std::ranges::any_of(mentions, [&](const Mention &m) { return m.span.overlaps(gold.speaker); });
    }
}

void score(const QuoteDocument &document, const Analysis &analysis, QuoteScores &scores)
{
    const std::vector<Item> gold = items(document);
    const std::vector<const Quote *> found = distinct(analysis);
    std::vector<std::tuple<double, size_t, size_t>> pairs;
    for (size_t g = 0; g < gold.size(); ++g) {
        ++scores[size_t(gold[g].quote->kind)].gold;
        for (size_t f = 0; f < found.size(); ++f) {
            if (const double overlap = jaccard(gold[g].spans, found[f]->content); overlap >= leastOverlap)
                pairs.emplace_back(-overlap, g, f);
        }
    }
    for (const Quote *quote : found)
        ++scores[size_t(quote->kind)].found;
    std::ranges::sort(pairs);
    std::vector<bool> goldUsed(gold.size());
    std::vector<bool> foundUsed(found.size());
    for (const auto &[overlap, g, f] : pairs) {
        if (goldUsed[g] || foundUsed[f])
            continue;
        goldUsed[g] = foundUsed[f] = true;
        QuoteScore &kind = scores[size_t(gold[g].quote->kind)];
        ++kind.matched;
        ++scores[size_t(found[f]->kind)].right;
        scoreSpeaker(kind, *gold[g].quote, *found[f], analysis);
    }
}

} // namespace

Result<QuoteScores> scoreQuotes(const Pipeline &pipeline, const QString &corpus, const QString &split)
{
    const auto documents = readQuoteCorpus(corpus, split);
    if (!documents)
        return std::unexpected(documents.error());
    QuoteScores scores;
    for (const QuoteDocument &document : *documents)
        score(document, pipeline.analyze(document.text, {}), scores);
    return scores;
}

} // namespace demarche::analysis::training
