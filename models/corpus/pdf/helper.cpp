#include "models/corpus/pdf/helper.h"

#include "models/corpus/pdf/transfer.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <sys/resource.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::pdf {

namespace {

constexpr qsizetype largestPdf = 256 * 1024 * 1024;
constexpr qsizetype longestAnswer = 128 * 1024 * 1024;
constexpr qsizetype fewestSeconds = 3; ///< of computing; an article takes hundredths of one
constexpr qsizetype mostSeconds = 60;
constexpr qsizetype bytesOfASecond = 256 * 1024;
constexpr int waitFactor = 10'000; ///< milliseconds that a second of computing may take on a busy machine
constexpr rlim_t mostMemory = rlim_t{3} * 1024 * 1024 * 1024;

qsizetype secondsFor(qsizetype bytes)
{
    return std::min(mostSeconds, fewestSeconds + bytes / bytesOfASecond);
}

/// Beside the program that runs, or where packages put what only programs call.
QString helperPath()
{
    const QString folder = QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).absolutePath();
    for (const QString &path :
         {folder + u"/demarche-pdf"_s, folder + u"/../libexec/demarche/demarche-pdf"_s}) {
        if (QFileInfo(path).isExecutable())
            return path;
    }
    return {};
}

Problem problem(const QString &what)
{
    return {{}, what};
}

} // namespace

Result<document::Document> readPdf(QByteArrayView bytes)
{
    if (bytes.size() > largestPdf)
        return std::unexpected(problem(u"a PDF over 256 MB"_s));
    if (!bytes.first(std::min<qsizetype>(bytes.size(), 4096)).contains("%PDF-"))
        return std::unexpected(problem(u"is no PDF"_s));
    const QString path = helperPath();
    if (path.isEmpty())
        return std::unexpected(problem(u"PDF cannot be read: demarche-pdf is missing beside the program"_s));
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(path, QStringList());
    process.write(bytes.data(), bytes.size());
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(int(secondsFor(bytes.size())) * waitFactor);
    if (!ended)
        process.kill(), process.waitForFinished();
    if (!ended && process.error() == QProcess::Timedout)
        return std::unexpected(problem(u"a PDF that takes too long to read; left out"_s));
    if (process.error() == QProcess::FailedToStart)
        return std::unexpected(problem(u"PDF cannot be read: demarche-pdf does not start"_s));
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return std::unexpected(
            problem(u"a PDF that takes too much time or memory to read, or is damaged; left out"_s));
    const QByteArray answer = process.readAllStandardOutput();
    return answer.size() > longestAnswer ? std::unexpected(problem(u"a PDF beyond reason; left out"_s))
                                         : unpacked(answer);
}

void limitThisProcess(qsizetype bytes)
{
    const auto seconds = rlim_t(secondsFor(bytes));
    const rlimit time{seconds, seconds};
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CPU, &time);
#ifndef __SANITIZE_ADDRESS__ // which takes terabytes of addresses for itself
    const rlimit memory{mostMemory, mostMemory};
    setrlimit(RLIMIT_AS, &memory);
#endif
    setrlimit(RLIMIT_CORE, &none);
    setrlimit(RLIMIT_FSIZE, &none); // it writes no file
}

} // namespace demarche::corpus::pdf
