#include "models/corpus/readers/newsxml.h"

#include "models/corpus/fields.h"
#include "models/corpus/html/tree.h"
#include "models/corpus/provenance.h"
#include "models/corpus/xml/element.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

using xml::childText;
using xml::Element;

QString textOf(const Element *element)
{
    return element == nullptr ? QString() : element->allText();
}

/// "20240305T101500Z": IPTC's short form of a time.
QString isoDate(const QString &value)
{
    const bool packed = value.size() >= 8 && value.at(4).isDigit();
    return packed ? value.left(4) + u'-' + value.mid(4, 2) + u'-' + value.mid(6, 2) : value;
}

/// Paragraphs and cross-headings of a NITF or XHTML body.
QString paragraphsOf(const Element &body)
{
    QStringList paragraphs;
    const auto collect = [&paragraphs](const auto &self, const Element &element) -> void {
        static const QStringList whole{u"p"_s, u"hl2"_s, u"h2"_s, u"h3"_s, u"li"_s};
        static const QStringList left{u"media"_s, u"table"_s, u"head"_s, u"body.head"_s, u"body.end"_s};
        for (const auto &child : element.children) {
            if (whole.contains(child->name)) {
                if (QString text = child->allText(); !text.isEmpty())
                    paragraphs << text;
            } else if (!left.contains(child->name)) {
                self(self, *child);
            }
        }
    };
    collect(collect, body);
    return paragraphs.isEmpty() ? body.allText() : paragraphs.join(u"\n\n"_s);
}

void readNitf(const Element &nitf, Article &article)
{
    const Element *head = nitf.find(u"body.head");
    setField(article, Field::Title, textOf(nitf.find(u"hl1")));
    setField(article, Field::Title, textOf(nitf.find(u"title")));
    if (head != nullptr) {
        for (const Element *byline : head->findAll(u"byline")) {
            const Element *person = byline->find(u"person");
            setField(article, Field::Byline, person == nullptr ? byline->allText() : person->allText());
        }
        setField(article, Field::Publisher, textOf(head->find(u"distributor")));
    }
    if (const Element *publication = nitf.find(u"pubdata")) {
        setField(article, Field::Publisher, publication->attribute(u"name"));
        setField(article, Field::Date, isoDate(publication->attribute(u"date.publication")));
    }
    for (const QStringView name : {u"date.issue", u"date.release", u"story.date"}) {
        if (const Element *date = nitf.find(name))
            setField(article, Field::Date, isoDate(date->attribute(u"norm")));
    }
    if (const Element *copyright = nitf.find(u"doc.copyright"))
        setField(article, Field::Publisher, copyright->attribute(u"holder"));
    const Element *content = nitf.find(u"body.content");
    if (content == nullptr)
        content = nitf.find(u"body");
    if (content != nullptr)
        setField(article, Field::Text, paragraphsOf(*content));
}

void readNewsItem(const Element &item, Article &article)
{
    if (const Element *meta = item.find(u"contentMeta")) {
        setField(article, Field::Title, childText(*meta, u"headline"));
        setField(article, Field::Byline, childText(*meta, u"by"));
        setField(article, Field::Publisher, childText(*meta, u"creditline"));
        setField(article, Field::Date, childText(*meta, u"contentCreated"));
        if (const Element *language = meta->child(u"language"))
            setField(article, Field::Language, language->attribute(u"tag"));
    }
    if (const Element *meta = item.find(u"itemMeta")) {
        article.published = {};
        setField(article, Field::Date, isoDate(childText(*meta, u"firstCreated")));
        setField(article, Field::Date, isoDate(childText(*meta, u"versionCreated")));
        setField(article, Field::Title, childText(*meta, u"title"));
        if (const Element *provider = meta->child(u"provider")) {
            setField(article, Field::Publisher, childText(*provider, u"name"));
            setField(article, Field::Publisher, provider->attribute(u"literal"));
        }
    }
    if (const Element *holder = item.find(u"copyrightHolder"))
        setField(article, Field::Publisher, childText(*holder, u"name"));
    const Element *inlineXml = item.find(u"inlineXML");
    if (inlineXml != nullptr && inlineXml->find(u"nitf") != nullptr)
        readNitf(*inlineXml->find(u"nitf"), article);
    else if (inlineXml != nullptr)
        setField(article, Field::Text, html::plainText(inlineXml->markup()));
    if (const Element *data = item.find(u"inlineData"))
        setField(article, Field::Text, data->text.trimmed());
}

} // namespace

int NewsXmlReader::likeness(const Source &source) const
{
    const QString root = xml::rootName(source.bytes);
    return root == u"nitf" || root == u"newsItem" || root == u"newsMessage" || root == u"packageItem" ? 95
                                                                                                      : 0;
}

Result<void> NewsXmlReader::read(const Source &source, const Sink &sink) const
{
    const Result<Decoded> document = xml::decoded(source.bytes, source.charset);
    if (!document)
        return std::unexpected(Problem{source.uri, document.error().what});
    const Result<std::unique_ptr<Element>> root = xml::parse(document->text);
    if (!root)
        return std::unexpected(Problem{source.uri, root.error().what});
    const bool nitf = (*root)->name == u"nitf";
    const std::vector<const Element *> items = (*root)->findAll(nitf ? u"nitf" : u"newsItem");
    int number = 0;
    int given = 0;
    for (const Element *item : items) {
        ++number;
        Article article;
        if (nitf)
            readNitf(*item, article);
        else
            readNewsItem(*item, article);
        article.uri = items.size() == 1 ? source.uri : u"%1#%2"_s.arg(source.uri).arg(number);
        setEncoding(article, *document);
        if (article.text.trimmed().isEmpty()) // pictures and packages are news items too
            continue;
        ++given;
        if (!sink.article(std::move(article)))
            return {};
    }
    return given > 0 ? Result<void>{}
                     : std::unexpected(Problem{source.uri, u"holds no news item with a text"_s});
}

} // namespace demarche::corpus
