#pragma once

#include "models/knowledge/fold.h"

#include <QHash>

#include <span>
#include <vector>

namespace demarche::knowledge {

/// What a name in the text can mean.
struct Sense
{
    enum class Kind : std::uint8_t {
        State,        ///< its name: "Chile"
        FormerState,  ///< "Zaire"
        Adjective,    ///< "Chilean", "Chechen"; index of the people
        People,       ///< "Chileans", "Bosnian Serbs"; index of the people
        Seat,         ///< capital or seat of government: "Santiago", "La Moneda"; index of the state
        Place,        ///< a city or region
        Organisation, ///< a body or group, also by acronym
        Person,       ///< a full name
        Title         ///< "foreign minister", "rebels"
    };
    Kind kind = Kind::State;
    std::int32_t index = 0; ///< into the table of that kind
    std::int32_t from = 0;  ///< first Julian day of this sense, 0 for open
    std::int32_t to = 0;    ///< last Julian day, 0 for open
    std::uint32_t capitals =
        0;                ///< bit i: atom i is written with a capital in the table, so it must be in the text
    bool allCaps = false; ///< an acronym: "US", never "us" or "Us"

    [[nodiscard]] bool holdsOn(qint64 julianDay) const
    {
        return julianDay == 0 || ((from == 0 || from <= julianDay) && (to == 0 || julianDay <= to));
    }
};

/// A stretch of text that the tables know, with all it can mean by its spelling.
struct Match
{
    text::Span span;
    std::vector<Sense> senses; ///< never empty; in the order of the tables

    [[nodiscard]] const Sense *sense(Sense::Kind kind) const;
    [[nodiscard]] bool has(Sense::Kind kind) const { return sense(kind) != nullptr; }
};

/// All names of all tables as one trie over atoms.
class Lexicon
{
public:
    /// Adds a name. The spelling tells which atoms must be capitals. A name without a letter adds nothing.
    void add(QStringView name, Sense sense);
    /// The longest known names from left to right, never overlapping.
    [[nodiscard]] std::vector<Match> find(QStringView text) const { return find(atoms(text)); }
    [[nodiscard]] std::vector<Match> find(std::span<const Atom> atoms) const;
    /// The senses of exactly this name, its spelling regarded.
    [[nodiscard]] std::vector<Sense> lookUp(QStringView name) const;
    [[nodiscard]] size_t size() const { return m_senses.size(); }

    /// Names every field to a Writer or a Reader (tables_archive.cpp).
    template <typename A, typename T>
    static void archive(A &, T &lexicon);
    /// Makes the edges that were read findable; false where they or the senses point nowhere.
    [[nodiscard]] bool join();

private:
    [[nodiscard]] int step(int node, int word) const;
    void sensesOf(int node, std::span<const Atom> spelled, std::vector<Sense> &into) const;

    QHash<QString, int> m_words; ///< folded atom to its number
    QHash<quint64, int> m_edges; ///< node << 32 | word to the next node; node 0 is the root
    std::vector<int> m_edgeFrom; ///< the same edges as lists, in the order of their making
    std::vector<int> m_edgeWord;
    std::vector<int> m_edgeTo;
    std::vector<int> m_first{-1}; ///< node to its first sense, -1 for none
    std::vector<int> m_next;      ///< sense to the next one of its node, -1 for none
    std::vector<Sense> m_senses;
};

} // namespace demarche::knowledge
