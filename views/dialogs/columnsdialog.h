#pragma once

#include "models/corpus/csv/columns.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace demarche::dialogs {

/// Asks what the columns of a table hold, above its first rows.
class ColumnsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `rows` are the table's first, of which the first may name the columns; `alike` further tables have the
    /// same first row.
    ColumnsDialog(const QString &file, const std::vector<QStringList> &rows, int alike, QWidget *parent);

    [[nodiscard]] corpus::csv::ColumnMap columns() const;
    /// Whether what is said holds for the further tables too.
    [[nodiscard]] bool isForAlike() const;

private:
    [[nodiscard]] std::vector<std::optional<corpus::Field>> chosen() const;
    void refresh();

    std::vector<QComboBox *> m_fields; ///< one a column
    QCheckBox *m_alike;
    QPushButton *m_import;
};

} // namespace demarche::dialogs
