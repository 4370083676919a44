#include "models/corpus/warc/unpacking.h"

#include <archive.h>
#include <archive_entry.h>
#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>

using namespace Qt::StringLiterals;

namespace demarche::corpus::warc {

namespace {

constexpr qsizetype chunk = 64 * 1024;
constexpr int gzipWindow = 15 + 16;
constexpr int zlibWindow = 15;
constexpr int bareWindow = -15; ///< "deflate" as some servers understood it

Problem tooLarge()
{
    return {{}, u"grows beyond reason when it is unpacked; left out"_s};
}

/// zlib's stream, ended whatever happens.
class Inflating
{
public:
    Inflating(QByteArrayView bytes, int window)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
        m_stream.avail_in = uInt(std::min<qsizetype>(bytes.size(), std::numeric_limits<int>::max()));
        m_isOpen = inflateInit2(&m_stream, window) == Z_OK;
    }
    ~Inflating() { inflateEnd(&m_stream); }
    Inflating(const Inflating &) = delete;
    Inflating &operator=(const Inflating &) = delete;

    Result<Unpacked> run(qsizetype most)
    {
        Unpacked unpacked;
        int state = m_isOpen ? Z_OK : Z_STREAM_ERROR;
        while (state == Z_OK) {
            const qsizetype before = unpacked.bytes.size();
            unpacked.bytes.resize(before + chunk);
            m_stream.next_out = reinterpret_cast<Bytef *>(unpacked.bytes.data() + before);
            m_stream.avail_out = uInt(chunk);
            state = inflate(&m_stream, Z_NO_FLUSH);
            unpacked.bytes.chop(m_stream.avail_out);
            if (unpacked.bytes.size() > most)
                return std::unexpected(tooLarge());
        }
        unpacked.whole = state == Z_STREAM_END;
        unpacked.used = qsizetype(m_stream.total_in);
        return unpacked;
    }

private:
    z_stream m_stream{};
    bool m_isOpen = false;
};

struct Close
{
    void operator()(archive *opened) const { archive_read_free(opened); }
};

Result<Unpacked> unpackZstd(QByteArrayView bytes, qsizetype most)
{
    const std::unique_ptr<archive, Close> opened(archive_read_new());
    archive_read_support_filter_zstd(opened.get());
    archive_read_support_format_raw(opened.get());
    archive_entry *entry = nullptr;
    Unpacked unpacked;
    unpacked.used = bytes.size();
    if (archive_read_open_memory(opened.get(), bytes.data(), size_t(bytes.size())) != ARCHIVE_OK ||
        archive_read_next_header(opened.get(), &entry) != ARCHIVE_OK)
        return Unpacked{bytes.toByteArray(), bytes.size(), false};
    QByteArray buffer(chunk, Qt::Uninitialized);
    la_ssize_t got = 0;
    while ((got = archive_read_data(opened.get(), buffer.data(), size_t(buffer.size()))) > 0) {
        unpacked.bytes.append(buffer.constData(), qsizetype(got));
        if (unpacked.bytes.size() > most)
            return std::unexpected(tooLarge());
    }
    unpacked.whole = got == 0;
    return unpacked;
}

/// Brotli has no mark of its own: what is none gives no bytes.
Result<Unpacked> unpackBrotli(QByteArrayView bytes, qsizetype most)
{
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
    Unpacked unpacked;
    auto left = size_t(bytes.size());
    const auto *next = reinterpret_cast<const uint8_t *>(bytes.data());
    BrotliDecoderResult state = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (state == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
        const qsizetype before = unpacked.bytes.size();
        unpacked.bytes.resize(before + chunk);
        auto room = size_t(chunk);
        auto *out = reinterpret_cast<uint8_t *>(unpacked.bytes.data() + before);
        state = BrotliDecoderDecompressStream(decoder.get(), &left, &next, &room, &out, nullptr);
        unpacked.bytes.chop(qsizetype(room));
        if (unpacked.bytes.size() > most)
            return std::unexpected(tooLarge());
    }
    unpacked.whole = state == BROTLI_DECODER_RESULT_SUCCESS;
    unpacked.used = bytes.size() - qsizetype(left);
    return unpacked;
}

/// zlib's header says its method and is divisible by 31 (RFC 1950).
bool isZlib(QByteArrayView bytes)
{
    return bytes.size() > 2 && (uchar(bytes[0]) & 0x0F) == 8 &&
           (uchar(bytes[0]) * 256 + uchar(bytes[1])) % 31 == 0;
}

} // namespace

Result<Unpacked> unpackMember(QByteArrayView bytes, qsizetype most)
{
    return Inflating(bytes, gzipWindow).run(most);
}

Result<Unpacked> unpack(QByteArrayView bytes, const QByteArray &encoding, qsizetype most)
{
    const auto asIs = [&]() -> Result<Unpacked> {
        return bytes.size() > most ? Result<Unpacked>(std::unexpected(tooLarge()))
                                   : Unpacked{bytes.toByteArray(), bytes.size(), true};
    };
    if (encoding.isEmpty() || encoding == "identity" || bytes.isEmpty())
        return asIs();
    if (encoding == "gzip" || encoding == "x-gzip")
        return isGzip(bytes) ? unpackMember(bytes, most) : asIs();
    if (encoding == "deflate") {
        if (isZlib(bytes))
            return Inflating(bytes, zlibWindow).run(most);
        Result<Unpacked> bare = Inflating(bytes, bareWindow).run(most);
        return !bare || bare->whole ? std::move(bare) : asIs();
    }
    if (encoding == "zstd")
        return bytes.startsWith("\x28\xB5\x2F\xFD") ? unpackZstd(bytes, most) : asIs();
    if (encoding == "br") {
        Result<Unpacked> unpacked = unpackBrotli(bytes, most);
        return !unpacked || !unpacked->bytes.isEmpty() ? std::move(unpacked) : asIs();
    }
    return std::unexpected(
        Problem{{}, u"packed in a way that is not known (%1)"_s.arg(QString::fromLatin1(encoding.left(20)))});
}

} // namespace demarche::corpus::warc
