#pragma once

#include "models/language/annotation.h"

#include <initializer_list>
#include <span>
#include <vector>

namespace demarche::language {

/// The dependency trees of an annotation, walkable downwards. Token indices are document-wide. Keeps a
/// reference to the annotation, which must outlive it.
class Tree
{
public:
    explicit Tree(const Annotation &annotation);

    [[nodiscard]] const Annotation &annotation() const { return m_annotation; }

    /// Dependents of a token in text order.
    [[nodiscard]] std::span<const int> children(int token) const;
    [[nodiscard]] int head(int token) const { return m_annotation.word(token).head; }
    /// The first dependent with one of these relations, or -1.
    [[nodiscard]] int child(int token, std::initializer_list<Deprel> relations) const;
    /// The first dependent with this relation and (lower-case) form or lemma, or -1.
    [[nodiscard]] int child(int token, Deprel relation, QStringView lemma) const;
    /// Whether `token` is `ancestor` or stands below it.
    [[nodiscard]] bool dominates(int ancestor, int token) const;
    /// First and one-past-last token of the subtree (trees may have holes when not projective).
    struct Range
    {
        int first = 0;
        int end = 0;
    };
    [[nodiscard]] Range range(int token) const { return m_ranges[size_t(token)]; }
    /// Characters from the subtree's first token to its last.
    [[nodiscard]] text::Span extent(int token) const;
    /// The token and all that are joined to it by conj ("Colombia and Chile"), in text order.
    [[nodiscard]] std::vector<int> conjuncts(int token) const;
    /// The sentence's index that holds a token.
    [[nodiscard]] int sentenceOf(int token) const { return m_sentences[size_t(token)]; }
    /// The token that covers or next follows a character, or the token count.
    [[nodiscard]] int tokenAt(qsizetype character) const;

private:
    const Annotation &m_annotation;
    std::vector<int> m_firstChild; ///< index into m_children, one entry more than there are tokens
    std::vector<int> m_children;
    std::vector<Range> m_ranges;
    std::vector<int> m_sentences;
};

} // namespace demarche::language
