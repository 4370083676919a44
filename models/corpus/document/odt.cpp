#include "models/corpus/document/odtstyles.h"
#include "models/corpus/document/package.h"
#include "models/corpus/xml/element.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

namespace {

constexpr qsizetype largestFlat = 64 * 1024 * 1024;
constexpr qsizetype probeLength = 4096;

/// Elements that hold nothing of the text as it stands now.
bool isPassedOver(QStringView name)
{
    static const QSet<QString> names{u"tracked-changes"_s,
                                     u"annotation"_s,
                                     u"annotation-end"_s,
                                     u"forms"_s,
                                     u"scripts"_s,
                                     u"frame"_s,
                                     u"custom-shape"_s,
                                     u"text-box"_s,
                                     u"table-of-content"_s,
                                     u"bibliography"_s,
                                     u"font-face-decls"_s,
                                     u"settings"_s,
                                     u"sequence-decls"_s,
                                     u"variable-decls"_s,
                                     u"ruby-text"_s,
                                     u"master-styles"_s,
                                     u"alphabetical-index"_s,
                                     u"meta"_s};
    return names.contains(name.toString());
}

/// Reads content.xml, or the whole of a flat document.
class Body : public XmlWalk
{
public:
    explicit Body(OdtStyles &styles)
        : m_styles(styles)
    {
    }

    [[nodiscard]] bool isText() const { return m_isText; }
    [[nodiscard]] int notes() const { return m_notes; }
    [[nodiscard]] std::vector<Paragraph> take() { return m_builder.take(); }
    [[nodiscard]] bool isOver() const override { return m_builder.isFull(); }

protected:
    bool begin(QStringView name, const QXmlStreamAttributes &attributes) override
    {
        if (!m_inBody) {
            m_styles.begin(name, attributes);
            m_inBody = name == u"body";
            return !isPassedOver(name);
        }
        if (isPassedOver(name))
            return false;
        if (name == u"note") {
            ++m_notes;
            return false;
        }
        return paragraphElement(name, attributes) || inlineElement(name, attributes) || table(name);
    }

    void end(QStringView name) override
    {
        if (!m_inBody)
            return m_styles.end(name);
        if (name == u"p" || name == u"h") {
            m_builder.endParagraph();
            m_inParagraph = false;
        } else if (name == u"span" && m_looks.size() > 1) {
            m_looks.pop_back();
        } else if (name == u"a") {
            m_link.clear();
        } else if (name == u"table") {
            m_builder.endTable();
        }
    }

    /// White space in the file is one space.
    void text(QStringView words) override
    {
        if (!m_inParagraph || m_looks.back().hidden)
            return;
        QString collapsed;
        for (const QChar c : words) {
            if (!c.isSpace() || c == QChar::Nbsp)
                collapsed += c;
            else if (collapsed.isEmpty() || collapsed.back() != u' ')
                collapsed += u' ';
        }
        put(collapsed);
    }

    [[nodiscard]] bool isOwn(QStringView space) const override
    {
        return space.contains(u"opendocument") || space.contains(u"openoffice");
    }

private:
    struct Looks
    {
        bool bold = false;
        bool hidden = false;
    };

    void put(QStringView words) { m_builder.add(words, m_looks.back().bold, m_link); }

    bool paragraphElement(QStringView name, const QXmlStreamAttributes &attributes)
    {
        if (name == u"text")
            m_isText = true;
        if (name != u"p" && name != u"h")
            return false;
        const OdtStyle &style = m_styles.style(attribute(attributes, u"style-name").toString());
        Paragraph &now = m_builder.current();
        now.style = style.name;
        now.heading =
            name == u"h" ? std::clamp(attribute(attributes, u"outline-level").toInt(), 1, 9) : style.heading;
        now.pageBreak = now.pageBreak || style.pageBreak;
        m_looks = {{style.bold, style.hidden}};
        m_link.clear();
        m_inParagraph = true;
        return true;
    }

    bool inlineElement(QStringView name, const QXmlStreamAttributes &attributes)
    {
        if (name == u"span") {
            const OdtStyle &style = m_styles.style(attribute(attributes, u"style-name").toString());
            const Looks around = m_looks.back();
            m_looks.push_back({style.saysBold ? style.bold : around.bold, style.hidden || around.hidden});
        } else if (name == u"a") {
            const QString target = attribute(attributes, u"href").toString();
            m_link = target.startsWith(u'#') ? QString() : target;
        } else if (name == u"tab") {
            put(u"\t");
        } else if (name == u"line-break") {
            put(u"\n");
        } else if (name == u"s") {
            put(u" ");
        } else if (name == u"bookmark" || name == u"bookmark-start") {
            m_builder.current().bookmarks << attribute(attributes, u"name").toString();
        } else {
            return false;
        }
        return true;
    }

    bool table(QStringView name)
    {
        if (name == u"table")
            m_builder.beginTable();
        else if (name == u"table-row")
            m_builder.beginRow();
        else if (name == u"table-cell" || name == u"covered-table-cell")
            m_builder.beginCell();
        return true;
    }

    OdtStyles &m_styles;
    Builder m_builder;
    std::vector<Looks> m_looks{{}};
    QString m_link;
    int m_notes = 0;
    bool m_inBody = false;
    bool m_isText = false;
    bool m_inParagraph = false;
};

bool isFlat(QByteArrayView bytes)
{
    return bytes.first(std::min(bytes.size(), probeLength))
               .contains("application/vnd.oasis.opendocument.text") &&
           xml::rootName(bytes) == u"document";
}

Result<Document> readContent(const QByteArray &content, OdtStyles &styles, Document document)
{
    Body body(styles);
    const QString fault = body.walk(content);
    document.paragraphs = body.take();
    if (document.paragraphs.empty() && !fault.isEmpty())
        return std::unexpected(Problem{{}, u"an OpenDocument text that cannot be read: "_s + fault});
    if (!body.isText())
        return std::unexpected(Problem{{}, u"an OpenDocument file that is no text"_s});
    if (body.isOver())
        document.warnings << u"too long; the rest was left out"_s;
    else if (!fault.isEmpty())
        document.warnings << u"the text breaks off: "_s + fault;
    if (body.notes() > 0)
        document.warnings << u"footnotes were left out (%1)"_s.arg(body.notes());
    return document;
}

} // namespace

bool isOdt(QByteArrayView bytes)
{
    const QStringList members = memberNames(bytes);
    const bool isZipped = members.contains("content.xml"_L1) &&
                          (members.front() == "mimetype"_L1 || members.contains("META-INF/manifest.xml"_L1));
    return isZipped || isFlat(bytes);
}

Result<Document> readOdt(QByteArrayView bytes)
{
    OdtStyles styles;
    Document document;
    if (!bytes.startsWith("PK")) {
        if (bytes.size() > largestFlat)
            return std::unexpected(Problem{{}, u"an OpenDocument text over 64 MB"_s});
        const QByteArray content = QByteArray::fromRawData(bytes.data(), bytes.size());
        readProperties(content.first(std::max<qsizetype>(0, content.indexOf("</office:meta>"))), document);
        return readContent(content, styles, std::move(document));
    }
    const auto parts = unpackParts(bytes);
    if (!parts)
        return std::unexpected(parts.error());
    if (parts->value(u"META-INF/manifest.xml"_s).contains("encryption-data"))
        return std::unexpected(Problem{{}, u"protected by a password"_s});
    if (!parts->contains(u"content.xml"_s))
        return std::unexpected(Problem{{}, u"an OpenDocument text that is damaged: its text is missing"_s});
    readOdtStyles(parts->value(u"styles.xml"_s), styles);
    readProperties(parts->value(u"meta.xml"_s), document);
    return readContent(parts->value(u"content.xml"_s), styles, std::move(document));
}

} // namespace demarche::corpus::document
