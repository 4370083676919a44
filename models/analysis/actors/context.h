#pragma once

#include "models/analysis/actors/cast.h"
#include "models/analysis/actors/descriptions.h"
#include "models/analysis/actors/setting.h"
#include "models/analysis/actors/units.h"

namespace demarche::analysis {

/// What the finders of persons, states, bodies and groups share.
struct ActorContext
{
    const Reading &reading;
    const Setting &setting;
    const Units &units;
    const Descriptions &descriptions;
    Cast &cast;
    std::vector<bool> titleUsed; ///< for each unit: a title that goes with a name

    [[nodiscard]] const language::Word &word(int token) const { return reading.annotation.word(token); }
    [[nodiscard]] QStringView form(int token) const { return reading.annotation.form(token); }
    [[nodiscard]] Span span(int first, int end) const
    {
        const auto &tokens = reading.annotation.document.tokens;
        return {tokens[size_t(first)].span.begin, tokens[size_t(end - 1)].span.end};
    }
    [[nodiscard]] QString text(int first, int end) const
    {
        return span(first, end).of(reading.annotation.document.text).toString().simplified();
    }
    [[nodiscard]] bool isCredit(int token) const
    {
        return setting.credits[size_t(reading.tree.sentenceOf(token))];
    }
    [[nodiscard]] bool inDateline(int token) const
    {
        return token < setting.datelineEnd[size_t(reading.tree.sentenceOf(token))];
    }
    /// The token of [first, end) whose head lies outside: the one through which the tree sees the name.
    [[nodiscard]] int headOf(int first, int end) const;
    /// Whether the token is the subject of a verb that attributes speech ("said", "told").
    [[nodiscard]] bool speaks(int token) const;
    [[nodiscard]] bool isSubject(int token) const;
};

/// The state whose embassies alone the article names, "the Omani embassy"; empty for none or several.
[[nodiscard]] QString onlyEmbassy(const ActorContext &);

/// Whether a bare surname can mean somebody of that standing on that day.
[[nodiscard]] bool inTheNews(const knowledge::Standing &, QDate day);

/// The actor for somebody whom the tables know, made where the article has not named them yet.
ActorId knownPerson(ActorContext &, int person);

void findPersons(ActorContext &);       ///< named persons, by full name, surname and description
void findStates(ActorContext &);        ///< states, their seats, peoples, places
void findOrganisations(ActorContext &); ///< named bodies and groups
void findUnnamed(ActorContext &);       ///< "the Chilean president", "foreign ministry", "rebels"

/// Whether holders of this office of whom nobody says of which state are of the one where the report is set.
/// Diplomats are abroad by trade; an unknown "president" is as often a company's.
[[nodiscard]] bool isOfSetting(const QString &role);

/// The state of a place or body that only the name recogniser knows: what stands beside the name tells it, or
/// the article is about one state alone. Empty where neither does.
[[nodiscard]] QString originOf(const ActorContext &, const Unit &);
/// The state that opens a name: of "U.S. Congress", "Sri Lankan Army". Empty for none.
[[nodiscard]] QString stateOpening(const ActorContext &, const Unit &);

/// The state that the word before a person's name tells ("Italian Gualtiero Ferri"), or the one before a
/// single noun
/// ("French citizen Marie Dupont"); empty where there is none.
[[nodiscard]] QString nationalityOf(const ActorContext &, int name);

/// The CAMEO code of somebody of that state (or body) with that title; either may be missing.
[[nodiscard]] QString actorCode(const QString &country, const QString &organisationCode,
                                const knowledge::Title *title);

} // namespace demarche::analysis
