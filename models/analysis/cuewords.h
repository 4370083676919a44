#pragma once

#include "models/text/result.h"

#include <QHash>
#include <QString>

#include <cstdint>

namespace demarche::analysis {

/// One row of resources/knowledge/cues.tsv: a word that attributes speech or thought.
struct CueWord
{
    enum class Kind : std::uint8_t {
        None,
        Say,
        Claim,
        Ask,
        Order,
        Promise,
        Judge,
        Deny,
        Agree,
        Think,
        Learn,
        Show
    };
    Kind kind = Kind::None;
    bool direct = false; ///< commonly stands beside words between quotation marks
};

/// The table of cue words, by lemma.
class CueWords
{
public:
    [[nodiscard]] static Result<CueWords> parse(const QByteArray &table, const QString &file);
    /// The shipped table, read once for the process.
    [[nodiscard]] static const Result<CueWords> &shipped();

    [[nodiscard]] CueWord verb(const QString &lemma) const { return m_verbs.value(lemma); }
    [[nodiscard]] CueWord noun(const QString &lemma) const { return m_nouns.value(lemma); }
    [[nodiscard]] CueWord other(const QString &lemma) const { return m_others.value(lemma); }

private:
    QHash<QString, CueWord> m_verbs;
    QHash<QString, CueWord> m_nouns;
    QHash<QString, CueWord> m_others;
};

} // namespace demarche::analysis
