#include "models/corpus/warc/http.h"

#include "models/corpus/warc/unpacking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::warc {

namespace {

constexpr qsizetype mostHeaders = 1000;
constexpr qsizetype largestBody = 64 * 1024 * 1024;

/// The next line without its end, taken off the front.
QByteArrayView takeLine(QByteArrayView &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    QByteArrayView line = end < 0 ? bytes : bytes.first(end);
    bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
    return line.endsWith('\r') ? line.chopped(1) : line;
}

/// Joins chunks (RFC 9112, 7.1); false where the last one is missing.
bool joinChunks(QByteArrayView bytes, QByteArray &body)
{
    while (!bytes.isEmpty()) {
        const QByteArrayView line = takeLine(bytes);
        bool isNumber = false;
        const qlonglong size = line.toByteArray().split(';').front().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0)
            return false;
        if (size == 0)
            return true;
        const qsizetype there = std::min<qsizetype>(size, bytes.size());
        body.append(bytes.first(there));
        if (there < size)
            return false;
        bytes = bytes.sliced(there);
        takeLine(bytes);
    }
    return false;
}

} // namespace

Headers takeHeaders(QByteArrayView &bytes)
{
    Headers headers;
    QByteArray name;
    while (!bytes.isEmpty()) {
        const QByteArrayView line = takeLine(bytes);
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if ((line.front() == ' ' || line.front() == '\t') && !name.isEmpty()) {
            headers[name] += ' ' + line.trimmed().toByteArray();
        } else if (colon > 0 && headers.size() < mostHeaders) {
            name = line.first(colon).trimmed().toByteArray().toLower();
            if (headers.contains(name))
                name.clear();
            else
                headers.insert(name, line.sliced(colon + 1).trimmed().toByteArray());
        }
    }
    return headers;
}

Result<Response> readResponse(QByteArrayView bytes)
{
    const QByteArray status = takeLine(bytes).toByteArray();
    if (!status.startsWith("HTTP/"))
        return std::unexpected(Problem{{}, u"holds no HTTP response"_s});
    Response response;
    response.status = status.split(' ').value(1).toInt();
    const Headers headers = takeHeaders(bytes);
    const QByteArray type = headers.value("content-type");
    response.type = type.split(';').front().trimmed().toLower();
    response.charset = charsetOf(type);
    // Archivers that took a response apart leave its headers as they were: what is not chunked stays whole.
    QByteArray joined;
    const bool isChunked = headers.value("transfer-encoding").toLower().contains("chunked");
    const bool isJoined = isChunked && joinChunks(bytes, joined);
    const bool wasChunked = isJoined || !joined.isEmpty();
    response.whole = !isChunked || isJoined || !wasChunked;
    const QByteArrayView body = wasChunked ? QByteArrayView(joined) : bytes;
    Result<Unpacked> unpacked = unpack(body, headers.value("content-encoding").toLower(), largestBody);
    if (!unpacked)
        return std::unexpected(std::move(unpacked.error()));
    response.body = std::move(unpacked->bytes);
    response.whole = response.whole && unpacked->whole;
    return response;
}

} // namespace demarche::corpus::warc
