#include "models/corpus/storeinner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// A file that is gone again unless it was given its final name.
class Unfinished
{
public:
    explicit Unfinished(const QFileInfo &target)
        : m_path(target.absolutePath() + u"/."_s + target.fileName() + u'.' +
                 QUuid::createUuid().toString(QUuid::WithoutBraces).left(8) + u".part"_s)
    {
    }
    ~Unfinished()
    {
        for (const char *beside : {"", "-journal", "-wal", "-shm"})
            QFile::remove(m_path + QLatin1StringView(beside));
    }
    Unfinished(const Unfinished &) = delete;
    Unfinished &operator=(const Unfinished &) = delete;

    [[nodiscard]] QString path() const { return m_path; }

    /// Safe on the disk, then under its name: by a link where a file of that name must not be replaced.
    [[nodiscard]] bool finish(const QString &target, bool replace)
    {
        const QByteArray from = QFile::encodeName(m_path);
        const QByteArray to = QFile::encodeName(target);
        const int file = ::open(from.constData(), O_RDONLY | O_CLOEXEC);
        const bool safe = file >= 0 && ::fsync(file) == 0;
        if (file >= 0)
            ::close(file);
        if (!safe)
            return false;
        return replace ? std::rename(from.constData(), to.constData()) == 0
                       : ::link(from.constData(), to.constData()) == 0;
    }

private:
    QString m_path;
};

/// Why a copy cannot be made there; nothing where it can.
std::optional<QString> refusalOf(const QString &store, const QFileInfo &target, bool replace)
{
    if (target.isDir())
        return u"is a folder; name a file in it"_s;
    if (!target.absoluteDir().exists())
        return u"cannot be made, for its folder does not exist"_s;
    if (!target.exists())
        return std::nullopt;
    if (target.canonicalFilePath() == QFileInfo(store).canonicalFilePath())
        return u"is the store itself"_s;
    if (!replace)
        return u"exists already and was not replaced"_s;
    if (QFileInfo(target.absoluteFilePath() + u"-wal"_s).size() > 0)
        return u"is a store that somebody is using, and was not replaced"_s;
    return std::nullopt;
}

} // namespace

Result<void> Store::copyTo(const QString &target, bool replace) const
{
    const QFileInfo info(target);
    if (const auto refusal = refusalOf(file(), info, replace))
        return std::unexpected(Problem{target, *refusal});
    Unfinished copy(info);
    if (const auto written = m->database->run(u"VACUUM INTO ?"_s, {copy.path()}); !written) {
        const QString why = written.error().what;
        return std::unexpected(Problem{target, u"no copy was made: "_s + why});
    }
    if (!copy.finish(info.absoluteFilePath(), replace))
        return std::unexpected(
            Problem{target, errno == EEXIST
                                ? u"exists already and was not replaced"_s
                                : u"no copy was made: "_s + QString::fromLocal8Bit(std::strerror(errno))});
    return {};
}

} // namespace demarche::corpus
