#include "models/corpus/readers/csv.h"

#include "models/corpus/csv/layout.h"
#include "models/corpus/csv/rows.h"
#include "models/corpus/encoding.h"
#include "models/corpus/provenance.h"

#include "models/corpus/readers/archive.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype probeLength = 256 * 1024;
constexpr int rowsBetweenNews = 32;

/// UTF-8 for what is not in an encoding that keeps ASCII, without its mark. `how` tells what it was,
/// `encoding` what the bytes are now.
QByteArray asciiCompatible(const Source &source, QByteArrayView bytes, Decoded &how, QString &encoding)
{
    how = decode(bytes.first(std::min(bytes.size(), probeLength * 4)), source.charset);
    encoding = how.encoding;
    if (encoding == "UTF-8"_L1 || encoding == "windows-1252"_L1) {
        const QByteArrayView body = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
        return QByteArray::fromRawData(body.data(), body.size());
    }
    encoding = u"UTF-8"_s;
    return decode(bytes, Charset::chosen(how.encoding.toLatin1())).text.toUtf8();
}

Article articleOf(const QByteArrayList &cells, const csv::Layout &layout, DayOrder order,
                  const Charset &encoding)
{
    Article article;
    QString summary;
    for (qsizetype i = 0; i < cells.size() && size_t(i) < layout.columns.size(); ++i) {
        const std::optional<Field> field = layout.columns[size_t(i)];
        if (field == Field::Summary)
            summary = decode(cells[i], encoding).text;
        else if (field)
            setField(article, *field, decode(cells[i], encoding).text);
        if (field == Field::Date && !article.published.date.isValid())
            article.published.date = dateInOrder(decode(cells[i], encoding).text, order);
    }
    if (article.published.date.isValid())
        article.published.basis = analysis::DateBasis::Metadata;
    useSummary(article, summary);
    if (layout.isGuessed)
        article.warnings << u"the table's columns have no known names: what they hold was guessed"_s;
    return article;
}

/// A page, an XML file or a record: to look for columns there costs more than all else that is done with it.
bool beginsAsMarkup(QByteArrayView bytes)
{
    constexpr qsizetype longest = 16;
    const QByteArrayView start = bytes.trimmed();
    const QByteArray lower = start.first(std::min(start.size(), longest)).toByteArray().toLower();
    return lower.startsWith('{') || lower.startsWith("<!doctype") || lower.startsWith("<html") ||
           lower.startsWith("<?xml");
}

} // namespace

int CsvReader::likeness(const Source &source) const
{
    constexpr int told = 92;
    constexpr int named = 70;
    constexpr int guessed = 60;
    constexpr int unknown = 30; ///< more than prose
    const csv::ColumnMap said = source.columns.of(source.uri);
    if (looksBinary(source.bytes) || (said.isEmpty() && beginsAsMarkup(source.bytes)))
        return 0;
    Decoded how;
    QString encoding;
    const QByteArrayView start = source.bytes.first(std::min(source.bytes.size(), probeLength));
    const QByteArray bytes = asciiCompatible(source, start, how, encoding);
    if (!said.isEmpty() && !csv::layoutOf(bytes, said).columns.empty())
        return told;
    const csv::Layout layout = csv::layoutOf(bytes);
    if (!layout.holdsArticles())
        return csv::isTable(bytes) ? unknown : 0;
    return layout.isGuessed ? guessed : named;
}

Result<void> CsvReader::read(const Source &source, const Sink &sink) const
{
    Decoded how;
    QString encoding;
    const QByteArray bytes = asciiCompatible(source, source.bytes, how, encoding);
    const csv::ColumnMap said = source.columns.of(source.uri);
    csv::Layout layout;
    if (!said.isEmpty())
        layout = csv::layoutOf(bytes, said);
    const bool isSaid = !layout.columns.empty();
    if (!isSaid)
        layout = csv::layoutOf(bytes);
    if (!layout.holdsArticles() && !layout.has(Field::Text) && csv::isTable(bytes))
        return std::unexpected(Problem{source.uri, columnsUnknown});
    const bool isChosen = how.basis == Decoded::Basis::Chosen;
    const Charset charset = isChosen ? Charset::chosen(encoding.toLatin1()) : Charset(encoding.toLatin1());
    csv::Rows rows(QByteArrayView(bytes).sliced(std::min(layout.firstRow, bytes.size())), layout.delimiter);
    if (layout.columns.empty() || rows.atEnd())
        return std::unexpected(Problem{source.uri, u"a table without rows that hold articles"_s});
    const DayOrder order = csv::dayOrderOf(bytes, layout);
    for (int number = layout.firstLine; !rows.atEnd(); ++number) {
        const QByteArrayList cells = rows.next();
        if (cells.size() == 1 && cells.front().trimmed().isEmpty())
            continue;
        Article article = articleOf(cells, layout, order, charset);
        setEncoding(article, how);
        if (isSaid)
            article.columns.insert(source.uri, said.written());
        const QString place = u"%1#%2"_s.arg(source.uri).arg(number);
        if (article.uri.isEmpty())
            article.uri = place;
        if (article.text.trimmed().isEmpty())
            sink.problem({place, u"a row without a text"_s});
        else if (!sink.article(std::move(article)))
            break;
        if (sink.position && number % rowsBetweenNews == 0)
            sink.position(layout.firstRow + rows.position());
    }
    return {};
}

Result<std::vector<QStringList>> firstRowsOf(const QString &file)
{
    constexpr qsizetype most = 8;
    const Result<QByteArray> start = startOf(file, probeLength);
    if (!start)
        return std::unexpected(start.error());
    Decoded how;
    QString encoding;
    const QByteArray bytes = asciiCompatible({file, *start}, *start, how, encoding);
    std::vector<QStringList> rows;
    for (const QByteArrayList &cells : csv::firstRows(bytes, most)) {
        QStringList row;
        for (const QByteArray &cell : cells)
            row << decode(cell, encoding.toLatin1()).text;
        rows.push_back(row);
    }
    return rows;
}

} // namespace demarche::corpus
