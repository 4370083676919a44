#pragma once

#include "models/corpus/input.h"
#include "models/corpus/sourcefiles.h"
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
    qint64 bytesTotal = 0;   ///< of all files named; 0 for standard input
    qint64 bytesSkipped = 0; ///< of bytesDone, those of files that were not read
    double seconds = 0;      ///< since the run began

    [[nodiscard]] double rate() const
    {
        return seconds > 0 ? double(articles) / seconds : 0;
    } ///< articles a second
    [[nodiscard]] double share() const { return bytesTotal > 0 ? double(bytesDone) / double(bytesTotal) : 0; }
    /// Seconds that the rest will take if it goes on as it went; negative while nothing can be said.
    [[nodiscard]] double remaining() const
    {
        const qint64 worked = bytesDone - bytesSkipped;
        return worked > 0 ? seconds * double(bytesTotal - bytesDone) / double(worked) : -1;
    }
};

/// "40 s", "3 min", "2 h 5 min"; empty for less than nothing.
[[nodiscard]] QString durationInWords(double seconds);

/// What a run calls. Only `analyze` and `deliver` must be set.
struct ConveyorHooks
{
    Analyze analyze;                      ///< on the workers
    std::function<bool(Article &)> admit; ///< on the reading thread; may complete it; false leaves it out
    std::function<bool(const SourceFile &)> skip; ///< on the reading thread; true: the file is not read
    /// On the reading thread: what was said earlier of the tables in a file; may be empty.
    std::function<csv::TableColumns(const QString &)> columns;
    std::function<void()> readingEnds; ///< on the reading thread, when all is read or the run is over
    std::function<bool(AnalysedArticle &&)>
        deliver; ///< on the calling thread, in reading order; false ends the run
    /// On the calling thread, when all that a file holds was delivered and nothing of it was a problem.
    std::function<void(SourceFile &&)> complete;
    std::function<void(Problem &&)> problem;        ///< on the calling thread, in reading order
    std::function<void(const Progress &)> progress; ///< on the calling thread, after each delivery or file
};

/// Reads files, analyses their articles on `jobs` threads and delivers them in the order of reading. Reading,
/// analysing and delivering overlap; at most a few articles a thread wait in memory. Returns when all is
/// delivered, or soon after a stop was asked for, even inside one long article: what was analysed by then in
/// order is delivered.
Progress convey(const std::vector<Input> &inputs, int jobs, const ConveyorHooks &hooks,
                std::stop_token stop = {});
Progress convey(const QStringList &paths, int jobs, const ConveyorHooks &hooks, std::stop_token stop = {});

} // namespace demarche::corpus
