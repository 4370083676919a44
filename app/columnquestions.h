#pragma once

#include "models/corpus/input.h"

#include <QWidget>

namespace demarche::app {

/// Asks what the columns of tables hold, one table after the other, those with the same first row at once if
/// that is wanted. Deletes itself when the last is answered.
class ColumnQuestions : public QObject
{
    Q_OBJECT

public:
    /// `tables` are paths, also into archives.
    ColumnQuestions(const QStringList &tables, QWidget *window);

    void ask();

signals:
    /// The files that hold the tables of which something was said, with that; once, at the end, if there are
    /// any.
    void answered(const std::vector<demarche::corpus::Input> &inputs);
    void failed(const QString &line); ///< a table cannot be shown

private:
    struct Table
    {
        QString path;
        std::vector<QStringList> rows; ///< its first
        bool isDone = false;           ///< said or passed over
    };

    [[nodiscard]] Table *next();
    [[nodiscard]] static Result<void> look(Table &table);
    void askFor(const Table &table);
    [[nodiscard]] std::vector<Table *> alike(const Table &table);
    void take(const Table &table, const corpus::csv::ColumnMap &columns);

    QWidget *m_window;
    std::vector<Table> m_tables;
    std::vector<corpus::Input> m_inputs;
};

} // namespace demarche::app
