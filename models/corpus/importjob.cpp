#include "models/corpus/importjob.h"

#include <QElapsedTimer>

#include <spdlog/spdlog.h>

namespace demarche::corpus {

namespace {
constexpr qint64 millisecondsBetweenNews = 100; ///< no flood of events for the window
}

ImportJob::ImportJob(QString storeFile, Prepare prepare, int jobs, QObject *parent)
    : QObject(parent)
    , m_file(std::move(storeFile))
    , m_prepare(std::move(prepare))
    , m_jobs(jobs)
{
}

ImportJob::~ImportJob()
{
    m_thread.request_stop();
}

void ImportJob::start(const QStringList &paths)
{
    m_waiting += paths;
    if (!m_running)
        next();
}

void ImportJob::cancel()
{
    m_waiting.clear();
    m_thread.request_stop();
}

void ImportJob::next()
{
    if (m_waiting.isEmpty())
        return;
    m_running = true;
    emit started();
    m_thread = std::jthread(
        [this, paths = std::exchange(m_waiting, {})](const std::stop_token &stop) { run(paths, stop); });
}

/// On the background thread: everything that it tells is queued to the job's own.
void ImportJob::run(const QStringList &paths, const std::stop_token &stop)
{
    Result<ImportReport> report = ImportReport{};
    if (!m_analyze) {
        if (Result<Analyze> prepared = m_prepare(); prepared)
            m_analyze = std::move(*prepared);
        else
            report = std::unexpected(prepared.error());
    }
    if (report) {
        QElapsedTimer sinceNews;
        ImportHooks hooks;
        hooks.analyze = m_analyze;
        hooks.progress = [&](const ImportProgress &progress) {
            if (sinceNews.isValid() && sinceNews.elapsed() < millisecondsBetweenNews)
                return;
            sinceNews.start();
            QMetaObject::invokeMethod(
                this, [this, progress] { emit progressed(progress); }, Qt::QueuedConnection);
        };
        hooks.stored = [this](const std::vector<ArticleId> &ids) {
            QMetaObject::invokeMethod(this, [this, ids] { emit stored(ids); }, Qt::QueuedConnection);
        };
        report = importPaths(m_file, paths, m_jobs, hooks, stop);
    }
    QMetaObject::invokeMethod(this, [this, report] { settle(report); }, Qt::QueuedConnection);
}

void ImportJob::settle(const Result<ImportReport> &report)
{
    m_thread.join();
    m_running = false;
    if (report) {
        spdlog::info("import: {} added, {} updated, {} known, {} problems", report->progress.added,
                     report->progress.updated, report->progress.duplicates, report->problems.size());
        emit progressed(report->progress);
        emit finished(*report);
    } else {
        spdlog::warn("import failed");
        emit failed(report.error().line());
    }
    next();
}

} // namespace demarche::corpus
