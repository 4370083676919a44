#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <variant>
#include <vector>

namespace demarche::app {

/// Writes rows of named columns as CSV or as one JSON object a line.
class TableWriter
{
public:
    using Cell = std::variant<QString, qint64, double, QStringList>;
    using Write = std::function<bool(const QByteArray &)>;

    TableWriter(bool csv, std::vector<const char *> columns, Write write);

    /// As many cells as columns. False where nothing more can be written.
    bool row(const std::vector<Cell> &cells);

private:
    bool m_csv;
    std::vector<const char *> m_columns;
    Write m_write;
};

} // namespace demarche::app
