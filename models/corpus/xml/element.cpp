#include "models/corpus/xml/element.h"

#include "models/corpus/html/tree.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::xml {

namespace {

constexpr qsizetype longestDocument = 256 * 1024 * 1024;
constexpr qsizetype probeLength = 8 * 1024;
constexpr int deepestElement = 200;

/// Feeds use HTML's entities without declaring them. The answer is read as XML again: an entity that is none
/// stays as it is written, and must not be asked for again.
class HtmlEntities : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &name) override
    {
        const QString text = html::plainText(u'&' + name + u';');
        return text.isEmpty() ? u" "_s : text.toHtmlEscaped(); // &nbsp; and its kin
    }
};

QByteArray declaredEncoding(QByteArrayView bytes)
{
    static const QRegularExpression pattern(u"^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9_.-]+)"_s);
    return pattern.match(QString::fromLatin1(bytes.first(std::min<qsizetype>(bytes.size(), 200))))
        .captured(1)
        .toLatin1();
}

/// What stands within a line, in NITF and XHTML: no space parts it from the words beside it.
bool isInline(const QString &name)
{
    static const QSet<QString> names{
        u"a"_s,         u"b"_s,           u"i"_s,           u"em"_s,       u"strong"_s, u"span"_s,
        u"q"_s,         u"sub"_s,         u"sup"_s,         u"person"_s,   u"org"_s,    u"location"_s,
        u"city"_s,      u"state"_s,       u"region"_s,      u"country"_s,  u"event"_s,  u"function"_s,
        u"chron"_s,     u"money"_s,       u"num"_s,         u"copyrite"_s, u"lang"_s,   u"virtloc"_s,
        u"pronounce"_s, u"sublocation"_s, u"object.title"_s};
    return names.contains(name);
}

void addText(const Element &element, QString &text)
{
    text += element.text;
    for (const auto &child : element.children) {
        const QString space = isInline(child->name) ? QString() : u" "_s;
        text += space;
        addText(*child, text);
        text += space + child->tail;
    }
}

void addMarkup(const Element &element, QString &markup)
{
    markup += element.text.toHtmlEscaped();
    for (const auto &child : element.children) {
        markup += u'<' + child->name + u'>';
        addMarkup(*child, markup);
        markup += u"</"_s + child->name + u'>' + child->tail.toHtmlEscaped();
    }
}

std::unique_ptr<Element> elementAt(const QXmlStreamReader &reader)
{
    auto element = std::make_unique<Element>();
    element->name = reader.name().toString();
    element->space = reader.namespaceUri().toString();
    for (const QXmlStreamAttribute &attribute : reader.attributes())
        element->attributes.insert(attribute.name().toString(), attribute.value().toString());
    return element;
}

} // namespace

const Element *Element::child(QStringView childName) const
{
    const auto found =
        std::ranges::find_if(children, [&](const auto &one) { return one->name == childName; });
    return found == children.end() ? nullptr : found->get();
}

const Element *Element::find(QStringView wanted) const
{
    if (name == wanted)
        return this;
    for (const auto &one : children) {
        if (const Element *found = one->find(wanted))
            return found;
    }
    return nullptr;
}

std::vector<const Element *> Element::findAll(QStringView wanted) const
{
    std::vector<const Element *> all;
    if (name == wanted)
        all.push_back(this);
    for (const auto &one : children)
        std::ranges::copy(one->findAll(wanted), std::back_inserter(all));
    return all;
}

QString Element::allText() const
{
    QString all;
    addText(*this, all);
    return all.simplified();
}

QString Element::markup() const
{
    QString all;
    addMarkup(*this, all);
    return all;
}

QString childText(const Element &element, QStringView name)
{
    const Element *found = element.child(name);
    return found == nullptr ? QString() : found->allText();
}

QString rootName(QByteArrayView bytes)
{
    const QString start = decode(bytes.first(std::min(bytes.size(), probeLength))).text;
    static const QRegularExpression pattern(
        u"\\A\\s*(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^>\\[]*(?:\\[.*?\\])?>\\s*)*<(?:[A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
    return pattern.match(start).captured(1);
}

Result<Decoded> decoded(QByteArrayView bytes, const Charset &charset)
{
    if (bytes.size() > longestDocument)
        return std::unexpected(Problem{{}, u"an XML text over 256 MB"_s});
    const Charset own = declaredEncoding(bytes);
    return decode(bytes, own.isEmpty() ? charset : charset.orDeclared(own));
}

Result<std::unique_ptr<Element>> parse(QByteArrayView bytes, const Charset &charset)
{
    const Result<Decoded> document = decoded(bytes, charset);
    return document ? parse(document->text) : std::unexpected(document.error());
}

Result<std::unique_ptr<Element>> parse(const QString &text)
{
    HtmlEntities entities;
    QXmlStreamReader reader(text);
    reader.setEntityResolver(&entities);
    std::unique_ptr<Element> root;
    std::vector<Element *> open;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            if (open.size() >= deepestElement) {
                reader.skipCurrentElement();
                break;
            }
            std::unique_ptr<Element> element = elementAt(reader);
            Element *raw = element.get();
            if (open.empty() && !root)
                root = std::move(element);
            else if (!open.empty())
                open.back()->children.push_back(std::move(element));
            open.push_back(raw);
            break;
        }
        case QXmlStreamReader::EndElement:
            if (!open.empty())
                open.pop_back();
            break;
        case QXmlStreamReader::Characters:
        case QXmlStreamReader::EntityReference:
            if (!open.empty()) {
                Element &holder = *open.back();
                (holder.children.empty() ? holder.text : holder.children.back()->tail) += reader.text();
            }
            break;
        default:
            break;
        }
    }
    if (!root)
        return std::unexpected(Problem{{}, u"not XML: "_s + reader.errorString().simplified()});
    return root;
}

} // namespace demarche::corpus::xml
