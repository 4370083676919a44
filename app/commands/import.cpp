#include "models/corpus/import.h"
#include "app/commands/fetching.h"
#include "app/commands/output.h"
#include "app/commands/storeoption.h"
#include "models/corpus/analysing.h"
#include "models/corpus/fetch/addresses.h"

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr QLatin1StringView commandName("import");
constexpr QLatin1StringView
    commandSummary("adds articles to a store, analysed; an article that is there adds nothing");

QString inWords(const corpus::ImportReport &report)
{
    const corpus::ImportProgress &done = report.progress;
    return u"%1 added, %2 renewed, %3 already there, %4 could not be read; %5 s, %6 articles/s"_s.arg(
        QString::number(done.added), QString::number(done.updated), QString::number(done.duplicates),
        QString::number(done.read.problems), QString::number(done.read.seconds, 'f', 1),
        QString::number(done.read.rate(), 'f', 1));
}

int importInto(const QString &store, const std::vector<corpus::Input> &inputs, int jobs,
               const corpus::Analyze &analyze)
{
    ProgressLine progressLine;
    corpus::ImportHooks hooks;
    hooks.analyze = analyze;
    hooks.progress = [&progressLine](const corpus::ImportProgress &progress) {
        progressLine.show(progress.read);
    };
    hooks.problem = [&progressLine](const Problem &problem) {
        progressLine.clear();
        say(problem.line());
    };
    const Result<corpus::ImportReport> report = corpus::importInputs(store, inputs, jobs, hooks);
    progressLine.clear();
    say(report ? inWords(*report) : report.error().line());
    return report && report->progress.read.problems == 0 ? AllRead : SomethingUnread;
}

int run(const QStringList &arguments)
{
    CommandLine line(commandName, commandSummary, u"--store STORE [OPTIONS] PATH…"_s);
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    addStore(line, u"The store's file; made where it does not exist."_s);
    line.add(u"fetch"_s, u"Fetches the web addresses among the PATHs; without it nothing is."_s);
    line.add(u"allow-http"_s, u"Fetches addresses without encryption too."_s);
    line.add(u"allow-private"_s, u"Fetches addresses of this computer and its network too."_s);
    line.add(u"map"_s,
             u"What the columns of tables hold: FIELD=COLUMN, parted by commas, COLUMN a header or a number "
             u"from 1; "
             "fields are title, text, summary, date, author, publisher, language, url."_s,
             u"FIELD=COLUMN,…"_s);
    line.add(u"jobs"_s, u"Threads that analyse."_s, u"N"_s, QString::number(cores));
    if (const std::optional<int> ended = line.parse(arguments))
        return *ended;
    const Result<QString> store = storeFile(line);
    if (!store)
        return line.wrong(store.error().line());
    if (line.paths().isEmpty())
        return line.wrong(u"name the files or folders to read, or - for standard input"_s);
    const QStringList paths = line.paths();
    const auto address = std::ranges::find_if(paths, corpus::fetch::isWebAddress);
    if (address != paths.end() && !line.isSet(u"fetch"_s))
        return line.wrong(u"%1 is a web address; give --fetch to fetch it"_s.arg(*address));
    const Result<int> jobs = line.number(u"jobs"_s, 1, 256);
    if (!jobs)
        return line.wrong(jobs.error().line());
    const Result<corpus::csv::ColumnMap> columns =
        corpus::csv::ColumnMap::parsed(line.value(u"map"_s).split(u',', Qt::SkipEmptyParts));
    if (!columns)
        return line.wrong(columns.error().line());
    const Result<corpus::Analyze> analyze = corpus::shippedAnalysis();
    if (!analyze) {
        say(analyze.error().line());
        return SomethingUnread;
    }
    int unfetched = 0;
    const auto tell = [&unfetched](const Problem &problem) {
        ++unfetched;
        say(problem.line());
    };
    std::vector<corpus::Input> inputs =
        fetchedInputs(paths, {line.isSet(u"allow-http"_s), line.isSet(u"allow-private"_s)}, tell);
    for (corpus::Input &input : inputs)
        input.columns = *columns;
    const int status = importInto(*store, inputs, *jobs, *analyze);
    return unfetched == 0 ? status : SomethingUnread;
}

} // namespace

extern const Command importCommand{commandName, commandSummary, false, run};

} // namespace demarche::app
