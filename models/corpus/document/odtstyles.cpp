#include "models/corpus/document/odtstyles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

namespace {

constexpr int longestLine = 12; ///< of styles that follow each other
constexpr qsizetype mostStyles = 50'000;

/// "Text_20_body" as "Text body".
QString shownName(const QXmlStreamAttributes &attributes)
{
    const QStringView shown = attribute(attributes, u"display-name");
    return shown.isEmpty() ? attribute(attributes, u"name").toString().replace("_20_"_L1, " "_L1)
                           : shown.toString();
}

/// A name that the program made up: "P1", "T12".
bool isAutomatic(QStringView name)
{
    return name.size() > 1 && name.front().isUpper() &&
           std::ranges::all_of(name.sliced(1), [](QChar c) { return c.isDigit(); });
}

bool isBold(QStringView weight)
{
    return weight == u"bold" || weight.toInt() >= 600;
}

class Styles : public XmlWalk
{
public:
    explicit Styles(OdtStyles &styles)
        : m_styles(styles)
    {
    }

protected:
    bool begin(QStringView name, const QXmlStreamAttributes &attributes) override
    {
        m_styles.begin(name, attributes);
        return true;
    }
    void end(QStringView name) override { m_styles.end(name); }
    void text(QStringView) override {}
    [[nodiscard]] bool isOwn(QStringView) const override { return true; }

private:
    OdtStyles &m_styles;
};

} // namespace

void OdtStyles::begin(QStringView element, const QXmlStreamAttributes &attributes)
{
    if (element == u"style") {
        m_current = attribute(attributes, u"name").toString();
        if (m_current.isEmpty() || m_styles.size() >= mostStyles)
            return m_current.clear();
        OdtStyle &style = m_styles[m_current];
        style.name = isAutomatic(m_current) ? QString() : shownName(attributes);
        style.parent = attribute(attributes, u"parent-style-name").toString();
        style.heading = std::clamp(attribute(attributes, u"default-outline-level").toInt(), 0, 9);
        style.pageBreak = !attribute(attributes, u"master-page-name").isEmpty();
        return;
    }
    if (m_current.isEmpty())
        return;
    OdtStyle &style = m_styles[m_current];
    if (element == u"paragraph-properties") {
        const QStringView before = attribute(attributes, u"break-before");
        style.pageBreak = style.pageBreak || before == u"page";
    } else if (element == u"text-properties") {
        const QStringView weight = attribute(attributes, u"font-weight");
        style.saysBold = !weight.isEmpty();
        style.bold = isBold(weight);
        style.hidden = attribute(attributes, u"display") == u"none";
    }
}

void OdtStyles::end(QStringView element)
{
    if (element == u"style")
        m_current.clear();
}

const OdtStyle &OdtStyles::style(const QString &name)
{
    auto known = m_completed.find(name);
    if (known == m_completed.end())
        known = m_completed.insert(name, completed(name));
    return *known;
}

OdtStyle OdtStyles::completed(const QString &name) const
{
    OdtStyle style = m_styles.value(name);
    QString next = style.parent;
    for (int i = 0; i < longestLine && !next.isEmpty(); ++i) {
        const OdtStyle followed = m_styles.value(next);
        if (!style.saysBold && followed.saysBold)
            style.saysBold = true, style.bold = followed.bold;
        if (style.heading == 0)
            style.heading = followed.heading;
        if (style.name.isEmpty())
            style.name = followed.name;
        next = followed.parent;
    }
    if (const int named = headingOf(style.name); named > 0)
        style.heading = named;
    return style;
}

void readOdtStyles(const QByteArray &part, OdtStyles &styles)
{
    Styles(styles).walk(part);
}

} // namespace demarche::corpus::document
