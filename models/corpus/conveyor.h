#pragma once

#include "models/corpus/input.h"
#include "models/corpus/store.h"

#include <QStringList>

#include <functional>
#include <stop_token>

namespace demarche::corpus {

/// Analyses one article; called on several threads at once.
using Analyze = std::function<analysis::Analysis(const Article &)>;

/// How far a run has come. Bytes stand for the work ahead, for how many articles a file holds is not known
/// before.
struct Progress
{
    qint64 articles = 0; ///< delivered
    qint64 problems = 0;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0; ///< of all files named; 0 for standard input
    double seconds = 0;    ///< since the run began

    [[nodiscard]] double rate() const
    {
        return seconds > 0 ? double(articles) / seconds : 0;
    } ///< articles a second
    [[nodiscard]] double share() const { return bytesTotal > 0 ? double(bytesDone) / double(bytesTotal) : 0; }
};

/// What a run calls. Only `analyze` and `deliver` must be set.
struct ConveyorHooks
{
    Analyze analyze;                      ///< on the workers
    std::function<bool(Article &)> admit; ///< on the reading thread; may complete it; false leaves it out
    std::function<void()> readingEnds;    ///< on the reading thread, when all is read or the run is over
    std::function<bool(AnalysedArticle &&)>
        deliver;                             ///< on the calling thread, in reading order; false ends the run
    std::function<void(Problem &&)> problem; ///< on the calling thread, in reading order
    std::function<void(const Progress &)> progress; ///< on the calling thread, after each delivery or file
};

/// Reads files, analyses their articles on `jobs` threads and delivers them in the order of reading. Reading,
/// analysing and delivering overlap; at most a few articles a thread wait in memory. Returns when all is
/// delivered, or soon after a stop was asked for: what was analysed by then in order is delivered.
Progress convey(const std::vector<Input> &inputs, int jobs, const ConveyorHooks &hooks,
                std::stop_token stop = {});
Progress convey(const QStringList &paths, int jobs, const ConveyorHooks &hooks, std::stop_token stop = {});

} // namespace demarche::corpus
