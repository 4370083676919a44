#include "models/corpus/sources/feedinfo.h"

#include "models/corpus/encoding.h"
#include "models/corpus/fetch/addresses.h"
#include "models/corpus/html/tree.h"
#include "models/corpus/xml/element.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace demarche::corpus::sources {

namespace {

constexpr size_t mostNamed = 50; ///< feeds that a page may name
constexpr qsizetype longestTitle = 300;

using xml::childText;
using xml::Element;

bool isJsonFeed(QByteArrayView bytes)
{
    const QByteArrayView start = bytes.first(std::min<qsizetype>(bytes.size(), 64 * 1024));
    return start.trimmed().startsWith('{') && start.indexOf("jsonfeed.org/version") >= 0;
}

QString inOneLine(const QString &text)
{
    QString line = html::looksLikeMarkup(text) || text.contains(u'&') ? html::plainText(text) : text;
    line = line.simplified().left(longestTitle);
    makeWellFormed(line);
    return line;
}

/// Atom's <link href>, else RSS's <link>text</link>, else a <guid> that is an address.
QString linkOf(const Element &item)
{
    for (const auto &child : item.children) {
        const QString rel = child->attribute(u"rel");
        if (child->name == u"link" && (rel.isEmpty() || rel == u"alternate")) {
            const QString link =
                child->attribute(u"href").isEmpty() ? child->allText() : child->attribute(u"href");
            if (!link.isEmpty())
                return link;
        }
    }
    const Element *guid = item.child(u"guid");
    const bool isLink = guid != nullptr && guid->attribute(u"isPermaLink") != u"false" &&
                        fetch::isWebAddress(guid->allText());
    return isLink ? guid->allText() : QString();
}

void addLink(FeedInfo &info, const QString &link, const QUrl &address)
{
    ++info.items;
    if (const QString resolved = webLink(link, address); !resolved.isEmpty())
        info.links << resolved;
}

Result<FeedInfo> xmlFeed(QByteArrayView bytes, const Charset &charset, const QUrl &address)
{
    const Result<std::unique_ptr<Element>> root = xml::parse(bytes, charset);
    if (!root)
        return std::unexpected(Problem{address.toDisplayString(), root.error().what});
    const Element *channel = (*root)->child(u"channel");
    const Element &head = channel == nullptr ? **root : *channel;
    FeedInfo info;
    for (const auto &child : head.children) {
        if (child->name == u"title" && info.title.isEmpty())
            info.title = inOneLine(child->allText());
    }
    info.site = webLink(linkOf(head), address);
    for (const QStringView kind : {QStringView(u"item"), QStringView(u"entry")}) {
        for (const Element *item : (*root)->findAll(kind))
            addLink(info, linkOf(*item), address);
    }
    return info;
}

Result<FeedInfo> jsonFeed(QByteArrayView bytes, const QUrl &address)
{
    QJsonParseError error;
    const QJsonObject feed = QJsonDocument::fromJson(bytes.toByteArray(), &error).object();
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(Problem{address.toDisplayString(), u"is no whole JSON text"_s});
    FeedInfo info;
    info.title = inOneLine(feed.value("title"_L1).toString());
    info.site = webLink(feed.value("home_page_url"_L1).toString(), address);
    for (const QJsonValue item : feed.value("items"_L1).toArray())
        addLink(info, item.toObject().value("url"_L1).toString(), address);
    return info;
}

bool isFeedType(const QString &type)
{
    return type == "application/rss+xml"_L1 || type == "application/atom+xml"_L1 ||
           type == "application/feed+json"_L1 || type == "application/rdf+xml"_L1;
}

} // namespace

bool isFeed(QByteArrayView bytes)
{
    const QString root = xml::rootName(bytes);
    return root == u"rss" || root == u"feed" || root == u"RDF" || isJsonFeed(bytes);
}

Result<FeedInfo> feedInfo(QByteArrayView bytes, const Charset &charset, const QUrl &address)
{
    if (!isFeed(bytes))
        return std::unexpected(Problem{address.toDisplayString(), u"is no feed (RSS, Atom or JSON Feed)"_s});
    Result<FeedInfo> info = isJsonFeed(bytes) ? jsonFeed(bytes, address) : xmlFeed(bytes, charset, address);
    if (info)
        info->links.removeDuplicates();
    return info;
}

std::vector<NamedFeed> feedsNamedBy(QByteArrayView page, const Charset &charset, const QUrl &address)
{
    std::vector<NamedFeed> feeds;
    const Result<html::Tree> tree = html::Tree::parse(html::decoded(page, charset).text);
    if (!tree)
        return feeds;
    html::walk(tree->root(), [&](html::Node node) {
        if (!html::is(node, GUMBO_TAG_LINK) || feeds.size() >= mostNamed)
            return true;
        const QStringList rel = html::attribute(node, "rel").toLower().split(u' ');
        const QString link = webLink(html::attribute(node, "href"), address);
        const bool known =
            std::ranges::any_of(feeds, [&link](const NamedFeed &feed) { return feed.address == link; });
        if (rel.contains("alternate"_L1) && isFeedType(html::attribute(node, "type").toLower().trimmed()) &&
            !link.isEmpty() && !known)
            feeds.push_back({inOneLine(html::attribute(node, "title")), link});
        return true;
    });
    return feeds;
}

QString webLink(const QString &link, const QUrl &base)
{
    const QString trimmed = link.trimmed();
    if (trimmed.isEmpty())
        return {};
    const Result<QUrl> address = fetch::checkedAddress(base.resolved(QUrl(trimmed)), {true, true});
    return address ? address->toString(QUrl::FullyEncoded) : QString();
}

} // namespace demarche::corpus::sources
