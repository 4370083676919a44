#include "models/corpus/encoding.h"

#include "models/corpus/encodings.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringList>

#include <algorithm>
#include <array>
#include <memory>

#include <uchardet/uchardet.h>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype probeLength = 64 * 1024;

/// What Windows-1252 has at 0x80–0x9F; 0xFFFD where it has nothing (WHATWG keeps the C1 control there).
constexpr std::array<char16_t, 32> windows1252High{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

uchar at(QByteArrayView bytes, qsizetype i)
{
    return static_cast<uchar>(bytes[i]);
}

/// Length of the well-formed UTF-8 sequence at i; 0 where there is none (Unicode table 3-7).
int sequenceLength(QByteArrayView bytes, qsizetype i)
{
    const uchar lead = at(bytes, i);
    if (lead < 0x80)
        return 1;
    const int length = lead >= 0xC2 && lead <= 0xDF   ? 2
                       : (lead & 0xF0) == 0xE0        ? 3
                       : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                      : 0;
    if (length == 0 || i + length > bytes.size())
        return 0;
    for (int k = 1; k < length; ++k) {
        if ((at(bytes, i + k) & 0xC0) != 0x80)
            return 0;
    }
    const uchar second = at(bytes, i + 1);
    const bool overlongOrSurrogate = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                                     (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return overlongOrSurrogate ? 0 : length;
}

struct Utf8Census
{
    qsizetype sequences = 0; ///< well formed, beyond ASCII
    qsizetype broken = 0;
};

Utf8Census censusOf(QByteArrayView bytes)
{
    Utf8Census census;
    for (qsizetype i = 0; i < bytes.size();) {
        const int length = sequenceLength(bytes, i);
        census.sequences += length > 1;
        census.broken += length == 0;
        i += std::max(length, 1);
    }
    return census;
}

/// "UTF-16LE" or "UTF-16BE" by where the zero bytes stand; empty where they tell nothing.
QString utf16ByZeros(QByteArrayView bytes)
{
    const QByteArrayView probe = bytes.first(std::min(bytes.size(), probeLength) & ~qsizetype{1});
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i + 1 < probe.size(); i += 2) {
        even += at(probe, i) == 0;
        odd += at(probe, i + 1) == 0;
    }
    const qsizetype pairs = probe.size() / 2;
    if (pairs < 2)
        return {};
    if (odd * 10 >= pairs * 4 && even * 20 <= pairs)
        return u"UTF-16LE"_s;
    if (even * 10 >= pairs * 4 && odd * 20 <= pairs)
        return u"UTF-16BE"_s;
    return {};
}

QString byMark(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return u"UTF-8"_s;
    if (bytes.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return u"UTF-32LE"_s;
    if (bytes.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return u"UTF-32BE"_s;
    if (bytes.startsWith("\xFF\xFE"))
        return u"UTF-16LE"_s;
    if (bytes.startsWith("\xFE\xFF"))
        return u"UTF-16BE"_s;
    return {};
}

/// Latin-1 is declared far more often than meant: it is read as Windows-1252 (WHATWG Encoding).
QString canonicalName(QByteArrayView declared)
{
    const QString name = QString::fromLatin1(declared).trimmed().toLower();
    static const QStringList western{u"iso-8859-1"_s, u"latin1"_s,     u"iso8859-1"_s,
                                     u"us-ascii"_s,   u"ascii"_s,      u"windows-1252"_s,
                                     u"cp1252"_s,     u"iso_8859-1"_s, u"l1"_s};
    if (western.contains(name))
        return u"windows-1252"_s;
    if (name == "utf8"_L1)
        return u"UTF-8"_s;
    if (name == "uhc"_L1)
        return u"EUC-KR"_s; // of which it is an extension by the same standard
    return name == "tis-620"_L1 ? u"windows-874"_s : encodingName(name);
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::ranges::transform(bytes, text.begin(), [](char c) {
        const auto byte = static_cast<uchar>(c);
        return QChar(byte >= 0x80 && byte < 0xA0 ? windows1252High[byte - 0x80] : char16_t{byte});
    });
    return text;
}

QString decodeAs(const QString &encoding, QByteArrayView bytes)
{
    if (encoding == "windows-1252"_L1)
        return fromWindows1252(bytes);
    QStringDecoder decoder(encoding.toLatin1().constData());
    return decoder.isValid() ? QString(decoder.decode(bytes)) : QString::fromUtf8(bytes);
}

void unifyLineEnds(QString &text)
{
    if (!text.contains(u'\r'))
        return;
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(u'\r', u'\n');
}

/// A stretch of text beyond ASCII; empty where so little is beyond it that a Western language's accents and
/// quotation marks explain it.
QByteArrayView foreignPart(QByteArrayView bytes)
{
    constexpr qsizetype leastShare = 12; ///< one byte in so many letters; French has one in twenty
    constexpr qsizetype fewest = 24;
    const auto isHigh = [](char c) { return static_cast<uchar>(c) >= 0x80; };
    const QByteArrayView tail = bytes.sliced(std::ranges::find_if(bytes, isHigh) - bytes.begin());
    const QByteArrayView probe = tail.first(std::min(tail.size(), probeLength));
    const qsizetype high = std::ranges::count_if(probe, isHigh);
    const qsizetype ascii =
        std::ranges::count_if(probe, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return high >= fewest && high * leastShare >= high + ascii ? probe : QByteArrayView();
}

/// By how often which letters stand in it (uchardet); empty where that tells nothing. Western encodings are
/// all read as Windows-1252, of which they are parts or nearly so.
QString byLetters(QByteArrayView bytes)
{
    const QByteArrayView probe = foreignPart(bytes);
    if (probe.isEmpty())
        return {};
    const std::unique_ptr<struct uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                                &uchardet_delete);
    if (uchardet_handle_data(detector.get(), probe.data(), std::size_t(probe.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    const QString name = canonicalName(uchardet_get_charset(detector.get()));
    const bool isWestern = name == "windows-1252"_L1 || name == "ISO-8859-15"_L1 || name == "UTF-8"_L1;
    return isWestern || !canDecode(name) ? QString() : name;
}

struct Chosen
{
    QString encoding;
    Decoded::Basis basis;
};

/// What bytes can only be; empty where they can be in any encoding of one byte a letter, and others.
QString bySequences(QByteArrayView bytes, const Utf8Census &census)
{
    if (const QString wide = utf16ByZeros(bytes); !wide.isEmpty())
        return wide;
    // A cut file may break its last sequence; more broken than whole ones is another encoding.
    return census.broken == 0 || census.sequences > census.broken ? u"UTF-8"_s : QString();
}

Chosen chooseEncoding(QByteArrayView bytes, const Charset &declared)
{
    using Basis = Decoded::Basis;
    if (declared.isChosen && canDecode(QString::fromLatin1(declared.name)))
        return {QString::fromLatin1(declared.name), Basis::Chosen};
    if (const QString marked = byMark(bytes); !marked.isEmpty())
        return {marked, Basis::Mark};
    const Utf8Census census = censusOf(bytes);
    const QString sure = bySequences(bytes, census);
    const QString named = canonicalName(declared.name);
    // A declaration that the bytes contradict is a template's mistake.
    const bool contradicted =
        named == "UTF-8"_L1 ? sure.isEmpty() : sure == "UTF-8"_L1 && census.sequences > 0;
    if (!named.isEmpty() && canDecode(named) && !contradicted)
        return {named, Basis::Declared};
    if (!sure.isEmpty())
        return {sure, Basis::Bytes};
    const QString likely = byLetters(bytes);
    return likely.isEmpty() ? Chosen{u"windows-1252"_s, Basis::Fallback} : Chosen{likely, Basis::Letters};
}

} // namespace

Charset charsetOf(const QByteArray &contentType)
{
    static const QRegularExpression charset(u"(?:^|[;,\\s])charset\\s*=\\s*[\"']?([A-Za-z0-9_.:+-]{1,40})"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return charset.match(QString::fromLatin1(contentType)).captured(1).toLatin1();
}

bool canDecode(const QString &encoding)
{
    return encoding == "windows-1252"_L1 || QStringDecoder(encoding.toLatin1().constData()).isValid();
}

Decoded decode(QByteArrayView bytes, const Charset &declared)
{
    Decoded result;
    const Chosen chosen = chooseEncoding(bytes, declared);
    result.encoding = chosen.encoding;
    result.basis = chosen.basis;
    const qsizetype written = result.encoding == "UTF-8"_L1 ? bytes.toByteArray().count("\xEF\xBF\xBD") : 0;
    result.text = decodeAs(result.encoding, bytes);
    if (result.text.startsWith(QChar::ByteOrderMark))
        result.text.remove(0, 1);
    result.replaced = int(std::max<qsizetype>(0, result.text.count(QChar::ReplacementCharacter) - written));
    unifyLineEnds(result.text);
    return result;
}

bool mayMeanOtherwise(QByteArrayView bytes, const QString &encoding)
{
    const Utf8Census census = censusOf(bytes);
    const bool isAscii = census.sequences == 0 && census.broken == 0;
    return census.broken > 0 || (!isAscii && encoding != "UTF-8"_L1);
}

bool looksBinary(QByteArrayView bytes)
{
    if (!byMark(bytes).isEmpty() || !utf16ByZeros(bytes).isEmpty())
        return false;
    const QByteArrayView probe = bytes.first(std::min(bytes.size(), probeLength));
    if (probe.contains('\0'))
        return true;
    const auto controls = std::ranges::count_if(probe, [](char c) {
        const auto byte = static_cast<uchar>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b';
    });
    return controls * 50 > probe.size();
}

void makeWellFormed(QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const QChar high = windows1252High[c.unicode() & 0x1F];
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (c.isSurrogate())
            text[i] = QChar::ReplacementCharacter;
        else if ((c.unicode() < 0x20 && c != u'\n' && c != u'\t') || c.unicode() == 0x7F)
            text[i] = u' ';
        else if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            text[i] = high == QChar::ReplacementCharacter ? u' ' : high;
    }
}

} // namespace demarche::corpus
