#include "app/commands/sourceoption.h"

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr qsizetype mostTold = 5;

QString someOf(const lens::SourceTable &sources)
{
    QStringList names;
    for (const QString &group : sources.groups())
        names << sources.nameOf(group);
    for (const lens::Source &source : sources.all())
        names << source.name;
    names.removeDuplicates();
    if (names.isEmpty())
        return u"the store has none"_s;
    const QString some = names.first(std::min(names.size(), mostTold)).join(u", "_s);
    return u"there is "_s + some + (names.size() > mostTold ? u" and more"_s : QString());
}

} // namespace

Result<QStringList> sourceKeys(const lens::SourceTable &sources, const QStringList &names)
{
    QStringList keys;
    for (const QString &name : names) {
        const QStringList named = sources.keysNamed(name);
        if (named.isEmpty())
            return std::unexpected(Problem{
                u"--source"_s, u"no feed, folder or group is named \"%1\"; %2"_s.arg(name, someOf(sources))});
        keys += named;
    }
    keys.removeDuplicates();
    keys.sort();
    return keys;
}

} // namespace demarche::app
