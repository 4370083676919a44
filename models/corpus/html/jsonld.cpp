#include "models/corpus/html/jsonld.h"

#include "models/corpus/metadate.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

constexpr int deepestObject = 12;

/// All objects of a page's JSON-LD blocks, and those with an @id by it.
class Graph
{
public:
    explicit Graph(const Tree &tree)
    {
        walk(tree.root(), [this](Node node) {
            if (is(node, GUMBO_TAG_SCRIPT) &&
                attribute(node, "type").contains("ld+json"_L1, Qt::CaseInsensitive))
                addBlock(node);
            return true;
        });
    }

    /// The object that describes the article best; empty where none does.
    [[nodiscard]] QJsonObject article() const
    {
        QJsonObject best;
        int bestRank = 0;
        for (const QJsonObject &object : m_objects) {
            if (const int rank = rankOf(object); rank > bestRank) {
                best = object;
                bestRank = rank;
            }
        }
        return best;
    }

    /// Names of a person or organisation in any shape: text, object, list, reference.
    [[nodiscard]] QStringList names(const QJsonValue &value, int depth = 0) const
    {
        if (value.isString())
            return value.toString().startsWith("http"_L1) ? QStringList()
                                                          : QStringList{plain(value.toString())};
        QStringList all;
        if (depth > deepestObject)
            return all;
        for (const QJsonValue item : value.toArray())
            all += names(item, depth + 1);
        const QJsonObject object = resolved(value.toObject());
        if (object.contains("name"_L1))
            all += names(object.value("name"_L1), depth + 1);
        return all;
    }

    [[nodiscard]] static QString plain(const QString &text)
    {
        return text.contains(u'&') || looksLikeMarkup(text) ? plainText(text) : text.trimmed();
    }

private:
    void addBlock(Node script)
    {
        QString json;
        for (Node child : children(script)) {
            if (isText(child))
                json += QString::fromUtf8(child->v.text.text);
        }
        json = json.trimmed();
        for (const QString &wrapping :
             {u"<![CDATA["_s, u"<!--"_s, u"//<![CDATA["_s, u"]]>"_s, u"-->"_s, u"//"_s}) {
            if (json.startsWith(wrapping))
                json = json.sliced(wrapping.size()).trimmed();
            if (json.endsWith(wrapping))
                json = json.chopped(wrapping.size()).trimmed();
        }
        while (json.endsWith(u';'))
            json.chop(1);
        QJsonParseError error;
        QJsonDocument document = QJsonDocument::fromJson(json.toUtf8(), &error);
        if (error.error != QJsonParseError::NoError) // line ends inside strings are the commonest fault
            document = QJsonDocument::fromJson(json.replace(u'\n', u' ').replace(u'\t', u' ').toUtf8());
        if (document.isArray())
            addAll(document.array(), 0);
        else
            addAll(document.object(), 0);
    }

    void addAll(const QJsonValue &value, int depth)
    {
        if (depth > deepestObject)
            return;
        for (const QJsonValue item : value.toArray())
            addAll(item, depth + 1);
        if (!value.isObject())
            return;
        const QJsonObject object = value.toObject();
        m_objects.push_back(object);
        if (object.contains("@id"_L1) && object.size() > 1)
            m_byId.insert(object.value("@id"_L1).toString(), object);
        for (const auto key : {"@graph"_L1, "mainEntity"_L1, "hasPart"_L1, "author"_L1, "publisher"_L1})
            addAll(object.value(key), depth + 1);
    }

    [[nodiscard]] QJsonObject resolved(const QJsonObject &object) const
    {
        return object.size() == 1 && object.contains("@id"_L1)
                   ? m_byId.value(object.value("@id"_L1).toString())
                   : object;
    }

    static int rankOf(const QJsonObject &object)
    {
        QStringList types;
        const QJsonValue type = object.value("@type"_L1);
        for (const QJsonValue one : type.isArray() ? type.toArray() : QJsonArray{type})
            types << one.toString();
        const auto any = [&types](QLatin1StringView ending) {
            return std::ranges::any_of(types, [&](const QString &t) { return t.endsWith(ending); });
        };
        if (any("NewsArticle"_L1))
            return 4;
        if (any("Article"_L1) || any("BlogPosting"_L1) || any("Report"_L1))
            return 3;
        return any("WebPage"_L1) ? 1 : 0;
    }

    std::vector<QJsonObject> m_objects;
    QHash<QString, QJsonObject> m_byId;
};

QString addressOf(const QJsonObject &article)
{
    const QJsonValue page = article.value("mainEntityOfPage"_L1);
    for (const QString &candidate :
         {article.value("url"_L1).toString(), page.toString(), page.toObject().value("@id"_L1).toString(),
          article.value("@id"_L1).toString()}) {
        if (candidate.startsWith("http"_L1))
            return candidate;
    }
    return {};
}

} // namespace

LinkedData linkedData(const Tree &tree)
{
    const Graph graph(tree);
    const QJsonObject article = graph.article();
    LinkedData data;
    const QString headline = article.value("headline"_L1).toString();
    data.headline =
        Graph::plain(headline.isEmpty() ? article.value("name"_L1).toString() : headline).simplified();
    data.body = Graph::plain(article.value("articleBody"_L1).toString());
    data.publisher = graph.names(article.value("publisher"_L1)).value(0);
    data.language = article.value("inLanguage"_L1).toString();
    data.address = addressOf(article);
    data.authors = graph.names(article.value("author"_L1));
    for (const auto key : {"datePublished"_L1, "dateCreated"_L1, "uploadDate"_L1}) {
        if (!data.published.isValid())
            data.published = metadataDate(article.value(key).toString());
    }
    return data;
}

} // namespace demarche::corpus::html
