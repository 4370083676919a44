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

Result<corpus::Store> openGrouped(const QString &file)
{
    Result<corpus::Store> reading = corpus::Store::open(file, corpus::Access::Read);
    if (!reading)
        return reading;
    Result<corpus::Store> writing = corpus::Store::open(file);
    if (!writing)
        return reading;
    if (const Result<bool> grouped = writing->groupAllDue(); !grouped)
        return reading;
    return writing;
}

} // namespace demarche::app
