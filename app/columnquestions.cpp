#include "app/columnquestions.h"

#include "models/corpus/files.h"
#include "models/corpus/readers/csv.h"
#include "views/dialogs/columnsdialog.h"

#include <algorithm>

namespace demarche::app {

ColumnQuestions::ColumnQuestions(const QStringList &tables, QWidget *window)
    : QObject(window)
    , m_window(window)
{
    for (const QString &path : tables)
        m_tables.push_back({path, {}});
}

void ColumnQuestions::ask()
{
    const auto next = std::ranges::find(m_tables, false, &Table::isDone);
    if (next == m_tables.end()) {
        if (!m_inputs.empty())
            emit answered(m_inputs);
        deleteLater();
        return;
    }
    Table &table = *next;
    table.isDone = true;
    if (table.rows.empty()) {
        if (Result<std::vector<QStringList>> rows = corpus::firstRowsOf(table.path); rows)
            table.rows = *std::move(rows);
        else
            emit failed(rows.error().line());
    }
    if (table.rows.empty()) {
        ask();
        return;
    }
    const std::vector<Table *> others = alike(table);
    auto *dialog = new dialogs::ColumnsDialog(table.path, table.rows, int(others.size()), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, &table, others] {
        take(table, dialog->columns());
        for (Table *other : others) {
            other->isDone = dialog->isForAlike();
            if (other->isDone)
                take(*other, dialog->columns());
        }
    });
    connect(dialog, &QDialog::finished, this, &ColumnQuestions::ask);
    dialog->open();
}

/// Those not asked for yet whose first row is the same.
std::vector<ColumnQuestions::Table *> ColumnQuestions::alike(const Table &table)
{
    std::vector<Table *> found;
    for (Table &other : m_tables) {
        if (other.isDone)
            continue;
        if (other.rows.empty())
            other.rows = corpus::firstRowsOf(other.path).value_or(std::vector<QStringList>());
        if (!other.rows.empty() && other.rows.front() == table.rows.front())
            found.push_back(&other);
    }
    return found;
}

void ColumnQuestions::take(Table &table, const corpus::csv::ColumnMap &columns)
{
    const QString file = corpus::fileOf(table.path);
    auto input = std::ranges::find(m_inputs, file, &corpus::Input::path);
    if (input == m_inputs.end())
        input = m_inputs.insert(m_inputs.end(), corpus::Input{file, {}, {}, 0});
    input->columns.set(table.path, columns);
}

} // namespace demarche::app
