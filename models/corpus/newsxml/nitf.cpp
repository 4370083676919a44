#include "models/corpus/newsxml/nitf.h"

#include "models/corpus/fields.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus::newsxml {

namespace {

using xml::Element;

/// Paragraphs and cross-headings of a body.
QString paragraphsOf(const Element &body)
{
    QStringList paragraphs;
    const auto collect = [&paragraphs](const auto &self, const Element &element) -> void {
        static const QStringList whole{u"p"_s, u"hl2"_s, u"h2"_s, u"h3"_s, u"li"_s};
        static const QStringList left{u"media"_s,    u"table"_s, u"head"_s,     u"body.head"_s,
                                      u"body.end"_s, u"note"_s,  u"block.end"_s};
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

/// The element itself where the child is missing.
const Element &childOr(const Element &element, QStringView name)
{
    const Element *child = element.child(name);
    return child == nullptr ? element : *child;
}

void readHead(const Element &head, Article &article)
{
    QStringList writers;
    for (const Element *byline : head.findAll(u"byline")) {
        const std::vector<const Element *> people = byline->findAll(u"person");
        for (const Element *person : people)
            writers << person->allText();
        if (people.empty())
            writers << byline->allText();
    }
    setField(article, Field::Byline, writers.join(u'\n'));
}

/// Where it was printed comes before who sent it.
void readPublication(const Element &nitf, Article &article)
{
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
    setField(article, Field::Publisher, textOf(nitf.find(u"distributor")));
}

} // namespace

QString isoDate(const QString &value)
{
    const bool packed = value.size() >= 8 && value.at(4).isDigit();
    return packed ? value.left(4) + u'-' + value.mid(4, 2) + u'-' + value.mid(6, 2) : value;
}

QString textOf(const Element *element)
{
    return element == nullptr ? QString() : element->allText();
}

void readNitf(const Element &nitf, Article &article)
{
    setField(article, Field::Title, textOf(nitf.find(u"hl1")));
    setField(article, Field::Title, textOf(nitf.find(u"title")));
    if (const Element *head = nitf.find(u"body.head"))
        readHead(*head, article);
    readPublication(nitf, article);
    const Element *content =
        childOr(nitf, u"body").child(u"body.content"); // an editor's note may have its own
    if (content == nullptr)
        content = nitf.find(u"body.content");
    setField(article, Field::Text, paragraphsOf(content == nullptr ? childOr(nitf, u"body") : *content));
}

} // namespace demarche::corpus::newsxml
