#include "app/commands/tablewriter.h"

#include "models/analysis/json.h"
#include "models/analysis/rows.h"

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

struct CsvOf
{
    QByteArray operator()(const QString &text) const { return analysis::csvCell(text); }
    QByteArray operator()(qint64 number) const { return QByteArray::number(number); }
    QByteArray operator()(double number) const { return analysis::csvNumber(number); }
    QByteArray operator()(const QStringList &list) const { return analysis::csvCell(list.join(u"; "_s)); }
};

void addJson(analysis::JsonWriter &json, const char *name, const TableWriter::Cell &cell)
{
    if (const auto *list = std::get_if<QStringList>(&cell)) {
        json.key(name);
        json.beginArray();
        for (const QString &item : *list)
            json.value(item);
        json.endArray();
        return;
    }
    std::visit(
        [&](const auto &value) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(value)>, QStringList>)
                json.member(name, value);
        },
        cell);
}

} // namespace

TableWriter::TableWriter(bool csv, std::vector<const char *> columns, Write write)
    : m_csv(csv)
    , m_columns(std::move(columns))
    , m_write(std::move(write))
{
    if (!m_csv)
        return;
    QByteArray header;
    for (const char *column : m_columns)
        header += (header.isEmpty() ? "" : ",") + QByteArray(column);
    m_write(header + "\r\n");
}

bool TableWriter::row(const std::vector<Cell> &cells)
{
    if (m_csv) {
        QByteArray line;
        for (size_t i = 0; i < cells.size(); ++i)
            line += (i == 0 ? "" : ",") + std::visit(CsvOf{}, cells[i]);
        return m_write(line + "\r\n");
    }
    analysis::JsonWriter json;
    json.beginObject();
    for (size_t i = 0; i < cells.size(); ++i)
        addJson(json, m_columns[i], cells[i]);
    json.endObject();
    return m_write(json.take() + '\n');
}

} // namespace demarche::app
