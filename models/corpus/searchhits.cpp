#include "models/corpus/searchhits.h"

#include "models/corpus/searchterms.h"

#include <algorithm>

namespace demarche::corpus {

namespace {

using text::Span;

void gather(const SearchNode &node, std::vector<const SearchNode *> &wanted)
{
    using Field = SearchNode::Field;
    if (node.kind == SearchNode::Kind::Not)
        return;
    if (node.kind == SearchNode::Kind::Words && (node.field == Field::Any || node.field == Field::Text))
        wanted.push_back(&node);
    for (const SearchNode &part : node.parts)
        gather(part, wanted);
}

void findAsItStands(const QString &words, const QString &text, std::vector<Span> &hits)
{
    for (qsizetype at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.size()))
        hits.push_back({at, at + words.size()});
}

void findTerms(const SearchNode &node, const std::vector<SearchTerm> &text, std::vector<Span> &hits)
{
    const std::vector<SearchTerm> phrase = searchTerms(node.words);
    if (phrase.empty())
        return;
    const auto fits = [&](const SearchTerm &there, const SearchTerm &wanted) {
        return &wanted == &phrase.back() && node.prefix ? there.folded.startsWith(wanted.folded)
                                                        : there.folded == wanted.folded;
    };
    auto from = text.begin();
    while (true) {
        const auto found = std::search(from, text.end(), phrase.begin(), phrase.end(), fits);
        if (found == text.end())
            return;
        hits.push_back({found->span.begin, (found + std::ptrdiff_t(phrase.size()) - 1)->span.end});
        from = found + 1;
    }
}

} // namespace

std::vector<Span> searchHits(const SearchQuery &query, const QString &text)
{
    std::vector<const SearchNode *> wanted;
    if (query.root)
        gather(*query.root, wanted);
    if (wanted.empty())
        return {};
    const std::vector<SearchTerm> terms = searchTerms(text);
    std::vector<Span> hits;
    for (const SearchNode *node : wanted) {
        if (hasUnspacedScript(node->words))
            findAsItStands(node->words, text, hits);
        else
            findTerms(*node, terms, hits);
    }
    std::ranges::sort(hits, {}, [](Span span) { return std::pair(span.begin, -span.end); });
    qsizetype end = 0;
    std::erase_if(hits, [&end](Span span) {
        const bool overlaps = span.begin < end;
        end = std::max(end, span.end);
        return overlaps;
    });
    return hits;
}

QString searchExcerpt(const SearchQuery &query, const QString &text, qsizetype length)
{
    const std::vector<Span> hits = searchHits(query, text);
    if (hits.empty())
        return {};
    // Little of it before the hit, so that this is seen where the line is cut short.
    qsizetype begin = std::max<qsizetype>(0, hits.front().begin - length / 6);
    while (begin > 0 && !text.at(begin - 1).isSpace() && begin < hits.front().begin)
        ++begin;
    qsizetype end = std::min(text.size(), begin + length);
    while (end < text.size() && end > hits.front().end && !text.at(end).isSpace())
        --end;
    const QString words = text.sliced(begin, std::max(end, hits.front().end) - begin).simplified();
    return (begin > 0 ? QStringLiteral("… ") : QString()) + words +
           (end < text.size() ? QStringLiteral(" …") : QString());
}

} // namespace demarche::corpus
