#pragma once

#include "models/knowledge/entries.h"
#include "models/knowledge/lexicon.h"
#include "models/text/result.h"

#include <QHash>

#include <optional>
#include <vector>

namespace demarche::knowledge {

/// Everything that the tables of names say, checked and joined, with all their names in one lexicon.
struct Tables
{
    std::vector<State> states;
    std::vector<FormerState> formerStates;
    std::vector<People> peoples;
    std::vector<Place> places;
    std::vector<Organisation> organisations;
    std::vector<Title> titles;
    std::vector<Person> persons;
    Lexicon lexicon;
    QHash<QString, int> stateByCode;        ///< alpha-3 to state
    QHash<QString, int> organisationByName; ///< nameKey() of each name to organisation; of several the first
    QHash<QString, QList<int>> personsBySurname; ///< folded surname, or other short name, to persons
    QHash<QString, Gender> givenNames;           ///< folded given name to its bearers' usual gender
};

/// The compiled form, which the build makes and the program carries.
[[nodiscard]] QByteArray pack(const Tables &);
/// Nothing where the bytes are damaged or of another layout.
[[nodiscard]] std::optional<Tables> unpack(const QByteArray &);

/// Reads all tables of names in a folder laid out as resources/knowledge. The first thing wrong is told with
/// file and line: an unknown column, a country code that states.tsv does not have, a name given twice, dates
/// out of order …
[[nodiscard]] Result<Tables> readTables(const QString &folder);

} // namespace demarche::knowledge
