#include "models/corpus/sources/folderwatch.h"

#include "models/corpus/files.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace demarche::corpus::sources {

FolderWatch::FolderWatch(const Subscription &subscription, FileMarks imported, QStringList except,
                         qint64 stableMs, Told told, QObject *parent)
    : QObject(parent)
    , m_path(subscription.address)
    , m_recursive(subscription.recursive)
    , m_except(std::move(except))
    , m_told(std::move(told))
    , m_state(std::move(imported), stableMs)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(int(stableMs) + 50);
    connect(&m_soon, &QTimer::timeout, this, [this] { look(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
}

void FolderWatch::look(bool always)
{
    const Result<FileMarks> found = find();
    if (!found) {
        m_told(std::unexpected(found.error()));
        return;
    }
    FileMarks ready;
    for (const QString &path : m_state.ready(*found, QDateTime::currentMSecsSinceEpoch()))
        ready.insert(path, found->value(path));
    if (m_state.waits())
        m_soon.start();
    if (always || !ready.isEmpty())
        m_told(ready);
}

Result<FileMarks> FolderWatch::find()
{
    if (!QFileInfo(m_path).isDir())
        return std::unexpected(Problem{m_path, u"the folder is not there"_s});
    std::vector<Problem> problems;
    const std::vector<FileEntry> files = filesIn(m_path, m_recursive, problems);
    if (files.empty() && !problems.empty())
        return std::unexpected(problems.front());
    if (files.size() > mostFiles)
        return std::unexpected(
            Problem{m_path, u"holds too many files to be watched (over %1)"_s.arg(mostFiles)});
    FileMarks marks;
    for (const FileEntry &file : files) {
        const QFileInfo info(file.path);
        if (!m_except.contains(info.absoluteFilePath()))
            marks.insert(file.path, {file.size, info.lastModified().toMSecsSinceEpoch()});
    }
    watch();
    return marks;
}

/// Folders that came since the last look are watched too, also where nothing lies in them yet.
void FolderWatch::watch()
{
    const QStringList list = m_watcher.directories();
    const QSet<QString> watched(list.begin(), list.end());
    QStringList fresh;
    if (!watched.contains(m_path))
        fresh << m_path;
    QDirIterator below(m_path, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                       m_recursive ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags);
    while (m_recursive && below.hasNext() && watched.size() + fresh.size() < mostFoldersWatched) {
        if (const QString folder = below.next(); !watched.contains(folder))
            fresh << folder;
    }
    if (!fresh.isEmpty())
        m_watcher.addPaths(fresh);
}

} // namespace demarche::corpus::sources
