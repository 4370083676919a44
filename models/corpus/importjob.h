#pragma once

#include "models/corpus/import.h"

#include <QObject>
#include <QStringList>

#include <stop_token>
#include <thread>

namespace demarche::corpus {

/// Imports in the background of a window. Its signals come on the thread of the job. One run at a time; what
/// is asked for meanwhile waits its turn.
class ImportJob : public QObject
{
    Q_OBJECT

public:
    /// Gives the analysis when the first run begins, on the background thread: models are loaded there.
    using Prepare = std::function<Result<Analyze>()>;

    ImportJob(QString storeFile, Prepare prepare, int jobs, QObject *parent = nullptr);
    ~ImportJob() override; ///< cancels and waits

    void start(const QStringList &paths);
    void cancel(); ///< what is stored by then stays
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void started();
    void progressed(const demarche::corpus::ImportProgress &progress);
    void
    stored(const std::vector<demarche::corpus::ArticleId> &ids); ///< new or replaced, safely in the store
    void finished(const demarche::corpus::ImportReport &report);
    void failed(const QString &line); ///< the store or the models could not be used

private:
    void next();
    void run(const QStringList &paths, const std::stop_token &stop);
    void settle(const Result<ImportReport> &report);

    QString m_file;
    Prepare m_prepare;
    Analyze m_analyze; ///< on the background thread only
    int m_jobs;
    QStringList m_waiting;
    bool m_running = false;
    std::jthread m_thread;
};

} // namespace demarche::corpus

Q_DECLARE_METATYPE(demarche::corpus::ImportProgress)
Q_DECLARE_METATYPE(demarche::corpus::ImportReport)
