#pragma once

#include "models/corpus/document/xmlwalk.h"

#include <QHash>

namespace demarche::corpus::document {

/// What a style of an OpenDocument text says of what bears it.
struct OdtStyle
{
    QString name;   ///< as shown to people; empty for automatic styles, which nobody named
    QString parent; ///< the name of the style that it follows
    int heading = 0;
    bool bold = false;
    bool saysBold = false;
    bool hidden = false;
    bool pageBreak = false;
};

/// Collects styles by their names, out of styles.xml and the automatic ones of content.xml.
class OdtStyles
{
public:
    /// At any element's begin and end; those that are no style's are none of its business.
    void begin(QStringView element, const QXmlStreamAttributes &attributes);
    void end(QStringView element);

    /// A style with what it has from those that it follows.
    [[nodiscard]] const OdtStyle &style(const QString &name);

private:
    [[nodiscard]] OdtStyle completed(const QString &name) const;

    QHash<QString, OdtStyle> m_styles;
    QHash<QString, OdtStyle> m_completed;
    QString m_current;
};

/// Reads the styles of styles.xml.
void readOdtStyles(const QByteArray &part, OdtStyles &styles);

} // namespace demarche::corpus::document
