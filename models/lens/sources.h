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

private:
    [[nodiscard]] std::vector<const Source *> named(const QStringList &keys) const;

    std::vector<Source> m_sources;
};

} // namespace demarche::lens
