#pragma once

#include "models/analysis/actors/units.h"

namespace demarche::analysis {

/// Chooses among all that a name can mean by its spelling: by the article's day, the states that the article
/// speaks of, part of speech, and what the name recogniser says.
class Meaning
{
public:
    Meaning(const Reading &, const Setting &);

    /// Fills the unit's kind, sense and country; false where the words mean none of what the tables know.
    [[nodiscard]] bool choose(const knowledge::Match &, Unit &) const;

private:
    [[nodiscard]] const knowledge::Sense *choosePerson(const knowledge::Match &) const;
    [[nodiscard]] bool chooseState(const knowledge::Match &, Unit &) const;
    [[nodiscard]] QList<knowledge::Sense> bodies(const knowledge::Match &) const;
    [[nodiscard]] bool chooseOrganisation(const knowledge::Match &, Unit &) const;
    [[nodiscard]] bool isNational(Unit &, const QString &own) const;
    [[nodiscard]] bool chooseTitle(const knowledge::Match &, Unit &) const;
    [[nodiscard]] bool holds(const knowledge::Sense &) const;
    [[nodiscard]] bool spokenOf(const QString &country) const
    {
        return m_setting.countries.contains(country);
    }
    [[nodiscard]] bool isSurname(const Unit &) const;

    const Reading &m_reading;
    const Setting &m_setting;
    std::vector<language::NameKind> m_nameAt; ///< for each token
    QStringList m_surnames;                   ///< last words of the persons' full names in the text, folded
};

} // namespace demarche::analysis
