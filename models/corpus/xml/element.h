#pragma once

#include "models/corpus/encoding.h"
#include "models/text/result.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

/// XML of feeds and news formats as a small tree, read with limits: no DTD is loaded, no entity of a
/// document's own is expanded without bound, nothing is fetched.
namespace demarche::corpus::xml {

struct Element
{
    QString name;                       ///< local, without namespace prefix
    QString space;                      ///< namespace address
    QHash<QString, QString> attributes; ///< by local name
    QString text;                       ///< directly inside, before the first child
    std::vector<std::unique_ptr<Element>> children;
    QString tail; ///< after it, inside its parent

    /// The first child of that name; null where there is none.
    [[nodiscard]] const Element *child(QStringView childName) const;
    /// The first element at any depth, itself included, in document order; null where there is none.
    [[nodiscard]] const Element *find(QStringView wanted) const;
    [[nodiscard]] std::vector<const Element *> findAll(QStringView wanted) const;
    /// All text below, white space collapsed.
    [[nodiscard]] QString allText() const;
    [[nodiscard]] QString attribute(QStringView attributeName) const
    {
        return attributes.value(attributeName.toString());
    }
    /// Its content as HTML: what XHTML inside a feed is.
    [[nodiscard]] QString markup() const;
};

/// All text of the first child of that name; empty where there is none.
[[nodiscard]] QString childText(const Element &element, QStringView name);

/// The local name of a document's root element, by its first bytes; empty for what is no XML.
[[nodiscard]] QString rootName(QByteArrayView bytes);

/// What could be read up to the first fault; a Problem where that is not even a root element.
[[nodiscard]] Result<std::unique_ptr<Element>> parse(QByteArrayView bytes, const Charset &charset = {});
[[nodiscard]] Result<std::unique_ptr<Element>> parse(const QString &text);

/// In the encoding that the analyst chose, else the one that the document declares, else the one that was
/// declared beside it. A Problem where it is too
/// long for a tree.
[[nodiscard]] Result<Decoded> decoded(QByteArrayView bytes, const Charset &charset = {});

} // namespace demarche::corpus::xml
