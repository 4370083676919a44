#include "views/dialogs/sourcesdialog.h"

#include "models/tables/card.h"
#include "views/dialogs/addressdialog.h"
#include "views/dialogs/feedlist.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace demarche::dialogs {

using corpus::sources::Subscription;
using tables::SourcesModel;

SourcesDialog::SourcesDialog(corpus::sources::Sources &sources, QWidget *parent)
    : QDialog(parent)
    , m_sources(sources)
    , m_pages(new QStackedWidget(this))
    , m_tree(new QTreeView(this))
    , m_detail(new QLabel(this))
{
    setWindowTitle(tr("Feeds and folders"));
    resize(980, 560);
    m_tree->setAccessibleName(tr("Feeds and folders"));
    m_tree->setModel(&m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(SourcesModel::Name, 280);
    for (const int column : {SourcesModel::Unread, SourcesModel::Fresh})
        m_tree->header()->resizeSection(column, 70);
    m_tree->header()->resizeSection(SourcesModel::Checked, 110);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &SourcesDialog::openMenu);
    connect(m_tree, &QAbstractItemView::activated, this, &SourcesDialog::edit);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &SourcesDialog::showChosen);

    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setAccessibleName(tr("The chosen feed or folder"));
    m_detail->setMinimumHeight(2 * fontMetrics().lineSpacing() + 2);
    m_detail->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto *filled = new QWidget(this);
    auto *inner = new QVBoxLayout(filled);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addWidget(m_tree, 1);
    inner->addWidget(m_detail);
    m_pages->addWidget(filled);
    m_pages->addWidget(buildEmptyPage());

    auto *layout = new QVBoxLayout(this);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_pages, 1);
    middle->addWidget(buildButtons());
    layout->addLayout(middle, 1);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    close->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter edits
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(close);
    connect(&sources, &corpus::sources::Sources::changed, this, &SourcesDialog::refresh);
    refresh();
}

QPushButton *SourcesDialog::addButton(QWidget *parent, const QString &text, const QString &tip,
                                      void (SourcesDialog::*run)())
{
    auto *button = new QPushButton(text, parent);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, run);
    parent->layout()->addWidget(button);
    return button;
}

QWidget *SourcesDialog::buildButtons()
{
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    addButton(column, tr("&Add address …"), tr("A feed, or a page that names its feeds"),
              &SourcesDialog::addFeed);
    addButton(column, tr("Add &folder …"), tr("Import what comes into a folder"), &SourcesDialog::addFolder);
    m_show = addButton(column, tr("Sho&w articles"), tr("Show only what came from there"),
                       &SourcesDialog::showArticles);
    layout->addSpacing(12);
    m_edit = addButton(column, tr("&Edit …"), tr("Name, group, interval, article pages (Enter)"),
                       &SourcesDialog::edit);
    m_remove = addButton(column, tr("Re&move"), tr("End the subscription; its articles stay (Del)"),
                         &SourcesDialog::remove);
    layout->addSpacing(12);
    m_refresh = addButton(column, tr("&Refresh"), tr("Look at the chosen ones now (F5)"),
                          &SourcesDialog::refreshChosen);
    m_refreshAll = addButton(column, tr("Refresh a&ll"), tr("Look at all of them now (Ctrl+F5)"),
                             &SourcesDialog::refreshAll);
    layout->addSpacing(12);
    addButton(column, tr("&Import list …"), tr("Subscribe to the feeds of an OPML file"),
              &SourcesDialog::importList);
    m_export = addButton(column, tr("E&xport list …"),
                         tr("Write the feeds as an OPML file for other readers"), &SourcesDialog::exportList);
    layout->addSpacing(12);
    addButton(column, tr("Se&ttings …"), tr("What may be fetched, and how often"),
              &SourcesDialog::changeSettings);
    layout->addStretch(1);
    const auto addKey = [this](const QKeySequence &keys, void (SourcesDialog::*run)()) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    addKey(QKeySequence::Delete, &SourcesDialog::remove);
    addKey(Qt::Key_F5, &SourcesDialog::refreshChosen);
    addKey(Qt::CTRL | Qt::Key_F5, &SourcesDialog::refreshAll);
    return column;
}

QWidget *SourcesDialog::buildEmptyPage()
{
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *words = new QLabel(
        tr("No feeds or folders yet.\n\nAdd the address of a feed or of a news site, watch a folder "
           "that articles are saved to,\nor import the list (OPML) of another reader.\n\nNothing is "
           "fetched from the network before."),
        page);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(48, 24, 48, 24);
    layout->addStretch(2);
    layout->addWidget(words);
    layout->addStretch(3);
    return page;
}

void SourcesDialog::refresh()
{
    const Subscription *before = m_model.subscription(chosen());
    const qint64 id = before == nullptr ? 0 : before->id;
    const int rows = m_model.rowCount();
    m_model.setList(m_sources.list(), m_sources.busy());
    m_pages->setCurrentIndex(m_sources.list().empty() ? 1 : 0);
    if (!chosen().isValid()) { // the tree was built anew
        m_tree->expandAll();
        const QModelIndex again = m_model.indexOf(id);
        m_tree->setCurrentIndex(again.isValid() || rows > 0 ? again : m_model.index(0, 0));
    }
    showChosen();
}

void SourcesDialog::showChosen()
{
    const QModelIndex index = chosen();
    const Subscription *one = m_model.subscription(index);
    m_show->setEnabled(index.isValid());
    m_edit->setEnabled(index.isValid());
    m_remove->setEnabled(index.isValid());
    m_refresh->setEnabled(index.isValid());
    m_refreshAll->setEnabled(!m_sources.list().empty());
    m_export->setEnabled(!m_sources.list().empty());
    if (one == nullptr) {
        m_detail->clear();
        return;
    }
    const QString second =
        one->error.isEmpty() ? tables::counted(one->articles, tr("article"), tr("articles")) : one->error;
    m_detail->setText(one->address + QLatin1Char('\n') + second);
}

QModelIndex SourcesDialog::chosen() const
{
    return m_tree->currentIndex().siblingAtColumn(0);
}

void SourcesDialog::openMenu(QPoint at)
{
    if (!m_tree->indexAt(at).isValid())
        return;
    QMenu menu(this);
    for (QPushButton *button : {m_show, m_refresh, m_edit, m_remove})
        connect(menu.addAction(button->text()), &QAction::triggered, button, &QPushButton::click);
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

void SourcesDialog::offer(const corpus::sources::Opml &list)
{
    FeedList dialog(list, m_sources.list(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_sources.add(dialog.wanted());
}

void SourcesDialog::askForAddress(const QString &address)
{
    AddressDialog dialog(m_sources, address, this);
    connect(&dialog, &AddressDialog::importWanted, this, &SourcesDialog::importWanted);
    connect(&dialog, &AddressDialog::listFound, this, &SourcesDialog::offer, Qt::QueuedConnection);
    dialog.exec();
}

} // namespace demarche::dialogs
