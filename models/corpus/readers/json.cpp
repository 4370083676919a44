#include "models/corpus/readers/json.h"

#include "models/corpus/encoding.h"
#include "models/corpus/fields.h"
#include "models/corpus/json/envelope.h"
#include "models/corpus/provenance.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

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

struct Parsed
{
    QJsonDocument document;
    std::optional<Decoded> how; ///< where it is not UTF-8, as JSON should be (RFC 8259)
};

Result<Parsed> parse(QByteArrayView bytes, const Charset &charset, const QString &where)
{
    Parsed parsed;
    const auto repaired = [&] {
        parsed.how = decode(bytes, charset);
        return parsed.how->text.toUtf8();
    };
    QJsonParseError error;
    parsed.document = QJsonDocument::fromJson(
        charset.isChosen ? repaired() : QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (error.error == QJsonParseError::IllegalUTF8String) // repaired, as text files are
        parsed.document = QJsonDocument::fromJson(repaired(), &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(Problem{
            where, u"not JSON at byte %1: %2"_s.arg(QString::number(error.offset), error.errorString())});
    return parsed;
}

/// Gives one record to the sink; false where the sink wants no more. `feed` is the title of the feed that it
/// lies in.
bool give(const QJsonObject &object, const std::optional<Decoded> &how, const QString &feed,
          const QString &where, const Sink &sink, int &given)
{
    Result<Article> article = articleFromJson(object, where);
    if (!article) {
        sink.problem(std::move(article.error()));
        return true;
    }
    if (article->uri.isEmpty())
        article->uri = where;
    if (article->publisher.isEmpty() && !feed.isEmpty()) {
        article->publisher = feed;
        article->publisherBasis = Basis::FeedTitle;
    }
    if (how)
        setEncoding(*article, *how);
    ++given;
    return sink.article(std::move(*article));
}

Result<void> readWhole(const Source &source, const Sink &sink)
{
    if (source.bytes.size() > longestDocument)
        return std::unexpected(Problem{source.uri, u"a JSON text over 256 MB; write one object a line"_s});
    const Result<Parsed> parsed = parse(withoutMark(source.bytes), source.charset, source.uri);
    if (!parsed)
        return std::unexpected(parsed.error());
    const QJsonDocument &document = parsed->document;
    int given = 0;
    int number = 0;
    const QJsonArray records = json::recordsOf(document);
    const json::Feed feed(document.object());
    for (const QJsonValue record : records) {
        const QString place = records.size() == 1 ? source.uri : u"%1#%2"_s.arg(source.uri).arg(++number);
        const QJsonObject object = feed.completed(record.toObject());
        if (!json::isWordless(object) && !give(object, parsed->how, feed.title, place, sink, given))
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
        const Result<Parsed> parsed = parse(line, source.charset, place);
        if (!parsed)
            sink.problem(Problem(parsed.error()));
        else if (!give(parsed->document.object(), parsed->how, {}, place, sink, given))
            return {};
        if (sink.position && number % linesBetweenNews == 0)
            sink.position(source.bytes.size() - rest.size());
    }
    return {};
}

/// True where the first line is a record by itself: a whole envelope may stand in one line, too.
bool isOneObjectALine(QByteArrayView bytes)
{
    QByteArrayView rest = withoutMark(bytes);
    QByteArrayView line;
    while (line.isEmpty() && !rest.isEmpty())
        line = takeLine(rest);
    if (line.size() > longestLine || !line.startsWith('{') || !line.endsWith('}'))
        return false;
    const Result<Parsed> first = parse(line, {}, {});
    const bool isAlone = rest.trimmed().isEmpty();
    return first && (!isAlone || json::recordsOf(first->document) == QJsonArray{first->document.object()});
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
