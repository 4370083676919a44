#include "models/corpus/fetch/unpacking.h"

#include <zlib.h>

#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus::fetch {

namespace {

constexpr int anyHeader = MAX_WBITS + 32; ///< gzip or zlib, as the bytes say
constexpr int noHeader = -MAX_WBITS;      ///< "deflate" as some servers understand it

QString inMegabytes(qint64 bytes)
{
    return u"%1 MB"_s.arg(double(bytes) / (1024 * 1024), 0, 'g', 3);
}

Problem notAsSaid()
{
    return {{}, u"is said to be packed, but cannot be unpacked"_s};
}

} // namespace

/// zlib's state; ends itself.
struct Unpacking::Stream
{
    z_stream z{};
    bool mayBeBare = false; ///< nothing came out yet, and it may be deflate without a header
    bool ended = false;
    QByteArray first; ///< what came in so far, while it may be bare

    explicit Stream(int header) { inflateInit2(&z, header); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    ~Stream() { inflateEnd(&z); }
};

Unpacking::Unpacking(const Limits &limits)
    : m_limits(limits)
{
}
Unpacking::Unpacking(Unpacking &&) noexcept = default;
Unpacking &Unpacking::operator=(Unpacking &&) noexcept = default;
Unpacking::~Unpacking() = default;

Result<Unpacking> Unpacking::by(QByteArrayView packing, const Limits &limits)
{
    const QByteArray name = packing.trimmed().toByteArray().toLower();
    Unpacking made(limits);
    if (name.isEmpty() || name == "identity")
        return made;
    if (name != "gzip" && name != "x-gzip" && name != "deflate")
        return std::unexpected(Problem{
            {}, u"is packed in a way that was not asked for (%1)"_s.arg(QString::fromLatin1(name.left(40)))});
    made.m_stream = std::make_unique<Stream>(anyHeader);
    made.m_stream->mayBeBare = name == "deflate";
    return made;
}

Result<void> Unpacking::keep(QByteArrayView bytes)
{
    if (m_body.size() + bytes.size() > m_limits.unpackedBytes)
        return std::unexpected(
            Problem{{}, u"is too large (over %1)"_s.arg(inMegabytes(m_limits.unpackedBytes))});
    m_body.append(bytes);
    return {};
}

Result<void> Unpacking::inflate(QByteArrayView bytes)
{
    z_stream &z = m_stream->z;
    std::array<char, 16 * 1024> out{};
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // zlib reads it only
    z.avail_in = uInt(bytes.size());
    bool more = true;
    while (more) {
        z.next_out = reinterpret_cast<Bytef *>(out.data());
        z.avail_out = uInt(out.size());
        const int state = ::inflate(&z, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            return std::unexpected(notAsSaid());
        if (Result<void> kept = keep(QByteArrayView(out.data(), qsizetype(out.size() - z.avail_out))); !kept)
            return kept;
        m_stream->ended = state == Z_STREAM_END;
        more = state == Z_OK && (z.avail_in > 0 || z.avail_out == 0);
    }
    return {};
}

Result<void> Unpacking::add(QByteArrayView bytes)
{
    m_packed += bytes.size();
    if (m_packed > m_limits.packedBytes)
        return std::unexpected(
            Problem{{}, u"is too large (over %1)"_s.arg(inMegabytes(m_limits.packedBytes))});
    if (!m_stream)
        return keep(bytes);
    if (m_stream->ended) // what follows the end is none of the body
        return {};
    if (m_stream->mayBeBare)
        m_stream->first.append(bytes);
    Result<void> done = inflate(bytes);
    if (!done && m_stream->mayBeBare && m_body.isEmpty()) {
        const QByteArray first = m_stream->first;
        m_stream = std::make_unique<Stream>(noHeader);
        return inflate(first);
    }
    if (!m_body.isEmpty()) {
        m_stream->mayBeBare = false;
        m_stream->first.clear();
    }
    return done;
}

Result<QByteArray> Unpacking::finish()
{
    if (m_stream && m_packed > 0 && !m_stream->ended)
        return std::unexpected(Problem{{}, u"breaks off in the middle"_s});
    return std::move(m_body);
}

} // namespace demarche::corpus::fetch
