#pragma once

#include "models/corpus/document/builder.h"
#include "models/corpus/document/rtfcodepages.h"
#include "models/corpus/document/rtfwords.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace demarche::corpus::document {

/// What an RTF group inherits from the one around it, and its end takes back.
struct RtfGroup
{
    RtfDestination destination = RtfDestination::Body;
    RtfDestination outside = RtfDestination::Body; ///< that of the group in which a fallback for ANSI stands
    bool bold = false;
    bool hidden = false;
    bool deleted = false;
    bool inTable = false;
    int skip = 1; ///< characters after a Unicode one that stand for it
    int font = -1;
    int style = 0;
    int heading = 0;      ///< by the outline's level
    qsizetype field = -1; ///< the innermost one's number
    QString link;
};

/// The groups, tables of fonts and styles, properties and text of an RTF document that is being read.
class RtfState
{
public:
    RtfState()
        : m_groups(1)
    {
    }

    [[nodiscard]] RtfGroup &group() { return m_groups.back(); }
    void beginGroup();
    /// False where the document's outermost group ended: what follows is no part of it.
    [[nodiscard]] bool endGroup();
    /// Where this group's text goes; inside what is left out, all is left out.
    void begin(RtfDestination destination);
    void beginField();
    void beginFieldResult();

    /// Bytes in the code page of the font.
    void bytes(QByteArrayView text);
    void character(char32_t character);
    /// The bytes so far are complete: what follows looks different, or is no byte.
    void flush();

    void paragraph();
    void page();
    void cell();
    void row();

    void setCodePage(int codePage) { m_codePage = codePage; }
    void setFontCharset(int charset);
    void setFontCodePage(int codePage);
    void setYear(int year) { m_year = year; }
    void setMonth(int month) { m_month = month; }
    void setDay(int day) { m_day = day; }
    void beginOnNewPage();

    /// True where no more shall be read.
    [[nodiscard]] bool isOver() const { return m_isTooDeep || m_builder.isFull(); }
    [[nodiscard]] Document take();

private:
    struct Font
    {
        int codePage = 0; ///< 0: the document's
        bool isSymbols = false;
    };

    void end(RtfDestination destination);
    void put(const QString &text);
    void defineStyle();
    void endParagraph();
    void enterCell();

    Document m_document;
    Builder m_builder;
    std::vector<RtfGroup> m_groups;
    CodePages m_codePages;
    QHash<int, Font> m_fonts;
    QHash<int, QString> m_styles;
    QStringList m_fields; ///< their instructions
    QString m_collected;  ///< of the property, style, instruction or name that is being read
    QByteArray m_pending; ///< bytes of text not yet decoded
    int m_codePage = 1252;
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
    int m_footnotes = 0;
    bool m_inRow = false;
    bool m_inCell = false;
    bool m_isTooDeep = false;
};

} // namespace demarche::corpus::document
