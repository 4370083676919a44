#pragma once

#include "models/corpus/sources/subscription.h"

#include <QAbstractItemModel>
#include <QSet>

#include <memory>

namespace demarche::tables {

/// Subscriptions as a tree: groups within groups, and in them feeds and folders, each with how it fares.
class SourcesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column : int { Name, Unread, Fresh, Checked, Status, ColumnCount };
    enum Role : int {
        IdRole = Qt::UserRole, ///< the subscription's id; 0 for a group
        GroupRole,             ///< the group's path as a QStringList; for a subscription that it lies in
    };
    using Subscription = corpus::sources::Subscription;
    using Clock = qint64 (*)(); ///< seconds since 1970

    explicit SourcesModel(QObject *parent = nullptr, Clock clock = nullptr);
    ~SourcesModel() override;

    /// Shows these; where only their state changed, nothing that is expanded or chosen is lost.
    void setList(const corpus::sources::SubscriptionList &list, const QSet<qint64> &busy);

    /// Null for a group and for an invalid index. Valid until the next setList().
    [[nodiscard]] const Subscription *subscription(const QModelIndex &index) const;
    /// The ids of what lies at the index or, for a group, below it.
    [[nodiscard]] std::vector<qint64> idsBelow(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(qint64 id) const;
    /// How a lens names it (lens/sources.h).
    [[nodiscard]] QString lensKey(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;

    void build();
    void tellOfChange(const QModelIndex &parent);
    [[nodiscard]] Node *nodeAt(const QModelIndex &index) const;
    [[nodiscard]] QString display(const Node &node, int column) const;
    [[nodiscard]] QString tip(const Node &node) const;

    Clock m_clock;
    corpus::sources::SubscriptionList m_list;
    QSet<qint64> m_busy;
    std::unique_ptr<Node> m_root;
};

/// A group's path in one line: "Agencies / South".
[[nodiscard]] QString groupInWords(const QStringList &groups);
/// "just now", "5 min ago", "3 h ago", "2 days ago"; "never" for 0.
[[nodiscard]] QString agoInWords(qint64 then, qint64 now);
/// How it fares, in a few words: "Good", "Looking …", or what is wrong.
[[nodiscard]] QString stateInWords(const corpus::sources::Subscription &subscription, bool busy);

} // namespace demarche::tables
