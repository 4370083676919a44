#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace demarche::lens {

/// A feed or watched folder, and what it brought.
struct Source
{
    qint64 id = 0; ///< of the subscription in the store
    QString name;
    QStringList groups;           ///< that it lies in, outermost first
    std::vector<qint64> articles; ///< ascending
};

/// Ids of articles, ascending; nothing where no article is left out.
using ArticleIds = std::optional<std::vector<qint64>>;

/// A lens names its sources by keys, which stand in what is remembered of a session: one subscription by its
/// id, or all of a group and the groups in it by its path.
[[nodiscard]] QString sourceKey(qint64 subscription);
[[nodiscard]] QString groupKey(const QStringList &path);

/// Which articles came from which feeds and folders.
class SourceTable
{
public:
    SourceTable() = default;
    explicit SourceTable(std::vector<Source> sources);

    [[nodiscard]] const std::vector<Source> &all() const { return m_sources; }
    /// A source's name; "Agencies / South" for a group. Of a source that is no more, words that say so.
    [[nodiscard]] QString nameOf(const QString &key) const;
    /// The ids of the subscriptions that any of the keys names, ascending.
    [[nodiscard]] std::vector<qint64> subscriptions(const QStringList &keys) const;
    /// The articles that any of them brought; nothing for no key.
    [[nodiscard]] ArticleIds articles(const QStringList &keys) const;
    /// The keys of all that bear a name as people write it, in any case: feeds and folders, and groups with
    /// "/" between one and those in it.
    [[nodiscard]] QStringList keysNamed(const QString &name) const;
    /// Every group, those in others too, by its key; sorted.
    [[nodiscard]] QStringList groups() const;

private:
    [[nodiscard]] std::vector<const Source *> named(const QStringList &keys) const;

    std::vector<Source> m_sources;
};

/// What keys of one table are in a later one: a group that is no more gives way to the place where all that
/// it named lie now, or to what is left of it; what names nothing any more is left out. A key that named
/// nothing before stays. Sorted.
[[nodiscard]] QStringList carried(const QStringList &keys, const SourceTable &from, const SourceTable &to);

} // namespace demarche::lens
