#include "models/knowledge/table.h"

#include <QFile>
#include <QStringDecoder>

#include <algorithm>

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

Problem at(const QString &file, int line, const QString &what)
{
    return Problem{u"%1:%2"_s.arg(file).arg(line), what};
}

/// For each cell of the header the index of its column in `columns`, or a Problem.
Result<std::vector<int>> order(const QStringList &header, std::span<const Column> columns,
                               const QString &file, int line)
{
    std::vector<int> places;
    for (const QString &cell : header) {
        const QString name = cell.trimmed();
        const auto found =
            std::find_if(columns.begin(), columns.end(), [&](const Column &c) { return c.name == name; });
        if (found == columns.end())
            return std::unexpected(at(file, line, u"unknown column \"%1\""_s.arg(name)));
        const int place = int(found - columns.begin());
        if (std::find(places.begin(), places.end(), place) != places.end())
            return std::unexpected(at(file, line, u"column \"%1\" stands twice"_s.arg(name)));
        places.push_back(place);
    }
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].required && std::find(places.begin(), places.end(), int(i)) == places.end())
            return std::unexpected(at(file, line, u"column \"%1\" is missing"_s.arg(columns[i].name)));
    }
    return places;
}

} // namespace

Result<Table> Table::parse(const QByteArray &bytes, const QString &file, std::span<const Column> columns)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(bytes);
    if (utf8.hasError())
        return std::unexpected(Problem{file, u"is not UTF-8 text"_s});

    Table table;
    table.m_file = file;
    table.m_width = int(columns.size());
    std::vector<int> places;
    int number = 0;
    for (const QString &raw : text.split(u'\n')) {
        ++number;
        const QString line = raw.endsWith(u'\r') ? raw.chopped(1) : raw;
        if (line.trimmed().isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList cells = line.split(u'\t');
        if (places.empty()) {
            auto header = order(cells, columns, file, number);
            if (!header)
                return std::unexpected(header.error());
            places = *header;
            continue;
        }
        if (size_t(cells.size()) != places.size())
            return std::unexpected(
                at(file, number, u"%1 cells where the header has %2"_s.arg(cells.size()).arg(places.size())));
        const size_t first = table.m_cells.size();
        table.m_cells.resize(first + columns.size());
        for (size_t i = 0; i < places.size(); ++i)
            table.m_cells[first + size_t(places[i])] = cells[qsizetype(i)].trimmed();
        table.m_lines.push_back(number);
    }
    if (places.empty())
        return std::unexpected(Problem{file, u"has no header line"_s});
    return table;
}

Result<Table> Table::read(const QString &path, std::span<const Column> columns)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem{path, file.errorString()});
    return parse(file.readAll(), path, columns);
}

const QString &Table::text(int row, int column) const
{
    return m_cells[size_t(row) * size_t(m_width) + size_t(column)];
}

QStringList Table::list(int row, int column) const
{
    QStringList parts;
    for (const QString &part : text(row, column).split(listSeparator, Qt::SkipEmptyParts)) {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            parts.append(trimmed);
    }
    return parts;
}

Result<double> Table::number(int row, int column, double otherwise) const
{
    const QString &cell = text(row, column);
    if (cell.isEmpty())
        return otherwise;
    bool ok = false;
    const double value = cell.toDouble(&ok);
    if (!ok)
        return std::unexpected(problem(row, u"\"%1\" is no number"_s.arg(cell)));
    return value;
}

Problem Table::problem(int row, const QString &what) const
{
    return at(m_file, line(row), what);
}

} // namespace demarche::knowledge
