#include "models/tables/findings.h"

#include <array>

namespace demarche::tables {

using namespace Qt::StringLiterals;

#define TEXT(words) QT_TRANSLATE_NOOP("Columns", words)

namespace {

constexpr std::array<ColumnInfo, 6> actorColumns{{
    {TEXT("Name"), TEXT("The fullest name that the articles give"), false, 24},
    {TEXT("Kind"), TEXT("Person, country, organisation, group or place"), false, 12, true},
    {TEXT("State"), TEXT("The state to which the actor belongs"), false, 14, true},
    {TEXT("Role"), TEXT("The role last given to it"), false, 18, true},
    {TEXT("Articles"), TEXT("In how many articles it figures"), true, 8},
    {TEXT("Mentions"), TEXT("How often it is mentioned, by name or otherwise"), true, 9},
}};

constexpr std::array<ColumnInfo, 6> quoteColumns{{
    {TEXT("Tone"), TEXT("From −1, hostile, to +1, friendly, toward whom the quote is about"), true, 13},
    {TEXT("Quote"), TEXT("What was said"), false, 30},
    {TEXT("Speaker"), TEXT("Who said it"), false, 18, true},
    {TEXT("State"), TEXT("The state to which the speaker belongs"), false, 14, true},
    {TEXT("Kind"), TEXT("Direct: in quotation marks; mixed: partly; indirect: in other words"), false, 9,
     true},
    {TEXT("Date"), TEXT("The day of the article"), false, 12, true},
}};

constexpr std::array<ColumnInfo, 7> actionColumns{{
    {TEXT("Weight"), TEXT("Goldstein’s scale: from −10, most hostile, to +10, most helpful"), true, 13},
    {TEXT("Words"), TEXT("The clause that says it"), false, 30},
    {TEXT("Who"), TEXT("Who acts"), false, 16, true},
    {TEXT("To whom"), TEXT("Toward whom; empty where the text does not say"), false, 16, true},
    {TEXT("Action"), TEXT("The kind of action, by its CAMEO code"), false, 26, true},
    {TEXT("Certainty"), TEXT("Whether it is reported as done, announced, possible or denied"), false, 18,
     true},
    {TEXT("Date"), TEXT("The day of the action where the text names it, else of the article"), false, 12,
     true},
}};

QVariant dayKey(QDate day)
{
    return day.isValid() ? day.toJulianDay() : 0;
}

} // namespace

#undef TEXT

ActorsModel::ActorsModel(Words words, QObject *parent)
    : PagedModel(parent)
    , m_words(std::move(words))
{
}

std::span<const ColumnInfo> ActorsModel::columns() const
{
    return actorColumns;
}

QString ActorsModel::text(int row, int column) const
{
    const corpus::ActorRow &actor = this->row(row);
    switch (column) {
    case Name:
        return actor.name.simplified();
    case Kind:
        return inWords(actor.kind);
    case Country:
        return actor.country.isEmpty() ? QString() : m_words.country(actor.country);
    case Role:
        return actor.role;
    case Articles:
        return QString::number(actor.articles);
    case Mentions:
        return QString::number(actor.mentions);
    default:
        return {};
    }
}

QVariant ActorsModel::sortKey(int row, int column) const
{
    if (column == Articles)
        return this->row(row).articles;
    return column == Mentions ? QVariant(this->row(row).mentions) : text(row, column);
}

QString ActorsModel::detail(int row) const
{
    return joined({text(row, Kind), text(row, Country), text(row, Role)});
}

Place ActorsModel::place(int row) const
{
    return {this->row(row).newest, {FindingKind::Actor, -1}, this->row(row).name};
}

QuotesModel::QuotesModel(Words words, QObject *parent)
    : PagedModel(parent)
    , m_words(std::move(words))
{
}

std::span<const ColumnInfo> QuotesModel::columns() const
{
    return quoteColumns;
}

QString QuotesModel::text(int row, int column) const
{
    const corpus::QuoteRow &quote = this->row(row);
    switch (column) {
    case Speaker:
        return quote.speaker.simplified();
    case Country:
        return quote.speakerCountry.isEmpty() ? QString() : m_words.country(quote.speakerCountry);
    case Quote:
        return quote.text.simplified();
    case Kind:
        return inWords(quote.kind);
    case Tone:
        return signedFigure(quote.polarity);
    case Date:
        return dayInWords(quote.day);
    default:
        return {};
    }
}

QVariant QuotesModel::sortKey(int row, int column) const
{
    if (column == Tone)
        return this->row(row).polarity;
    return column == Date ? dayKey(this->row(row).day) : text(row, column);
}

QVariant QuotesModel::score(int row, int column) const
{
    return column == Tone ? QVariant(this->row(row).polarity * 10) : QVariant();
}

QString QuotesModel::detail(int row) const
{
    return joined({this->row(row).speaker.isEmpty() ? tr("speaker unknown") : text(row, Speaker),
                   text(row, Country), text(row, Kind), text(row, Date)});
}

Place QuotesModel::place(int row) const
{
    return {this->row(row).article, {FindingKind::Quote, this->row(row).index}, {}};
}

ActionsModel::ActionsModel(Words words, QObject *parent)
    : PagedModel(parent)
    , m_words(std::move(words))
{
}

std::span<const ColumnInfo> ActionsModel::columns() const
{
    return actionColumns;
}

QString ActionsModel::text(int row, int column) const
{
    const corpus::ActionRow &action = this->row(row);
    switch (column) {
    case Date:
        return dayInWords(action.day);
    case Source:
        return action.source.join(u", "_s).simplified();
    case Target:
        return action.target.join(u", "_s).simplified();
    case Action:
        return m_words.cameoLabel(action.cameo);
    case Goldstein:
        return signedFigure(action.goldstein);
    case Certainty:
        return inWords(action.realis);
    case Clause:
        return action.text.simplified();
    default:
        return {};
    }
}

QVariant ActionsModel::sortKey(int row, int column) const
{
    if (column == Goldstein)
        return this->row(row).goldstein;
    if (column == Action)
        return this->row(row).cameo;
    return column == Date ? dayKey(this->row(row).day) : text(row, column);
}

QVariant ActionsModel::score(int row, int column) const
{
    return column == Goldstein ? QVariant(this->row(row).goldstein) : QVariant();
}

QString ActionsModel::tip(int row, int column) const
{
    const corpus::ActionRow &action = this->row(row);
    return column == Action ? u"CAMEO %1, PLOVER %2: %3"_s.arg(action.cameo, action.plover, text(row, column))
                            : text(row, column);
}

QString ActionsModel::detail(int row) const
{
    const bool done = this->row(row).realis == analysis::Realis::Actual;
    return joined(
        {text(row, Source) + (this->row(row).target.isEmpty() ? QString() : u" → "_s + text(row, Target)),
         text(row, Action), text(row, Date), done ? QString() : text(row, Certainty)});
}

Place ActionsModel::place(int row) const
{
    return {this->row(row).article, {FindingKind::Action, this->row(row).index}, {}};
}

} // namespace demarche::tables
