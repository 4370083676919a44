#include "models/tables/articles.h"

#include "models/corpus/provenance.h"
#include "models/tables/card.h"

#include <algorithm>
#include <utility>

namespace demarche::tables {

using namespace Qt::StringLiterals;
using lens::ArticleAt;

namespace {

constexpr std::array<ColumnInfo, 5> articleColumns{{
    {QT_TRANSLATE_NOOP("Columns", ""),
     QT_TRANSLATE_NOOP("Columns", "A dot marks articles that were not read yet"), false, 2},
    {QT_TRANSLATE_NOOP("Columns", "Title"),
     QT_TRANSLATE_NOOP("Columns", "The article’s title, or its first words"), false, 40},
    {QT_TRANSLATE_NOOP("Columns", "Date"), QT_TRANSLATE_NOOP("Columns", "The day of publication"), false, 12,
     true},
    {QT_TRANSLATE_NOOP("Columns", "Publisher"), QT_TRANSLATE_NOOP("Columns", "Who published it"), false, 14,
     true},
    {QT_TRANSLATE_NOOP("Columns", "Countries"),
     QT_TRANSLATE_NOOP("Columns", "The states whose actors figure in it, most often named first"), false, 16,
     true},
}};

constexpr int blockSize = 64;
/// More would be paid for at every change of the lens, when all are forgotten.
constexpr int keptBlocks = 40;

} // namespace

ArticlesModel::ArticlesModel(lens::LensSession &session, Fetch fetch, lens::NameOf nameOf, QObject *parent)
    : TableModel(parent)
    , m_session(session)
    , m_fetch(std::move(fetch))
    , m_nameOf(std::move(nameOf))
    , m_blocks(keptBlocks)
{
    connect(&session, &lens::LensSession::changed, this, &ArticlesModel::refresh);
    connect(&session, &lens::LensSession::unreadChanged, this, [this](qint64 article) {
        if (const int row = rowOf(article); row >= 0) {
            const auto lead = std::ranges::find(m_shown, copiesAt(row).empty() ? m_shown[std::size_t(row)]
                                                                               : copiesAt(row).front());
            const int first = lead == m_shown.end() ? row : std::min(row, int(lead - m_shown.begin()));
            emit dataChanged(index(first, 0), index(row, columnCount() - 1));
        }
    });
    refresh();
}

std::span<const ColumnInfo> ArticlesModel::columns() const
{
    return articleColumns;
}

qint64 ArticlesModel::idAt(int row) const
{
    return row >= 0 && row < rows() ? m_session.index().id(m_shown[std::size_t(row)]) : 0;
}

int ArticlesModel::rowOf(qint64 article) const
{
    const int at = m_session.index().find(article);
    if (at < 0)
        return -1;
    auto found = std::ranges::find(m_shown, ArticleAt(at));
    if (const auto copies = m_copies.constFind(m_session.index().story(ArticleAt(at)));
        found == m_shown.end() && copies != m_copies.cend() &&
        std::ranges::find(*copies, ArticleAt(at)) != copies->end())
        found = std::ranges::find(m_shown, copies->front());
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int ArticlesModel::nextUnread(int row) const
{
    const int count = rows();
    for (int step = 1; step <= count; ++step) {
        const int next = (std::max(row, -1) + step) % count;
        if (unreadAt(next))
            return next;
    }
    return -1;
}

ArticleAt ArticlesModel::storyAt(int row) const
{
    return m_session.index().story(m_shown[std::size_t(row)]);
}

const std::vector<ArticleAt> &ArticlesModel::copiesAt(int row) const
{
    static const std::vector<ArticleAt> none;
    const auto copies = m_copies.constFind(storyAt(row));
    return copies == m_copies.cend() ? none : *copies;
}

TableModel::Fold ArticlesModel::foldAt(int row) const
{
    if (m_inner[std::size_t(row)])
        return Inner;
    if (copiesAt(row).empty())
        return Plain;
    return m_open.contains(storyAt(row)) ? Open : Closed;
}

/// A story is unread until one of its copies was read.
bool ArticlesModel::unreadAt(int row) const
{
    const auto unread = [this](ArticleAt at) { return m_session.index().unread(at); };
    const Fold fold = foldAt(row);
    return fold == Plain || fold == Inner ? unread(m_shown[std::size_t(row)])
                                          : std::ranges::all_of(copiesAt(row), unread);
}

void ArticlesModel::setOpen(int row, bool open)
{
    if (row < 0 || row >= rows() || foldAt(row) != (open ? Closed : Open))
        return;
    const std::vector<ArticleAt> &copies = copiesAt(row);
    const int last = row + int(copies.size()) - 1;
    const auto below = [row](auto &of) { return of.begin() + row + 1; };
    if (open) {
        beginInsertRows({}, row + 1, last);
        m_open.insert(storyAt(row));
        m_shown.insert(below(m_shown), copies.begin() + 1, copies.end());
        m_inner.insert(below(m_inner), copies.size() - 1, true);
        m_blocks.clear();
        endInsertRows();
    } else {
        beginRemoveRows({}, row + 1, last);
        m_open.remove(storyAt(row));
        m_shown.erase(below(m_shown), below(m_shown) + std::ptrdiff_t(copies.size()) - 1);
        m_inner.erase(below(m_inner), below(m_inner) + std::ptrdiff_t(copies.size()) - 1);
        m_blocks.clear();
        endRemoveRows();
    }
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void ArticlesModel::forget()
{
    m_titleRanks.clear();
    m_blocks.clear();
    if (rows() > 0)
        emit dataChanged(index(0, 0), index(rows() - 1, columnCount() - 1));
}

void ArticlesModel::refresh()
{
    const bool sameSearch = std::exchange(m_search, m_session.lens().search) == m_session.lens().search;
    const lens::Aggregates &shown = m_session.aggregates();
    const bool once = !m_session.lens().countCopies;
    // Stories that grew without another lead have the same leads and more articles.
    std::vector<ArticleAt> taken = shown.articles;
    if (once)
        taken.insert(taken.end(), shown.leads.begin(), shown.leads.end());
    if (m_taken == taken && m_sortColumn == Date && m_sortOrder == Qt::DescendingOrder) {
        if (!sameSearch)
            forget();
        return;
    }
    beginResetModel();
    m_taken = std::move(taken);
    take();
    endResetModel();
}

/// Makes the rows of what the lens shows.
void ArticlesModel::take()
{
    const lens::Aggregates &shown = m_session.aggregates();
    const lens::EvidenceIndex &index = m_session.index();
    const bool once = !m_session.lens().countCopies;
    m_copies.clear();
    if (once && shown.leads.size() < shown.articles.size()) {
        for (const ArticleAt copy : index.copies()) {
            if (m_session.shows(index.id(copy)))
                m_copies[index.story(copy)].push_back(copy);
        }
        m_copies.removeIf([](const auto &story) { return story.value().size() < 2; });
    }
    m_shown = once ? shown.leads : shown.articles;
    m_blocks.clear();
    arrange();
    unfold();
}

/// Lists the copies of open stories below their rows.
void ArticlesModel::unfold()
{
    std::vector<ArticleAt> unfolded;
    m_inner.assign(m_shown.size(), false);
    if (m_open.isEmpty() || m_copies.isEmpty())
        return;
    m_inner.clear();
    for (const ArticleAt at : m_shown) {
        unfolded.push_back(at);
        m_inner.push_back(false);
        const ArticleAt story = m_session.index().story(at);
        if (const auto copies = m_copies.constFind(story);
            m_open.contains(story) && copies != m_copies.cend()) {
            unfolded.insert(unfolded.end(), copies->begin() + 1, copies->end());
            m_inner.insert(m_inner.end(), copies->size() - 1, true);
        }
    }
    m_shown = std::move(unfolded);
}

const corpus::ArticleRow &ArticlesModel::fetched(int row) const
{
    static const corpus::ArticleRow none;
    const int number = row / blockSize;
    Block *block = m_blocks.object(number);
    if (!block) {
        std::vector<qint64> ids;
        for (int r = number * blockSize; r < std::min((number + 1) * blockSize, rows()); ++r)
            ids.push_back(idAt(r));
        block = new Block(m_fetch(ids));
        m_blocks.insert(number, block);
    }
    const auto at = std::size_t(row % blockSize);
    return at < block->size() ? (*block)[at] : none;
}

QString ArticlesModel::countriesText(const QStringList &countries) const
{
    QStringList names;
    for (const QString &country : countries)
        names.append(m_nameOf(country));
    return names.join(u", "_s);
}

QString ArticlesModel::text(int row, int column) const
{
    switch (column) {
    case Unread:
        return unreadAt(row) ? u"●"_s : QString();
    case Date:
        return dayInWords(lens::dateOf(m_session.index().day(m_shown[std::size_t(row)])));
    case Title:
        return fetched(row).title.simplified();
    case Publisher:
        return fetched(row).publisher;
    case Countries:
        return countriesText(fetched(row).countries);
    default:
        return {};
    }
}

QString ArticlesModel::detail(int row) const
{
    // While something is searched for, the words about it tell more than who published them.
    if (const QString excerpt = fetched(row).excerpt; !excerpt.isEmpty())
        return joined({text(row, Date), excerpt});
    const QString language = fetched(row).language;
    const QString unanalysed = corpus::isAnalysed(language) ? QString() : corpus::languageName(language);
    return joined({text(row, Date), text(row, Publisher), unanalysed, text(row, Countries)});
}

bool ArticlesModel::emphasis(int row) const
{
    return unreadAt(row);
}

QString ArticlesModel::tip(int row, int column) const
{
    if (column == Unread)
        return unreadAt(row) ? tr("Not read yet") : tr("Read");
    if (column == Date)
        return text(row, column) + u", "_s + inWords(fetched(row).published.basis);
    if (const Fold fold = foldAt(row); column == Title && (fold == Closed || fold == Open))
        return text(row, column) + u'\n' +
               tr("%1 copies of one story. Press the number, or the right arrow key, to list them.")
                   .arg(copiesAt(row).size());
    const QString excerpt = column == Title ? fetched(row).excerpt : QString();
    return text(row, column) + (excerpt.isEmpty() ? QString() : u"\n"_s + excerpt);
}

QVariant ArticlesModel::sortKey(int row, int column) const
{
    if (column == Unread)
        return unreadAt(row) ? 1 : 0;
    return column == Date ? QVariant(m_session.index().day(m_shown[std::size_t(row)])) : text(row, column);
}

Place ArticlesModel::place(int row) const
{
    return {idAt(row), {}, {}};
}

QVariant ArticlesModel::other(int row, int column, int role) const
{
    const bool several = !m_inner[std::size_t(row)] && !copiesAt(row).empty();
    switch (role) {
    case IdRole:
        return idAt(row);
    case LanguageRole:
        return fetched(row).language;
    case FoldRole:
        return int(foldAt(row));
    case FoldCountRole:
        return several ? int(copiesAt(row).size()) : 1;
    case Qt::AccessibleTextRole:
        return several && column == Title
                   ? tr("%1, %2 copies").arg(text(row, column)).arg(copiesAt(row).size())
                   : text(row, column);
    default:
        return {};
    }
}

} // namespace demarche::tables
