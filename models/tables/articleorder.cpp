#include "models/tables/articles.h"
#include "models/tables/ordering.h"

#include <QPointer>

#include <algorithm>
#include <utility>

/// The order of the articles' rows.
namespace demarche::tables {

using lens::ArticleAt;

namespace {

/// Above so many rows titles are put in order beside the window.
constexpr std::size_t fewTitles = 200;

/// The place of each name among all, as people sort them.
std::vector<int> ranksOf(const lens::NameTable &names, const lens::NameOf &nameOf)
{
    std::vector<std::pair<QString, std::size_t>> sorted;
    sorted.reserve(names.size());
    for (std::size_t id = 0; id < names.size(); ++id)
        sorted.emplace_back(nameOf(names.at(id)), id);
    std::ranges::sort(sorted, [](const auto &a, const auto &b) {
        return QString::localeAwareCompare(a.first, b.first) < 0;
    });
    std::vector<int> ranks(names.size());
    for (std::size_t rank = 0; rank < sorted.size(); ++rank)
        ranks[sorted[rank].second] = int(rank);
    return ranks;
}

/// EvidenceIndex::find() for very many ids, which lie close together in all but odd stores.
std::function<int(qint64)> placesOf(const lens::EvidenceIndex &index)
{
    constexpr qint64 mostGaps = 8;
    const auto count = qint64(index.articleCount());
    const qint64 last = count == 0 ? 0 : index.id(ArticleAt(count - 1));
    if (last > count * mostGaps)
        return [&index](qint64 id) { return index.find(id); };
    std::vector<int> places(std::size_t(last) + 1, -1);
    for (qint64 at = 0; at < count; ++at)
        places[std::size_t(index.id(ArticleAt(at)))] = int(at);
    return [places = std::move(places)](qint64 id) {
        return id >= 0 && id < qint64(places.size()) ? places[std::size_t(id)] : -1;
    };
}

} // namespace

void ArticlesModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    arrangeAgain();
}

/// As the rows are to be sorted now; what is selected stays so.
void ArticlesModel::arrangeAgain()
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<qint64> ids;
    for (const QModelIndex &index : before)
        ids.push_back(idAt(index.row()));
    take();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(ids[std::size_t(i)]), before.at(i).column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void ArticlesModel::arrange()
{
    // m_shown comes newest first, and so it stays among equals.
    const lens::EvidenceIndex &index = m_session.index();
    if (m_sortColumn == Unread) {
        arrangeBy(m_shown, 2, [&](ArticleAt at) { return index.unread(at) ? 0 : 1; });
    } else if (m_sortColumn == Publisher) {
        const auto ranks = ranksOf(index.publisherNames(), [](const QString &name) { return name; });
        arrangeBy(m_shown, ranks.size(), [&](ArticleAt at) { return ranks[index.publisher(at)]; });
    } else if (m_sortColumn == Countries) {
        const auto ranks = ranksOf(index.countryNames(), m_nameOf);
        arrangeBy(m_shown, ranks.size() + 1, [&](ArticleAt at) {
            return index.countries(at).empty() ? 0 : ranks[index.countries(at)[0]] + 1;
        });
    } else if (m_sortColumn == Title) {
        arrangeByTitle();
    }
    const bool newestFirst = m_sortColumn == Date || m_sortColumn == Unread;
    if (newestFirst != (m_sortOrder == Qt::DescendingOrder))
        std::ranges::reverse(m_shown);
}

void ArticlesModel::arrangeByTitle()
{
    if (!m_titleOrder || m_shown.size() <= fewTitles) {
        arrangeByFetchedTitles();
        return;
    }
    if (m_titleRanks.size() != m_session.index().articleCount())
        askForTitleOrder();
    // Articles that came since stand last until their titles are known.
    const auto last = std::uint32_t(m_titleRanks.size());
    arrangeBy(m_shown, m_titleRanks.size() + 1,
              [&](ArticleAt at) { return at < last ? m_titleRanks[at] : last; });
}

void ArticlesModel::askForTitleOrder()
{
    if (std::exchange(m_isOrderAsked, true))
        return;
    m_titleOrder([this, alive = QPointer(this)](const std::vector<qint64> &ids) {
        if (!alive)
            return;
        m_isOrderAsked = false;
        takeTitleOrder(ids);
        if (m_sortColumn == Title)
            arrangeAgain();
    });
}

/// Ranks count from 0 among the articles that the index has; those without one come behind them all.
void ArticlesModel::takeTitleOrder(const std::vector<qint64> &ids)
{
    const lens::EvidenceIndex &index = m_session.index();
    const auto count = std::uint32_t(index.articleCount());
    const auto placeOf = placesOf(index);
    m_titleRanks.assign(count, count);
    std::uint32_t rank = 0;
    for (const qint64 id : ids) {
        if (const int at = placeOf(id); at >= 0)
            m_titleRanks[std::size_t(at)] = rank++;
    }
}

void ArticlesModel::arrangeByFetchedTitles()
{
    std::vector<qint64> ids;
    ids.reserve(m_shown.size());
    for (const ArticleAt at : m_shown)
        ids.push_back(m_session.index().id(at));
    std::vector<std::pair<QString, ArticleAt>> titled;
    const std::vector<corpus::ArticleRow> all = m_fetch(ids);
    for (std::size_t i = 0; i < all.size() && i < m_shown.size(); ++i)
        titled.emplace_back(all[i].title.toCaseFolded(), m_shown[i]);
    if (titled.size() != m_shown.size())
        return;
    std::ranges::stable_sort(titled, {}, &std::pair<QString, ArticleAt>::first);
    std::ranges::transform(titled, m_shown.begin(), &std::pair<QString, ArticleAt>::second);
}

} // namespace demarche::tables
