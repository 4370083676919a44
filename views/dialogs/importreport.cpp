#include "views/dialogs/importreport.h"

#include "models/corpus/readers/csv.h"
#include "models/tables/card.h"

#include <QFileInfo>
#include <QPushButton>

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

/// Files that are tables without a header that is understood; those inside archives cannot be shown.
QStringList unknownTables(const corpus::ImportReport &report)
{
    QStringList files;
    for (const Problem &problem : report.problems) {
        if (problem.what == corpus::columnsUnknown && QFileInfo(problem.where).isFile())
            files << problem.where;
    }
    return files;
}

} // namespace

ImportReport::ImportReport(const corpus::ImportReport &report, QWidget *parent)
    : ProblemList(tr("Import report"), summary(report), report.problems, parent)
{
    const QStringList tables = unknownTables(report);
    if (tables.isEmpty())
        return;
    QPushButton *columns = addButton(tr("Columns of tables …"));
    columns->setToolTip(tr("Say what the columns of tables hold, and import them so"));
    connect(columns, &QPushButton::clicked, this, [this, tables] {
        emit columnsWanted(tables);
        accept();
    });
}

} // namespace demarche::dialogs
