#include "app/log.h"

#include <QDir>
#include <QFile>

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr std::size_t bytesPerFile = 1024 * 1024;
constexpr std::size_t filesKept = 3;

QString stateFolder()
{
    const QString base = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + u"/.local/state"_s);
    return base + u"/demarche"_s;
}

std::shared_ptr<spdlog::logger> fileLogger()
{
    const QString folder = stateFolder();
    if (!QDir().mkpath(folder))
        return spdlog::null_logger_mt("demarche");
    try {
        return spdlog::rotating_logger_mt("demarche",
                                          QFile::encodeName(folder + u"/demarche.log"_s).toStdString(),
                                          bytesPerFile, filesKept);
    } catch (const spdlog::spdlog_ex &) { // a log that cannot be written is no reason not to work
        return spdlog::null_logger_mt("demarche");
    }
}

} // namespace

void startLog(bool verbose)
{
    spdlog::set_default_logger(verbose ? spdlog::stderr_logger_mt("demarche") : fileLogger());
    spdlog::set_level(verbose ? spdlog::level::debug : spdlog::level::info);
    spdlog::flush_on(spdlog::level::info);
}

} // namespace demarche::app
