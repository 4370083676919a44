#pragma once

#include "models/analysis/actors/context.h"

#include <map>

namespace demarche::analysis {

/// Finds the persons that an article names, and under which of them each name stands.
class PersonFinder
{
public:
    explicit PersonFinder(ActorContext &context)
        : m_context(context)
    {
    }

    void run();

private:
    /// A name as it stands in the text.
    struct Naming
    {
        int first = 0;
        int end = 0;
        int known = -1; ///< person of the tables, where the lexicon found the whole name
        Span span;
        QString key; ///< folded words parted by blanks
        [[nodiscard]] bool isShort() const { return !key.contains(u' '); }
    };

    void collect();
    void addFull(const Naming &);
    void addBracketed(const Naming &);
    void addShort(const Naming &);
    void addUntagged();
    void fillCountries();
    void dropBystanders();
    void settleAtHome();

    [[nodiscard]] bool isOfWorldBody(const Description &) const;
    [[nodiscard]] ActorId bearing(const Naming &, const Description &) const;
    [[nodiscard]] ActorId prefixed(const QStringList &words) const;
    [[nodiscard]] bool hasBracket(const Naming &) const;
    [[nodiscard]] bool isHead(int person) const;
    [[nodiscard]] bool isFree(int token) const;
    [[nodiscard]] ActorId among(const QHash<QString, std::vector<std::pair<int, ActorId>>> &,
                                const Naming &) const;
    [[nodiscard]] ActorId ofSurname(const Naming &) const;
    [[nodiscard]] int inTables(const Naming &, const QString &country) const;
    [[nodiscard]] ActorId samePerson(const Naming &) const;
    ActorId make(const Naming &, const QString &country);
    void place(const Naming &, ActorId, const Description &);
    void describe(ActorId, const Description &);
    void rememberSurnames(ActorId, const QString &name, int token);

    ActorContext &m_context;
    std::vector<Naming> m_namings;
    /// Surnames of the persons named in full, with the token where and the person.
    QHash<QString, std::vector<std::pair<int, ActorId>>> m_surnames;
    QHash<QString, std::vector<std::pair<int, ActorId>>> m_givenNames; ///< their other names
    std::map<ActorId, Description> m_descriptions;
};

} // namespace demarche::analysis
