#pragma once

#include "models/corpus/sources/subscriptions.h"

#include <QHash>
#include <QStringList>

namespace demarche::corpus::sources {

using FileMarks = QHash<QString, FileMark>;

/// Tells from look to look which files of a folder are ready to be imported: new or changed, and not being
/// written any more. Pure: what was found and the time in milliseconds are given.
class FolderState
{
public:
    /// `imported` are the files as they were when they were imported; `stableMs` is how long a file must stay
    /// as it is.
    explicit FolderState(FileMarks imported = {}, qint64 stableMs = usualStableMs)
        : m_imported(std::move(imported))
        , m_stableMs(stableMs)
    {
    }

    /// Those that changed since they were imported and had the same size and time for so long, as far as
    /// looks can tell. Empty files wait until something is in them. Files that are gone are forgotten here;
    /// their articles stay.
    [[nodiscard]] QStringList ready(const FileMarks &found, qint64 now);
    /// True where some file was seen that may yet become ready: another look is worth while soon.
    [[nodiscard]] bool waits() const { return !m_seen.isEmpty(); }
    void imported(const FileMarks &files);

    static constexpr qint64 usualStableMs = 2000;

private:
    struct Seen
    {
        FileMark mark;
        qint64 since = 0;
    };

    FileMarks m_imported;
    qint64 m_stableMs;
    QHash<QString, Seen> m_seen; ///< changed, and not ready at the last look
};

} // namespace demarche::corpus::sources
