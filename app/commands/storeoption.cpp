#include "app/commands/storeoption.h"

using namespace Qt::StringLiterals;

namespace demarche::app {

void addStore(CommandLine &line, const QString &help)
{
    line.add(u"store"_s, help, u"STORE"_s);
}

Result<QString> storeFile(const CommandLine &line)
{
    QString file = line.value(u"store"_s);
    if (file.isEmpty())
        return std::unexpected(Problem{{}, u"name the store with --store"_s});
    if (file.contains("://"_L1))
        return std::unexpected(Problem{u"--store"_s, u"wants a file; this build opens no %1"_s.arg(file)});
    return file;
}

Result<QString> onlyStoreFile(const CommandLine &line)
{
    const Result<QString> file = storeFile(line);
    if (file && !line.paths().isEmpty())
        return std::unexpected(Problem{{}, u"\"%1\" is no option"_s.arg(line.paths().front())});
    return file;
}

Result<corpus::Store> openAsAllowed(const QString &file)
{
    Result<corpus::Store> reading = corpus::Store::open(file, corpus::Access::Read);
    if (!reading)
        return reading;
    Result<corpus::Store> writing = corpus::Store::open(file);
    return writing ? std::move(writing) : std::move(reading);
}

Result<corpus::Store> openGrouped(const QString &file)
{
    Result<corpus::Store> store = openAsAllowed(file);
    if (store && !store->groupAllDue())
        return corpus::Store::open(file, corpus::Access::Read);
    return store;
}

} // namespace demarche::app
