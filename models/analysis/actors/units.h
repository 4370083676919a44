#pragma once

#include "models/analysis/actors/setting.h"

#include <vector>

namespace demarche::analysis {

/// A stretch of tokens that means one thing to the reader of politics: a name, a demonym, a title.
struct Unit
{
    enum class Kind : std::uint8_t {
        State,
        FormerState,
        Adjective, ///< "Chilean"
        People,    ///< "Chileans"
        Seat,      ///< "Moscow", "the Kremlin"
        Place,
        Organisation,
        Person, ///< known to the tables
        Title,
        PersonName,       ///< by the name recogniser only
        OrganisationName, ///< likewise
        PlaceName         ///< likewise
    };
    Kind kind = Kind::Title;
    int first = 0; ///< tokens [first, end)
    int end = 0;
    Span span;              ///< of the name itself; inside its token for "pro-Moscow"
    knowledge::Sense sense; ///< of the kinds that the tables know
    QString country;        ///< the state it tells of, where it tells of one
    bool within = false;    ///< part of a word: "pro-Moscow"

    [[nodiscard]] bool is(Kind k) const { return kind == k; }
    [[nodiscard]] bool isPerson() const { return kind == Kind::Person || kind == Kind::PersonName; }
};

/// All units of an article, in text order, never overlapping: names of the tables and of the name recogniser,
/// each with the meaning that fits the article's day and the states it speaks of.
class Units
{
public:
    Units(const Reading &, const Setting &, const std::vector<knowledge::Match> &);

    [[nodiscard]] const std::vector<Unit> &all() const { return m_units; }
    [[nodiscard]] const Unit &operator[](int index) const { return m_units[size_t(index)]; }
    /// Index of the unit that covers a token, or -1.
    [[nodiscard]] int at(int token) const
    {
        return token >= 0 && token < int(m_at.size()) ? m_at[size_t(token)] : -1;
    }

private:
    std::vector<Unit> m_units;
    std::vector<int> m_at;
};

} // namespace demarche::analysis
