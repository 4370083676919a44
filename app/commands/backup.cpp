#include "app/commands/storeoption.h"

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr QLatin1StringView commandName("backup");
constexpr QLatin1StringView commandSummary("writes a copy of a store, whoever is using it meanwhile");

int copy(const QString &file, const QString &target, bool replace)
{
    const Result<corpus::Store> store = corpus::Store::open(file, corpus::Access::Read);
    const Result<void> done = store ? store->copyTo(target, replace) : std::unexpected(store.error());
    if (!done)
        say(done.error().line());
    return done ? AllRead : SomethingUnread;
}

int run(const QStringList &arguments)
{
    CommandLine line(commandName, commandSummary, u"--store STORE --out FILE [--replace]"_s);
    addStore(line);
    line.add(u"out"_s, u"The copy's file."_s, u"FILE"_s);
    line.add(u"replace"_s, u"A file of that name may be replaced."_s);
    if (const std::optional<int> ended = line.parse(arguments))
        return *ended;
    const Result<QString> file = onlyStoreFile(line);
    if (!file)
        return line.wrong(file.error().line());
    if (line.value(u"out"_s).isEmpty())
        return line.wrong(u"name the copy's file with --out"_s);
    return copy(*file, line.value(u"out"_s), line.isSet(u"replace"_s));
}

} // namespace

extern const Command backup{commandName, commandSummary, false, run};

} // namespace demarche::app
