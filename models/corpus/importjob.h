#pragma once

#include "models/corpus/import.h"

#include <QObject>
#include <QStringList>

#include <deque>
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

    void start(const QStringList &paths) { start(inputsOf(paths), false); }
    /// `inBackground` where nobody waits for it: its progress says so.
    void start(std::vector<Input> inputs, bool inBackground);
    void cancel(); ///< what is stored by then stays
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// True where what runs was asked for in the background.
    [[nodiscard]] bool isInBackground() const { return m_inBackground; }

signals:
    void started();
    void progressed(const demarche::corpus::ImportProgress &progress);
    void
    stored(const std::vector<demarche::corpus::ArticleId> &ids); ///< new or replaced, safely in the store
    void finished(const demarche::corpus::ImportReport &report);
    /// The inputs of these receipts are through: all that could be read of them is safely stored, or the
    /// report says that the run was cancelled.
    void settled(const QList<qint64> &receipts, const demarche::corpus::ImportReport &report);
    void failed(const QString &line); ///< the store or the models could not be used

private:
    struct Run
    {
        std::vector<Input> inputs;
        bool inBackground = false;
    };

    void next();
    void run(const Run &run, const std::stop_token &stop);
    void settle(const Run &run, Result<ImportReport> report);
    void tell(const Run &run, const ImportReport &report);

    QString m_file;
    Prepare m_prepare;
    Analyze m_analyze; ///< on the background thread only
    int m_jobs;
    std::deque<Run> m_waiting;
    bool m_running = false;
    bool m_inBackground = false;
    std::jthread m_thread;
};

} // namespace demarche::corpus

Q_DECLARE_METATYPE(demarche::corpus::ImportProgress)
Q_DECLARE_METATYPE(demarche::corpus::ImportReport)
