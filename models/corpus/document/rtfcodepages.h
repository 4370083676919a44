#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringDecoder>

#include <memory>

namespace demarche::corpus::document {

/// The code page of a Windows character set (\fcharsetN); 0 for the document's own.
[[nodiscard]] int codePageOfCharset(int charset);

inline constexpr int symbolCharset = 2; ///< pictures in the place of letters

/// Bytes of 8-bit and Asian code pages as text.
class CodePages
{
public:
    /// What means nothing becomes U+FFFD; an unknown code page is read as Windows-1252.
    [[nodiscard]] QString decode(QByteArrayView bytes, int codePage);

private:
    QStringDecoder &decoder(int codePage);

    QHash<int, std::shared_ptr<QStringDecoder>> m_decoders; ///< costly to make, and few
};

} // namespace demarche::corpus::document
