#pragma once

#include "models/corpus/sources/opml.h"

#include <QDialog>

class QDialogButtonBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace demarche::dialogs {

/// The feeds of a list, to choose from which to subscribe to. Those subscribed already cannot be chosen.
class FeedList : public QDialog
{
    Q_OBJECT

public:
    FeedList(const corpus::sources::Opml &list, const corpus::sources::SubscriptionList &known,
             QWidget *parent = nullptr);

    [[nodiscard]] corpus::sources::SubscriptionList wanted() const;

private:
    void addFeed(size_t at, bool known);
    void count();
    [[nodiscard]] QTreeWidgetItem *groupItem(const QStringList &path);
    [[nodiscard]] std::vector<QTreeWidgetItem *> feedItems() const;

    corpus::sources::SubscriptionList m_feeds;
    QTreeWidget *m_tree;
    QDialogButtonBox *m_buttons;
};

} // namespace demarche::dialogs
