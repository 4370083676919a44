#pragma once

#include "models/corpus/conveyor.h"

#include <QStringList>

#include <functional>
#include <stop_token>
#include <vector>

namespace demarche::corpus {

/// How far an import has come.
struct ImportProgress
{
    Progress read; ///< the reading and analysing; `articles` counts what was new to the store
    qint64 added = 0;
    qint64 updated = 0;
    qint64 duplicates = 0;
    bool inBackground = false; ///< asked for by subscriptions, not by somebody who waits for it
};

/// How an import ended.
struct ImportReport
{
    ImportProgress progress;
    std::vector<Problem> problems; ///< what could not be read, in reading order; at most mostProblemsKept
    bool cancelled = false;

    static constexpr size_t mostProblemsKept = 10'000;
};

struct ImportHooks
{
    Analyze analyze;                                      ///< on the workers
    std::function<void(const ImportProgress &)> progress; ///< on the calling thread
    std::function<void(const Problem &)> problem;         ///< on the calling thread
    /// After a batch is safely stored: the ids that are new, were replaced or belong to another story now.
    std::function<void(const std::vector<ArticleId> &)> stored;
};

/// Reads what the paths name, analyses it on `jobs` threads and adds it to the store, a batch a transaction;
/// files that it has whole are not read again, articles that it has are not analysed again, so that an import
/// that was cut off goes on where it was. Files are known by their canonical path. Stopping keeps the batches
/// that are stored, and finishes none that is not. A Problem where the store itself cannot be opened or
/// written; files that cannot be read are in the report.
[[nodiscard]] Result<ImportReport> importInputs(const QString &storeFile, const std::vector<Input> &inputs,
                                                int jobs, const ImportHooks &hooks,
                                                const std::stop_token &stop = {});
[[nodiscard]] Result<ImportReport> importPaths(const QString &storeFile, const QStringList &paths, int jobs,
                                               const ImportHooks &hooks, const std::stop_token &stop = {});

} // namespace demarche::corpus
