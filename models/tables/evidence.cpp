#include "models/tables/evidence.h"

#include "models/corpus/store.h"

#include <array>

namespace demarche::tables {

using namespace Qt::StringLiterals;

#define TEXT(words) QT_TRANSLATE_NOOP("Columns", words)

namespace {

constexpr std::array<ColumnInfo, 6> evidenceColumns{{
    {TEXT("Value"), TEXT("From −10, hostile, to +10, supportive"), true, 13},
    {TEXT("Sentence"), TEXT("The words that bear it"), false, 30},
    {TEXT("Country"), TEXT("Whose stance"), false, 14, true},
    {TEXT("Toward"), TEXT("Toward whom"), false, 14, true},
    {TEXT("From"), TEXT("An action or a quote"), false, 8, true},
    {TEXT("Date"), TEXT("The day of the action where the text names it, else of the article"), false, 12,
     true},
}};

constexpr int keptSentences = 4000;
constexpr int mostReadAtOnce = 200; ///< sentences

FindingKind kindOf(lens::Kind kind)
{
    return kind == lens::Kind::Action ? FindingKind::Action : FindingKind::Quote;
}

} // namespace

#undef TEXT

EvidenceModel::EvidenceModel(const lens::LensSession &session, Fetch fetch, Words words, QObject *parent)
    : TableModel(parent)
    , m_session(session)
    , m_fetch(std::move(fetch))
    , m_words(std::move(words))
    , m_sentences(keptSentences)
{
}

void EvidenceModel::showLens()
{
    beginResetModel();
    m_overLens = true;
    m_ofLens = m_session.evidence();
    std::ranges::reverse(m_ofLens); // newest articles first
    m_ofArticle.clear();
    m_sentences.clear();
    endResetModel();
}

void EvidenceModel::showArticle(const corpus::StoredArticle &article)
{
    beginResetModel();
    m_overLens = false;
    m_ofLens.clear();
    m_ofArticle.clear();
    m_sentences.clear();
    for (const analysis::Evidence &evidence : article.analysis.evidence) {
        const auto kind =
            evidence.kind == analysis::Evidence::Kind::Action ? FindingKind::Action : FindingKind::Quote;
        m_ofArticle.push_back({article.id,
                               {kind, evidence.finding},
                               evidence.country,
                               evidence.target,
                               evidence.day.isValid() ? evidence.day : article.analysis.published.date,
                               evidence.value});
    }
    endResetModel();
}

std::span<const ColumnInfo> EvidenceModel::columns() const
{
    return evidenceColumns;
}

int EvidenceModel::rows() const
{
    return int(m_overLens ? m_ofLens.size() : m_ofArticle.size());
}

EvidenceModel::Item EvidenceModel::item(int row) const
{
    if (!m_overLens)
        return m_ofArticle[std::size_t(row)];
    const lens::EvidenceIndex &index = m_session.index();
    const QString target = m_session.target();
    const lens::EvidenceColumns &columns = index.evidence(target);
    const std::size_t at = m_ofLens[std::size_t(row)];
    if (at >= columns.size()) // the lens has moved on and the table is about to follow
        return {};
    return {index.id(columns.article[at]),
            {kindOf(columns.kind[at]), columns.finding[at]},
            index.countryNames().at(columns.country[at]),
            target,
            lens::dateOf(columns.day[at]),
            columns.value[at]};
}

EvidenceModel::Key EvidenceModel::keyOf(const Item &item)
{
    return {item.article, {int(item.finding.kind), item.finding.index}};
}

QString EvidenceModel::findable(int row, int column) const
{
    if (column != Sentence || rows() <= mostReadAtOnce)
        return text(row, column);
    const QString *known = m_sentences.object(keyOf(item(row)));
    return known ? *known : QString();
}

QString EvidenceModel::sentence(const Item &item) const
{
    const Key key = keyOf(item);
    if (const QString *known = m_sentences.object(key))
        return *known;
    const corpus::StoredArticle article = m_fetch(item.article);
    const text::Span span = spanOf(article.analysis, item.finding);
    const QString words = span.end <= article.article.text.size()
                              ? span.of(article.article.text).toString().simplified()
                              : QString();
    m_sentences.insert(key, new QString(words));
    return words;
}

QString EvidenceModel::text(int row, int column) const
{
    const Item item = this->item(row);
    switch (column) {
    case Date:
        return dayInWords(item.day);
    case Country:
        return m_words.country(item.country);
    case Target:
        return m_words.country(item.target);
    case Value:
        return signedFigure(item.value);
    case Source:
        return item.finding.kind == FindingKind::Action ? tr("action") : tr("quote");
    case Sentence:
        return sentence(item);
    default:
        return {};
    }
}

QVariant EvidenceModel::sortKey(int row, int column) const
{
    if (column == Value)
        return item(row).value;
    if (column == Date) {
        const QDate day = item(row).day;
        return day.isValid() ? day.toJulianDay() : 0;
    }
    return findable(row, column);
}

QVariant EvidenceModel::score(int row, int column) const
{
    return column == Value ? QVariant(item(row).value) : QVariant();
}

QString EvidenceModel::detail(int row) const
{
    const Item item = this->item(row);
    return joined({m_words.country(item.country) + u" → "_s + m_words.country(item.target),
                   dayInWords(item.day), text(row, Source)});
}

Place EvidenceModel::place(int row) const
{
    const Item item = this->item(row);
    return {item.article, item.finding, {}};
}

} // namespace demarche::tables
