#pragma once

#include "models/analysis/reading.h"

#include <vector>

namespace demarche::analysis {

/// One mention as a pronoun behind it looks back on it.
struct Seen
{
    ActorId actor = -1;
    int token = -1; ///< head of the mention
    int sentence = 0;
    int verb = -1;       ///< the verb of which it is the subject, or -1
    bool speaks = false; ///< that verb attributes speech
    bool quoted = false; ///< stands between quotation marks
};

/// The mentions of an article in text order, and how strongly each offers itself to a pronoun.
class Salience
{
public:
    explicit Salience(const Reading &);

    /// Adds a mention; they must come in text order.
    void see(ActorId, int token);
    [[nodiscard]] const std::vector<Seen> &all() const { return m_seen; }

    /// How well a mention explains a pronoun at `token`; very negative where grammar forbids it.
    [[nodiscard]] double score(const Seen &, int token) const;
    [[nodiscard]] bool isSubject(int token) const;

private:
    [[nodiscard]] int verbOfRelative(int token) const;
    [[nodiscard]] int verbOfSubject(ActorId, int token) const;
    [[nodiscard]] bool speaks(int verb) const;

    const Reading &m_reading;
    std::vector<Seen> m_seen;
    std::vector<int> m_count; ///< mentions so far of each actor
};

} // namespace demarche::analysis
