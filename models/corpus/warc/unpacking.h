#pragma once

#include "models/text/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace demarche::corpus::warc {

struct Unpacked
{
    QByteArray bytes;
    qsizetype used = 0; ///< packed bytes that this took
    bool whole = true;  ///< false where the end is missing or damaged
};

/// Unpacks a body by the name of its encoding ("gzip", "x-gzip", "deflate", "zstd", "br", "identity", "").
/// One that its bytes deny is left as it is: archivers unpack bodies and leave their headers. A Problem
/// (without a place) for encodings that are not known, and beyond `most` bytes.
[[nodiscard]] Result<Unpacked> unpack(QByteArrayView bytes, const QByteArray &encoding, qsizetype most);

/// Unpacks the first member of a gzip file, which may have any number of them. A Problem beyond `most` bytes.
[[nodiscard]] Result<Unpacked> unpackMember(QByteArrayView bytes, qsizetype most);

[[nodiscard]] inline bool isGzip(QByteArrayView bytes)
{
    return bytes.startsWith("\x1F\x8B");
}

} // namespace demarche::corpus::warc
