#include "app/columnquestions.h"

#include "models/corpus/files.h"
#include "models/corpus/readers/csv.h"
#include "views/dialogs/columnsdialog.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

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
    if (Table *table = next()) {
        askFor(*table);
        return;
    }
    if (!m_inputs.empty())
        emit answered(m_inputs);
    deleteLater();
}

/// The next that can be shown; null at the end.
ColumnQuestions::Table *ColumnQuestions::next()
{
    for (Table &table : m_tables) {
        if (std::exchange(table.isDone, true))
            continue;
        if (const Result<void> read = look(table); read && !table.rows.empty())
            return &table;
        else if (!read)
            emit failed(read.error().line());
    }
    return nullptr;
}

Result<void> ColumnQuestions::look(Table &table)
{
    if (!table.rows.empty())
        return {};
    Result<std::vector<QStringList>> rows = corpus::firstRowsOf(table.path);
    if (!rows)
        return std::unexpected(rows.error());
    table.rows = *std::move(rows);
    return {};
}

void ColumnQuestions::askFor(const Table &table)
{
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

/// Those not asked for yet whose first row is the same. A table deep in a large archive takes too long to
/// find while somebody waits: it is asked for by itself.
std::vector<ColumnQuestions::Table *> ColumnQuestions::alike(const Table &table)
{
    constexpr qint64 quicklyRead = 8 * 1024 * 1024; ///< bytes
    std::vector<Table *> found;
    for (Table &other : m_tables) {
        if (other.isDone || QFileInfo(corpus::fileOf(other.path)).size() > quicklyRead)
            continue;
        if (look(other) && !other.rows.empty() && other.rows.front() == table.rows.front())
            found.push_back(&other);
    }
    return found;
}

void ColumnQuestions::take(const Table &table, const corpus::csv::ColumnMap &columns)
{
    const QString file = corpus::fileOf(table.path);
    auto input = std::ranges::find(m_inputs, file, &corpus::Input::path);
    if (input == m_inputs.end())
        input = m_inputs.insert(m_inputs.end(), corpus::Input{file, {}, {}, 0});
    input->columns.set(table.path, columns);
}

} // namespace demarche::app
