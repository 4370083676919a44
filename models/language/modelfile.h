#pragma once

#include "models/text/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace demarche::language {

/// Reads a little-endian integer that need not be aligned: the program's image gives no alignment.
template <typename T>
[[nodiscard]] inline T peek(const char *at)
{
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

template <typename T>
inline void append(QByteArray &bytes, T value)
{
    bytes.append(reinterpret_cast<const char *>(&value), qsizetype(sizeof value));
}

/// The one file in which all models are shipped: a header, a table of named sections, the sections' bytes.
///
///     "DMLM" u32 version  u32 count  u32 checksum of all that follows
///     count × { char name[16], u32 offset, u32 size }   offsets from the file's start
///
/// Sections are views: whoever holds the file's bytes keeps them alive.
class ModelFile
{
public:
    static constexpr std::uint32_t Version = 1;

    [[nodiscard]] static Result<ModelFile> open(QByteArray bytes, const QString &where);
    /// Bytes of a section; empty where the file has none of that name.
    [[nodiscard]] QByteArrayView section(const char *name) const;

    [[nodiscard]] std::vector<std::string> names() const;

    [[nodiscard]] static QByteArray write(const std::map<std::string, QByteArray> &sections);

private:
    QByteArray m_bytes;
    std::map<std::string, QByteArrayView> m_sections;
};

} // namespace demarche::language
