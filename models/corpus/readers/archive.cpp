#include "models/corpus/readers/archive.h"

#include "models/corpus/files.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>
#include <clocale>

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

/// Names of members in any letters, whatever this machine's locale has; for this thread as long as it lives.
class NamesAsUtf8
{
public:
    NamesAsUtf8()
        : m_utf8(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr))
        , m_before(m_utf8 == nullptr ? nullptr : uselocale(m_utf8))
    {
    }
    ~NamesAsUtf8()
    {
        if (m_utf8 == nullptr)
            return;
        uselocale(m_before);
        freelocale(m_utf8);
    }
    Q_DISABLE_COPY_MOVE(NamesAsUtf8)

private:
    locale_t m_utf8;
    locale_t m_before;
};

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

/// What is done with the members of an archive.
struct Members
{
    std::function<bool(const QString &)> wanted;                   ///< by its path: others are not unpacked
    std::function<bool(const QString &, const QByteArray &)> take; ///< false: no more
    std::function<void(Problem &&)> problem;
};

/// Hands out the members of one archive.
class Unpacking
{
public:
    Unpacking(const Source &source, const Members &members)
        : m_source(source)
        , m_hooks(members)
    {
    }

    Result<void> run()
    {
        const NamesAsUtf8 names;
        const Opened opened = open(m_source.bytes);
        if (!opened)
            return std::unexpected(Problem{m_source.uri, u"an archive that cannot be opened"_s});
        archive_entry *entry = nullptr;
        int status = ARCHIVE_OK;
        // A warning is about what a member says of itself: its bytes are there all the same.
        while (!m_over && ((status = archive_read_next_header(opened.get(), &entry)) == ARCHIVE_OK ||
                           status == ARCHIVE_WARN)) {
            if (++m_members > mostMembers)
                return std::unexpected(Problem{m_source.uri, u"an archive of more than a million members"_s});
            const QString name = memberName(entry);
            if (archive_entry_filetype(entry) == AE_IFREG && !isHidden(name) && !isNoArticle(name))
                member(opened.get(), name);
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
        if (!m_hooks.wanted(uri))
            return;
        if (Result<QByteArray> bytes = unpack(opened, uri); !bytes)
            m_hooks.problem(std::move(bytes.error()));
        else if (!m_hooks.take(uri, *bytes))
            m_over = true;
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
    const Members &m_hooks;
    qint64 m_total = 0;
    int m_members = 0;
    bool m_over = false;
};

/// Reads a member into a sink; false where the sink wants no more.
bool readMember(const Source &archive, const QString &uri, const QByteArray &bytes, const Sink &sink)
{
    bool goesOn = true;
    const Sink stopping{[&](Article &&article) { return goesOn = sink.article(std::move(article)); },
                        sink.problem};
    Result<void> read =
        readSource({uri, bytes, archive.depth + 1, archive.chosenCharset(), archive.columns}, stopping);
    if (!read)
        sink.problem(std::move(read.error()));
    return goesOn;
}

Result<void> refuseDepth(const Source &source)
{
    return source.depth < deepestArchive
               ? Result<void>{}
               : std::unexpected(Problem{source.uri, u"an archive inside too many archives"_s});
}

/// What begins at a path in a source, which is an archive or lies there itself.
Result<QByteArray> startIn(const Source &source, const QString &path, qsizetype most)
{
    const auto gone = std::unexpected(Problem{path, u"is there no more"_s});
    if (ArchiveReader().likeness(source) == 0) {
        if (source.uri != path)
            return gone;
        return source.bytes.first(std::min(source.bytes.size(), most)).toByteArray();
    }
    if (const Result<void> refused = refuseDepth(source); !refused)
        return std::unexpected(refused.error());
    Result<QByteArray> found = gone;
    const Members members{[&path](const QString &uri) { return uri == path || path.startsWith(uri + u'/'); },
                          [&](const QString &uri, const QByteArray &bytes) {
                              found = startIn({uri, bytes, source.depth + 1}, path, most);
                              return !found;
                          },
                          [&found](Problem &&problem) { found = std::unexpected(std::move(problem)); }};
    const Result<void> read = Unpacking(source, members).run();
    return read || found ? found : std::unexpected(read.error());
}

} // namespace

Result<QByteArray> startOf(const QString &path, qsizetype most)
{
    QFile file(fileOf(path));
    if (!file.fileName().isEmpty() && !file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem{path, u"cannot be read: "_s + file.errorString()});
    if (!file.isOpen())
        return std::unexpected(Problem{path, u"no such file"_s});
    const uchar *mapped = file.map(0, file.size());
    const QByteArray read = mapped == nullptr ? file.readAll() : QByteArray();
    const QByteArrayView bytes =
        mapped == nullptr ? QByteArrayView(read) : QByteArrayView(mapped, file.size());
    return startIn({file.fileName(), bytes}, path, most);
}

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
    if (Result<void> refused = refuseDepth(source); !refused)
        return refused;
    const Members all{
        [](const QString &) { return true; },
        [&](const QString &uri, const QByteArray &bytes) { return readMember(source, uri, bytes, sink); },
        sink.problem};
    return Unpacking(source, all).run();
}

} // namespace demarche::corpus
