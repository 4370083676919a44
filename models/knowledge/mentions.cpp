#include "models/knowledge/mentions.h"

#include <algorithm>

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

/// The state of one sense; "IGO…" for an international body; empty for a title.
QString countryOf(const Knowledge &knowledge, const Sense &sense, QDate day)
{
    switch (sense.kind) {
    case Sense::Kind::State:
    case Sense::Kind::Seat:
        return knowledge.state(sense).iso3;
    case Sense::Kind::FormerState:
        return knowledge.formerState(sense).country;
    case Sense::Kind::Adjective:
    case Sense::Kind::People:
        return knowledge.people(sense).country;
    case Sense::Kind::Place:
        return knowledge.place(sense).country;
    case Sense::Kind::Organisation: {
        const Organisation &organisation = knowledge.organisation(sense);
        return organisation.country.isEmpty() ? organisation.code.left(3) : organisation.country;
    }
    case Sense::Kind::Person: {
        const Standing found = standing(knowledge.person(sense), day);
        return found.tenure ? found.tenure->country : QString();
    }
    case Sense::Kind::Title:
        break;
    }
    return {};
}

/// The last capitalised word as a surname of somebody who held office then.
QString countryOfSurname(const Knowledge &knowledge, QStringView mention, QDate day)
{
    const std::vector<Atom> words = atoms(mention);
    const auto last = std::find_if(words.rbegin(), words.rend(), [](const Atom &a) { return a.capital; });
    constexpr int shortest = 3; // "He" and "A" are seldom names
    if (last == words.rend() || last->span.length() < shortest)
        return {};
    for (const int index : knowledge.personsNamed(last->folded)) {
        const Standing found = standing(knowledge.persons()[size_t(index)], day);
        if (found.tenure && found.when != Standing::When::Future && !found.tenure->country.isEmpty())
            return found.tenure->country;
    }
    return {};
}

} // namespace

QString countryOfMention(const Knowledge &knowledge, QStringView mention, QDate day)
{
    QString body;
    const qint64 julian = day.isValid() ? day.toJulianDay() : 0;
    for (const Match &match : knowledge.find(mention)) {
        for (const Sense &sense : match.senses) {
            const QString country = sense.holdsOn(julian) ? countryOf(knowledge, sense, day) : QString();
            if (country.size() == 3 && knowledge.state(country))
                return country;
            if (body.isEmpty())
                body = country;
        }
    }
    return body.isEmpty() ? countryOfSurname(knowledge, mention, day) : body;
}

} // namespace demarche::knowledge
