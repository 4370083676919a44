#include "models/corpus/import.h"

#include "models/corpus/rereading.h"

#include <QElapsedTimer>

#include <atomic>
#include <optional>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr size_t articlesPerBatch = 128;
constexpr qint64 millisecondsPerBatch = 500; ///< so that little is lost and the window soon shows something

/// Collects what is analysed and stores it in batches.
class Importer
{
public:
    Importer(Store store, const ImportHooks &hooks)
        : m_store(std::move(store))
        , m_hooks(hooks)
    {
        m_store.recorrectWith([&hooks](const Article &newer, const Corrections &corrections) {
            return recorrected(newer, corrections, hooks.analyze);
        });
        m_clock.start();
    }

    bool take(AnalysedArticle &&item)
    {
        m_batch.push_back(std::move(item));
        const bool waits = m_batch.size() < articlesPerBatch && m_clock.elapsed() < millisecondsPerBatch;
        return waits || flush().has_value();
    }

    /// All that the file gave is in this batch or an earlier one.
    void complete(SourceFile &&file)
    {
        if (file.modified != 0)
            m_complete.push_back(std::move(file));
    }

    /// Stores the batch; a Problem where the store cannot be written, or could not before.
    Result<void> flush()
    {
        m_clock.restart();
        if (!m_written || (m_batch.empty() && m_complete.empty()))
            return m_written;
        Result<std::vector<Stored>> stored = m_store.add(m_batch, m_complete);
        m_batch.clear();
        m_complete.clear();
        if (stored)
            count(*stored);
        else
            m_written = std::unexpected(stored.error());
        return m_written;
    }

    void report(Problem &&problem)
    {
        if (m_hooks.problem)
            m_hooks.problem(problem);
        if (m_report.problems.size() < ImportReport::mostProblemsKept)
            m_report.problems.push_back(std::move(problem));
    }

    void show(const Progress &read, qint64 skipped)
    {
        m_report.progress.read = read;
        m_report.progress.duplicates = m_duplicates + skipped;
        if (m_hooks.progress)
            m_hooks.progress(m_report.progress);
    }

    [[nodiscard]] ImportReport take() { return std::move(m_report); }

private:
    void count(const std::vector<Stored> &stored)
    {
        std::vector<ArticleId> fresh;
        for (const Stored &one : stored) {
            m_report.progress.added += one.outcome == Outcome::Added;
            m_report.progress.updated += one.outcome == Outcome::Updated;
            m_duplicates += one.outcome == Outcome::Duplicate;
            if (one.outcome != Outcome::Duplicate)
                fresh.push_back(one.id);
            fresh.insert(fresh.end(), one.moved.begin(), one.moved.end());
        }
        if (m_hooks.stored && !fresh.empty())
            m_hooks.stored(fresh);
    }

    Store m_store;
    const ImportHooks &m_hooks;
    std::vector<AnalysedArticle> m_batch;
    std::vector<SourceFile> m_complete;
    QElapsedTimer m_clock;
    ImportReport m_report;
    qint64 m_duplicates = 0;
    Result<void> m_written;
};

/// Asks the store, through a connection of the reading thread's own, what it already has.
class KnownArticles
{
public:
    explicit KnownArticles(QString storeFile)
        : m_file(std::move(storeFile))
    {
    }

    /// On the reading thread only.
    bool isNew(const Article &article)
    {
        if (!open())
            return true; // the writer will say what is wrong with it
        const std::optional<ArticleId> same = m_store->same(article).value_or(std::nullopt);
        const bool known = same && m_store->noteOrigins(*same, article).has_value();
        m_skipped += known;
        return !known;
    }

    /// Whether everything in the file is stored; on the reading thread only.
    bool isComplete(const SourceFile &file)
    {
        if (!open())
            return false;
        const std::optional<qint64> articles = m_store->complete(file).value_or(std::nullopt);
        m_skipped += articles.value_or(0);
        return articles.has_value();
    }

    /// What was said of the tables in a file when it was imported before; on the reading thread only.
    csv::TableColumns columnsIn(const QString &file)
    {
        if (!open())
            return {};
        return csv::TableColumns::kept(m_store->columnsIn(file).value_or(QHash<QString, QStringList>()));
    }

    /// On the reading thread, when it is done: a connection is closed where it was opened.
    void close() { m_store.reset(); }

    [[nodiscard]] qint64 skipped() const { return m_skipped; }

private:
    bool open()
    {
        if (m_store)
            return true;
        Result<Store> opened = Store::open(m_file);
        if (opened)
            m_store = std::make_unique<Store>(std::move(*opened));
        return opened.has_value();
    }

    QString m_file;
    std::unique_ptr<Store> m_store;
    std::atomic<qint64> m_skipped = 0;
};

} // namespace

Result<ImportReport> importPaths(const QString &storeFile, const QStringList &paths, int jobs,
                                 const ImportHooks &hooks, const std::stop_token &stop)
{
    return importInputs(storeFile, inputsOf(paths), jobs, hooks, stop);
}

Result<ImportReport> importInputs(const QString &storeFile, const std::vector<Input> &inputs, int jobs,
                                  const ImportHooks &hooks, const std::stop_token &stop)
{
    Result<Store> store = Store::open(storeFile);
    if (!store)
        return std::unexpected(store.error());
    Importer importer(std::move(*store), hooks);
    KnownArticles known(storeFile);
    ConveyorHooks belt;
    belt.analyze = hooks.analyze;
    belt.admit = [&known](Article &article) { return known.isNew(article); };
    belt.skip = [&known](const SourceFile &file) { return known.isComplete(file); };
    belt.columns = [&known](const QString &file) { return known.columnsIn(file); };
    belt.complete = [&importer](SourceFile &&file) { importer.complete(std::move(file)); };
    belt.readingEnds = [&known] { known.close(); };
    belt.deliver = [&importer](AnalysedArticle &&item) { return importer.take(std::move(item)); };
    belt.problem = [&importer](Problem &&problem) { importer.report(std::move(problem)); };
    belt.progress = [&](const Progress &progress) { importer.show(progress, known.skipped()); };
    std::vector<Input> canonical = inputs;
    for (Input &input : canonical)
        input.path = input.isFetched() ? input.path : canonicalPath(input.path);
    const Progress done = convey(canonical, jobs, belt, stop);
    if (const Result<void> written = importer.flush(); !written)
        return std::unexpected(written.error());
    importer.show(done, known.skipped());
    ImportReport report = importer.take();
    report.cancelled = stop.stop_requested();
    return report;
}

} // namespace demarche::corpus
