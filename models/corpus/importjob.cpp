#include "models/corpus/importjob.h"

#include <QElapsedTimer>

#include <spdlog/spdlog.h>

#include <algorithm>

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

/// What waits for the same end goes in one run.
void ImportJob::start(std::vector<Input> inputs, bool inBackground)
{
    if (inputs.empty())
        return;
    if (m_waiting.empty() || m_waiting.back().inBackground != inBackground)
        m_waiting.push_back({{}, inBackground});
    std::ranges::move(inputs, std::back_inserter(m_waiting.back().inputs));
    if (!m_running)
        next();
}

void ImportJob::cancel()
{
    ImportReport dropped;
    dropped.cancelled = true;
    for (const Run &run : std::exchange(m_waiting, {}))
        tell(run, dropped);
    m_thread.request_stop();
}

void ImportJob::next()
{
    if (m_waiting.empty())
        return;
    m_running = true;
    Run following = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_inBackground = following.inBackground;
    emit started();
    m_thread = std::jthread(
        [this, following = std::move(following)](const std::stop_token &stop) { run(following, stop); });
}

/// On the background thread: everything that it tells is queued to the job's own.
void ImportJob::run(const Run &run, const std::stop_token &stop)
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
        hooks.progress = [&](ImportProgress progress) {
            if (sinceNews.isValid() && sinceNews.elapsed() < millisecondsBetweenNews)
                return;
            sinceNews.start();
            progress.inBackground = run.inBackground;
            QMetaObject::invokeMethod(
                this, [this, progress] { emit progressed(progress); }, Qt::QueuedConnection);
        };
        hooks.stored = [this](const std::vector<ArticleId> &ids) {
            QMetaObject::invokeMethod(this, [this, ids] { emit stored(ids); }, Qt::QueuedConnection);
        };
        report = importInputs(m_file, run.inputs, m_jobs, hooks, stop);
    }
    QMetaObject::invokeMethod(this, [this, run, report] { settle(run, report); }, Qt::QueuedConnection);
}

void ImportJob::tell(const Run &run, const ImportReport &report)
{
    QList<qint64> receipts;
    for (const Input &input : run.inputs) {
        if (input.receipt != 0 && !receipts.contains(input.receipt))
            receipts.append(input.receipt);
    }
    if (!receipts.isEmpty())
        emit settled(receipts, report);
}

void ImportJob::settle(const Run &run, Result<ImportReport> report)
{
    m_thread.join();
    m_running = false;
    if (report) {
        report->progress.inBackground = run.inBackground;
        tell(run, *report);
        spdlog::info("import: {} added, {} updated, {} known, {} problems", report->progress.added,
                     report->progress.updated, report->progress.duplicates, report->problems.size());
        emit progressed(report->progress);
        emit finished(*report);
    } else {
        spdlog::warn("import failed");
        ImportReport dropped;
        dropped.cancelled = true;
        tell(run, dropped);
        emit failed(report.error().line());
    }
    next();
}

} // namespace demarche::corpus
