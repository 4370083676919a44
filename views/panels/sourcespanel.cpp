#include "views/panels/sourcespanel.h"

#include "views/panels/sourcestree.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace demarche::panels {

using tables::SourcesModel;

SourcesPanel::SourcesPanel(lens::LensSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_tree(new SourcesTree(this))
{
    setAccessibleName(tr("Sources"));
    m_tree->setModel(&m_model);
    for (const int column : {SourcesModel::Fresh, SourcesModel::Checked, SourcesModel::Status})
        m_tree->hideColumn(column);
    m_tree->header()->setMinimumSectionSize(16);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(SourcesModel::Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(SourcesModel::Unread, QHeaderView::Fixed);
    m_tree->header()->resizeSection(SourcesModel::Unread,
                                    fontMetrics().horizontalAdvance(QStringLiteral("99999")) + 10);
    connect(m_tree, &SourcesTree::chosen, this, &SourcesPanel::choose);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &SourcesPanel::openMenu);

    auto *heading = new QLabel(tr("Sources"), this);
    auto *manage = new QToolButton(this);
    manage->setText(QStringLiteral("…"));
    manage->setAutoRaise(true);
    manage->setToolTip(tr("Add, change and end subscriptions"));
    manage->setAccessibleName(tr("Feeds and folders"));
    connect(manage, &QToolButton::clicked, this, &SourcesPanel::manageWanted);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(10, 6, 6, 6);
    top->addWidget(heading, 1);
    top->addWidget(manage);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    setMinimumWidth(120);
    connect(&session, &lens::LensSession::changed, this, &SourcesPanel::showChosen);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SourcesPanel::followList);
}

QAbstractItemView *SourcesPanel::tree() const
{
    return m_tree;
}

void SourcesPanel::setList(const corpus::sources::SubscriptionList &list, const QSet<qint64> &busy)
{
    m_model.setList(list, busy);
}

void SourcesPanel::followList()
{
    m_tree->expandAll();
    showChosen();
}

void SourcesPanel::choose(const QModelIndex &index, Qt::KeyboardModifiers keys)
{
    const QString key = m_model.lensKey(index);
    const lens::Lens &lens = m_session.lens();
    m_session.look(keys.testFlag(Qt::ControlModifier) ? lens::withSourceToggled(lens, key)
                                                      : lens::withOnlySource(lens, key));
}

void SourcesPanel::showChosen()
{
    const QStringList &sources = m_session.lens().sources;
    QItemSelection chosen;
    const auto collect = [&](auto &&self, const QModelIndex &parent) -> void {
        for (int row = 0; row < m_model.rowCount(parent); ++row) {
            const QModelIndex index = m_model.index(row, 0, parent);
            if (sources.contains(m_model.lensKey(index)))
                chosen.select(index, index.siblingAtColumn(SourcesModel::ColumnCount - 1));
            self(self, index);
        }
    };
    if (!sources.isEmpty())
        collect(collect, {});
    m_tree->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
}

void SourcesPanel::openMenu(QPoint at)
{
    const QModelIndex index = m_tree->indexAt(at).siblingAtColumn(0);
    QMenu menu(this);
    if (index.isValid())
        connect(menu.addAction(tr("&Refresh")), &QAction::triggered, this,
                [this, ids = m_model.idsBelow(index)] { emit refreshWanted(ids); });
    connect(menu.addAction(tr("Feeds and folder&s …")), &QAction::triggered, this,
            &SourcesPanel::manageWanted);
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

} // namespace demarche::panels
