#include "models/corpus/sources/opml.h"

#include "models/corpus/encoding.h"
#include "models/corpus/fetch/addresses.h"
#include "models/corpus/xml/element.h"

#include <QSet>
#include <QUrl>
#include <QXmlStreamWriter>

#include <map>

using namespace Qt::StringLiterals;

namespace demarche::corpus::sources {

namespace {

constexpr qsizetype longestFile = 16 * 1024 * 1024;
constexpr size_t mostFeeds = 10'000;
constexpr qsizetype deepestGroup = 16;
constexpr qsizetype longestName = 300;

/// Readers write their attributes in any case: xmlUrl, xmlURL, xmlurl.
QString attribute(const xml::Element &element, QLatin1StringView name)
{
    for (const auto &[key, value] : element.attributes.asKeyValueRange()) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

/// One line of sensible length, as names in lists are.
QString nameIn(const xml::Element &outline)
{
    const QString text = attribute(outline, "text"_L1).simplified();
    QString name = (text.isEmpty() ? attribute(outline, "title"_L1).simplified() : text).left(longestName);
    makeWellFormed(name);
    return name;
}

class Collector
{
public:
    Collector(Opml &opml, QString where)
        : m_opml(opml)
        , m_where(std::move(where))
    {
    }

    void collect(const xml::Element &parent, const QStringList &groups)
    {
        for (const auto &child : parent.children) {
            if (child->name.compare(u"outline", Qt::CaseInsensitive) == 0)
                take(*child, groups);
        }
    }

private:
    void take(const xml::Element &outline, const QStringList &groups)
    {
        const QString address = attribute(outline, "xmlUrl"_L1).trimmed();
        if (!address.isEmpty())
            addFeed(outline, address, groups);
        const QString name = nameIn(outline);
        const bool opens = address.isEmpty() && !name.isEmpty() && groups.size() < deepestGroup;
        collect(outline, opens ? groups + QStringList{name} : groups);
    }

    void addFeed(const xml::Element &outline, const QString &address, const QStringList &groups)
    {
        const Result<QUrl> url = fetch::checkedAddress(address, {true, true});
        if (!url) {
            m_opml.problems.push_back({m_where, url.error().line()});
            return;
        }
        if (m_opml.feeds.size() >= mostFeeds) {
            if (!std::exchange(m_full, true))
                m_opml.problems.push_back(
                    {m_where, u"lists more than %1 feeds; the rest is left out"_s.arg(mostFeeds)});
            return;
        }
        Subscription feed;
        feed.address = url->toString(QUrl::FullyEncoded);
        feed.name = nameIn(outline);
        feed.groups = groups;
        const Result<QUrl> site = fetch::checkedAddress(attribute(outline, "htmlUrl"_L1), {true, true});
        feed.site = site ? site->toString(QUrl::FullyEncoded) : QString();
        if (!m_known.contains(feed.address))
            m_opml.feeds.push_back(feed);
        m_known.insert(feed.address);
    }

    Opml &m_opml;
    QString m_where;
    QSet<QString> m_known;
    bool m_full = false;
};

/// Groups within groups, with the feeds that lie in each.
struct Group
{
    std::vector<const Subscription *> feeds;
    std::map<QString, Group> groups;
};

Group nested(const SubscriptionList &subscriptions)
{
    Group root;
    for (const Subscription &one : subscriptions) {
        if (one.kind != Kind::Feed)
            continue;
        Group *group = &root;
        for (const QString &name : one.groups)
            group = &group->groups[name];
        group->feeds.push_back(&one);
    }
    return root;
}

void write(QXmlStreamWriter &xml, const Group &group)
{
    for (const auto &[name, inner] : group.groups) {
        xml.writeStartElement(u"outline"_s);
        xml.writeAttribute(u"text"_s, name);
        write(xml, inner);
        xml.writeEndElement();
    }
    for (const Subscription *feed : group.feeds) {
        xml.writeEmptyElement(u"outline"_s);
        xml.writeAttribute(u"type"_s, u"rss"_s);
        xml.writeAttribute(u"text"_s, feed->shown());
        xml.writeAttribute(u"xmlUrl"_s, feed->address);
        if (!feed->site.isEmpty())
            xml.writeAttribute(u"htmlUrl"_s, feed->site);
    }
}

} // namespace

bool isOpml(QByteArrayView bytes)
{
    return xml::rootName(bytes).compare(u"opml", Qt::CaseInsensitive) == 0;
}

Result<Opml> readOpml(QByteArrayView bytes, const QString &where)
{
    if (bytes.size() > longestFile)
        return std::unexpected(Problem{where, u"is too large for a list of feeds (over 16 MB)"_s});
    if (!isOpml(bytes))
        return std::unexpected(Problem{where, u"is no list of feeds (OPML)"_s});
    const Result<std::unique_ptr<xml::Element>> root = xml::parse(bytes);
    if (!root)
        return std::unexpected(Problem{where, root.error().what});
    Opml opml;
    if (const xml::Element *head = (*root)->child(u"head"))
        opml.title = xml::childText(*head, u"title");
    if (const xml::Element *body = (*root)->child(u"body"))
        Collector(opml, where).collect(*body, {});
    if (opml.feeds.empty())
        return std::unexpected(opml.problems.empty() ? Problem{where, u"lists no feed"_s}
                                                     : opml.problems.front());
    return opml;
}

QByteArray writeOpml(const SubscriptionList &subscriptions, const QString &title)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"opml"_s);
    xml.writeAttribute(u"version"_s, u"2.0"_s);
    xml.writeStartElement(u"head"_s);
    xml.writeTextElement(u"title"_s, title);
    xml.writeEndElement();
    xml.writeStartElement(u"body"_s);
    write(xml, nested(subscriptions));
    xml.writeEndDocument();
    return bytes;
}

} // namespace demarche::corpus::sources
