#include "models/corpus/warc/records.h"

#include "models/corpus/warc/unpacking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::warc {

namespace {

constexpr qsizetype largestMember = 256 * 1024 * 1024; ///< a packed record, or several packed as one
constexpr qsizetype growthFrom = 64 * 1024 * 1024;     ///< below this much, any growth is fine
constexpr qsizetype mostGrowth = 400;
constexpr qsizetype probeLength = 4096;
constexpr QByteArrayView mark = "WARC/1.";
constexpr QByteArrayView gzipMark("\x1F\x8B\x08", 3);

bool beginsRecord(QByteArrayView bytes)
{
    return bytes.startsWith(mark) || bytes.startsWith("WARC/0.1");
}

/// Walks records that are not packed, as they stand in a file or in one packed member.
class Walk
{
public:
    explicit Walk(const RecordSink &sink)
        : m_sink(sink)
    {
    }

    /// False where no more are wanted. `at` is where the bytes end in the file; below 0 these are the file's.
    bool run(QByteArrayView bytes, qsizetype packedEnd)
    {
        const qsizetype size = bytes.size();
        while (!(bytes = afterEmptyLines(bytes)).isEmpty()) {
            if (!beginsRecord(bytes)) {
                m_sink.damage(u"a record that is damaged"_s);
                bytes = nextRecord(bytes);
                continue;
            }
            Record record;
            bytes = bytes.sliced(
                std::min(bytes.size(), bytes.indexOf('\n') < 0 ? bytes.size() : bytes.indexOf('\n') + 1));
            record.headers = takeHeaders(bytes);
            bool isNumber = false;
            const qint64 length = record.headers.value("content-length").toLongLong(&isNumber);
            if (!isNumber || length < 0) {
                m_sink.damage(u"a record without a length"_s);
                bytes = nextRecord(bytes);
                continue;
            }
            const qsizetype there = std::min<qsizetype>(length, bytes.size());
            record.block = bytes.first(there);
            record.whole = there == length;
            bytes = bytes.sliced(there);
            if (!m_sink.record(record))
                return false;
            m_sink.position(packedEnd < 0 ? size - bytes.size() : packedEnd);
        }
        return true;
    }

private:
    static QByteArrayView afterEmptyLines(QByteArrayView bytes)
    {
        qsizetype at = 0;
        while (at < bytes.size() && (bytes[at] == '\r' || bytes[at] == '\n'))
            ++at;
        return bytes.sliced(at);
    }

    static QByteArrayView nextRecord(QByteArrayView bytes)
    {
        const qsizetype at = bytes.indexOf("\nWARC/1.");
        return at < 0 ? QByteArrayView() : bytes.sliced(at + 1);
    }

    const RecordSink &m_sink;
};

void readPacked(QByteArrayView bytes, const RecordSink &sink)
{
    Walk walk(sink);
    qsizetype at = 0;
    qsizetype total = 0;
    while (at < bytes.size()) {
        const Result<Unpacked> member = unpackMember(bytes.sliced(at), largestMember);
        total += member ? member->bytes.size() : largestMember;
        const bool isGrown = total > growthFrom && total / mostGrowth > bytes.size();
        if (!member || isGrown)
            return sink.damage(u"grows beyond reason when it is unpacked; the rest was left out"_s);
        if (!member->whole)
            sink.damage(u"a record that is damaged or cut"_s);
        if (!walk.run(member->bytes, at + member->used))
            return;
        const qsizetype next = member->whole ? at + member->used : bytes.indexOf(gzipMark, at + 1);
        if (next < 0 || (member->whole && !bytes.sliced(next).startsWith(gzipMark)))
            return;
        at = next;
    }
}

} // namespace

bool isWarc(QByteArrayView bytes)
{
    if (!isGzip(bytes))
        return beginsRecord(bytes);
    // A start is enough, and never whole: what comes of it before it breaks off tells.
    const Result<Unpacked> start =
        unpackMember(bytes.first(std::min(bytes.size(), probeLength)), probeLength * 1100);
    return start && beginsRecord(start->bytes);
}

void readRecords(QByteArrayView bytes, const RecordSink &sink)
{
    if (isGzip(bytes))
        readPacked(bytes, sink);
    else
        Walk(sink).run(bytes, -1);
}

} // namespace demarche::corpus::warc
