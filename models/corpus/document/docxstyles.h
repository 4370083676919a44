#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace demarche::corpus::document {

/// What a style of a DOCX document says of the paragraphs and runs that bear it.
struct DocxStyle
{
    QString name;
    QString basedOn; ///< the id of the style that it follows
    int heading = 0;
    bool bold = false;
    bool saysBold = false; ///< itself, whatever the style it follows says
    bool hidden = false;
};

/// The styles of word/styles.xml by id, each with what it has from those that it follows.
[[nodiscard]] QHash<QString, DocxStyle> readDocxStyles(const QByteArray &part);

/// The value of an on-off property (w:val): true where it says nothing.
[[nodiscard]] bool isOn(QStringView value);

inline constexpr QStringView wordSpace =
    u"wordprocessingml"; ///< part of the namespace's address, 2006 and Strict

} // namespace demarche::corpus::document
