#pragma once

#include "models/lens/aggregates.h"
#include "models/lens/history.h"
#include "models/text/result.h"

#include <QObject>

#include <memory>

namespace demarche::lens {

/// The lens of a window at work: holds the index, the lens with its history, and what follows from both.
/// Everything that is shown listens to changed(). Searching is done on a worker thread; until its answer
/// comes the search does not filter yet.
class LensSession : public QObject
{
    Q_OBJECT

public:
    /// The ids of the articles in which a search finds something, in any order. Called on a worker thread.
    using Search = std::function<Result<std::vector<qint64>>(const QString &text)>;

    explicit LensSession(Search search, QObject *parent = nullptr);
    ~LensSession() override;

    [[nodiscard]] const EvidenceIndex &index() const { return m_index; }
    [[nodiscard]] const Lens &lens() const { return m_history.current(); }
    [[nodiscard]] const LensHistory &history() const { return m_history; }
    /// Toward whom there is evidence, in the whole index, with how much; most first. Shared as long as the
    /// index stays as it is, so that comparing it costs nothing.
    [[nodiscard]] const QList<std::pair<QString, int>> &targets() const { return m_targets; }
    /// Toward whom: the lens's own target, else the most frequent.
    [[nodiscard]] QString target() const;
    [[nodiscard]] const Aggregates &aggregates() const { return m_aggregates; }
    /// The rows of the target's evidence that are shown, in the index's order.
    [[nodiscard]] std::vector<std::uint32_t> evidence() const;
    /// Whether the lens shows an article.
    [[nodiscard]] bool shows(qint64 article) const;
    /// What a lens can name as its sources.
    [[nodiscard]] const SourceTable &sources() const { return m_sources; }
    /// Names for all that a lens names; of use while the session is there.
    [[nodiscard]] Names names(NameOf country) const;
    [[nodiscard]] bool isSearching() const { return m_searching; }
    /// How many articles would be shown without each part of the lens: what an empty result can offer.
    [[nodiscard]] int articlesWith(const Lens &lens) const;

    void setIndex(EvidenceIndex index);
    /// Grows the index and reckons anew. `grow` adds articles and evidence.
    void grow(const std::function<void(EvidenceIndex &)> &grow);
    /// Feeds and folders as they are now, with what they brought. Lenses that name a group which was renamed
    /// follow it, and what is no longer there leaves them.
    void setSources(SourceTable sources);
    void setUnread(qint64 article, bool unread);

    /// Looks through another lens; recorded in the history.
    void look(Lens lens);
    /// The same without a step of its own: what was current is not come back to. For what is restored, or
    /// changes by itself.
    void replace(Lens lens);
    void undo();
    void redo();

signals:
    /// The lens or what it shows is another; aggregates() are up to date.
    void changed();
    /// look() made a step that undo() takes back; changed() follows.
    void recorded();
    void searchingChanged(bool searching);
    /// The search could not be done; one line for a person.
    void searchFailed(const QString &line);
    void unreadChanged(qint64 article);

private:
    void refresh();
    void follow(const Lens &before);
    void findSources();
    void startSearch();
    void takeHits(const QString &text, Result<std::vector<qint64>> hits);
    void setSearching(bool searching);

    Search m_search;
    EvidenceIndex m_index;
    LensHistory m_history;
    ArticleFilter m_filter;
    Aggregates m_aggregates;
    QList<std::pair<QString, int>> m_targets;
    QString m_searched; ///< what the hits found answer
    SourceTable m_sources;
    ArticleFilter::Found m_found;
    bool m_searching = false;
    std::size_t m_searchedArticles = 0; ///< articles in the index when the search began
};

} // namespace demarche::lens
