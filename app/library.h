#pragma once

#include "models/corpus/importjob.h"
#include "models/corpus/sources/sources.h"
#include "models/lens/session.h"

#include <QObject>

#include <thread>

namespace demarche::app {

/// An action by its article's id and its place among the article's actions.
using ActionAt = std::pair<qint64, int>;

/// The store behind the window: read on the GUI thread where a few rows are wanted, searched and loaded in
/// the background, imported into. All signals come on the GUI thread.
class Library : public QObject
{
    Q_OBJECT

public:
    /// Opens or makes the store. `prepare` gives the analysis of what will be imported.
    [[nodiscard]] static Result<std::unique_ptr<Library>> open(const QString &file,
                                                               corpus::ImportJob::Prepare prepare);
    /// The store in the user's data folder: $XDG_DATA_HOME/demarche/articles.demarche.
    [[nodiscard]] static QString defaultFile();
    /// When its windows have gone: waits for what is still read beside them and makes the one file whole.
    /// Where a reader closes a store last, SQLite leaves what was written in the -wal file beside it, and
    /// whoever took the store away with him would go without.
    static void makeWhole(const QString &file);

    [[nodiscard]] const corpus::Store &store() const { return m_store; }
    [[nodiscard]] QString file() const { return m_file; }

    /// Reads what was subscribed to and the whole evidence index in the background; sourcesLoaded() and
    /// loaded() bring them.
    void load();
    /// Ids of the articles in which a search finds something; for any thread.
    [[nodiscard]] lens::LensSession::Search search() const;

    /// An article by its id; one without id where it cannot be had, and failed() tells why.
    [[nodiscard]] corpus::StoredArticle article(qint64 id);
    /// The triggers of actions, shortened for a line, read in the background; empty where one cannot be had.
    void readTriggers(const std::vector<ActionAt> &actions,
                      const std::function<void(const std::vector<QString> &triggers)> &take);
    /// The same at once.
    [[nodiscard]] std::vector<QString> triggers(const std::vector<ActionAt> &actions) const;
    /// With excerpts about what is searched for, where something is.
    [[nodiscard]] std::vector<corpus::ArticleRow> rows(std::span<const qint64> ids,
                                                       const QString &search = {});
    /// All articles of its story, itself among them; none where it stands alone.
    [[nodiscard]] std::vector<corpus::ArticleRow> copies(qint64 id);
    /// Gives the ids of all articles in the order of their titles, later; nothing where they cannot be had.
    void orderByTitle(const std::function<void(const std::vector<qint64> &ids)> &take);
    void setRead(qint64 id);

    /// Writes a table of app::exportTables() in the background, as JSON lines where the file's name ends in
    /// .jsonl, else as CSV; exported() or failed() tells the end. All of the file is written or nothing.
    void exportTable(const QString &what, const QString &file, const corpus::Filter &filter,
                     bool countCopies);

    /// Writes a copy of the store in the background; copied() or failed() tells the end.
    void copyTo(const QString &file, bool replace);
    /// Reads all of the store in the background; checked() tells what is wrong, or failed() why it could not.
    void check();
    /// Keeps what the analyst says of an article and analyses it anew, in the background; corrected() or
    /// uncorrected().
    void correct(qint64 id, const corpus::Corrections &corrections);
    /// An article as it was found and what the analyst says of it; failed() tells where it cannot be had.
    [[nodiscard]] std::optional<corpus::Correctable> correctable(qint64 id);

    void import(const QStringList &paths);
    void import(const std::vector<corpus::Input> &inputs); ///< what was fetched on the analyst's wish
    void cancelImport();
    [[nodiscard]] bool isImporting() const { return m_job.isRunning(); }
    [[nodiscard]] bool importsInBackground() const { return m_job.isRunning() && m_job.isInBackground(); }

    /// Begins to gather what is subscribed to, and to import it in the background.
    void gather(const corpus::sources::Settings &settings);
    /// Null before gather().
    [[nodiscard]] corpus::sources::Sources *sources() const { return m_sources.get(); }

signals:
    void sourcesLoaded(const demarche::lens::SourceTable &sources);
    void loaded(const std::shared_ptr<demarche::lens::EvidenceIndex> &index);
    void failed(const QString &line);
    void gathering(); ///< what is subscribed to, or how it fares, is another
    void exported(const QString &file);
    void copied(const QString &file);
    void checked(const std::vector<demarche::Problem> &problems, const QStringList &unchecked);
    void corrected(qint64 id);
    void uncorrected(qint64 id, const QString &line);
    void importStarted();
    void importProgressed(const demarche::corpus::ImportProgress &progress);
    void stored(const std::vector<demarche::corpus::ArticleId> &ids);
    void importFailed(const QString &line); ///< the store could not be written; what came before is in it
    void importFinished(const demarche::corpus::ImportReport &report);

private:
    void loadSources();
    void followSources();
    void groupOlderArticles();
    template <typename Work, typename Take>
    void inBackground(Work work, Take take);
    Library(QString file, corpus::Store store, corpus::ImportJob::Prepare prepare);

    QString m_file;
    corpus::Store m_store;
    corpus::ImportJob::Prepare m_prepare;
    corpus::ImportJob m_job;
    std::unique_ptr<corpus::sources::Sources> m_sources;
    corpus::sources::SubscriptionList m_known; ///< as when their articles were read last
    std::jthread m_grouping; ///< finds the stories of articles that were stored before there were any
};

} // namespace demarche::app
