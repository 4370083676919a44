#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <archive.h>
#include <archive_entry.h>

/// Archives made for tests.
namespace demarche::corpus {

/// A zip of these members, by name and bytes.
inline QByteArray zipped(const QList<QPair<QByteArray, QByteArray>> &members)
{
    QByteArray buffer(256 * 1024, '\0');
    std::size_t used = 0;
    archive *writing = archive_write_new();
    archive_write_set_format_zip(writing);
    archive_write_open_memory(writing, buffer.data(), std::size_t(buffer.size()), &used);
    for (const auto &[name, bytes] : members) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_size(entry, bytes.size());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writing, entry);
        archive_write_data(writing, bytes.constData(), std::size_t(bytes.size()));
        archive_entry_free(entry);
    }
    archive_write_close(writing);
    archive_write_free(writing);
    return buffer.first(qsizetype(used));
}

} // namespace demarche::corpus
