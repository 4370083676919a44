#pragma once

#include <QByteArrayView>

namespace demarche::corpus::document {

/// Where the text of an RTF group goes.
enum class RtfDestination : unsigned char {
    Body,
    Nowhere,
    Fonts,
    Styles,
    Info,
    Title,
    Author,
    Created,
    Instruction,
    Bookmark,
    Footnote
};

/// What a control word does to a document's text.
enum class RtfWord : unsigned char {
    Unknown,
    Destination, ///< begins the destination of its value
    Property,    ///< the same, inside \info only
    Field,
    FieldResult,
    AnsiFallback,
    UnicodeText,
    Character, ///< stands for the character of its value
    Unicode,
    UnicodeSkip,
    Paragraph,
    Page,
    Plain,
    Bold,
    Hidden,
    Deleted,
    Font,
    ParagraphDefaults,
    Style,
    CharacterStyle,
    OutlineLevel,
    PageBreakBefore,
    InTable,
    Row,
    Cell,
    CodePage, ///< of the document: its value, or its parameter where that is 0
    Charset,
    FontCodePage,
    Year,
    Month,
    Day
};

struct RtfMeaning
{
    RtfWord word = RtfWord::Unknown;
    int value = 0;
};

/// The meaning of a control word; Unknown for the many that say nothing of the text.
[[nodiscard]] RtfMeaning rtfMeaning(QByteArrayView name);

} // namespace demarche::corpus::document
