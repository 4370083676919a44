#include "views/dialogs/importreport.h"

#include "models/tables/card.h"

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
    : ProblemList(tr("Import report"), summary(report), report.problems, parent)
{
}

} // namespace demarche::dialogs
