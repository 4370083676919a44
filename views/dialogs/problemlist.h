#pragma once

#include "models/text/result.h"

#include <QDialog>

#include <span>

class QDialogButtonBox;
class QPushButton;

namespace demarche::dialogs {

/// What came of some work: a sentence, and below it everything that went wrong, which can be copied.
class ProblemList : public QDialog
{
    Q_OBJECT

public:
    ProblemList(const QString &title, const QString &summary, std::span<const Problem> problems,
                QWidget *parent);

protected:
    /// Beside the others at the foot of the list.
    [[nodiscard]] QPushButton *addButton(const QString &text);

private:
    QDialogButtonBox *m_buttons;
};

} // namespace demarche::dialogs
