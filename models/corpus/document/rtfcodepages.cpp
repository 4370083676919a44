#include "models/corpus/document/rtfcodepages.h"

#include <algorithm>

namespace demarche::corpus::document {

namespace {

QByteArray nameOf(int codePage)
{
    switch (codePage) {
    case 437:
        return "IBM437";
    case 850:
    case 852:
    case 866:
        return "IBM" + QByteArray::number(codePage);
    case 932:
        return "Shift_JIS";
    case 936:
        return "GBK";
    case 950:
        return "Big5";
    case 10000:
        return "macintosh";
    case 65001:
        return "UTF-8";
    default:
        return "windows-" + QByteArray::number(codePage);
    }
}

bool isAscii(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return static_cast<uchar>(c) < 0x80; });
}

} // namespace

int codePageOfCharset(int charset)
{
    static const QHash<int, int> pages{{77, 10000}, {128, 932},  {129, 949},  {134, 936},  {136, 950},
                                       {161, 1253}, {162, 1254}, {163, 1258}, {177, 1255}, {178, 1256},
                                       {186, 1257}, {204, 1251}, {222, 874},  {238, 1250}, {255, 437}};
    return pages.value(charset);
}

QString CodePages::decode(QByteArrayView bytes, int codePage)
{
    if (isAscii(bytes))
        return QString::fromLatin1(bytes);
    QStringDecoder &chosen = decoder(codePage);
    chosen.resetState();
    return chosen.decode(bytes);
}

QStringDecoder &CodePages::decoder(int codePage)
{
    constexpr qsizetype mostPages = 40; // real documents have two or three
    if (m_decoders.size() > mostPages && !m_decoders.contains(codePage))
        codePage = 1252;
    std::shared_ptr<QStringDecoder> &known = m_decoders[codePage];
    if (!known)
        known = std::make_shared<QStringDecoder>(nameOf(codePage).constData());
    if (!known->isValid())
        known = std::make_shared<QStringDecoder>("windows-1252");
    return *known;
}

} // namespace demarche::corpus::document
