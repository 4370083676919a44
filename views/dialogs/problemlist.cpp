#include "views/dialogs/problemlist.h"

#include "models/tables/tablemodel.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace demarche::dialogs {

namespace {

/// The chosen row in full: places and reasons are often longer than their columns.
QLabel *wholeRow(const QTreeWidget *list, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setMinimumHeight(2 * label->fontMetrics().lineSpacing());
    QObject::connect(list, &QTreeWidget::currentItemChanged, label, [label](const QTreeWidgetItem *item) {
        label->setText(item == nullptr ? QString() : Problem{item->text(0), item->text(1)}.line());
    });
    return label;
}

} // namespace

ProblemList::ProblemList(const QString &title, const QString &summary, std::span<const Problem> problems,
                         QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    resize(problems.empty() ? QSize(440, 120) : QSize(760, 380));
    auto *told = new QLabel(summary, this);
    told->setTextFormat(Qt::PlainText);
    told->setWordWrap(true);
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("What went wrong"));
    list->setHeaderLabels({tr("Where"), tr("Why")});
    list->setRootIsDecorated(false);
    list->ensurePolished(); // the height of all rows is taken before the list is first shown
    list->setUniformRowHeights(true);
    list->setTextElideMode(Qt::ElideMiddle);
    QStringList lines;
    for (const Problem &problem : problems) {
        auto *item = new QTreeWidgetItem(list, {problem.where, problem.what});
        item->setToolTip(0, tables::asTip(problem.where));
        item->setToolTip(1, tables::asTip(problem.what));
        lines.append(problem.line());
    }
    constexpr int widestPlace = 300;
    list->resizeColumnToContents(0);
    list->header()->resizeSection(0, std::min(list->columnWidth(0), widestPlace));
    QLabel *whole = wholeRow(list, this);
    list->setCurrentItem(list->topLevelItem(0));
    list->setVisible(!problems.empty());
    whole->setVisible(!problems.empty());
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_buttons->button(QDialogButtonBox::Close)->setDefault(true);
    if (!lines.isEmpty()) {
        connect(addButton(tr("Copy list")), &QPushButton::clicked, this,
                [text = lines.join(QChar::LineFeed)] { QGuiApplication::clipboard()->setText(text); });
    }
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(told);
    layout->addWidget(list, 1);
    layout->addWidget(whole);
    if (problems.empty())
        layout->addStretch(1);
    layout->addWidget(m_buttons);
}

QPushButton *ProblemList::addButton(const QString &text)
{
    return m_buttons->addButton(text, QDialogButtonBox::ActionRole);
}

} // namespace demarche::dialogs
