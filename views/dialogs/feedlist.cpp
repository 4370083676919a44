#include "views/dialogs/feedlist.h"

#include "models/tables/card.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace demarche::dialogs {

using corpus::sources::Subscription;
using corpus::sources::SubscriptionList;
using tables::counted;

namespace {
constexpr int placeRole = Qt::UserRole; ///< in the list of feeds
} // namespace

FeedList::FeedList(const corpus::sources::Opml &list, const SubscriptionList &known, QWidget *parent)
    : QDialog(parent)
    , m_feeds(list.feeds)
    , m_tree(new QTreeWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(list.title.isEmpty() ? tr("List of feeds") : list.title.simplified());
    resize(640, 460);
    QSet<QString> addresses;
    for (const Subscription &one : known)
        addresses.insert(one.address);
    m_tree->setAccessibleName(tr("Feeds of the list"));
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderLabels({tr("Feed"), tr("Address")});
    m_tree->header()->resizeSection(0, 280);
    for (size_t at = 0; at < m_feeds.size(); ++at)
        addFeed(at, addresses.contains(m_feeds[at].address));
    m_tree->expandAll();

    const auto old = std::ranges::count_if(
        m_feeds, [&addresses](const Subscription &feed) { return addresses.contains(feed.address); });
    QStringList told{tr("%1 in the list").arg(counted(qint64(m_feeds.size()), tr("feed"), tr("feeds")))};
    if (old > 0)
        told << tr("%1 subscribed already").arg(old);
    if (!list.problems.empty())
        told << tr("%1 left out: %2")
                    .arg(counted(qint64(list.problems.size()), tr("entry"), tr("entries")),
                         list.problems.front().what);
    auto *summary = new QLabel(told.join(QStringLiteral("; ")) + QLatin1Char('.'), this);
    summary->setTextFormat(Qt::PlainText);
    summary->setWordWrap(true);

    const auto setAll = [this](Qt::CheckState state) {
        for (QTreeWidgetItem *item : feedItems()) {
            if (item->flags().testFlag(Qt::ItemIsUserCheckable))
                item->setCheckState(0, state);
        }
    };
    connect(m_buttons->addButton(tr("&All"), QDialogButtonBox::ActionRole), &QPushButton::clicked, this,
            [setAll] { setAll(Qt::Checked); });
    connect(m_buttons->addButton(tr("&None"), QDialogButtonBox::ActionRole), &QPushButton::clicked, this,
            [setAll] { setAll(Qt::Unchecked); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tree, &QTreeWidget::itemChanged, this, &FeedList::count);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(summary);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_buttons);
    count();
}

QTreeWidgetItem *FeedList::groupItem(const QStringList &path)
{
    QTreeWidgetItem *parent = m_tree->invisibleRootItem();
    for (const QString &name : path) {
        QTreeWidgetItem *found = nullptr;
        for (int row = 0; row < parent->childCount() && found == nullptr; ++row) {
            QTreeWidgetItem *child = parent->child(row);
            if (!child->data(0, placeRole).isValid() && child->text(0) == name)
                found = child;
        }
        if (found == nullptr) {
            found = new QTreeWidgetItem(parent, {name});
            found->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                            Qt::ItemIsAutoTristate);
        }
        parent = found;
    }
    return parent;
}

void FeedList::addFeed(size_t at, bool known)
{
    const Subscription &feed = m_feeds[at];
    auto *item = new QTreeWidgetItem(groupItem(feed.groups), {feed.shown(), feed.address});
    if (known)
        item->setText(0, tr("%1 (subscribed already)").arg(feed.shown()));
    item->setData(0, placeRole, qulonglong(at));
    item->setFlags(known ? Qt::ItemIsSelectable
                         : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(0, known ? Qt::Unchecked : Qt::Checked);
}

std::vector<QTreeWidgetItem *> FeedList::feedItems() const
{
    std::vector<QTreeWidgetItem *> items;
    for (QTreeWidgetItemIterator at(m_tree); *at != nullptr; ++at) {
        if ((*at)->data(0, placeRole).isValid())
            items.push_back(*at);
    }
    return items;
}

SubscriptionList FeedList::wanted() const
{
    SubscriptionList list;
    for (const QTreeWidgetItem *item : feedItems()) {
        // A group checks all that lies in it, also what is subscribed already.
        if (item->checkState(0) == Qt::Checked && item->flags().testFlag(Qt::ItemIsUserCheckable))
            list.push_back(m_feeds[item->data(0, placeRole).toULongLong()]);
    }
    return list;
}

void FeedList::count()
{
    const auto chosen = qint64(wanted().size());
    QPushButton *ok = m_buttons->button(QDialogButtonBox::Ok);
    ok->setText(chosen == 0 ? tr("Subscribe")
                            : tr("Subscribe to %1").arg(counted(chosen, tr("feed"), tr("feeds"))));
    ok->setEnabled(chosen > 0);
}

} // namespace demarche::dialogs
