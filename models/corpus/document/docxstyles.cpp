#include "models/corpus/document/docxstyles.h"

#include "models/corpus/document/xmlwalk.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

namespace {

constexpr int longestLine = 12; ///< of styles that follow each other
constexpr qsizetype mostStyles = 20'000;

class Styles : public XmlWalk
{
public:
    QHash<QString, DocxStyle> styles;

protected:
    bool begin(QStringView name, const QXmlStreamAttributes &attributes) override
    {
        const QStringView value = attribute(attributes, u"val");
        if (name == u"style") {
            m_id = attribute(attributes, u"styleId").toString();
            return styles.size() < mostStyles;
        }
        if (m_id.isEmpty())
            return true;
        if (name == u"name")
            styles[m_id].name = value.toString();
        else if (name == u"basedOn")
            styles[m_id].basedOn = value.toString();
        else if (name == u"b")
            styles[m_id].saysBold = true, styles[m_id].bold = isOn(value);
        else if (name == u"vanish")
            styles[m_id].hidden = isOn(value);
        else if (name == u"outlineLvl" && value.toInt() < 9)
            styles[m_id].heading = value.toInt() + 1;
        return true;
    }

    void end(QStringView name) override
    {
        if (name == u"style")
            m_id.clear();
    }

    void text(QStringView) override {}
    [[nodiscard]] bool isOwn(QStringView space) const override { return space.contains(wordSpace); }

private:
    QString m_id;
};

/// A style with what it has from those that it follows.
DocxStyle completed(const QHash<QString, DocxStyle> &styles, DocxStyle style)
{
    QString next = style.basedOn;
    for (int i = 0; i < longestLine && !next.isEmpty(); ++i) {
        const DocxStyle followed = styles.value(next);
        if (!style.saysBold && followed.saysBold)
            style.saysBold = true, style.bold = followed.bold;
        if (style.heading == 0)
            style.heading = followed.heading;
        next = followed.basedOn;
    }
    if (const int named = headingOf(style.name); named > 0)
        style.heading = named;
    return style;
}

} // namespace

bool isOn(QStringView value)
{
    return value != u"0" && value != u"false" && value != u"off";
}

QHash<QString, DocxStyle> readDocxStyles(const QByteArray &part)
{
    Styles read;
    read.walk(part);
    QHash<QString, DocxStyle> all;
    for (const auto &[id, style] : read.styles.asKeyValueRange())
        all.insert(id, completed(read.styles, style));
    return all;
}

} // namespace demarche::corpus::document
