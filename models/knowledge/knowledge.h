#pragma once

#include "models/knowledge/entries.h"
#include "models/knowledge/lexicon.h"
#include "models/text/result.h"

#include <QList>

#include <memory>
#include <span>

namespace demarche::knowledge {

struct Tables;

/// What the program knows of the world: states, offices and who held them when, organisations. Immutable, so
/// that one instance serves all threads.
class Knowledge
{
public:
    /// The tables built into the program, loaded once for the process.
    [[nodiscard]] static Result<const Knowledge *> shipped();

    explicit Knowledge(Tables tables);
    ~Knowledge();

    /// All names that the tables know in a text, longest first from left to right, never overlapping.
    [[nodiscard]] std::vector<Match> find(QStringView text) const;
    [[nodiscard]] std::vector<Match> find(std::span<const Atom> atoms) const;
    /// The senses of exactly this name, capitals regarded.
    [[nodiscard]] std::vector<Sense> lookUp(QStringView name) const;

    [[nodiscard]] std::span<const State> states() const;
    [[nodiscard]] std::span<const FormerState> formerStates() const;
    [[nodiscard]] const State *state(const QString &iso3) const; ///< null for an unknown code
    [[nodiscard]] const State &state(const Sense &) const;       ///< of a State or Seat sense
    [[nodiscard]] const FormerState &formerState(const Sense &) const;
    [[nodiscard]] const People &people(const Sense &) const; ///< of an Adjective or People sense
    [[nodiscard]] const Place &place(const Sense &) const;
    [[nodiscard]] const Organisation &organisation(const Sense &) const;
    [[nodiscard]] const Title &title(const Sense &) const;
    [[nodiscard]] const Person &person(const Sense &) const;

    [[nodiscard]] const Organisation *
    organisation(const QString &nameOrAcronym) const; ///< null for an unknown one
    [[nodiscard]] std::span<const Person> persons() const;
    /// Indices into persons() of all who go by this surname or short name, however spelled.
    [[nodiscard]] QList<int> personsNamed(QStringView shortName) const;
    /// Indices into persons() of those who held that office of a state (or organisation, by acronym) on that
    /// day.
    [[nodiscard]] QList<int> holders(const QString &country, const QString &office, QDate day) const;
    [[nodiscard]] Gender genderOfGivenName(QStringView name) const;

private:
    std::unique_ptr<const Tables> m_tables;
    QHash<QString, QList<int>> m_byOffice; ///< "CHL/president" to persons
};

/// What somebody is on a day: the office that they hold, held last, or will hold.
struct Standing
{
    enum class When : std::uint8_t { Current, Former, Future };
    const Tenure *tenure = nullptr;
    When when = When::Current;
};

/// Of several offices on that day the one entered last, but a head of state's or government's before any
/// other. An invalid day gives the last office of all as current. The tenure is null only for a person
/// without any.
[[nodiscard]] Standing standing(const Person &, QDate day);

} // namespace demarche::knowledge
