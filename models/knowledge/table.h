#pragma once

#include "models/text/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace demarche::knowledge {

/// A column that a table may have.
struct Column
{
    QLatin1StringView name;
    bool required = true; ///< missing from the header: a Problem; otherwise every row reads as empty there
};

/// One cell list's separator ("Zaire|Congo-Kinshasa").
inline constexpr QChar listSeparator = u'|';

/// A tab-separated table of resources/knowledge: UTF-8, `#` lines and empty lines are comments, the first
/// other line names the columns. Cells hold no tab; surrounding blanks are dropped. Each failure names the
/// file and the line.
class Table
{
public:
    /// Reads a table that has exactly the columns given, in any order. An unknown, doubled or missing column,
    /// a row with too many or too few cells, and text that is not UTF-8 are Problems. `file` is only for
    /// their wording.
    [[nodiscard]] static Result<Table> parse(const QByteArray &bytes, const QString &file,
                                             std::span<const Column> columns);
    /// The same from a file on disk.
    [[nodiscard]] static Result<Table> read(const QString &path, std::span<const Column> columns);
    /// The same from a file built into the program ("knowledge/cues.tsv").
    [[nodiscard]] static Result<Table> shipped(const QString &resourcePath, std::span<const Column> columns);

    [[nodiscard]] int size() const { return int(m_lines.size()); }
    /// The cell of a row in the column of that index in `columns`, as given to parse(). Never out of range
    /// for row < size() and column < columns.size().
    [[nodiscard]] const QString &text(int row, int column) const;
    /// The cell split at `|`, blanks dropped, empty parts left out.
    [[nodiscard]] QStringList list(int row, int column) const;
    /// The cell as a number; an empty cell gives `otherwise`; anything else that is no number is a Problem.
    [[nodiscard]] Result<double> number(int row, int column, double otherwise = 0) const;

    [[nodiscard]] int line(int row) const { return m_lines[size_t(row)]; }
    [[nodiscard]] const QString &file() const { return m_file; }
    /// A Problem at that row: "states.tsv:12".
    [[nodiscard]] Problem problem(int row, const QString &what) const;

private:
    QString m_file;
    int m_width = 0;
    std::vector<int> m_lines;     ///< line number of each row, from 1
    std::vector<QString> m_cells; ///< row by row, `m_width` a row
};

} // namespace demarche::knowledge
