#include "app/commands/kinds.h"

#include "models/analysis/record.h"
#include "models/knowledge/cameo.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

template <typename Kind, std::size_t count>
QStringList namesOf(const std::array<Kind, count> &kinds)
{
    QStringList names;
    for (const Kind kind : kinds)
        names << QString(analysis::name(kind));
    return names;
}

/// The words that a table's kinds can be; none where it has no kinds.
QStringList kindsOf(const QString &what)
{
    using analysis::ActorKind;
    using analysis::QuoteKind;
    if (what == "actors"_L1)
        return namesOf(std::array{ActorKind::Person, ActorKind::Country, ActorKind::Organization,
                                  ActorKind::Group, ActorKind::Place});
    if (what == "quotes"_L1)
        return namesOf(std::array{QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect});
    if (what == "stances"_L1)
        return {u"action"_s, u"quote"_s};
    const auto &cameo = knowledge::Cameo::shipped();
    return what == "actions"_L1 && cameo ? cameo->ploverTypes() : QStringList();
}

bool isCameoCode(const QString &kind)
{
    const auto &cameo = knowledge::Cameo::shipped();
    return cameo && cameo->find(kind) != nullptr;
}

} // namespace

Result<void> checkKinds(const QString &what, const QStringList &kinds)
{
    const QStringList known = kindsOf(what);
    for (const QString &kind : kinds) {
        if (known.isEmpty())
            return std::unexpected(
                Problem{u"--kind"_s, u"makes no sense for %1, which have no kinds"_s.arg(what)});
        const bool isCode = what == "actions"_L1 && isCameoCode(kind);
        if (!isCode && !known.contains(kind, Qt::CaseInsensitive))
            return std::unexpected(
                Problem{u"--kind"_s, u"of %1 is %2%3, not \"%4\""_s.arg(
                                         what, known.join(u", "_s),
                                         what == "actions"_L1 ? u" or a CAMEO code"_s : QString(), kind)});
    }
    return {};
}

} // namespace demarche::app
