#include "models/corpus/csv/layout.h"

#include "models/corpus/csv/headers.h"
#include "models/corpus/csv/rows.h"
#include "models/corpus/metadate.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus::csv {

namespace {

constexpr qsizetype probeLength = 256 * 1024;
constexpr std::array delimiters{',', ';', '\t', '|'};
constexpr size_t sampleRows = 24;
constexpr size_t fewestRows = 2;
constexpr qsizetype longText = 150; ///< bytes on average in a column of articles' texts
constexpr qsizetype shortestTitle = 15;

using Table = std::vector<QByteArrayList>;

/// Where the table itself begins: behind empty lines and Excel's "sep=;", which names the delimiter.
qsizetype tableStart(QByteArrayView bytes, char &named)
{
    qsizetype at = 0;
    while (at < bytes.size() && (bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == ' '))
        ++at;
    const QByteArray line = bytes.sliced(at).first(std::min<qsizetype>(bytes.size() - at, 6)).toByteArray();
    if (line.size() < 6 || !line.toLower().startsWith("sep=") || (line[5] != '\r' && line[5] != '\n'))
        return at;
    named = line[4];
    at += 5;
    while (at < bytes.size() && (bytes[at] == '\n' || bytes[at] == '\r'))
        ++at;
    return at;
}

int known(const Layout &layout)
{
    return int(std::ranges::count_if(layout.columns, [](const auto &column) { return column.has_value(); }));
}

Layout byHeader(QByteArrayView bytes, char delimiter)
{
    Layout layout;
    layout.delimiter = delimiter;
    Rows rows(bytes, delimiter);
    for (const QByteArray &cell : rows.next())
        layout.columns.push_back(fieldByHeader(QString::fromUtf8(cell.trimmed())));
    layout.firstRow = rows.position();
    layout.firstLine = 2;
    return layout;
}

/// The first rows where all have the same number of cells; nothing where they differ.
Table evenRows(QByteArrayView bytes, char delimiter)
{
    Table table;
    Rows rows(bytes, delimiter);
    while (!rows.atEnd() && table.size() < sampleRows) {
        QByteArrayList row = rows.next();
        if (row.size() == 1 && row.front().trimmed().isEmpty())
            continue;
        if (!table.empty() && row.size() != table.front().size())
            return {};
        table.push_back(std::move(row));
    }
    return table.size() >= fewestRows && table.front().size() >= 2 ? table : Table();
}

bool isAddress(const QByteArray &cell)
{
    return cell.startsWith("http://") || cell.startsWith("https://");
}

bool isDay(const QByteArray &cell)
{
    return metadataDate(QString::fromUtf8(cell)).isValid();
}

/// What is in a column, judged by its rows behind the first, which may be a header.
struct Column
{
    double days = 0; ///< share of its cells
    double addresses = 0;
    qsizetype length = 0; ///< bytes on average
};

Column columnOf(const Table &table, qsizetype index)
{
    Column column;
    const auto rows = double(table.size() - 1);
    for (size_t row = 1; row < table.size(); ++row) {
        const QByteArray &cell = table[row][index];
        column.days += isDay(cell) ? 1 / rows : 0;
        column.addresses += isAddress(cell) ? 1 / rows : 0;
        column.length += cell.size();
    }
    column.length /= qsizetype(table.size() - 1);
    return column;
}

/// What each column holds by its looks.
std::vector<std::optional<Field>> fieldsOf(const Table &table)
{
    constexpr double most = 0.8;
    std::vector<std::optional<Field>> fields(size_t(table.front().size()));
    std::vector<Column> columns;
    columns.reserve(fields.size());
    for (qsizetype i = 0; i < table.front().size(); ++i)
        columns.push_back(columnOf(table, i));
    const auto longest = std::ranges::max_element(columns, {}, &Column::length);
    bool titled = false;
    bool dated = false;
    for (size_t i = 0; i < columns.size(); ++i) {
        const Column &column = columns[i];
        if (&column == &*longest) {
            fields[i] = Field::Text;
        } else if (column.days >= most && !dated) {
            fields[i] = Field::Date;
            dated = true;
        } else if (column.addresses >= most) {
            fields[i] = Field::Uri;
        } else if (column.length >= shortestTitle && !titled) {
            fields[i] = Field::Title;
            titled = true;
        }
    }
    return longest->length >= longText ? fields : std::vector<std::optional<Field>>();
}

/// True where the first row says what the others are, not what they hold.
bool isHeader(const Table &table, const std::vector<std::optional<Field>> &fields)
{
    for (size_t i = 0; i < fields.size(); ++i) {
        const QByteArray &cell = table.front()[qsizetype(i)];
        if ((fields[i] == Field::Date && !isDay(cell)) || (fields[i] == Field::Uri && !isAddress(cell)) ||
            (fields[i] == Field::Text && cell.size() < longText / 5))
            return true;
    }
    return false;
}

Layout byContents(QByteArrayView bytes, char delimiter)
{
    Layout layout;
    const Table table = evenRows(bytes, delimiter);
    if (table.empty())
        return layout;
    layout.columns = fieldsOf(table);
    // Prose has commas too: only a date or an address shows that these are columns.
    if (!layout.has(Field::Date) && !layout.has(Field::Uri))
        return {};
    layout.delimiter = delimiter;
    layout.isGuessed = true;
    if (isHeader(table, layout.columns)) {
        Rows rows(bytes, delimiter);
        static_cast<void>(rows.next());
        layout.firstRow = rows.position();
        layout.firstLine = 2;
    }
    return layout;
}

} // namespace

bool Layout::has(Field field) const
{
    return std::ranges::find(columns, std::optional(field)) != columns.end();
}

bool Layout::holdsArticles() const
{
    return (has(Field::Text) || (has(Field::Summary) && has(Field::Title))) && known(*this) >= 2;
}

Layout layoutOf(QByteArrayView bytes)
{
    char named = '\0';
    const qsizetype start = tableStart(bytes, named);
    const QByteArrayView table = bytes.sliced(start);
    const QByteArrayView probe = table.first(std::min(table.size(), probeLength));
    Layout best;
    for (const auto by : {byHeader, byContents}) {
        for (const char delimiter : delimiters) {
            if (named != '\0' && delimiter != named)
                continue;
            if (Layout layout = by(probe, delimiter); known(layout) > known(best))
                best = std::move(layout);
        }
        if (best.holdsArticles())
            break;
    }
    best.firstRow += start;
    return best;
}

namespace {

QStringList words(const QByteArrayList &cells)
{
    QStringList texts;
    for (const QByteArray &cell : cells)
        texts << QString::fromUtf8(cell);
    return texts;
}

/// The delimiter that gives the first row the most cells.
char likeliestDelimiter(QByteArrayView table, char named)
{
    if (named != '\0')
        return named;
    const auto cells = [table](char delimiter) { return Rows(table, delimiter).next().size(); };
    return *std::ranges::max_element(delimiters, {}, cells);
}

} // namespace

Layout layoutOf(QByteArrayView bytes, const ColumnMap &columns)
{
    char named = '\0';
    const qsizetype start = tableStart(bytes, named);
    const QByteArrayView table = bytes.sliced(start);
    Layout layout;
    layout.delimiter = likeliestDelimiter(table, named);
    layout.firstRow = start;
    Rows rows(table, layout.delimiter);
    const QByteArrayList first = rows.next();
    layout.columns = columns.columnsOf(words(first));
    const bool hasHeader = !columns.isByNumber() || isHeader({first}, layout.columns);
    if (hasHeader) {
        layout.firstRow += rows.position();
        layout.firstLine = 2;
    }
    return layout;
}

DayOrder dayOrderOf(QByteArrayView bytes, const Layout &layout)
{
    DayOrder order = DayOrder::Unknown;
    const auto date = std::ranges::find(layout.columns, std::optional(Field::Date));
    const auto column = qsizetype(date - layout.columns.begin());
    const QByteArrayView table = bytes.sliced(std::min(layout.firstRow, bytes.size()));
    Rows rows(table.first(std::min(table.size(), qsizetype{4} * probeLength)), layout.delimiter);
    while (date != layout.columns.end() && !rows.atEnd()) {
        const QByteArrayList row = rows.next();
        const DayOrder told =
            column < row.size() ? corpus::dayOrderOf(QString::fromLatin1(row[column])) : DayOrder::Unknown;
        if (told != DayOrder::Unknown && order != DayOrder::Unknown && told != order)
            return DayOrder::Unknown;
        order = told == DayOrder::Unknown ? order : told;
    }
    return order;
}

bool isTable(QByteArrayView bytes)
{
    constexpr std::size_t fewest = 3;
    constexpr std::size_t fewestWithCommas = 6; // prose has commas, and sometimes as many in each paragraph
    char named = '\0';
    const QByteArrayView table = bytes.sliced(tableStart(bytes, named));
    const char delimiter = likeliestDelimiter(table, named);
    const Table rows = evenRows(table.first(std::min(table.size(), probeLength)), delimiter);
    if (rows.size() < fewest || rows.front().size() < 3)
        return false;
    return named != '\0' || delimiter != ',' || rows.size() >= fewestWithCommas;
}

std::vector<QByteArrayList> firstRows(QByteArrayView bytes, qsizetype most)
{
    char named = '\0';
    const QByteArrayView table = bytes.sliced(tableStart(bytes, named));
    Rows rows(table, likeliestDelimiter(table, named));
    std::vector<QByteArrayList> first;
    while (!rows.atEnd() && qsizetype(first.size()) < most)
        first.push_back(rows.next());
    return first;
}

} // namespace demarche::corpus::csv
