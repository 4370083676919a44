#include "models/corpus/csv/rows.h"

namespace demarche::corpus::csv {

namespace {

constexpr qsizetype longestCell = 16 * 1024 * 1024;

} // namespace

QByteArrayList Rows::next()
{
    QByteArrayList cells;
    bool more = true;
    while (more)
        more = cell(cells);
    return cells;
}

bool Rows::cell(QByteArrayList &cells)
{
    QByteArray text;
    bool quoted = false;
    if (m_at < m_bytes.size() && m_bytes[m_at] == '"') {
        quoted = true;
        ++m_at;
    }
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at++];
        if (quoted && c == '"') {
            if (m_at < m_bytes.size() && m_bytes[m_at] == '"')
                text += m_bytes[m_at++];
            else
                quoted = false;
        } else if (!quoted && c == m_delimiter) {
            cells << text;
            return true;
        } else if (!quoted && (c == '\n' || c == '\r')) {
            if (c == '\r' && m_at < m_bytes.size() && m_bytes[m_at] == '\n')
                ++m_at;
            break;
        } else if (text.size() < longestCell) {
            text += c;
        }
    }
    cells << text;
    return false;
}

} // namespace demarche::corpus::csv
