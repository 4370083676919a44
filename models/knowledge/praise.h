#pragma once

#include "models/knowledge/table.h"
#include "models/language/annotation.h"

#include <QHash>

namespace demarche::knowledge {

/// How a word judges, each from -1 (hostile) to 1 (friendly).
struct Judgement
{
    double judged = 0; ///< what the word is said of; for a verb its subject
    double object = 0; ///< for a verb: how its subject stands to its object
};

/// The words of praise and blame. Immutable once loaded.
class Praise
{
public:
    /// A word twice in one kind, an unknown kind and a value off the scale are Problems.
    [[nodiscard]] static Result<Praise> load(const Table &words);
    /// The shipped table, loaded once for the process.
    [[nodiscard]] static const Result<Praise> &shipped();
    [[nodiscard]] static std::span<const Column> columns();

    /// What the table says of a lemma used as this part of speech; nullptr for nothing.
    [[nodiscard]] const Judgement *find(const QString &lemma, language::Upos) const;
    [[nodiscard]] qsizetype size() const { return m_verbs.size() + m_adjectives.size() + m_nouns.size(); }

private:
    QHash<QString, Judgement> m_verbs;
    QHash<QString, Judgement> m_adjectives;
    QHash<QString, Judgement> m_nouns;
};

} // namespace demarche::knowledge
