#pragma once

#include "models/corpus/encoding.h"
#include "models/text/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

/// Web archives (WARC 1.0 and 1.1, ISO 28500) as the pages that were stored in them.
namespace demarche::corpus::warc {

/// Lines of "Name: value", by names in small letters; of equal names the first counts. Lines that go on are
/// joined.
using Headers = QHash<QByteArray, QByteArray>;

/// Takes headers and the empty line behind them off the front of bytes.
[[nodiscard]] Headers takeHeaders(QByteArrayView &bytes);

/// What a server answered (RFC 9112).
struct Response
{
    int status = 0;
    QByteArray type;   ///< "text/html", in small letters, without parameters; empty where it is not said
    Charset charset;   ///< as declared; empty where it is not
    QByteArray body;   ///< unpacked and in one piece
    bool whole = true; ///< false where its end is missing or could not be unpacked
};

/// A response out of its bytes: chunks joined, gzip, deflate, zstd and brotli unpacked within limits. A
/// Problem (without a place) for what is none, or packed in another way.
[[nodiscard]] Result<Response> readResponse(QByteArrayView bytes);

} // namespace demarche::corpus::warc
