#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// zip, tar, 7z, and files packed with gzip, bzip2, xz or zstd (libarchive): each member is read as if it lay
/// in a folder. Bombs are refused by depth, by size and by how much a member grows.
class ArchiveReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("archive"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

/// The first bytes, at most `most`, of a file or of what lies in it as a member of archives
/// ("week.zip/lists/table.csv"); a Problem where it cannot be read.
[[nodiscard]] Result<QByteArray> startOf(const QString &path, qsizetype most);

} // namespace demarche::corpus
