#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

/// What the tables of resources/knowledge say, one struct a table. Countries are ISO 3166-1 alpha-3 (XKX
/// Kosovo).
namespace demarche::knowledge {

/// A stretch of days, both ends included; an invalid end is open.
struct Period
{
    QDate from;
    QDate to;

    /// An invalid day lies in every period: who does not know when an article was written excludes nothing.
    [[nodiscard]] bool contains(QDate day) const
    {
        return !day.isValid() || ((!from.isValid() || from <= day) && (!to.isValid() || day <= to));
    }
};

/// A state, or a territory with an ISO code of its own (states.tsv).
struct State
{
    QString iso3;
    QString iso2;
    int numeric = 0; ///< ISO 3166-1 numeric; 0 for Kosovo, which has none
    QString name;    ///< as newspapers write it
    QString officialName;
    QString adjective; ///< the first one: "Chilean"
    QString people;    ///< plural noun: "Chileans"
    QString capital;
    QString region;    ///< "South America", "Western Europe" …
    QStringList blocs; ///< acronyms of the organisations it is a member of (blocs.tsv), as of 2024
};

/// A state that no longer goes by that name (former_states.tsv): the Soviet Union, Zaire.
struct FormerState
{
    QString code; ///< its own former ISO 3166 code, e.g. SUN; may be empty
    QString name;
    QString country; ///< the state that its acts are counted for
    QString capital; ///< may be empty
    Period years;
};

/// Those who are called by one demonym or belong to one community (states.tsv, former_states.tsv,
/// peoples.tsv).
struct People
{
    QString name; ///< plural noun: "Chileans", "Bosnian Serbs"; may be empty where there is only an adjective
    QString country;     ///< the state in which they act; empty where they live in many
    bool ofState = true; ///< all the people of a state, not a community
};

/// A city or region that stands for a location, or for the authorities there (places.tsv).
struct Place
{
    QString name;
    QString country;
};

/// An international body, institution, party, armed or political group (organisations.tsv).
struct Organisation
{
    enum class Kind : std::uint8_t { Organization, Group, Media };
    QString name;
    QString acronym; ///< the short name that news uses, may be empty
    Kind kind = Kind::Organization;
    QString country; ///< empty for international bodies
    QString code;    ///< CAMEO actor code
    Period years;
};

/// A noun or title that tells what somebody is (titles.tsv).
struct Title
{
    enum class Type : std::uint8_t {
        Person,  ///< "president": one person, also before a name
        Body,    ///< "foreign ministry": an institution of a state
        People,  ///< "rebels", "officials": an unnamed group
        Informal ///< "witness", "source": worth recording only where quoted
    };
    QString name; ///< singular, lower case
    QString role; ///< normalised: "foreign minister" for "minister of foreign affairs"
    QString code; ///< CAMEO role suffix: GOV, MIL, OPP …; may be empty
    Type type = Type::Person;
    bool official = false; ///< speaks for the state
    bool plural = false;   ///< this sense is of the plural form
};

/// One time in office.
struct Tenure
{
    QString country;      ///< ISO alpha-3; empty for an international body
    QString organisation; ///< its name in organisations.tsv, where the office is not a state's
    QString office;       ///< "president", "foreign minister" …
    Period period;
    bool official = true;
};

enum class Gender : std::uint8_t { Unknown, Male, Female };

/// Somebody who makes news, with all offices known (holders/*.tsv).
struct Person
{
    QString name;
    Gender gender = Gender::Unknown;
    std::vector<Tenure> tenures; ///< by date of entry
};

} // namespace demarche::knowledge
