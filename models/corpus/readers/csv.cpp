#include "models/corpus/readers/csv.h"

#include "models/corpus/encoding.h"
#include "models/corpus/fields.h"

#include <QByteArrayList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype headerLength = 64 * 1024;
constexpr qsizetype longestCell = 16 * 1024 * 1024;
constexpr int rowsBetweenNews = 32;

/// Takes rows off bytes in any encoding that keeps ASCII.
class RowScanner
{
public:
    RowScanner(QByteArrayView bytes, char delimiter)
        : m_bytes(bytes)
        , m_delimiter(delimiter)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    [[nodiscard]] qsizetype position() const { return m_at; }

    QByteArrayList row()
    {
        QByteArrayList cells;
        bool more = true;
        while (more)
            more = cell(cells);
        return cells;
    }

private:
    /// Reads one cell with what ends it; false at the end of the row.
    bool cell(QByteArrayList &cells)
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

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    char m_delimiter;
};

/// A table's delimiter and what its columns hold.
struct Layout
{
    char delimiter = ',';
    std::vector<std::optional<Field>> columns;

    [[nodiscard]] bool has(Field field) const
    {
        return std::ranges::find(columns, std::optional(field)) != columns.end();
    }
    [[nodiscard]] int known() const
    {
        return int(std::ranges::count_if(columns, [](const auto &column) { return column.has_value(); }));
    }
};

Layout layoutOf(QByteArrayView bytes)
{
    Layout best;
    const QByteArrayView start = bytes.first(std::min(bytes.size(), headerLength));
    for (const char delimiter : {',', ';', '\t', '|'}) {
        Layout layout;
        layout.delimiter = delimiter;
        for (const QByteArray &cell : RowScanner(start, delimiter).row())
            layout.columns.push_back(fieldByName(QString::fromUtf8(cell.trimmed())));
        if (layout.known() > best.known())
            best = layout;
    }
    return best;
}

/// UTF-8 for what is not in an encoding that keeps ASCII, without its mark.
QByteArray asciiCompatible(QByteArrayView bytes, QString &encoding)
{
    encoding = decode(bytes.first(std::min(bytes.size(), headerLength * 16))).encoding;
    if (encoding == "UTF-8"_L1 || encoding == "windows-1252"_L1) {
        const QByteArrayView body = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
        return QByteArray::fromRawData(body.data(), body.size());
    }
    encoding = u"UTF-8"_s;
    return decode(bytes).text.toUtf8();
}

QString cellText(const QByteArray &cell, const QString &encoding)
{
    return decode(cell, encoding.toLatin1()).text;
}

} // namespace

int CsvReader::likeness(const Source &source) const
{
    if (looksBinary(source.bytes))
        return 0;
    QString encoding;
    const QByteArrayView start = source.bytes.first(std::min(source.bytes.size(), headerLength));
    const Layout layout = layoutOf(asciiCompatible(start, encoding));
    const bool holdsArticles =
        layout.has(Field::Text) || (layout.has(Field::Summary) && layout.has(Field::Title));
    return holdsArticles && layout.known() >= 2 ? 70 : 0;
}

Result<void> CsvReader::read(const Source &source, const Sink &sink) const
{
    QString encoding;
    const QByteArray bytes = asciiCompatible(source.bytes, encoding);
    const Layout layout = layoutOf(bytes);
    RowScanner scanner(bytes, layout.delimiter);
    static_cast<void>(scanner.row());
    if (layout.known() == 0 || scanner.atEnd())
        return std::unexpected(Problem{source.uri, u"a table without rows that hold articles"_s});
    for (int number = 2; !scanner.atEnd(); ++number) {
        const QByteArrayList cells = scanner.row();
        if (cells.size() == 1 && cells.front().trimmed().isEmpty())
            continue;
        const QString place = u"%1#%2"_s.arg(source.uri).arg(number);
        Article article;
        QString summary;
        for (qsizetype i = 0; i < cells.size() && size_t(i) < layout.columns.size(); ++i) {
            const std::optional<Field> field = layout.columns[size_t(i)];
            if (field == Field::Summary)
                summary = cellText(cells[i], encoding);
            else if (field)
                setField(article, *field, cellText(cells[i], encoding));
        }
        useSummary(article, summary);
        if (article.uri.isEmpty())
            article.uri = place;
        if (article.text.trimmed().isEmpty())
            sink.problem({place, u"a row without a text"_s});
        else if (!sink.article(std::move(article)))
            break;
        if (sink.position && number % rowsBetweenNews == 0)
            sink.position(scanner.position());
    }
    return {};
}

} // namespace demarche::corpus
