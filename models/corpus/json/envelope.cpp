#include "models/corpus/json/envelope.h"

#include "models/corpus/fields.h"
#include "models/corpus/html/titles.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace demarche::corpus::json {

namespace {

bool isListOfObjects(const QJsonValue &value)
{
    return value.isArray() && value.toArray().first().isObject();
}

/// The list that an envelope's name says holds its records, in it or in an envelope inside it; empty where it
/// has none.
QJsonArray namedList(const QJsonObject &object, int depth = 0)
{
    constexpr int deepest = 3;
    for (const auto name : {"items"_L1, "articles"_L1, "results"_L1, "docs"_L1, "documents"_L1, "records"_L1,
                            "entries"_L1, "posts"_L1, "stories"_L1, "news"_L1, "hits"_L1, "data"_L1}) {
        if (const QJsonValue list = object.value(name); isListOfObjects(list))
            return list.toArray();
    }
    for (const auto name : {"response"_L1, "result"_L1, "results"_L1, "hits"_L1, "data"_L1, "articles"_L1}) {
        if (const QJsonObject inner = object.value(name).toObject(); !inner.isEmpty() && depth < deepest) {
            if (QJsonArray list = namedList(inner, depth + 1); !list.isEmpty())
                return list;
        }
    }
    return {};
}

} // namespace

QJsonArray recordsOf(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    const QJsonObject object = document.object();
    const bool isRecord = object.contains("text"_L1) || object.contains("bodies"_L1);
    if (const QJsonArray list = namedList(object); !isRecord && !list.isEmpty())
        return list;
    if (!isRecord && !articleFromJson(object, {})) {
        for (const QJsonValue value : object) {
            if (isListOfObjects(value))
                return value.toArray();
        }
    }
    return {object};
}

Feed::Feed(const QJsonObject &document)
    : m_isFeed(document.value("version"_L1).toString().contains("jsonfeed.org"_L1))
    , m_authors(document.value(document.contains("authors"_L1) ? "authors"_L1 : "author"_L1))
    , m_language(document.value("language"_L1))
{
    if (m_isFeed)
        title = html::siteCalled(document.value("title"_L1).toString(),
                                 QUrl(document.value("home_page_url"_L1).toString()).host());
}

QJsonObject Feed::completed(QJsonObject item) const
{
    if (const QJsonValue wrapped = item.value("_source"_L1); wrapped.isObject())
        return wrapped.toObject();
    if (!m_isFeed)
        return item;
    if (!item.contains("authors"_L1) && !item.contains("author"_L1))
        item.insert("authors"_L1, m_authors);
    if (!item.contains("language"_L1))
        item.insert("language"_L1, m_language);
    if (item.contains("url"_L1))
        item.remove("external_url"_L1); // the page that it writes about
    if (const QJsonValue id = item.value("id"_L1);
        !item.contains("url"_L1) && id.toString().startsWith("http"_L1))
        item.insert("url"_L1, id);
    return item;
}

bool isWordless(const QJsonObject &record)
{
    static const QStringList kinds{u"picture"_s, u"graphic"_s,  u"video"_s,    u"audio"_s,
                                   u"event"_s,   u"planning"_s, u"component"_s};
    return kinds.contains(record.value("type"_L1).toString()) && !articleFromJson(record, {});
}

} // namespace demarche::corpus::json
