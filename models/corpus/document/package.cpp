#include "models/corpus/document/package.h"

#include <QtEndian>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

namespace {

constexpr int mostNames = 400;
constexpr int mostMembers = 20'000;
constexpr qsizetype largestParts = qsizetype{192} * 1024 * 1024; ///< of all XML together
constexpr qsizetype growthFrom = qsizetype{16} * 1024 * 1024;    ///< below this much, any growth is fine
constexpr qsizetype mostGrowth = 200;                            ///< XML packs 5 to 30 times
constexpr qsizetype chunk = 64 * 1024;
constexpr qsizetype localHeader = 30;

struct Close
{
    void operator()(archive *opened) const { archive_read_free(opened); }
};
using Opened = std::unique_ptr<archive, Close>;

Opened open(QByteArrayView bytes)
{
    Opened opened(archive_read_new());
    archive_read_support_format_zip(opened.get());
    if (archive_read_open_memory(opened.get(), bytes.data(), size_t(bytes.size())) != ARCHIVE_OK)
        return {};
    return opened;
}

bool isXml(const QString &name)
{
    return name.endsWith(".xml"_L1, Qt::CaseInsensitive) || name.endsWith(".rels"_L1, Qt::CaseInsensitive);
}

QString nameOf(archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    return name == nullptr ? QString() : QString::fromUtf8(name);
}

/// One member; what could be unpacked of it where it is damaged.
Result<QByteArray> unpack(archive *opened, qsizetype room)
{
    QByteArray bytes;
    QByteArray buffer(chunk, Qt::Uninitialized);
    la_ssize_t got = 0;
    while ((got = archive_read_data(opened, buffer.data(), size_t(buffer.size()))) > 0) {
        bytes.append(buffer.constData(), qsizetype(got));
        if (bytes.size() > room)
            return std::unexpected(Problem{{}, u"grows beyond reason when it is unpacked; left out"_s});
    }
    return bytes;
}

} // namespace

QStringList memberNames(QByteArrayView bytes)
{
    QStringList names;
    qsizetype at = 0;
    while (names.size() < mostNames && at + localHeader <= bytes.size() &&
           bytes.sliced(at).startsWith("PK\x03\x04")) {
        const char *header = bytes.data() + at;
        const qsizetype nameLength = qFromLittleEndian<quint16>(header + 26);
        const qsizetype data = at + localHeader + nameLength + qFromLittleEndian<quint16>(header + 28);
        const qsizetype packed = qFromLittleEndian<quint32>(header + 18);
        const bool isSizeKnown = (qFromLittleEndian<quint16>(header + 6) & 8) == 0 && packed != 0xFFFFFFFF;
        if (data > bytes.size())
            break;
        names << QString::fromUtf8(bytes.sliced(at + localHeader, nameLength));
        at = isSizeKnown ? data + packed : bytes.indexOf("PK\x03\x04", data);
        if (at < 0)
            break;
    }
    return names;
}

Result<QHash<QString, QByteArray>> unpackParts(QByteArrayView bytes)
{
    const Opened opened = open(bytes);
    if (!opened)
        return std::unexpected(Problem{{}, u"a zipped document that cannot be opened"_s});
    qsizetype room = std::min(largestParts, std::max(growthFrom, bytes.size() * mostGrowth));
    QHash<QString, QByteArray> parts;
    archive_entry *entry = nullptr;
    for (int members = 0; archive_read_next_header(opened.get(), &entry) == ARCHIVE_OK; ++members) {
        if (members >= mostMembers)
            return std::unexpected(Problem{{}, u"a document of too many parts"_s});
        const QString name = nameOf(entry);
        if (!isXml(name) || parts.contains(name))
            continue;
        Result<QByteArray> part = unpack(opened.get(), room);
        if (!part)
            return std::unexpected(part.error());
        room -= part->size();
        parts.insert(name, *part);
    }
    return parts;
}

} // namespace demarche::corpus::document
