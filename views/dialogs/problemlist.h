#pragma once

#include "models/text/result.h"

#include <QDialog>

#include <span>

namespace demarche::dialogs {

/// What came of some work: a sentence, and below it everything that went wrong, which can be copied.
class ProblemList : public QDialog
{
    Q_OBJECT

public:
    ProblemList(const QString &title, const QString &summary, std::span<const Problem> problems,
                QWidget *parent);
};

} // namespace demarche::dialogs
