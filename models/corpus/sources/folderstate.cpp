#include "models/corpus/sources/folderstate.h"

#include <algorithm>

namespace demarche::corpus::sources {

QStringList FolderState::ready(const FileMarks &found, qint64 now)
{
    QStringList ready;
    QHash<QString, Seen> seen;
    for (const auto &[path, mark] : found.asKeyValueRange()) {
        const auto imported = m_imported.constFind(path);
        if (imported != m_imported.cend() && *imported == mark)
            continue;
        const auto before = m_seen.constFind(path);
        const bool same = before != m_seen.cend() && before->mark == mark;
        const Seen seenNow{mark, same ? before->since : now};
        if (same && mark.size > 0 && now - seenNow.since >= m_stableMs)
            ready << path;
        else if (mark.size > 0)
            seen.insert(path, seenNow);
    }
    m_seen = std::move(seen);
    std::ranges::sort(ready);
    return ready;
}

void FolderState::imported(const FileMarks &files)
{
    m_imported.insert(files);
}

} // namespace demarche::corpus::sources
