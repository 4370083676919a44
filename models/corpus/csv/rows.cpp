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
    qsizetype closed = -1; ///< where in the text its quotes ended
    const auto keep = [&] {
        if (closed >= 0 && text.sliced(closed).trimmed().isEmpty())
            text.truncate(closed);
        cells << text;
    };
    qsizetype padded = m_at; // spaces may stand before a quote, and behind it
    while (padded < m_bytes.size() && m_bytes[padded] == ' ' && m_delimiter != ' ')
        ++padded;
    if (padded < m_bytes.size() && m_bytes[padded] == '"') {
        quoted = true;
        m_at = padded + 1;
    }
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at++];
        if (quoted && c == '"') {
            if (m_at < m_bytes.size() && m_bytes[m_at] == '"')
                text += m_bytes[m_at++];
            else
                quoted = false, closed = text.size();
        } else if (!quoted && c == m_delimiter) {
            keep();
            return true;
        } else if (!quoted && (c == '\n' || c == '\r')) {
            if (c == '\r' && m_at < m_bytes.size() && m_bytes[m_at] == '\n')
                ++m_at;
            break;
        } else if (text.size() < longestCell) {
            text += c;
        }
    }
    keep();
    return false;
}

} // namespace demarche::corpus::csv
