#pragma once

#include "models/language/tags.h"
#include "models/language/tree.h"

namespace demarche::analysis {

/// What those have in common who mend the parser's trees: the words, which they change, and the trees as they
/// were when the mending began.
class TreeMender
{
public:
    explicit TreeMender(language::Annotation &annotation)
        : m_annotation(annotation)
        , m_tree(annotation)
    {
    }

protected:
    [[nodiscard]] language::Word &word(int t) { return m_annotation.words[size_t(t)]; }
    [[nodiscard]] const language::Word &word(int t) const { return m_annotation.words[size_t(t)]; }
    [[nodiscard]] int wordCount() const { return int(m_annotation.words.size()); }
    [[nodiscard]] bool isTag(int t, QLatin1StringView tag) const
    {
        return language::xposName(word(t).xpos) == tag;
    }
    /// By its form: "left", "leaves", "leave".
    [[nodiscard]] bool isFinite(int t) const
    {
        using namespace Qt::StringLiterals;
        return isTag(t, "VBD"_L1) || isTag(t, "VBZ"_L1) || isTag(t, "VBP"_L1);
    }
    [[nodiscard]] bool isNominal(int t) const
    {
        return word(t).upos == language::Upos::Noun || word(t).upos == language::Upos::Propn;
    }
    [[nodiscard]] bool isCapital(int t) const { return m_annotation.form(t).front().isUpper(); }
    void hang(int t, int head, language::Deprel relation)
    {
        word(t).head = head;
        word(t).deprel = relation;
    }

    language::Annotation &m_annotation;
    language::Tree m_tree; ///< of the trees as they were; relations are read from the annotation
};

} // namespace demarche::analysis
