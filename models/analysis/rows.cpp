#include "models/analysis/rows.h"

#include "models/analysis/codepoints.h"
#include "models/analysis/record.h"

#include <algorithm>
#include <array>

namespace demarche::analysis {

using namespace Qt::StringLiterals;

namespace {

enum Cell : size_t {
    Uri,
    Day,
    Finding,
    Id,
    Start,
    End,
    Text,
    Kind,
    Source,
    Target,
    Country,
    Code,
    Value,
    Certainty,
    Date,
    Evidences,
    CellCount
};

constexpr std::array<const char *, CellCount> columns{
    "uri",    "published", "finding", "id",   "start", "end",    "text", "kind",
    "source", "target",    "country", "code", "value", "realis", "date", "evidence"};

using Cells = std::array<QByteArray, CellCount>;

QByteArray line(const Cells &cells)
{
    QByteArray out;
    for (const QByteArray &cell : cells) {
        if (&cell != &cells.front())
            out += ',';
        out += cell;
    }
    return out + "\r\n";
}

QString id(QChar letter, int index)
{
    return letter + QString::number(index + 1);
}

class Rows
{
public:
    Rows(const corpus::Article &article, const Analysis &analysis)
        : m_article(article)
        , m_analysis(analysis)
        , m_points(article.text)
    {
        m_common[Uri] = csvCell(article.uri);
        m_common[Day] = analysis.published.date.toString(Qt::ISODate).toUtf8();
    }

    QByteArray all() const
    {
        QByteArray out;
        for (size_t i = 0; i < m_analysis.actors.size(); ++i)
            out += line(actor(m_analysis.actors[i], int(i)));
        for (size_t i = 0; i < m_analysis.quotes.size(); ++i)
            out += line(quote(m_analysis.quotes[i], int(i)));
        for (size_t i = 0; i < m_analysis.actions.size(); ++i)
            out += line(action(m_analysis.actions[i], int(i)));
        for (const Stance &each : m_analysis.stances)
            out += line(stance(each));
        return out;
    }

private:
    Cells row(const char *finding, QChar letter, int index, Span span) const
    {
        Cells cells = m_common;
        const Span points = m_points.fromUnits(span);
        cells[Finding] = finding;
        cells[Id] = id(letter, index).toUtf8();
        cells[Start] = QByteArray::number(points.begin);
        cells[End] = QByteArray::number(points.end);
        cells[Text] = csvCell(span.of(m_article.text));
        return cells;
    }

    QByteArray names(const std::vector<ActorId> &actors) const
    {
        QStringList all;
        for (const ActorId a : actors)
            all += m_analysis.actors[size_t(a)].name;
        return csvCell(all.join("; "_L1));
    }

    Cells actor(const Actor &actor, int index) const
    {
        Cells cells =
            row("actor", u'a', index, actor.mentions.empty() ? Span{} : actor.mentions.front().span);
        cells[Text] = csvCell(actor.name);
        cells[Kind] = csvCell(QString(name(actor.kind)));
        cells[Country] = csvCell(actor.country);
        cells[Code] = csvCell(actor.code);
        return cells;
    }

    Cells quote(const Quote &quote, int index) const
    {
        Cells cells = row("quote", u'q', index, quote.span);
        cells[Kind] = csvCell(QString(name(quote.kind)));
        if (quote.speaker >= 0) {
            const Actor &speaker = m_analysis.actors[size_t(quote.speaker)];
            cells[Source] = csvCell(speaker.name);
            cells[Country] = csvCell(speaker.country);
        }
        cells[Target] = names(quote.about);
        cells[Value] = csvNumber(quote.polarity);
        return cells;
    }

    Cells action(const Action &action, int index) const
    {
        Cells cells = row("action", u'e', index, action.span);
        cells[Kind] = csvCell(action.plover);
        cells[Source] = names(action.source);
        cells[Target] = names(action.target);
        cells[Code] = csvCell(action.cameo);
        cells[Value] = csvNumber(action.goldstein);
        cells[Certainty] = csvCell(QString(name(action.realis)));
        if (action.date)
            cells[Date] = action.date->first.toString(Qt::ISODate).toUtf8();
        return cells;
    }

    Cells stance(const Stance &stance) const
    {
        Cells cells = m_common;
        cells[Finding] = "stance";
        cells[Kind] = csvCell(QString(stanceLabel(stance.score)));
        cells[Target] = csvCell(stance.target);
        cells[Country] = csvCell(stance.country);
        cells[Value] = csvNumber(stance.score);
        QStringList findings;
        for (const int e : stance.evidence) {
            const Evidence &evidence = m_analysis.evidence[size_t(e)];
            findings += id(evidence.kind == Evidence::Kind::Action ? u'e' : u'q', evidence.finding);
        }
        findings.removeDuplicates();
        cells[Evidences] = csvCell(findings.join(u' '));
        return cells;
    }

    const corpus::Article &m_article;
    const Analysis &m_analysis;
    CodePoints m_points;
    Cells m_common;
};

} // namespace

QByteArray findingColumns()
{
    Cells cells;
    std::ranges::copy(columns, cells.begin());
    return line(cells);
}

QByteArray findingRows(const corpus::Article &article, const Analysis &analysis)
{
    return Rows(article, analysis).all();
}

QByteArray csvCell(QStringView text)
{
    QByteArray cell = text.toUtf8();
    if (!cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front()))
        cell.prepend('\'');
    if (cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r'))
        cell = '"' + cell.replace('"', "\"\"") + '"';
    return cell;
}

QByteArray csvNumber(double number)
{
    return QByteArray::number(number + 0.0, 'g', 6);
}

} // namespace demarche::analysis
