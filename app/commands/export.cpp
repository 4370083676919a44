#include "app/commands/exporttables.h"
#include "app/commands/kinds.h"
#include "app/commands/output.h"
#include "app/commands/sourceoption.h"
#include "app/commands/storeoption.h"
#include "models/lens/loading.h"

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr QLatin1StringView commandName("export");
constexpr QLatin1StringView commandSummary("prints what a store holds");

/// The filter with the subscriptions that `--source` names.
Result<corpus::Filter> withSources(const corpus::Store &store, corpus::Filter filter,
                                   const QStringList &names)
{
    if (names.isEmpty())
        return filter;
    const Result<lens::SourceTable> sources = lens::sourcesOf(store);
    const Result<QStringList> keys = sources ? sourceKeys(*sources, names) : std::unexpected(sources.error());
    if (!keys)
        return std::unexpected(keys.error());
    filter.subscriptions = sources->subscriptions(*keys);
    return filter;
}

int print(corpus::Store &store, const QString &what, bool csv, const corpus::Filter &filter, bool countCopies)
{
    Output output;
    bool whole = true;
    store.tellOfDamage([&whole](const Problem &problem) {
        whole = false;
        say(problem.line());
    });
    const Result<void> done =
        exportTable(store, what, csv, filter, countCopies, [&output](const QByteArray &bytes) {
            output.write(bytes);
            return !output.failed();
        });
    if (!done)
        say(done.error().line());
    return output.finish() && done && whole ? AllRead : SomethingUnread;
}

int run(const QStringList &arguments)
{
    CommandLine line(commandName, commandSummary,
                     u"--store STORE --what WHAT [--format csv|jsonl] [FILTER…]"_s);
    addStore(line);
    line.add(u"what"_s, u"articles, actors, quotes, actions or stances."_s, u"WHAT"_s);
    line.add(u"format"_s, u"csv or jsonl."_s, u"FORMAT"_s, u"csv"_s);
    line.addFilters();
    line.addCopies();
    if (const std::optional<int> ended = line.parse(arguments))
        return *ended;
    const Result<QString> file = onlyStoreFile(line);
    if (!file)
        return line.wrong(file.error().line());
    const Result<QString> what = line.choice(u"what"_s, exportTables());
    const Result<QString> format = line.choice(u"format"_s, {u"csv"_s, u"jsonl"_s});
    const Result<corpus::Filter> filter = line.filter();
    if (!what || !format || !filter)
        return line.wrong((!what ? what.error() : !format ? format.error() : filter.error()).line());
    if (const Result<void> kinds = checkKinds(*what, filter->kinds); !kinds)
        return line.wrong(kinds.error().line());
    Result<corpus::Store> store = openGrouped(*file);
    const Result<corpus::Filter> narrowed =
        store ? withSources(*store, *filter, line.sources()) : std::unexpected(store.error());
    if (!narrowed) {
        say(narrowed.error().line());
        return SomethingUnread;
    }
    return print(*store, *what, *format == "csv"_L1, *narrowed, line.countsCopies());
}

} // namespace

extern const Command exportCommand{commandName, commandSummary, false, run};

} // namespace demarche::app
