#pragma once

#include "models/corpus/document/builder.h"

#include <QXmlStreamReader>

namespace demarche::corpus::document {

/// Reads a part of a word processor's XML element by element, with limits: nothing that declares a document
/// type, hence no entities, and no nesting beyond reason. The formats say what elements mean.
class XmlWalk
{
public:
    virtual ~XmlWalk() = default;

    /// Reads to the end or to the first fault; what that is, as the end of a sentence, or empty.
    QString walk(const QByteArray &part);

protected:
    /// At an element's begin; it is passed over with all that lies in it where this gives false.
    virtual bool begin(QStringView name, const QXmlStreamAttributes &attributes) = 0;
    virtual void end(QStringView name) = 0;
    virtual void text(QStringView words) = 0;
    /// True where no more shall be read.
    [[nodiscard]] virtual bool isOver() const { return false; }
    /// True for elements of the format's own vocabulary; others are passed through, their texts left out.
    [[nodiscard]] virtual bool isOwn(QStringView space) const = 0;
};

/// The attribute of that local name, whatever its prefix; empty where there is none.
[[nodiscard]] QStringView attribute(const QXmlStreamAttributes &attributes, QStringView name);

/// A part with the properties that both formats share: Dublin Core's title, creator, language, and the day of
/// creation.
void readProperties(const QByteArray &part, Document &document);

} // namespace demarche::corpus::document
