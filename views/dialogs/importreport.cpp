#include "views/dialogs/importreport.h"

#include "models/corpus/files.h"
#include "models/corpus/readers/csv.h"
#include "models/tables/card.h"

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

/// Tables without a header that is understood, in files or in archives; what was piped in or fetched is not
/// there to be shown.
QStringList unknownTables(const corpus::ImportReport &report)
{
    QStringList tables;
    for (const Problem &problem : report.problems) {
        if (problem.what == corpus::columnsUnknown && !corpus::fileOf(problem.where).isEmpty())
            tables << problem.where;
    }
    return tables;
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
