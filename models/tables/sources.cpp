#include "models/tables/sources.h"

#include "models/lens/sources.h"
#include "models/tables/tablemodel.h"

#include <QDateTime>

#include <algorithm>

namespace demarche::tables {

using namespace Qt::StringLiterals;
using corpus::sources::Kind;
using corpus::sources::State;
using corpus::sources::Subscription;
using corpus::sources::SubscriptionList;

/// A group, or the subscription at a place in the list.
struct SourcesModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    QStringList path; ///< of the group; of a subscription, that it lies in
    int at = -1;      ///< in the list; -1 for a group
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] bool isGroup() const { return at < 0; }
};

namespace {

/// What the tree's form follows from.
bool haveOneForm(const SubscriptionList &a, const SubscriptionList &b)
{
    return std::ranges::equal(a, b, [](const Subscription &x, const Subscription &y) {
        return x.id == y.id && x.groups == y.groups && x.shown() == y.shown();
    });
}

int sum(const SubscriptionList &list, const std::vector<qint64> &ids, int Subscription::*part)
{
    int total = 0;
    for (const Subscription &one : list) {
        if (std::ranges::find(ids, one.id) != ids.end())
            total += one.*part;
    }
    return total;
}

/// Figures stand under each other, and so do their headers.
Qt::Alignment alignment(int column)
{
    const bool figure = column == SourcesModel::Unread || column == SourcesModel::Fresh;
    return (figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

SourcesModel::SourcesModel(QObject *parent, Clock clock)
    : QAbstractItemModel(parent)
    , m_clock(clock ? clock : QDateTime::currentSecsSinceEpoch)
    , m_root(std::make_unique<Node>())
{
}

SourcesModel::~SourcesModel() = default;

void SourcesModel::setList(const SubscriptionList &list, const QSet<qint64> &busy)
{
    m_busy = busy;
    if (haveOneForm(list, m_list)) {
        m_list = list;
        tellOfChange({});
        return;
    }
    beginResetModel();
    m_list = list;
    build();
    endResetModel();
}

/// Groups first, then subscriptions, each by name.
void SourcesModel::build()
{
    m_root = std::make_unique<Node>();
    for (size_t at = 0; at < m_list.size(); ++at) {
        Node *group = m_root.get();
        for (const QString &name : m_list[at].groups) {
            const QStringList path = group->path + QStringList{name};
            const auto known = std::ranges::find_if(group->children, [&path](const auto &child) {
                return child->isGroup() && child->path == path;
            });
            if (known == group->children.end()) {
                group->children.push_back(std::make_unique<Node>());
                group->children.back()->path = path;
                group = group->children.back().get();
            } else {
                group = known->get();
            }
        }
        group->children.push_back(std::make_unique<Node>());
        group->children.back()->at = int(at);
        group->children.back()->path = m_list[at].groups;
    }
    const auto arrange = [this](auto &&self, Node &node) -> void {
        std::ranges::stable_sort(node.children, [this](const auto &a, const auto &b) {
            if (a->isGroup() != b->isGroup())
                return a->isGroup();
            return QString::localeAwareCompare(display(*a, Name), display(*b, Name)) < 0;
        });
        for (size_t row = 0; row < node.children.size(); ++row) {
            node.children[row]->parent = &node;
            node.children[row]->row = int(row);
            self(self, *node.children[row]);
        }
    };
    arrange(arrange, *m_root);
}

void SourcesModel::tellOfChange(const QModelIndex &parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    emit dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
    for (int row = 0; row < rows; ++row)
        tellOfChange(index(row, 0, parent));
}

SourcesModel::Node *SourcesModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

const Subscription *SourcesModel::subscription(const QModelIndex &index) const
{
    const Node *node = nodeAt(index);
    return node->isGroup() ? nullptr : &m_list[size_t(node->at)];
}

std::vector<qint64> SourcesModel::idsBelow(const QModelIndex &index) const
{
    std::vector<qint64> ids;
    const auto collect = [&](auto &&self, const Node &node) -> void {
        if (!node.isGroup())
            ids.push_back(m_list[size_t(node.at)].id);
        for (const auto &child : node.children)
            self(self, *child);
    };
    if (index.isValid())
        collect(collect, *nodeAt(index));
    return ids;
}

QModelIndex SourcesModel::indexOf(qint64 id) const
{
    const auto find = [&](auto &&self, const QModelIndex &parent) -> QModelIndex {
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex child = index(row, 0, parent);
            const Subscription *one = subscription(child);
            if (one != nullptr && one->id == id)
                return child;
            if (const QModelIndex below = self(self, child); below.isValid())
                return below;
        }
        return {};
    };
    return find(find, {});
}

QString SourcesModel::lensKey(const QModelIndex &index) const
{
    const Subscription *one = subscription(index);
    return one != nullptr ? lens::sourceKey(one->id) : lens::groupKey(nodeAt(index)->path);
}

QModelIndex SourcesModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeAt(parent);
    const bool there = row >= 0 && size_t(row) < node->children.size() && column >= 0 &&
                       column < ColumnCount && parent.column() <= 0;
    return there ? createIndex(row, column, node->children[size_t(row)].get()) : QModelIndex();
}

QModelIndex SourcesModel::parent(const QModelIndex &index) const
{
    Node *parent = index.isValid() ? nodeAt(index)->parent : nullptr;
    return parent == nullptr || parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int SourcesModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int SourcesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant SourcesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeAt(index);
    const Subscription *one = subscription(index);
    switch (role) {
    case Qt::DisplayRole:
        return display(node, index.column());
    case Qt::ToolTipRole:
        return tip(node);
    case Qt::AccessibleTextRole:
        return index.column() == Name && one != nullptr
                   ? tr("%1: %2, %3 unread").arg(one->shown(), display(node, Status)).arg(one->unread)
                   : display(node, index.column());
    case Qt::TextAlignmentRole:
        return int(alignment(index.column()));
    case IdRole:
        return one == nullptr ? 0 : one->id;
    case GroupRole:
        return node.path;
    default:
        return {};
    }
}

QString SourcesModel::display(const Node &node, int column) const
{
    const Subscription *one = node.isGroup() ? nullptr : &m_list[size_t(node.at)];
    const auto figure = [&](int Subscription::*part) {
        const int total =
            one != nullptr ? one->*part
                           : sum(m_list, idsBelow(createIndex(node.row, 0, const_cast<Node *>(&node))), part);
        return total > 0 ? QString::number(total) : QString();
    };
    switch (column) {
    case Name:
        return one != nullptr ? one->shown() : node.path.last();
    case Unread:
        return figure(&Subscription::unread);
    case Fresh:
        return figure(&Subscription::fresh);
    case Checked:
        return one != nullptr ? agoInWords(one->checked, m_clock()) : QString();
    case Status:
        return one != nullptr ? stateInWords(*one, m_busy.contains(one->id)) : QString();
    default:
        return {};
    }
}

QString SourcesModel::tip(const Node &node) const
{
    if (node.isGroup())
        return {};
    const Subscription &one = m_list[size_t(node.at)];
    return asTip(one.error.isEmpty() ? one.address : one.address + u'\n' + one.error);
}

QVariant SourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    struct Header
    {
        const char *title;
        const char *tip;
    };
    static constexpr std::array<Header, ColumnCount> headers{
        {{QT_TR_NOOP("Name"), QT_TR_NOOP("Groups, feeds and watched folders")},
         {QT_TR_NOOP("Unread"), QT_TR_NOOP("Articles of this source that were not opened yet")},
         {QT_TR_NOOP("New"), QT_TR_NOOP("Articles that the last look brought")},
         {QT_TR_NOOP("Last look"), QT_TR_NOOP("When it was looked at last")},
         {QT_TR_NOOP("State"), QT_TR_NOOP("How the last look went")}}};
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return tr(headers[size_t(section)].title);
    if (role == Qt::TextAlignmentRole)
        return int(alignment(section));
    return role == Qt::ToolTipRole ? tr(headers[size_t(section)].tip) : QVariant();
}

QString groupInWords(const QStringList &groups)
{
    return groups.join(u" / "_s);
}

QString agoInWords(qint64 then, qint64 now)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const qint64 seconds = now - then;
    if (then <= 0)
        return SourcesModel::tr("never");
    if (seconds < minute)
        return SourcesModel::tr("just now");
    if (seconds < hour)
        return SourcesModel::tr("%1 min ago").arg(seconds / minute);
    if (seconds < 2 * day)
        return SourcesModel::tr("%1 h ago").arg(seconds / hour);
    return SourcesModel::tr("%1 days ago").arg(seconds / day);
}

QString stateInWords(const Subscription &subscription, bool busy)
{
    if (busy)
        return SourcesModel::tr("Looking …");
    switch (subscription.state) {
    case State::New:
        return SourcesModel::tr("Not looked at yet");
    case State::Good:
        return subscription.error.isEmpty() ? SourcesModel::tr("Good") : u"⚠ "_s + subscription.error;
    case State::Failing:
    case State::Gone:
        return u"⚠ "_s + subscription.error;
    }
    return {};
}

} // namespace demarche::tables
