#include "models/language/tree.h"

#include <algorithm>

namespace demarche::language {

Tree::Tree(const Annotation &annotation)
    : m_annotation(annotation)
{
    const int count = int(annotation.words.size());
    m_firstChild.assign(size_t(count) + 1, 0);
    for (const Word &word : annotation.words) {
        if (word.head >= 0)
            ++m_firstChild[size_t(word.head) + 1];
    }
    for (size_t i = 1; i < m_firstChild.size(); ++i)
        m_firstChild[i] += m_firstChild[i - 1];
    m_children.resize(size_t(m_firstChild.back()));
    std::vector<int> next(m_firstChild.begin(), m_firstChild.end() - 1);
    m_ranges.resize(size_t(count));
    for (int i = 0; i < count; ++i) {
        const int head = annotation.words[size_t(i)].head;
        if (head >= 0)
            m_children[size_t(next[size_t(head)]++)] = i;
        m_ranges[size_t(i)] = {i, i + 1};
    }
    // Ranges grow from the leaves upwards, each token once all below it are done: linear however deep the tree.
    std::vector<int> waiting(static_cast<size_t>(count));
    std::vector<int> done;
    done.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        waiting[size_t(i)] = m_firstChild[size_t(i) + 1] - m_firstChild[size_t(i)];
        if (waiting[size_t(i)] == 0)
            done.push_back(i);
    }
    for (size_t at = 0; at < done.size(); ++at) {
        const int up = annotation.words[size_t(done[at])].head;
        if (up < 0)
            continue;
        const Range below = m_ranges[size_t(done[at])];
        Range &range = m_ranges[size_t(up)];
        range.first = std::min(range.first, below.first);
        range.end = std::max(range.end, below.end);
        if (--waiting[size_t(up)] == 0)
            done.push_back(up);
    }
    m_sentences.assign(size_t(count), 0);
    for (size_t s = 0; s < annotation.document.sentences.size(); ++s) {
        const text::Sentence &sentence = annotation.document.sentences[s];
        std::fill(m_sentences.begin() + sentence.firstToken, m_sentences.begin() + sentence.endToken, int(s));
    }
}

std::span<const int> Tree::children(int token) const
{
    const auto first = size_t(m_firstChild[size_t(token)]);
    const auto end = size_t(m_firstChild[size_t(token) + 1]);
    return std::span(m_children).subspan(first, end - first);
}

int Tree::child(int token, std::initializer_list<Deprel> relations) const
{
    for (const int c : children(token)) {
        if (std::ranges::find(relations, m_annotation.word(c).deprel) != relations.end())
            return c;
    }
    return -1;
}

int Tree::child(int token, Deprel relation, QStringView lemma) const
{
    for (const int c : children(token)) {
        if (m_annotation.word(c).deprel != relation)
            continue;
        if (m_annotation.lemma(c) == lemma || m_annotation.form(c).compare(lemma, Qt::CaseInsensitive) == 0)
            return c;
    }
    return -1;
}

bool Tree::dominates(int ancestor, int token) const
{
    while (token >= 0 && token != ancestor)
        token = head(token);
    return token == ancestor;
}

text::Span Tree::extent(int token) const
{
    const Range tokens = range(token);
    const auto &all = m_annotation.document.tokens;
    return {all[size_t(tokens.first)].span.begin, all[size_t(tokens.end) - 1].span.end};
}

std::vector<int> Tree::conjuncts(int token) const
{
    std::vector<int> all{token};
    for (size_t i = 0; i < all.size(); ++i) {
        for (const int c : children(all[i])) {
            if (m_annotation.word(c).deprel == Deprel::Conj)
                all.push_back(c);
        }
    }
    std::ranges::sort(all);
    return all;
}

int Tree::tokenAt(qsizetype character) const
{
    const auto &tokens = m_annotation.document.tokens;
    const auto found = std::ranges::lower_bound(tokens, character, std::ranges::less_equal{},
                                                [](const text::Token &t) { return t.span.end; });
    return int(found - tokens.begin());
}

} // namespace demarche::language
