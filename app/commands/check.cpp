#include "app/commands/output.h"
#include "app/commands/storeoption.h"

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr QLatin1StringView commandName("check");
constexpr QLatin1StringView commandSummary("reads all of a store and says what in it is damaged");

int checkStore(const QString &file)
{
    // Where it can be written the search index can be asked, too; else it is only read.
    const Result<corpus::Store> store = openAsAllowed(file);
    const Result<corpus::Checked> checked =
        store ? store->check([](const Problem &problem) { say(problem.line()); })
              : std::unexpected(store.error());
    if (!checked) {
        say(checked.error().line());
        return SomethingUnread;
    }
    for (const QString &line : checked->unchecked)
        say(Problem{file, line}.line());
    if (const qint64 wrong = checked->wrong; wrong > 0) {
        say(u"%1: %2 wrong"_s.arg(file, wrong == 1 ? u"1 thing is"_s : u"%1 things are"_s.arg(wrong)));
        return SomethingUnread;
    }
    const Result<qint64> count = store->count();
    Output output;
    output.write(u"%1: sound, %2 articles\n"_s.arg(file).arg(count.value_or(0)).toUtf8());
    return output.finish() ? AllRead : SomethingUnread;
}

int run(const QStringList &arguments)
{
    CommandLine line(commandName, commandSummary, u"--store STORE"_s);
    addStore(line);
    if (const std::optional<int> ended = line.parse(arguments))
        return *ended;
    const Result<QString> file = onlyStoreFile(line);
    if (!file)
        return line.wrong(file.error().line());
    return checkStore(*file);
}

} // namespace

extern const Command check{commandName, commandSummary, false, run};

} // namespace demarche::app
