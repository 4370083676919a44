#include "models/knowledge/knowledge.h"

namespace demarche::knowledge {

namespace {

/// How gladly an office is named first: head of state or government, then officials, then the rest.
int rank(const Tenure &tenure)
{
    static const QStringList first{QStringLiteral("president"), QStringLiteral("prime minister"),
                                   QStringLiteral("monarch"), QStringLiteral("chancellor"),
                                   QStringLiteral("secretary-general")};
    if (first.contains(tenure.office))
        return 2;
    return tenure.official ? 1 : 0;
}

Standing::When whenOf(const Tenure &tenure, QDate day)
{
    if (tenure.period.contains(day))
        return Standing::When::Current;
    return tenure.period.from.isValid() && day < tenure.period.from ? Standing::When::Future
                                                                    : Standing::When::Former;
}

/// Whether `a` tells better than `b` what the person is, both being of the same `when`.
bool better(const Tenure &a, const Tenure &b, Standing::When when)
{
    switch (when) {
    case Standing::When::Current:
        return rank(a) != rank(b) ? rank(a) > rank(b) : a.period.from > b.period.from;
    case Standing::When::Former:
        return a.period.to > b.period.to;
    case Standing::When::Future:
        return a.period.from < b.period.from;
    }
    return false;
}

} // namespace

Standing standing(const Person &person, QDate day)
{
    Standing best;
    for (const Tenure &tenure : person.tenures) {
        const Standing::When when = whenOf(tenure, day);
        if (!best.tenure || when < best.when || (when == best.when && better(tenure, *best.tenure, when)))
            best = {&tenure, when};
    }
    return best;
}

} // namespace demarche::knowledge
