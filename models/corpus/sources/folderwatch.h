#pragma once

#include "models/corpus/sources/folderstate.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <functional>

namespace demarche::corpus::sources {

/// One watched folder. The system tells of changes where it can; where it cannot (network folders, too many
/// folders), looks at intervals find them.
class FolderWatch : public QObject
{
public:
    /// What a look found. `files` are ready to be imported, with the marks to keep once they are; a Problem
    /// where the folder cannot be read.
    using Told = std::function<void(const Result<FileMarks> &files)>;

    /// `except` are files never taken: the store's own; a file is ready when it stayed as it is for
    /// `stableMs`.
    FolderWatch(const Subscription &subscription, FileMarks imported, QStringList except, qint64 stableMs,
                Told told, QObject *parent);

    /// Looks now; tells where something is ready or wrong, or `always`.
    void look(bool always = false);
    /// Those files are in the store.
    void imported(const FileMarks &files) { m_state.imported(files); }

    static constexpr size_t mostFiles = 100'000;
    static constexpr qsizetype mostFoldersWatched = 1000; ///< by the system; more are found by looks

private:
    [[nodiscard]] Result<FileMarks> find();
    void watch();

    QString m_path;
    bool m_recursive;
    QStringList m_except;
    Told m_told;
    FolderState m_state;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; ///< gathers changes, and comes back for files being written
};

} // namespace demarche::corpus::sources
