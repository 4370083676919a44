#pragma once

#include <QByteArrayView>

namespace demarche::corpus::document {

/// One token of RTF (Rich Text Format Specification 1.9.1, "Conventions of an RTF reader").
struct RtfToken
{
    enum class Kind : unsigned char { BeginGroup, EndGroup, Word, Symbol, Byte, Text, End };

    Kind kind = Kind::End;
    QByteArrayView text; ///< a control word's name, a control symbol's character, or bytes of text
    int parameter = 1;   ///< of a control word (1 where there is none: "\b" is "\b1"); the byte of \'hh
    bool hasParameter = false;
};

/// Cuts RTF into tokens. Any bytes give tokens; binary data (\bin) are passed over.
class RtfTokens
{
public:
    explicit RtfTokens(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] RtfToken next();

private:
    RtfToken control();
    RtfToken word();
    RtfToken text();
    void readParameter(RtfToken &token);

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

} // namespace demarche::corpus::document
