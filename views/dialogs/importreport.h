#pragma once

#include "models/corpus/import.h"
#include "views/dialogs/problemlist.h"

namespace demarche::dialogs {

/// How an import went: what came in, and each thing that could not be read with the reason.
class ImportReport : public ProblemList
{
    Q_OBJECT

public:
    ImportReport(const corpus::ImportReport &report, QWidget *parent);

signals:
    /// The analyst wants to say what the columns of these tables hold, which nothing else tells.
    void columnsWanted(const QStringList &files);
};

} // namespace demarche::dialogs
