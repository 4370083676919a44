#include "models/corpus/newsxml/newsitem.h"

#include "models/corpus/encoding.h"
#include "models/corpus/fields.h"
#include "models/corpus/html/tree.h"
#include "models/corpus/newsxml/nitf.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus::newsxml {

namespace {

using xml::childText;
using xml::Element;

bool isSameLanguage(const QString &a, const QString &b)
{
    return a.section(u'-', 0, 0).compare(b.section(u'-', 0, 0), Qt::CaseInsensitive) == 0;
}

/// Headlines come in several languages and for several uses.
QString headlineOf(const Element &meta, const QString &language)
{
    const Element *best = nullptr;
    int bestWorth = -1;
    for (const auto &child : meta.children) {
        if (child->name != u"headline")
            continue;
        const QString own = child->attribute(u"lang");
        const QString role = child->attribute(u"role");
        const int worth = (own.isEmpty() || isSameLanguage(own, language) ? 2 : 0) +
                          (role.isEmpty() || role.endsWith("main"_L1) ? 1 : 0);
        if (worth > bestWorth) {
            best = child.get();
            bestWorth = worth;
        }
    }
    return textOf(best);
}

QString publisherOf(const Element &item, const Element *itemMeta, const Element *contentMeta)
{
    const Element *provider = itemMeta == nullptr ? nullptr : itemMeta->child(u"provider");
    const Element *holder = item.find(u"copyrightHolder");
    for (const QString &name :
         {provider == nullptr ? QString() : childText(*provider, u"name"),
          provider == nullptr ? QString() : provider->attribute(u"literal"),
          holder == nullptr ? QString() : childText(*holder, u"name"),
          holder == nullptr ? QString() : holder->attribute(u"literal"),
          contentMeta == nullptr ? QString() : childText(*contentMeta, u"creditline"),
          provider == nullptr ? QString() : provider->attribute(u"qcode").section(u':', -1)}) {
        if (!name.isEmpty())
            return name;
    }
    return {};
}

/// XHTML's own headline is the item's.
QString withoutHeadline(const QString &text, const QString &headline)
{
    const bool begins =
        !headline.isEmpty() && text.section(u'\n', 0, 0).simplified() == headline.simplified();
    return begins ? text.section(u'\n', 1).trimmed() : text;
}

QString dataText(const Element &data)
{
    const QString type = data.attribute(u"contenttype");
    if (!type.isEmpty() && !type.startsWith("text/"_L1) && !type.contains("html"_L1))
        return {};
    const bool isPacked = data.attribute(u"encoding").contains("base64"_L1, Qt::CaseInsensitive);
    const QString text =
        isPacked ? decode(QByteArray::fromBase64(data.text.toLatin1())).text : data.text.trimmed();
    return html::looksLikeMarkup(text) ? html::plainText(text) : text;
}

/// What a NITF says of itself stands behind what the item says of it.
QString textIn(const Element &content, Article &article)
{
    if (content.name == u"inlineData")
        return dataText(content);
    const Element *nitf = content.find(u"nitf");
    if (nitf == nullptr)
        return withoutHeadline(html::plainText(content.markup()), article.title);
    const QString before = std::exchange(article.text, {});
    readNitf(*nitf, article);
    return std::exchange(article.text, before);
}

void readContent(const Element &item, Article &article)
{
    QString best;
    for (const QStringView name : {u"inlineXML", u"inlineData"}) {
        for (const Element *content : item.findAll(name)) {
            if (QString text = textIn(*content, article); text.size() > best.size())
                best = std::move(text);
        }
    }
    setField(article, Field::Text, best);
}

} // namespace

void readNewsItem(const Element &item, Article &article)
{
    const Element *contentMeta = item.find(u"contentMeta");
    const Element *itemMeta = item.find(u"itemMeta");
    const Element *declared = contentMeta == nullptr ? nullptr : contentMeta->child(u"language");
    const QString language = declared == nullptr ? item.attribute(u"lang") : declared->attribute(u"tag");
    setField(article, Field::Language, language);
    if (contentMeta != nullptr) {
        setField(article, Field::Title, headlineOf(*contentMeta, language));
        setField(article, Field::Byline, childText(*contentMeta, u"by"));
    }
    if (itemMeta != nullptr) {
        setField(article, Field::Title, childText(*itemMeta, u"title"));
        setField(article, Field::Date, isoDate(childText(*itemMeta, u"firstCreated")));
        setField(article, Field::Date, isoDate(childText(*itemMeta, u"versionCreated")));
    }
    if (contentMeta != nullptr)
        setField(article, Field::Date, childText(*contentMeta, u"contentCreated"));
    setField(article, Field::Publisher, publisherOf(item, itemMeta, contentMeta));
    readContent(item, article);
    if (contentMeta != nullptr)
        setField(article, Field::Byline, childText(*contentMeta, u"creator"));
}

} // namespace demarche::corpus::newsxml
