#pragma once

#include "models/knowledge/patterns.h"

namespace demarche::knowledge {

/// Turns the written form of patterns into Patterns. One object compiles one set of tables.
class PatternCompiler
{
public:
    explicit PatternCompiler(const Cameo &cameo)
        : m_cameo(cameo)
    {
    }

    [[nodiscard]] std::optional<Problem> addClasses(const Table &words);
    [[nodiscard]] std::optional<Problem> addVerbs(const Table &rows) { return add(rows, m_patterns.m_verbs); }
    [[nodiscard]] std::optional<Problem> addNouns(const Table &rows) { return add(rows, m_patterns.m_nouns); }
    [[nodiscard]] std::optional<Problem> addAdjectives(const Table &rows)
    {
        return add(rows, m_patterns.m_adjectives);
    }
    [[nodiscard]] std::optional<Problem> addTurns(const Table &rows);

    /// Sorts each lemma's patterns, most demanding first, and hands them over.
    [[nodiscard]] Patterns take();

private:
    [[nodiscard]] std::optional<Problem> add(const Table &rows, Patterns::Index &index);
    [[nodiscard]] Result<Condition> condition(const QString &written);
    [[nodiscard]] Result<Role> role(const QString &written) const;
    [[nodiscard]] Result<std::vector<Role>> roles(const QStringList &written) const;
    [[nodiscard]] Result<int> wordSet(const QString &written);

    const Cameo &m_cameo;
    Patterns m_patterns;
};

} // namespace demarche::knowledge
