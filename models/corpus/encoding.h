#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>

namespace demarche::corpus {

/// An encoding that is named beside bytes.
struct Charset
{
    Charset() = default;
    Charset(QByteArray declared) // NOLINT(google-explicit-constructor): whoever declares only has a name
        : name(std::move(declared))
    {
    }
    Charset(const char *declared) // NOLINT(google-explicit-constructor)
        : name(declared)
    {
    }
    /// What the analyst says holds whatever the bytes look like.
    [[nodiscard]] static Charset chosen(QByteArray name)
    {
        Charset charset(std::move(name));
        charset.isChosen = true;
        return charset;
    }
    [[nodiscard]] bool isEmpty() const { return name.isEmpty(); }
    /// Itself where the analyst chose it, else what stands closer to the bytes.
    [[nodiscard]] Charset orDeclared(const Charset &closer) const { return isChosen ? *this : closer; }

    QByteArray name; ///< empty where nobody names one
    bool isChosen = false;
};

/// What a Content-Type header says of the encoding ("text/html; charset=utf-8"); empty where it says nothing.
[[nodiscard]] Charset charsetOf(const QByteArray &contentType);

/// Bytes made into text, and how that was done.
struct Decoded
{
    enum class Basis : std::uint8_t {
        Mark,     ///< a byte order mark
        Declared, ///< named beside the bytes or in them
        Bytes,    ///< they can be nothing else
        Letters,  ///< of all encodings they look most like this one
        Fallback, ///< they can be anything
        Chosen    ///< by the analyst
    };
    QString text;     ///< without a byte order mark; line ends are "\n"
    QString encoding; ///< "UTF-8", "UTF-16LE", "windows-1252", or the declared one's name
    Basis basis = Basis::Bytes;
    int replaced = 0; ///< bytes or sequences that meant nothing and became U+FFFD
};

/// Decodes by byte order mark, then by the declared encoding where it is known, then by what the bytes can
/// be: UTF-16 shows by its zero bytes, UTF-8 by its sequences, other scripts' encodings by how often which
/// letters stand in them, and the rest is read as Windows-1252. UTF-8 with a few broken sequences stays
/// UTF-8. A chosen encoding goes before all of that. Never fails.
[[nodiscard]] Decoded decode(QByteArrayView bytes, const Charset &declared = {});

/// Whether this machine can read an encoding of that name.
[[nodiscard]] bool canDecode(const QString &encoding);

/// Whether bytes that were read in an encoding could be meant in another one too. Those that are UTF-8
/// without a fault, or ASCII, are taken for what they are.
[[nodiscard]] bool mayMeanOtherwise(QByteArrayView bytes, const QString &encoding);

/// True for bytes that are no text in any of these encodings: zero bytes or many control characters.
[[nodiscard]] bool looksBinary(QByteArrayView bytes);

/// Makes a text safe to count and to write out: lone surrogates become U+FFFD and control characters other
/// than tab and newline become spaces, length unchanged. Those of U+0080–U+009F are what Windows-1252 has
/// there, as HTML reads them: nobody writes such controls, and many mean "–" by &#150;.
void makeWellFormed(QString &text);

} // namespace demarche::corpus
