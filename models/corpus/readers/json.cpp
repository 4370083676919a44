#include "models/corpus/readers/json.h"

#include "models/corpus/encoding.h"
#include "models/corpus/fields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype longestDocument =
    256 * 1024 * 1024; ///< bytes of a JSON text that is not one object a line
constexpr qsizetype longestLine = 64 * 1024 * 1024;
constexpr int linesBetweenNews = 32;

QByteArrayView withoutMark(QByteArrayView bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
}

/// The next line of bytes, taken off their front.
QByteArrayView takeLine(QByteArrayView &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QByteArrayView line = end < 0 ? bytes : bytes.first(end);
    bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
    return line.trimmed();
}

Result<QJsonDocument> parse(QByteArrayView bytes, const QString &where)
{
    QJsonParseError error;
    QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (error.error == QJsonParseError::IllegalUTF8String) // repaired, as text files are
        document = QJsonDocument::fromJson(decode(bytes).text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(Problem{
            where, u"not JSON at byte %1: %2"_s.arg(QString::number(error.offset), error.errorString())});
    return document;
}

/// Gives one record to the sink; false where the sink wants no more.
bool give(const QJsonObject &object, const QString &uri, const QString &where, const Sink &sink, int &given)
{
    Result<Article> article = articleFromJson(object, where);
    if (!article) {
        sink.problem(std::move(article.error()));
        return true;
    }
    if (article->uri.isEmpty())
        article->uri = uri;
    ++given;
    return sink.article(std::move(*article));
}

/// The records of a whole JSON document: itself, its array, or the first array of objects inside it.
QJsonArray recordsOf(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    const QJsonObject object = document.object();
    if (!object.contains("text"_L1)) {
        for (const QJsonValue &value : object) {
            if (value.isArray() && value.toArray().first().isObject())
                return value.toArray();
        }
    }
    return {object};
}

Result<void> readWhole(const Source &source, const Sink &sink)
{
    if (source.bytes.size() > longestDocument)
        return std::unexpected(Problem{source.uri, u"a JSON text over 256 MB; write one object a line"_s});
    const Result<QJsonDocument> document = parse(withoutMark(source.bytes), source.uri);
    if (!document)
        return std::unexpected(document.error());
    int given = 0;
    int number = 0;
    const QJsonArray records = recordsOf(*document);
    const bool feed = document->object().value("version"_L1).toString().contains("jsonfeed.org"_L1);
    const QString publisher = feed ? document->object().value("title"_L1).toString() : QString();
    for (const QJsonValue &record : records) {
        const QString place = records.size() == 1 ? source.uri : u"%1#%2"_s.arg(source.uri).arg(++number);
        QJsonObject object = record.toObject();
        if (!publisher.isEmpty())
            object.insert("publisher"_L1, publisher);
        if (!give(object, place, place, sink, given))
            return {};
    }
    if (given == 0 && records.isEmpty())
        return std::unexpected(Problem{source.uri, u"holds no record"_s});
    return {};
}

Result<void> readLines(const Source &source, const Sink &sink)
{
    QByteArrayView rest = withoutMark(source.bytes);
    int given = 0;
    for (int number = 1; !rest.isEmpty(); ++number) {
        const QByteArrayView line = takeLine(rest);
        if (line.isEmpty())
            continue;
        const QString place = u"%1#%2"_s.arg(source.uri).arg(number);
        if (line.size() > longestLine) {
            sink.problem({place, u"a record over 64 MB"_s});
            continue;
        }
        const Result<QJsonDocument> document = parse(line, place);
        if (!document)
            sink.problem(Problem(document.error()));
        else if (!give(document->object(), place, place, sink, given))
            return {};
        if (sink.position && number % linesBetweenNews == 0)
            sink.position(source.bytes.size() - rest.size());
    }
    return {};
}

/// True where the first line is an object by itself.
bool isOneObjectALine(QByteArrayView bytes)
{
    QByteArrayView rest = withoutMark(bytes);
    QByteArrayView line;
    while (line.isEmpty() && !rest.isEmpty())
        line = takeLine(rest);
    return line.size() <= longestLine && line.startsWith('{') && line.endsWith('}') &&
           parse(line, {}).has_value();
}

} // namespace

int JsonReader::likeness(const Source &source) const
{
    const QByteArrayView start =
        withoutMark(source.bytes.first(std::min<qsizetype>(source.bytes.size(), 4096))).trimmed();
    if (start.startsWith('['))
        return QByteArrayView(start.sliced(1)).trimmed().startsWith('{') ? 80 : 0;
    if (!start.startsWith('{'))
        return 0;
    const QByteArrayView inner = start.sliced(1).trimmed();
    return inner.startsWith('"') && inner.contains(':') ? 80 : 0;
}

Result<void> JsonReader::read(const Source &source, const Sink &sink) const
{
    return isOneObjectALine(source.bytes) ? readLines(source, sink) : readWhole(source, sink);
}

} // namespace demarche::corpus
