#include "models/language/modelfile.h"

namespace demarche::language {

namespace {

constexpr qsizetype HeaderSize = 16;
constexpr qsizetype NameSize = 16;
constexpr qsizetype EntrySize = NameSize + 8;

// Adler-like sum over 8-byte words: fast enough that loading stays far below a frame.
std::uint32_t checksum(QByteArrayView bytes)
{
    std::uint64_t a = 1, b = 0;
    qsizetype i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        a += peek<std::uint64_t>(bytes.data() + i);
        b = (b << 1 | b >> 63) + a;
    }
    for (; i < bytes.size(); ++i)
        a += std::uint64_t(std::uint8_t(bytes[i])), b = (b << 1 | b >> 63) + a;
    return std::uint32_t(b ^ b >> 32);
}

} // namespace

Result<ModelFile> ModelFile::open(QByteArray bytes, const QString &where)
{
    const auto fail = [&](const QString &what) { return std::unexpected(Problem{where, what}); };
    if (bytes.size() < HeaderSize || !bytes.startsWith("DMLM"))
        return fail(QStringLiteral("not a language model file"));
    if (peek<std::uint32_t>(bytes.constData() + 4) != Version)
        return fail(QStringLiteral("a language model of another version of the program"));
    const auto count = qsizetype(peek<std::uint32_t>(bytes.constData() + 8));
    if (count > 64 || HeaderSize + count * EntrySize > bytes.size())
        return fail(QStringLiteral("the language model is cut short"));
    if (peek<std::uint32_t>(bytes.constData() + 12) != checksum(QByteArrayView(bytes).sliced(HeaderSize)))
        return fail(QStringLiteral("the language model is damaged (its checksum is wrong)"));
    ModelFile file;
    file.m_bytes = std::move(bytes);
    const QByteArrayView all(file.m_bytes);
    for (qsizetype i = 0; i < count; ++i) {
        const char *entry = all.data() + HeaderSize + i * EntrySize;
        const auto offset = qsizetype(peek<std::uint32_t>(entry + NameSize));
        const auto size = qsizetype(peek<std::uint32_t>(entry + NameSize + 4));
        if (offset > all.size() || size > all.size() - offset)
            return fail(QStringLiteral("the language model is cut short"));
        file.m_sections[std::string(entry, strnlen(entry, NameSize))] = all.sliced(offset, size);
    }
    return file;
}

QByteArrayView ModelFile::section(const char *name) const
{
    const auto found = m_sections.find(name);
    return found == m_sections.end() ? QByteArrayView() : found->second;
}

std::vector<std::string> ModelFile::names() const
{
    std::vector<std::string> names;
    names.reserve(m_sections.size());
    for (const auto &[name, bytes] : m_sections)
        names.push_back(name);
    return names;
}

QByteArray ModelFile::write(const std::map<std::string, QByteArray> &sections)
{
    QByteArray table, body;
    const qsizetype start = HeaderSize + qsizetype(sections.size()) * EntrySize;
    for (const auto &[name, bytes] : sections) {
        body.append((64 - (start + body.size()) % 64) % 64, '\0');
        table.append(QByteArray(name.data(), qsizetype(name.size())).leftJustified(NameSize, '\0', true));
        append(table, std::uint32_t(start + body.size()));
        append(table, std::uint32_t(bytes.size()));
        body.append(bytes);
    }
    const QByteArray rest = table + body;
    QByteArray file("DMLM");
    append(file, Version);
    append(file, std::uint32_t(sections.size()));
    append(file, checksum(rest));
    return file + rest;
}

} // namespace demarche::language
