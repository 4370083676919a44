#include "models/corpus/pdf/transfer.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::pdf {

namespace {

using document::Document;
using document::Paragraph;

QCborArray packedParagraph(const Paragraph &paragraph)
{
    return {paragraph.text(), paragraph.heading, paragraph.isBold()};
}

Paragraph unpackedParagraph(const QCborArray &parts)
{
    Paragraph paragraph;
    paragraph.runs.push_back({parts.at(0).toString(), parts.at(2).toBool(), {}});
    paragraph.heading = int(std::clamp<qint64>(parts.at(1).toInteger(), 0, 9));
    return paragraph;
}

QStringList strings(const QCborArray &values)
{
    QStringList all;
    for (const auto value : values)
        all << value.toString();
    return all;
}

} // namespace

QByteArray packed(const Result<Document> &document)
{
    QCborMap map;
    if (!document) {
        map.insert(u"problem"_s, document.error().what);
        return QCborValue(map).toCbor();
    }
    QCborArray paragraphs;
    for (const Paragraph &paragraph : document->paragraphs)
        paragraphs.append(packedParagraph(paragraph));
    map.insert(u"title"_s, document->title);
    map.insert(u"authors"_s, QCborArray::fromStringList(document->authors));
    map.insert(u"created"_s, document->created.toString(Qt::ISODate));
    map.insert(u"warnings"_s, QCborArray::fromStringList(document->warnings));
    map.insert(u"paragraphs"_s, paragraphs);
    return QCborValue(map).toCbor();
}

Result<Document> unpacked(const QByteArray &bytes)
{
    const QCborMap map = QCborValue::fromCbor(bytes).toMap();
    if (map.contains(u"problem"_s))
        return std::unexpected(Problem{{}, map[u"problem"_s].toString().simplified()});
    if (!map.contains(u"paragraphs"_s))
        return std::unexpected(Problem{{}, u"a PDF that cannot be read"_s});
    Document document;
    document.title = map[u"title"_s].toString();
    document.authors = strings(map[u"authors"_s].toArray());
    document.created = QDate::fromString(map[u"created"_s].toString(), Qt::ISODate);
    document.warnings = strings(map[u"warnings"_s].toArray());
    for (const auto paragraph : map[u"paragraphs"_s].toArray())
        document.paragraphs.push_back(unpackedParagraph(paragraph.toArray()));
    return document;
}

} // namespace demarche::corpus::pdf
