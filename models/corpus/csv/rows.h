#pragma once

#include <QByteArrayList>
#include <QByteArrayView>

/// Tables with delimiters, in any encoding that keeps ASCII.
namespace demarche::corpus::csv {

/// Takes rows off bytes. Cells may be quoted, with quotes inside them doubled, and hold delimiters and line
/// ends then; a quote that never closes ends with the bytes.
class Rows
{
public:
    Rows(QByteArrayView bytes, char delimiter)
        : m_bytes(bytes)
        , m_delimiter(delimiter)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    [[nodiscard]] qsizetype position() const { return m_at; }

    /// The next row; one empty cell for an empty line.
    [[nodiscard]] QByteArrayList next();

private:
    /// Reads one cell with what ends it; false at the end of the row.
    bool cell(QByteArrayList &cells);

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    char m_delimiter;
};

} // namespace demarche::corpus::csv
