#include "models/corpus/readers/feed.h"

#include "models/corpus/fields.h"
#include "models/corpus/html/content.h"
#include "models/corpus/html/titles.h"
#include "models/corpus/identity.h"
#include "models/corpus/provenance.h"
#include "models/corpus/xml/element.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

using xml::childText;
using xml::Element;

QString plain(const QString &text)
{
    return html::looksLikeMarkup(text) || text.contains(u'&') ? html::plainText(text) : text.simplified();
}

/// The whole of an article, which has captions and notes about itself where it is a page's.
QString articleIn(const QString &text)
{
    QString all = plain(text);
    if (!html::looksLikeMarkup(text))
        return all;
    const Result<html::Tree> tree = html::Tree::parse(text);
    const QString article = tree ? html::articleText(*tree, {}) : QString();
    return article.size() * 2 > all.size() ? article : all;
}

/// An address that may be told from the feed's own ("xml:base").
QString resolved(const QString &address, const QString &base)
{
    const QUrl url(address);
    return address.isEmpty() || base.isEmpty() || !url.isRelative() ? address
                                                                    : QUrl(base).resolved(url).toString();
}

/// What a feed says of all its items.
struct Channel
{
    QString title; ///< its site's name
    QString base;  ///< of addresses
};

/// Who publishes stands beside each item, else it is who gives the feed.
void setPublisher(Article &article, const QString &stated, const Channel &channel)
{
    setField(article, Field::Publisher, stated);
    if (!article.publisher.isEmpty())
        return;
    setField(article, Field::Publisher, channel.title);
    article.publisherBasis = article.publisher.isEmpty() ? Basis::Unknown : Basis::FeedTitle;
}

/// The text of the child of that name in that namespace, for feeds have several <description>s and <title>s.
QString spacedText(const Element &element, QStringView name, QStringView space)
{
    for (const auto &child : element.children) {
        if (child->name == name && child->space.contains(space))
            return child->allText();
    }
    return {};
}

QString titleOf(const Element &element)
{
    for (const auto &child : element.children) { // <media:title> is not the item's
        if (child->name == u"title" && !child->space.contains(u"media"))
            return plain(child->allText()).simplified();
    }
    return {};
}

QString firstText(const Element &element, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (QString text = childText(element, name); !text.isEmpty())
            return text;
    }
    return {};
}

/// RSS's <author> is "mail@host (Name)".
QString authorName(const QString &author)
{
    const qsizetype open = author.indexOf(u'(');
    return author.contains(u'@') ? (open < 0 ? QString() : author.mid(open + 1).section(u')', 0, 0)) : author;
}

/// <link>, not <atom:link/>, which says its address otherwise.
QString rssLink(const Element &element)
{
    for (const auto &child : element.children) {
        if (child->name == u"link" && !child->allText().isEmpty())
            return child->allText();
    }
    return {};
}

Article rssItem(const Element &item, const Channel &channel)
{
    Article article;
    setField(article, Field::Title, titleOf(item));
    setField(article, Field::Uri, childText(item, u"origLink")); // its address before FeedBurner counted
    setField(article, Field::Uri, resolved(rssLink(item), channel.base));
    const Element *guid = item.child(u"guid");
    if (guid != nullptr && guid->attribute(u"isPermaLink") != u"false" && guid->allText().startsWith(u"http"))
        setField(article, Field::Uri, guid->allText());
    setField(article, Field::Date, firstText(item, {u"pubDate", u"date", u"issued", u"published"}));
    setField(article, Field::Byline, authorName(firstText(item, {u"creator", u"author"})));
    setPublisher(article, firstText(item, {u"source", u"publisher"}), channel);
    setField(article, Field::Text, articleIn(spacedText(item, u"encoded", u"content")));
    useSummary(article, plain(firstText(item, {u"description", u"summary"})));
    return article;
}

QString atomText(const Element *element)
{
    if (element == nullptr)
        return {};
    return element->attribute(u"type") == u"xhtml" ? articleIn(element->markup())
                                                   : articleIn(element->allText());
}

QString atomLink(const Element &entry)
{
    for (const auto &child : entry.children) {
        const QString rel = child->attribute(u"rel");
        if (child->name == u"link" && (rel.isEmpty() || rel == u"alternate"))
            return child->attribute(u"href");
    }
    return {};
}

Article atomEntry(const Element &entry, const Channel &channel)
{
    Article article;
    setField(article, Field::Title, titleOf(entry));
    setField(article, Field::Uri, resolved(atomLink(entry), channel.base));
    if (const QString id = childText(entry, u"id"); isWebAddress(id))
        setField(article, Field::Uri, id);
    setField(article, Field::Date, firstText(entry, {u"published", u"issued", u"updated", u"modified"}));
    QStringList authors;
    for (const auto &child : entry.children) {
        if (child->name == u"author")
            authors << childText(*child, u"name");
    }
    setField(article, Field::Byline, authors.join(u'\n'));
    const Element *source = entry.child(u"source");
    setPublisher(article, source == nullptr ? QString() : childText(*source, u"title"), channel);
    setField(article, Field::Text, atomText(entry.child(u"content")));
    useSummary(article, atomText(entry.child(u"summary")));
    return article;
}

/// Addresses are told from "xml:base", else from where the feed was fetched, which whoever fetched it knows,
/// else from the site's own.
Channel channelOf(const Element &root, const Element &channel, const QString &uri)
{
    QString link = rssLink(channel);
    if (link.isEmpty())
        link = atomLink(channel);
    Channel about;
    about.base = root.attribute(u"base");
    if (about.base.isEmpty() && isWebAddress(link) && !isWebAddress(uri))
        about.base = link;
    about.title = html::siteCalled(titleOf(channel), QUrl(isWebAddress(link) ? link : about.base).host());
    return about;
}

} // namespace

int FeedReader::likeness(const Source &source) const
{
    const QString root = xml::rootName(source.bytes);
    return root == u"rss" || root == u"feed" || root == u"RDF" ? 95 : 0;
}

Result<void> FeedReader::read(const Source &source, const Sink &sink) const
{
    const Result<Decoded> document = xml::decoded(source.bytes, source.charset);
    if (!document)
        return std::unexpected(Problem{source.uri, document.error().what});
    const Result<std::unique_ptr<Element>> root = xml::parse(document->text);
    if (!root)
        return std::unexpected(Problem{source.uri, root.error().what});
    const bool atom = (*root)->name == u"feed";
    const Element *channel = (*root)->child(u"channel");
    const Channel about = channelOf(**root, channel == nullptr ? **root : *channel, source.uri);
    const QString language =
        channel == nullptr ? (*root)->attribute(u"lang") : childText(*channel, u"language");
    int number = 0;
    for (const Element *item : (*root)->findAll(atom ? u"entry" : u"item")) {
        Article article = atom ? atomEntry(*item, about) : rssItem(*item, about);
        const QString place = u"%1#%2"_s.arg(source.uri).arg(++number);
        setField(article, Field::Language, language);
        if (article.uri.isEmpty())
            article.uri = place;
        setEncoding(article, *document);
        if (article.text.trimmed().isEmpty())
            sink.problem({place, u"an item without a text"_s});
        else if (!sink.article(std::move(article)))
            return {};
    }
    return number > 0 ? Result<void>{} : std::unexpected(Problem{source.uri, u"a feed without items"_s});
}

} // namespace demarche::corpus
