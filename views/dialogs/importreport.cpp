#include "views/dialogs/importreport.h"

#include "models/tables/card.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace demarche::dialogs {

using tables::counted;

namespace {

QString summary(const corpus::ImportReport &report)
{
    QStringList parts{
        ImportReport::tr("%1 added")
            .arg(counted(report.progress.added, ImportReport::tr("article"), ImportReport::tr("articles")))};
    if (report.progress.updated > 0)
        parts.append(ImportReport::tr("%1 replaced by a longer version").arg(report.progress.updated));
    if (report.progress.duplicates > 0)
        parts.append(ImportReport::tr("%1 were there already").arg(report.progress.duplicates));
    parts.append(report.problems.empty()
                     ? ImportReport::tr("everything could be read")
                     : ImportReport::tr("%1 could not be read").arg(report.problems.size()));
    return parts.join(QStringLiteral("; ")) +
           (report.cancelled ? ImportReport::tr(". Cancelled.") : QStringLiteral("."));
}

} // namespace

ImportReport::ImportReport(const corpus::ImportReport &report, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Import report"));
    resize(640, 380);
    auto *told = new QLabel(summary(report), this);
    told->setTextFormat(Qt::PlainText);
    told->setWordWrap(true);
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("What could not be read"));
    list->setHeaderLabels({tr("Where"), tr("Why")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->header()->resizeSection(0, 280);
    QStringList lines;
    for (const Problem &problem : report.problems) {
        new QTreeWidgetItem(list, {problem.where, problem.what});
        lines.append(problem.line());
    }
    list->setVisible(!report.problems.empty());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (!lines.isEmpty()) {
        QPushButton *copy = buttons->addButton(tr("Copy list"), QDialogButtonBox::ActionRole);
        connect(copy, &QPushButton::clicked, this,
                [text = lines.join(QChar::LineFeed)] { QGuiApplication::clipboard()->setText(text); });
    }
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(told);
    layout->addWidget(list, 1);
    if (report.problems.empty())
        layout->addStretch(1);
    layout->addWidget(buttons);
}

} // namespace demarche::dialogs
