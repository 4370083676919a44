#include "models/tables/stances.h"

#include <array>

namespace demarche::tables {

using namespace Qt::StringLiterals;

#define TEXT(words) QT_TRANSLATE_NOOP("Columns", words)

namespace {

constexpr std::array<ColumnInfo, 6> stanceColumns{{
    {TEXT("Country"), TEXT("Whose stance"), false, 16},
    {TEXT("Stance"), TEXT("From −10, hostile, to +10, supportive: the weighted mean of its evidence"), true,
     13},
    {TEXT("In a word"), TEXT("Hostile, critical, mixed, favourable or supportive"), false, 11, true},
    {TEXT("Evidence"), TEXT("How many actions and quotes the figure rests on"), true, 8, true},
    {TEXT("Articles"), TEXT("In how many articles they stand; copies of one story count once"), true, 8,
     true},
    {TEXT("How sure"),
     TEXT("Thin: a few pieces from one report; firm: ten or more from five reports or more"), false, 9, true},
}};

QString inAWord(double score)
{
    if (score < -5)
        return StancesModel::tr("hostile");
    if (score < -1)
        return StancesModel::tr("critical");
    if (score <= 1)
        return StancesModel::tr("mixed");
    return score <= 5 ? StancesModel::tr("favourable") : StancesModel::tr("supportive");
}

QString sureness(lens::Certainty certainty)
{
    switch (certainty) {
    case lens::Certainty::Thin:
        return StancesModel::tr("thin");
    case lens::Certainty::Fair:
        return StancesModel::tr("fair");
    case lens::Certainty::Firm:
        return StancesModel::tr("firm");
    }
    return {};
}

} // namespace

#undef TEXT

StancesModel::StancesModel(const lens::LensSession &session, Words words, QObject *parent)
    : TableModel(parent)
    , m_session(session)
    , m_words(std::move(words))
{
    connect(&session, &lens::LensSession::changed, this, &StancesModel::refresh);
    refresh();
}

void StancesModel::refresh()
{
    beginResetModel();
    m_rows = m_session.aggregates().countries;
    m_target = m_session.aggregates().target;
    endResetModel();
}

std::span<const ColumnInfo> StancesModel::columns() const
{
    return stanceColumns;
}

QString StancesModel::keyOf(int row) const
{
    return m_session.index().countryNames().at(m_rows[std::size_t(row)].country);
}

QString StancesModel::text(int row, int column) const
{
    const lens::CountryTotal &total = m_rows[std::size_t(row)];
    switch (column) {
    case Country:
        return m_words.country(keyOf(row));
    case Stance:
        return signedFigure(total.score);
    case Label:
        return inAWord(total.score);
    case Evidence:
        return QString::number(total.evidence);
    case Articles:
        return QString::number(total.articles);
    case Certainty:
        return sureness(lens::certainty(total.evidence, total.articles));
    default:
        return {};
    }
}

QVariant StancesModel::sortKey(int row, int column) const
{
    const lens::CountryTotal &total = m_rows[std::size_t(row)];
    switch (column) {
    case Stance:
    case Label:
        return total.score;
    case Evidence:
        return total.evidence;
    case Articles:
        return total.articles;
    case Certainty:
        return int(lens::certainty(total.evidence, total.articles));
    default:
        return text(row, column);
    }
}

QVariant StancesModel::score(int row, int column) const
{
    return column == Stance ? QVariant(m_rows[std::size_t(row)].score) : QVariant();
}

QString StancesModel::countedSources(int row) const
{
    const int count = m_rows[std::size_t(row)].articles;
    return m_session.aggregates().countsStories ? counted(count, tr("story"), tr("stories"))
                                                : counted(count, tr("article"), tr("articles"));
}

QString StancesModel::detail(int row) const
{
    const lens::CountryTotal &total = m_rows[std::size_t(row)];
    return joined({text(row, Label),
                   counted(total.evidence, tr("piece"), tr("pieces")) + tr(" in ") + countedSources(row),
                   text(row, Certainty)});
}

bool StancesModel::emphasis(int row) const
{
    return m_session.lens().countries.contains(keyOf(row));
}

QString StancesModel::tip(int row, int column) const
{
    if (column != Stance && column != Label)
        return text(row, column);
    const lens::CountryTotal &total = m_rows[std::size_t(row)];
    return tr("%1 toward %2: %3, from %4 of evidence in %5")
        .arg(m_words.country(keyOf(row)), m_words.country(m_target), signedFigure(total.score),
             counted(total.evidence, tr("piece"), tr("pieces")), countedSources(row));
}

Place StancesModel::place(int) const
{
    return {};
}

QVariant StancesModel::other(int row, int, int role) const
{
    return role == CountryRole ? QVariant(keyOf(row)) : QVariant();
}

} // namespace demarche::tables
