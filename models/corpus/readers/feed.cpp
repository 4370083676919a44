#include "models/corpus/readers/feed.h"

#include "models/corpus/fields.h"
#include "models/corpus/html/tree.h"
#include "models/corpus/provenance.h"
#include "models/corpus/xml/element.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

using xml::childText;
using xml::Element;

QString plain(const QString &text)
{
    return html::looksLikeMarkup(text) || text.contains(u'&') ? html::plainText(text) : text.simplified();
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

Article rssItem(const Element &item, const QString &feedTitle)
{
    Article article;
    setField(article, Field::Title, titleOf(item));
    setField(article, Field::Uri, childText(item, u"link"));
    const Element *guid = item.child(u"guid");
    if (guid != nullptr && guid->attribute(u"isPermaLink") != u"false" && guid->allText().startsWith(u"http"))
        setField(article, Field::Uri, guid->allText());
    setField(article, Field::Date, firstText(item, {u"pubDate", u"date", u"issued", u"published"}));
    setField(article, Field::Byline, authorName(firstText(item, {u"creator", u"author"})));
    setField(article, Field::Publisher, firstText(item, {u"source", u"publisher"}));
    setField(article, Field::Publisher, feedTitle);
    setField(article, Field::Text, plain(spacedText(item, u"encoded", u"content")));
    useSummary(article, plain(firstText(item, {u"description", u"summary"})));
    return article;
}

QString atomText(const Element *element)
{
    if (element == nullptr)
        return {};
    return element->attribute(u"type") == u"xhtml" ? html::plainText(element->markup())
                                                   : plain(element->allText());
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

Article atomEntry(const Element &entry, const QString &feedTitle)
{
    Article article;
    setField(article, Field::Title, titleOf(entry));
    setField(article, Field::Uri, atomLink(entry));
    setField(article, Field::Date, firstText(entry, {u"published", u"issued", u"updated", u"modified"}));
    QStringList authors;
    for (const auto &child : entry.children) {
        if (child->name == u"author")
            authors << childText(*child, u"name");
    }
    setField(article, Field::Byline, authors.join(u'\n'));
    const Element *source = entry.child(u"source");
    setField(article, Field::Publisher, source == nullptr ? feedTitle : childText(*source, u"title"));
    setField(article, Field::Text, atomText(entry.child(u"content")));
    useSummary(article, atomText(entry.child(u"summary")));
    return article;
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
    const QString feedTitle = titleOf(channel == nullptr ? **root : *channel);
    const QString language =
        channel == nullptr ? (*root)->attribute(u"lang") : childText(*channel, u"language");
    int number = 0;
    for (const Element *item : (*root)->findAll(atom ? u"entry" : u"item")) {
        Article article = atom ? atomEntry(*item, feedTitle) : rssItem(*item, feedTitle);
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
