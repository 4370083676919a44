#include "app/workbench.h"

#include "models/lens/loading.h"
#include "views/article/reader.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"

/// Articles, the reader and the findings.
namespace demarche::app {

using namespace Qt::StringLiterals;
using tables::FindingKind;
using tables::FindingRef;
using tables::Place;

void Workbench::connectReading()
{
    connect(m_articles, &panels::ArticlesPanel::opened, this, [this](qint64 id) { openArticle(id); });
    connect(m_reader, &article::Reader::nextUnreadWanted, m_articles, &panels::ArticlesPanel::openNextUnread);
    connect(m_reader, &article::Reader::copyWanted, this, [this](qint64 id) { openArticle(id); });
    connect(m_reader, &article::Reader::findingChosen, m_findings, &panels::FindingsPanel::mark);
    connect(m_findings, &panels::FindingsPanel::followed, this,
            [this](const Place &place) { openArticle(place.article, place); });
    connect(m_findings, &panels::FindingsPanel::countryChosen, this,
            [this](const QString &iso3, Qt::KeyboardModifiers keys) {
                if (keys.testFlag(Qt::ControlModifier))
                    m_session->look(lens::toggled(m_session->lens(), iso3));
                else
                    showEvidenceOf(iso3);
            });
}

bool Workbench::showArticle(qint64 id)
{
    if (m_reader->articleId() == id)
        return true;
    const corpus::StoredArticle article = m_library->article(id);
    if (article.id == 0)
        return false;
    m_reader->setArticle(article);
    m_reader->setCopies(m_library->copies(id));
    m_findings->setArticle(article);
    m_articles->setCurrent(id);
    return true;
}

void Workbench::openArticle(qint64 id, const Place &place)
{
    if (!showArticle(id))
        return;
    m_chosen = true;
    if (const int at = m_session->index().find(id);
        at >= 0 && m_session->index().unread(lens::ArticleAt(at))) {
        m_library->setRead(id);
        m_session->setUnread(id, false);
    }
    m_reader->show(findingAt(m_reader->article(), place));
}

/// The reader obeys the lens too: an article that it no longer shows gives way to the first that it does.
void Workbench::keepArticleInLens()
{
    if (!m_loaded || m_session->isSearching() || m_session->shows(m_reader->articleId()))
        return;
    if (m_articlesModel->rowCount() > 0) {
        showArticle(m_articlesModel->idAt(0));
        return;
    }
    m_reader->clear(m_session->index().articleCount() == 0 ? tr("The first articles are on their way …")
                                                           : tr("No article fits the lens"));
    m_findings->setArticle({});
}

FindingRef Workbench::findingAt(const corpus::StoredArticle &article, const Place &place) const
{
    if (place.finding.isValid() || place.actor.isEmpty())
        return place.finding;
    const auto &actors = article.analysis.actors;
    const auto found = std::ranges::find(actors, place.actor, &analysis::Actor::name);
    return {FindingKind::Actor, found == actors.end() ? -1 : int(found - actors.begin())};
}

} // namespace demarche::app
