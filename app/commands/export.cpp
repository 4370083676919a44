#include "app/commands/exporttables.h"
#include "app/commands/options.h"
#include "app/commands/output.h"
#include "models/corpus/store.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr QLatin1StringView commandName("export");
constexpr QLatin1StringView commandSummary("prints what a store holds");

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
    line.add(u"store"_s, u"The store's file."_s, u"STORE"_s);
    line.add(u"what"_s, u"articles, actors, quotes, actions or stances."_s, u"WHAT"_s);
    line.add(u"format"_s, u"csv or jsonl."_s, u"FORMAT"_s, u"csv"_s);
    line.addFilters();
    line.addCopies();
    if (const std::optional<int> ended = line.parse(arguments))
        return *ended;
    const QString file = line.value(u"store"_s);
    if (file.isEmpty())
        return line.wrong(u"name the store with --store"_s);
    if (!line.paths().isEmpty())
        return line.wrong(u"\"%1\" is no option"_s.arg(line.paths().front()));
    const Result<QString> what = line.choice(u"what"_s, exportTables());
    const Result<QString> format = line.choice(u"format"_s, {u"csv"_s, u"jsonl"_s});
    const Result<corpus::Filter> filter = line.filter();
    if (!what || !format || !filter)
        return line.wrong((!what ? what.error() : !format ? format.error() : filter.error()).line());
    if (!QFileInfo::exists(file)) {
        say(file + u": no such store"_s);
        return SomethingUnread;
    }
    Result<corpus::Store> store = corpus::Store::open(file);
    if (!store) {
        say(store.error().line());
        return SomethingUnread;
    }
    if (const Result<bool> grouped = store->groupAllDue(); !grouped)
        say(grouped.error().line());
    return print(*store, *what, *format == "csv"_L1, *filter, line.countsCopies());
}

} // namespace

extern const Command exportCommand{commandName, commandSummary, false, run};

} // namespace demarche::app
