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

/// A path without regard to case, and to blanks about its names.
QString folded(QStringList path)
{
    for (QString &name : path)
        name = name.simplified().toCaseFolded();
    return path.join(between);
}

const Source *find(const SourceTable &table, qint64 id)
{
    const auto found = std::ranges::find(table.all(), id, &Source::id);
    return found == table.all().end() ? nullptr : &*found;
}

/// Where a group lies now to which a source belonged; empty where that cannot be told from the source.
QStringList movedTo(const QStringList &group, const Source &before, const Source &now)
{
    const QStringList within = before.groups.sliced(group.size());
    const qsizetype depth = now.groups.size() - within.size();
    return depth > 0 && now.groups.sliced(depth) == within ? now.groups.first(depth) : QStringList();
}

/// The key of one that names nothing any more.
QStringList successors(const QString &key, const SourceTable &from, const SourceTable &to)
{
    const QStringList group = pathIn(key);
    QStringList single;
    QStringList places;
    for (const Source &before : from.all()) {
        const Source *now = isNamed(before, key) ? find(to, before.id) : nullptr;
        if (now == nullptr)
            continue;
        single.append(sourceKey(now->id));
        places.append(groupKey(movedTo(group, before, *now)));
    }
    places.removeDuplicates();
    return places.size() == 1 && places.front() != groupKey({}) ? places : single;
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

QStringList SourceTable::groups() const
{
    QStringList keys;
    for (const Source &source : m_sources) {
        for (qsizetype depth = 1; depth <= source.groups.size(); ++depth)
            keys.append(groupKey(source.groups.first(depth)));
    }
    keys.removeDuplicates();
    keys.sort();
    return keys;
}

QStringList SourceTable::keysNamed(const QString &name) const
{
    const QString wanted = folded(name.split(u'/'));
    QStringList keys;
    for (const QString &group : groups()) {
        if (folded(pathIn(group)) == wanted)
            keys.append(group);
    }
    for (const Source &source : m_sources) {
        if (source.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            keys.append(sourceKey(source.id));
    }
    return keys;
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

QStringList carried(const QStringList &keys, const SourceTable &from, const SourceTable &to)
{
    QStringList all;
    for (const QString &key : keys) {
        const bool lost = !from.subscriptions({key}).empty() && to.subscriptions({key}).empty();
        all += lost ? successors(key, from, to) : QStringList{key};
    }
    all.removeDuplicates();
    all.sort();
    return all;
}

} // namespace demarche::lens
