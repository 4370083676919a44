#include "models/corpus/document/xmlwalk.h"

#include "models/corpus/metadate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

namespace {

constexpr int deepestElement = 1000;

/// Title, creator, language and day, by the elements of Dublin Core and OpenDocument's meta.
class Properties : public XmlWalk
{
public:
    explicit Properties(Document &document)
        : m_document(document)
    {
    }

protected:
    bool begin(QStringView, const QXmlStreamAttributes &) override
    {
        m_text.clear();
        return true;
    }

    void end(QStringView name) override
    {
        const QString value = m_text.simplified();
        m_text.clear();
        if (value.isEmpty())
            return;
        if (name == u"title")
            m_document.title = value;
        else if (name == u"language")
            m_document.language = value;
        else if (name == u"created" || name == u"creation-date")
            m_document.created = metadataDate(value);
        else if (name == u"initial-creator" || (name == u"creator" && m_document.authors.isEmpty()))
            m_document.authors = value.split(u';', Qt::SkipEmptyParts);
    }

    void text(QStringView words) override { m_text += words; }
    [[nodiscard]] bool isOwn(QStringView) const override { return true; }

private:
    Document &m_document;
    QString m_text;
};

} // namespace

QString XmlWalk::walk(const QByteArray &part)
{
    QXmlStreamReader reader(part);
    int depth = 0;
    while (!reader.atEnd() && !isOver()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            return u"it declares a document type"_s;
        case QXmlStreamReader::StartElement:
            if (++depth > deepestElement)
                return u"it is nested beyond reason"_s;
            if (isOwn(reader.namespaceUri()) && !begin(reader.name(), reader.attributes())) {
                reader.skipCurrentElement();
                --depth;
            }
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            if (isOwn(reader.namespaceUri()))
                end(reader.name());
            break;
        case QXmlStreamReader::Characters:
            text(reader.text());
            break;
        default:
            break;
        }
    }
    return reader.hasError() ? u"it is damaged"_s : QString();
}

QStringView attribute(const QXmlStreamAttributes &attributes, QStringView name)
{
    const auto found =
        std::ranges::find_if(attributes, [name](const auto &one) { return one.name() == name; });
    return found == attributes.end() ? QStringView() : found->value();
}

void readProperties(const QByteArray &part, Document &document)
{
    Properties(document).walk(part);
}

} // namespace demarche::corpus::document
