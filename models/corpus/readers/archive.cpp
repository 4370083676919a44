#include "models/corpus/readers/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr int deepestArchive = 3;
constexpr qint64 largestMember = qint64{512} * 1024 * 1024;
constexpr qint64 largestTotal = qint64{8} * 1024 * 1024 * 1024;
constexpr qint64 growthFrom = qint64{64} * 1024 * 1024; ///< below this much, any growth is fine
constexpr qint64 mostGrowth = 400;                      ///< text packs 5 to 30 times
constexpr int mostMembers = 1'000'000;
constexpr qsizetype chunk = 256 * 1024;

struct Close
{
    void operator()(archive *opened) const { archive_read_free(opened); }
};
using Opened = std::unique_ptr<archive, Close>;

Opened open(QByteArrayView bytes)
{
    Opened opened(archive_read_new());
    archive_read_support_filter_all(opened.get());
    archive_read_support_format_zip(opened.get());
    archive_read_support_format_tar(opened.get());
    archive_read_support_format_7zip(opened.get());
    archive_read_support_format_raw(opened.get()); // one packed file that is no archive
    if (archive_read_open_memory(opened.get(), bytes.data(), size_t(bytes.size())) != ARCHIVE_OK)
        return {};
    return opened;
}

QString errorOf(archive *opened)
{
    const char *text = archive_error_string(opened);
    return text == nullptr ? u"its end is missing"_s : QString::fromUtf8(text).simplified();
}

/// The name of a member; a file that is packed alone has none of its own.
QString memberName(archive_entry *entry)
{
    const char *path = archive_entry_pathname_utf8(entry);
    if (path == nullptr)
        path = archive_entry_pathname(entry);
    const QString name = path == nullptr ? QString() : QString::fromUtf8(path).simplified();
    return name == "data"_L1 ? QString() : name;
}

bool isHidden(const QString &name)
{
    return name.startsWith("__MACOSX/"_L1) || name.section(u'/', -1).startsWith(u'.');
}

/// Reads the members of one archive into a sink.
class Unpacking
{
public:
    Unpacking(const Source &source, const Sink &sink)
        : m_source(source)
        , m_sink(sink)
    {
    }

    Result<void> run()
    {
        const Opened opened = open(m_source.bytes);
        if (!opened)
            return std::unexpected(Problem{m_source.uri, u"an archive that cannot be opened"_s});
        archive_entry *entry = nullptr;
        int status = ARCHIVE_OK;
        while (!m_over && (status = archive_read_next_header(opened.get(), &entry)) == ARCHIVE_OK) {
            if (++m_members > mostMembers)
                return std::unexpected(Problem{m_source.uri, u"an archive of more than a million members"_s});
            if (archive_entry_filetype(entry) == AE_IFREG && !isHidden(memberName(entry)))
                member(opened.get(), memberName(entry));
        }
        if (status != ARCHIVE_OK && status != ARCHIVE_EOF)
            return std::unexpected(
                Problem{m_source.uri, u"an archive that is damaged: "_s + errorOf(opened.get())});
        return m_members > 0 ? Result<void>{}
                             : std::unexpected(Problem{m_source.uri, u"an archive without files"_s});
    }

private:
    void member(archive *opened, const QString &name)
    {
        const QString uri = name.isEmpty() ? m_source.uri : m_source.uri + u'/' + name;
        Result<QByteArray> bytes = unpack(opened, uri);
        if (!bytes) {
            m_sink.problem(std::move(bytes.error()));
            return;
        }
        const Sink stopping{[this](Article &&article) {
                                m_over = !m_sink.article(std::move(article));
                                return !m_over;
                            },
                            m_sink.problem};
        if (Result<void> read = readSource(
                {uri, *bytes, m_source.depth + 1, m_source.chosenCharset(), m_source.columns}, stopping);
            !read)
            m_sink.problem(std::move(read.error()));
    }

    Result<QByteArray> unpack(archive *opened, const QString &uri)
    {
        QByteArray bytes;
        QByteArray buffer(chunk, Qt::Uninitialized);
        while (true) {
            const la_ssize_t got = archive_read_data(opened, buffer.data(), size_t(buffer.size()));
            if (got == 0)
                return bytes;
            if (got < 0)
                return std::unexpected(Problem{uri, u"cannot be unpacked: "_s + errorOf(opened)});
            bytes.append(buffer.constData(), qsizetype(got));
            m_total += got;
            const bool grown = m_total > growthFrom && m_total > m_source.bytes.size() * mostGrowth;
            if (grown || m_total > largestTotal)
                m_over = true;
            if (grown || bytes.size() > largestMember || m_over)
                return std::unexpected(Problem{uri, u"grows beyond reason when it is unpacked; left out"_s});
        }
    }

    const Source &m_source;
    const Sink &m_sink;
    qint64 m_total = 0;
    int m_members = 0;
    bool m_over = false;
};

} // namespace

int ArchiveReader::likeness(const Source &source) const
{
    const QByteArrayView bytes = source.bytes;
    const auto begins = [&bytes](QByteArrayView magic) { return bytes.startsWith(magic); };
    const bool packed = begins("PK\x03\x04") || begins("PK\x05\x06") || begins("\x1F\x8B") || begins("BZh") ||
                        begins(QByteArrayView("\xFD"
                                              "7zXZ\0",
                                              6)) ||
                        begins("\x28\xB5\x2F\xFD") || begins("7z\xBC\xAF\x27\x1C");
    const bool tar = bytes.size() > 512 && bytes.sliced(257).startsWith("ustar");
    return packed || tar ? 85 : 0;
}

Result<void> ArchiveReader::read(const Source &source, const Sink &sink) const
{
    if (source.depth >= deepestArchive)
        return std::unexpected(Problem{source.uri, u"an archive inside too many archives"_s});
    return Unpacking(source, sink).run();
}

} // namespace demarche::corpus
