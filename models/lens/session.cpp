#include "models/lens/session.h"

#include "models/lens/background.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

namespace demarche::lens {

LensSession::LensSession(Search search, QObject *parent)
    : QObject(parent)
    , m_search(std::move(search))
{
}

LensSession::~LensSession() = default;

QString LensSession::target() const
{
    if (!lens().target.isEmpty())
        return lens().target;
    return m_targets.isEmpty() ? QString() : m_targets.front().first;
}

std::vector<std::uint32_t> LensSession::evidence() const
{
    return shownEvidence(m_index, m_filter, lens(), target());
}

bool LensSession::shows(qint64 article) const
{
    const int at = m_index.find(article);
    return at >= 0 && std::size_t(at) < m_filter.size() && m_filter.bits(ArticleAt(at)) == 0;
}

Names LensSession::names(NameOf country) const
{
    return {std::move(country), [this](const QString &key) { return m_sources.nameOf(key); }};
}

int LensSession::articlesWith(const Lens &lens) const
{
    ArticleFilter filter;
    filter.apply(m_index, lens,
                 {.hits = lens.search == m_searched ? m_found.hits : std::nullopt,
                  .sources = m_sources.articles(lens.sources)});
    int shown = 0;
    for (std::size_t at = 0; at < filter.size(); ++at)
        shown += filter.bits(ArticleAt(at)) == 0;
    return shown;
}

void LensSession::setIndex(EvidenceIndex index)
{
    m_index = std::move(index);
    m_filter.reset();
    grow([](EvidenceIndex &) {});
}

void LensSession::grow(const std::function<void(EvidenceIndex &)> &grow)
{
    grow(m_index);
    const auto targets = m_index.targets();
    m_targets = QList(targets.begin(), targets.end());
    if (!lens().search.isEmpty() && m_searchedArticles != m_index.articleCount())
        startSearch();
    refresh();
}

void LensSession::setUnread(qint64 article, bool unread)
{
    const int at = m_index.find(article);
    if (at < 0 || m_index.unread(ArticleAt(at)) == unread)
        return;
    m_index.setUnread(ArticleAt(at), unread);
    emit unreadChanged(article);
}

void LensSession::look(Lens lens)
{
    lens.search = lens.search.simplified();
    const Lens before = this->lens();
    if (!m_history.push(std::move(lens)))
        return;
    emit recorded();
    follow(before);
}

void LensSession::replace(Lens lens)
{
    lens.search = lens.search.simplified();
    const Lens before = this->lens();
    if (m_history.replace(std::move(lens)))
        follow(before);
}

void LensSession::undo()
{
    const Lens before = lens();
    m_history.undo();
    follow(before);
}

void LensSession::redo()
{
    const Lens before = lens();
    m_history.redo();
    follow(before);
}

void LensSession::follow(const Lens &before)
{
    if (lens().sources != before.sources)
        findSources();
    if (lens().search != before.search)
        startSearch();
    refresh();
}

void LensSession::setSources(SourceTable sources)
{
    const bool filtered = !lens().sources.isEmpty();
    m_history.rewrite([&](Lens &lens) { lens.sources = carried(lens.sources, m_sources, sources); });
    m_sources = std::move(sources);
    if (!filtered)
        return;
    findSources();
    refresh();
}

void LensSession::findSources()
{
    m_found.sources = m_sources.articles(lens().sources);
    m_found.newSources = true;
}

void LensSession::startSearch()
{
    const QString text = lens().search;
    m_searchedArticles = m_index.articleCount();
    if (text.isEmpty()) {
        takeHits(text, std::vector<qint64>());
        return;
    }
    setSearching(true);
    auto *watcher = new QFutureWatcher<Result<std::vector<qint64>>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, text] {
        watcher->deleteLater();
        if (text == lens().search) { // else a later search is on its way
            takeHits(text, watcher->result());
            refresh();
        }
    });
    watcher->setFuture(QtConcurrent::run(&background(), [search = m_search, text] { return search(text); }));
}

void LensSession::takeHits(const QString &text, Result<std::vector<qint64>> hits)
{
    if (!hits)
        emit searchFailed(hits.error().line());
    m_searched = text;
    m_found.hits.reset();
    if (!text.isEmpty()) {
        m_found.hits = hits.value_or(std::vector<qint64>());
        std::ranges::sort(*m_found.hits);
    }
    m_found.newHits = true;
    setSearching(false);
}

void LensSession::setSearching(bool searching)
{
    if (std::exchange(m_searching, searching) != searching)
        emit searchingChanged(searching);
}

void LensSession::refresh()
{
    m_filter.apply(m_index, lens(), m_found);
    m_found.newHits = m_found.newSources = false;
    m_aggregates = aggregate(m_index, m_filter, lens(), target());
    emit changed();
}

} // namespace demarche::lens
