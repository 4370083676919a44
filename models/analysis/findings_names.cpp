#include "models/analysis/record.h"

#include <algorithm>
#include <array>

namespace demarche::analysis {

namespace {

using Name = QLatin1StringView;

// In the order of each enumeration.
constexpr std::array actorKinds{Name("person"), Name("country"), Name("organization"), Name("group"),
                                Name("place")};
constexpr std::array mentionForms{Name("name"), Name("nominal"), Name("pronoun"), Name("metonym")};
constexpr std::array quoteKinds{Name("direct"), Name("mixed"), Name("indirect")};
constexpr std::array realisKinds{Name("actual"), Name("future"), Name("hypothetical"), Name("negated")};
constexpr std::array dateBases{Name("unknown"), Name("metadata"), Name("dateline"),
                               Name("text"),    Name("file"),     Name("option")};

template <typename Enum, size_t N>
Enum find(const std::array<Name, N> &names, QStringView text, Enum otherwise)
{
    const auto found = std::ranges::find_if(names, [&](Name n) { return text == n; });
    return found == names.end() ? otherwise : Enum(found - names.begin());
}

} // namespace

Name name(ActorKind kind)
{
    return actorKinds[size_t(kind)];
}

Name name(MentionForm form)
{
    return mentionForms[size_t(form)];
}

Name name(QuoteKind kind)
{
    return quoteKinds[size_t(kind)];
}

Name name(Realis realis)
{
    return realisKinds[size_t(realis)];
}

Name name(DateBasis basis)
{
    return dateBases[size_t(basis)];
}

ActorKind fromName(QStringView text, ActorKind otherwise)
{
    return find(actorKinds, text, otherwise);
}

MentionForm fromName(QStringView text, MentionForm otherwise)
{
    return find(mentionForms, text, otherwise);
}

QuoteKind fromName(QStringView text, QuoteKind otherwise)
{
    return find(quoteKinds, text, otherwise);
}

Realis fromName(QStringView text, Realis otherwise)
{
    return find(realisKinds, text, otherwise);
}

DateBasis fromName(QStringView text, DateBasis otherwise)
{
    return find(dateBases, text, otherwise);
}

QLatin1StringView stanceLabel(double score)
{
    if (score <= -5)
        return Name("hostile");
    if (score <= -1)
        return Name("critical");
    if (score < 1)
        return Name("mixed");
    return score < 5 ? Name("favourable") : Name("supportive");
}

} // namespace demarche::analysis
