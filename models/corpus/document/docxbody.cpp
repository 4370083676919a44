#include "models/corpus/document/docxbody.h"

#include "models/corpus/document/xmlwalk.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

namespace {

/// Elements that hold nothing of the text as it stands now.
bool isPassedOver(QStringView name)
{
    static const QSet<QString> names{u"del"_s,     u"moveFrom"_s,    u"drawing"_s,   u"pict"_s,
                                     u"object"_s,  u"txbxContent"_s, u"sdtPr"_s,     u"tblPr"_s,
                                     u"tblGrid"_s, u"tcPr"_s,        u"rt"_s,        u"pPrChange"_s,
                                     u"tabs"_s,    u"rPrChange"_s,   u"trPrChange"_s};
    return names.contains(name.toString());
}

class Body : public XmlWalk
{
public:
    Body(const QHash<QString, DocxStyle> &styles, const QHash<QString, QString> &links)
        : m_styles(styles)
        , m_links(links)
    {
    }

    Document read(const QByteArray &part)
    {
        Document document;
        const QString fault = walk(part);
        document.paragraphs = m_builder.take();
        if (m_builder.isFull())
            document.warnings << u"too long; the rest was left out"_s;
        else if (!fault.isEmpty())
            document.warnings << u"the text breaks off: "_s + fault;
        if (m_notes > 0)
            document.warnings << u"footnotes were left out (%1)"_s.arg(m_notes);
        return document;
    }

protected:
    bool begin(QStringView name, const QXmlStreamAttributes &attributes) override
    {
        if (m_inMarks) // of the paragraph's end, which may be deleted
            return mark(name);
        if (isPassedOver(name)) {
            m_rowDeleted = m_rowDeleted || (m_inRowLooks && name == u"del");
            return false;
        }
        const QStringView value = attribute(attributes, u"val");
        return m_inRun     ? runElement(name, value, attributes)
               : m_inLooks ? paragraphLooks(name, value)
                           : structure(name, attributes);
    }

    void end(QStringView name) override
    {
        if (name == u"p")
            endParagraph();
        else if (name == u"r")
            m_inRun = false;
        else if (name == u"rPr")
            m_inMarks = false;
        else if (name == u"t" || name == u"instrText")
            m_inText = m_inInstruction = false;
        else if (name == u"pPr")
            m_inLooks = false;
        else if (name == u"trPr")
            m_inRowLooks = false;
        else if (name == u"tr")
            m_rowDeleted = false;
        else if (name == u"tbl")
            m_builder.endTable();
        else if (name == u"hyperlink" || name == u"fldSimple")
            m_link.clear();
    }

    void text(QStringView words) override
    {
        if (m_inInstruction && m_instruction.size() < longestInstruction)
            m_instruction += words;
        else if (m_inText && !m_hidden && !m_rowDeleted)
            m_builder.add(words, m_bold, m_link);
    }

    [[nodiscard]] bool isOwn(QStringView space) const override { return space.contains(wordSpace); }
    [[nodiscard]] bool isOver() const override { return m_builder.isFull(); }

private:
    static constexpr qsizetype longestInstruction = 4096;

    bool structure(QStringView name, const QXmlStreamAttributes &attributes)
    {
        if (name == u"p")
            m_markDeleted = m_sectionEnds = false, m_styleBold = false;
        else if (name == u"pPr")
            m_inLooks = true;
        else if (name == u"r")
            m_inRun = true, m_hidden = false, m_bold = m_styleBold;
        else if (name == u"tbl")
            m_builder.beginTable();
        else if (name == u"tr")
            m_builder.beginRow();
        else if (name == u"trPr")
            m_inRowLooks = true;
        else if (name == u"tc")
            m_builder.beginCell();
        else if (name == u"hyperlink")
            m_link = m_links.value(attribute(attributes, u"id").toString());
        else if (name == u"fldSimple")
            m_link = hyperlinkTarget(attribute(attributes, u"instr").toString());
        else if (name == u"bookmarkStart")
            m_builder.current().bookmarks << attribute(attributes, u"name").toString();
        return true;
    }

    bool paragraphLooks(QStringView name, QStringView value)
    {
        Paragraph &now = m_builder.current();
        if (name == u"pStyle") {
            DocxStyle unnamed;
            unnamed.name = value.toString();
            const DocxStyle style = m_styles.value(unnamed.name, unnamed);
            now.style = style.name;
            now.heading = style.heading;
            m_styleBold = style.bold;
        } else if (name == u"outlineLvl") {
            now.heading = value.toInt() < 9 ? value.toInt() + 1 : 0;
        } else if (name == u"pageBreakBefore") {
            now.pageBreak = now.pageBreak || isOn(value);
        } else if (name == u"sectPr") {
            m_sectionEnds = true;
        } else if (name == u"type" && value == u"continuous") {
            m_sectionEnds = false;
        } else if (name == u"rPr") {
            m_inMarks = true;
        }
        return true;
    }

    bool mark(QStringView name)
    {
        m_markDeleted = m_markDeleted || name == u"del" || name == u"moveFrom";
        return false;
    }

    bool runElement(QStringView name, QStringView value, const QXmlStreamAttributes &attributes)
    {
        if (name == u"t")
            m_inText = true;
        else if (name == u"instrText")
            m_inInstruction = true;
        else if (name == u"fldChar")
            field(attribute(attributes, u"fldCharType"));
        else if (name == u"b")
            m_bold = isOn(value);
        else if (name == u"vanish")
            m_hidden = isOn(value);
        else if (name == u"rStyle")
            runStyle(m_styles.value(value.toString()));
        else if (name == u"br")
            lineBreak(attribute(attributes, u"type"));
        else if (name == u"tab" || name == u"ptab")
            m_builder.add(u"\t", m_bold, m_link);
        else if (name == u"cr")
            m_builder.add(u"\n", m_bold, m_link);
        else if (name == u"noBreakHyphen")
            m_builder.add(u"-", m_bold, m_link);
        else if (name == u"footnoteReference" || name == u"endnoteReference")
            ++m_notes;
        return true;
    }

    void runStyle(const DocxStyle &style)
    {
        if (style.saysBold)
            m_bold = style.bold;
        m_hidden = m_hidden || style.hidden;
    }

    void lineBreak(QStringView type)
    {
        if (type == u"page")
            m_builder.breakPage();
        else
            m_builder.add(u"\n", m_bold, m_link);
    }

    /// Fields inside fields are rare; of those the innermost is followed.
    void field(QStringView type)
    {
        if (type == u"begin") {
            m_instruction.clear();
        } else if (type == u"separate") {
            m_link = hyperlinkTarget(m_instruction);
        } else if (type == u"end") {
            m_link.clear();
        }
    }

    void endParagraph()
    {
        m_inRun = m_inText = m_inInstruction = m_inLooks = m_inMarks = false;
        if (m_markDeleted) // goes on in the next one
            return;
        m_builder.endParagraph();
        if (m_sectionEnds)
            m_builder.breakPage();
    }

    const QHash<QString, DocxStyle> &m_styles;
    const QHash<QString, QString> &m_links;
    Builder m_builder;
    QString m_link;
    QString m_instruction;
    int m_notes = 0;
    bool m_bold = false;
    bool m_hidden = false;
    bool m_styleBold = false;
    bool m_inRun = false;
    bool m_inText = false;
    bool m_inInstruction = false;
    bool m_inLooks = false; ///< of a paragraph
    bool m_inMarks = false; ///< of a paragraph's end
    bool m_inRowLooks = false;
    bool m_rowDeleted = false;
    bool m_markDeleted = false;
    bool m_sectionEnds = false;
};

} // namespace

Document readDocxBody(const QByteArray &part, const QHash<QString, DocxStyle> &styles,
                      const QHash<QString, QString> &links)
{
    return Body(styles, links).read(part);
}

} // namespace demarche::corpus::document
