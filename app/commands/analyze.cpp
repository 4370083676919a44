#include "app/commands/options.h"
#include "app/commands/output.h"
#include "models/analysis/record.h"
#include "models/analysis/rows.h"
#include "models/corpus/analysing.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr QLatin1StringView commandName("analyze");
constexpr QLatin1StringView
    commandSummary("reads articles, analyses them and prints what it finds; nothing is stored");

struct Wanted
{
    bool csv = false;
    int jobs = 1;
    QDate published;
};

Result<Wanted> wantedBy(const CommandLine &line)
{
    const Result<QString> format = line.choice(u"format"_s, {u"jsonl"_s, u"csv"_s});
    const Result<int> jobs = line.number(u"jobs"_s, 1, 256);
    const Result<QDate> published = line.date(u"published"_s);
    if (!format)
        return std::unexpected(format.error());
    if (!jobs)
        return std::unexpected(jobs.error());
    if (!published)
        return std::unexpected(published.error());
    return Wanted{*format == "csv"_L1, *jobs, *published};
}

int analyzePaths(const QStringList &paths, const Wanted &wanted, const corpus::Analyze &analyze)
{
    Output output;
    ProgressLine progressLine;
    if (wanted.csv)
        output.write(analysis::findingColumns());
    corpus::ConveyorHooks hooks;
    hooks.analyze = analyze;
    if (wanted.published.isValid())
        hooks.admit = [&wanted](corpus::Article &article) {
            article.published = {wanted.published, analysis::DateBasis::Option};
            return true;
        };
    hooks.deliver = [&](corpus::AnalysedArticle &&item) {
        output.write(wanted.csv ? analysis::findingRows(item.article, item.analysis)
                                : analysis::record(item.article, item.analysis) + '\n');
        return !output.failed();
    };
    hooks.problem = [&progressLine](Problem &&problem) {
        progressLine.clear();
        say(problem.line());
    };
    hooks.progress = [&progressLine](const corpus::Progress &progress) { progressLine.show(progress); };
    const corpus::Progress done = corpus::convey(paths, wanted.jobs, hooks);
    progressLine.clear();
    return output.finish() && done.problems == 0 ? AllRead : SomethingUnread;
}

int run(const QStringList &arguments)
{
    CommandLine line(commandName, commandSummary, u"[OPTIONS] PATH…"_s);
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    line.add(u"format"_s, u"jsonl (one record a line) or csv (one finding a row)."_s, u"FORMAT"_s,
             u"jsonl"_s);
    line.add(u"jobs"_s, u"Threads that analyse."_s, u"N"_s, QString::number(cores));
    line.add(u"published"_s, u"The day that the articles were published, whatever they say themselves."_s,
             u"DATE"_s);
    if (const std::optional<int> ended = line.parse(arguments))
        return *ended;
    if (line.paths().isEmpty())
        return line.wrong(u"name the files or folders to read, or - for standard input"_s);
    const Result<Wanted> wanted = wantedBy(line);
    if (!wanted)
        return line.wrong(wanted.error().line());
    const Result<corpus::Analyze> analyze = corpus::shippedAnalysis();
    if (!analyze) {
        say(analyze.error().line());
        return SomethingUnread;
    }
    return analyzePaths(line.paths(), *wanted, *analyze);
}

} // namespace

extern const Command analyze{commandName, commandSummary, false, run};

} // namespace demarche::app
