#pragma once

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace demarche::corpus {

/// An encoding that texts come in, by the name that WHATWG's Encoding Standard or IANA gives it.
struct NamedEncoding
{
    QLatin1StringView name;    ///< "windows-1251"
    QLatin1StringView letters; ///< "Cyrillic"
};

/// What an analyst may choose from, the likeliest first; canDecode() says which of them this machine knows.
[[nodiscard]] std::span<const NamedEncoding> encodings();

/// The name as it is written here, whatever its case; itself where it is not among them.
[[nodiscard]] QString encodingName(const QString &name);

/// "Cyrillic (windows-1251)"; the bare name where it is not among them.
[[nodiscard]] QString encodingLabel(const QString &name);

} // namespace demarche::corpus
