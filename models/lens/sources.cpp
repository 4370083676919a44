#include "models/lens/sources.h"

#include <algorithm>

namespace demarche::lens {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar groupMark = u'/'; ///< no subscription's key begins so
constexpr QChar between = u'\n';  ///< never in a group's name: the store parts names by it, too

QStringList pathIn(const QString &key)
{
    return key.startsWith(groupMark) ? key.sliced(1).split(between, Qt::SkipEmptyParts) : QStringList();
}

bool isNamed(const Source &source, const QString &key)
{
    const QStringList path = pathIn(key);
    if (path.isEmpty())
        return key == sourceKey(source.id);
    return source.groups.size() >= path.size() && std::ranges::equal(source.groups.first(path.size()), path);
}

} // namespace

QString sourceKey(qint64 subscription)
{
    return QString::number(subscription);
}

QString groupKey(const QStringList &path)
{
    return groupMark + path.join(between);
}

SourceTable::SourceTable(std::vector<Source> sources)
    : m_sources(std::move(sources))
{
}

std::vector<const Source *> SourceTable::named(const QStringList &keys) const
{
    std::vector<const Source *> named;
    for (const Source &source : m_sources) {
        if (std::ranges::any_of(keys, [&](const QString &key) { return isNamed(source, key); }))
            named.push_back(&source);
    }
    return named;
}

QString SourceTable::nameOf(const QString &key) const
{
    if (const QStringList path = pathIn(key); !path.isEmpty())
        return path.join(u" / "_s);
    const std::vector<const Source *> found = named({key});
    return found.empty() ? u"a source no longer subscribed to"_s : found.front()->name;
}

std::vector<qint64> SourceTable::subscriptions(const QStringList &keys) const
{
    std::vector<qint64> ids;
    for (const Source *source : named(keys))
        ids.push_back(source->id);
    std::ranges::sort(ids);
    return ids;
}

ArticleIds SourceTable::articles(const QStringList &keys) const
{
    if (keys.isEmpty())
        return std::nullopt;
    std::vector<qint64> all;
    for (const Source *source : named(keys))
        all.insert(all.end(), source->articles.begin(), source->articles.end());
    if (!std::ranges::is_sorted(all))
        std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
}

} // namespace demarche::lens
