#include "models/corpus/document/rtfstate.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

namespace {

constexpr size_t deepestGroup = 1000;
constexpr qsizetype longestProperty = 4096; ///< of a title, a name, a field's instruction
constexpr qsizetype mostStyles = 10'000;    ///< and fonts

} // namespace

void RtfState::beginGroup()
{
    flush();
    m_isTooDeep = m_groups.size() >= deepestGroup;
    if (!m_isTooDeep)
        m_groups.push_back(RtfGroup(group()));
}

bool RtfState::endGroup()
{
    flush();
    if (m_groups.size() <= 1)
        return false;
    const RtfDestination ended = group().destination;
    m_groups.pop_back();
    if (ended != group().destination)
        end(ended);
    return m_groups.size() > 1;
}

void RtfState::begin(RtfDestination destination)
{
    flush();
    if (group().destination == RtfDestination::Nowhere || group().destination == RtfDestination::Footnote)
        return;
    group().destination = destination;
    if (destination != RtfDestination::Nowhere)
        m_collected.clear();
}

void RtfState::end(RtfDestination destination)
{
    if (destination == RtfDestination::Nowhere)
        return;
    const QString collected = std::exchange(m_collected, {}).simplified();
    if (destination == RtfDestination::Title)
        m_document.title = collected;
    else if (destination == RtfDestination::Author && !collected.isEmpty())
        m_document.authors = QStringList{collected};
    else if (destination == RtfDestination::Created)
        m_document.created = QDate(m_year, m_month, m_day);
    else if (destination == RtfDestination::Bookmark && !collected.isEmpty())
        m_builder.current().bookmarks << collected;
    else if (destination == RtfDestination::Instruction && group().field >= 0)
        m_fields[group().field] = collected;
    else if (destination == RtfDestination::Footnote)
        ++m_footnotes;
}

void RtfState::beginField()
{
    group().field = m_fields.size();
    m_fields << QString();
}

void RtfState::beginFieldResult()
{
    flush();
    if (group().field >= 0 && !m_fields.at(group().field).isEmpty())
        group().link = hyperlinkTarget(m_fields.at(group().field));
}

void RtfState::bytes(QByteArrayView text)
{
    if (group().destination != RtfDestination::Nowhere && group().destination != RtfDestination::Footnote)
        m_pending += text;
}

void RtfState::flush()
{
    if (m_pending.isEmpty())
        return;
    const Font font = m_fonts.value(group().font);
    const QByteArray pending = std::exchange(m_pending, {});
    if (!font.isSymbols || group().destination != RtfDestination::Body) // letters that stand for pictures
        put(m_codePages.decode(pending, font.codePage != 0 ? font.codePage : m_codePage));
}

void RtfState::character(char32_t character)
{
    flush();
    const bool isPicture = character >= 0xE000 && character <= 0xF8FF; // of a symbol font
    if (!isPicture && character <= 0x10FFFF)
        put(character > 0xFFFF ? QString::fromUcs4(&character, 1) : QString(QChar(char16_t(character))));
}

void RtfState::put(const QString &text)
{
    switch (group().destination) {
    case RtfDestination::Body:
        if (!group().hidden && !group().deleted)
            m_builder.add(text, group().bold, group().link);
        break;
    case RtfDestination::Styles:
    case RtfDestination::Title:
    case RtfDestination::Author:
    case RtfDestination::Instruction:
    case RtfDestination::Bookmark:
        if (m_collected.size() < longestProperty)
            m_collected += text;
        if (group().destination == RtfDestination::Styles && m_collected.contains(u';'))
            defineStyle();
        break;
    default:
        break;
    }
}

void RtfState::defineStyle()
{
    const QString name = std::exchange(m_collected, {}).section(u';', 0, 0).trimmed();
    if (m_styles.size() < mostStyles)
        m_styles.insert(group().style, name);
}

void RtfState::enterCell()
{
    if (!m_builder.inTable())
        m_builder.beginTable();
    if (!std::exchange(m_inRow, true))
        m_builder.beginRow();
    if (!std::exchange(m_inCell, true))
        m_builder.beginCell();
}

void RtfState::endParagraph()
{
    flush();
    Paragraph &ended = m_builder.current();
    ended.style = m_styles.value(group().style);
    ended.heading = group().heading > 0 ? group().heading : headingOf(ended.style);
    m_builder.endParagraph();
}

void RtfState::paragraph()
{
    if (group().destination != RtfDestination::Body)
        return;
    if (group().inTable) {
        enterCell();
    } else if (m_builder.inTable()) {
        m_builder.endTable();
        m_inRow = m_inCell = false;
    }
    endParagraph();
}

void RtfState::page()
{
    flush();
    if (group().destination == RtfDestination::Body)
        m_builder.breakPage();
}

void RtfState::cell()
{
    flush();
    if (group().destination != RtfDestination::Body)
        return;
    enterCell();
    if (!m_builder.isEmpty())
        endParagraph();
    m_inCell = false;
}

void RtfState::row()
{
    flush();
    if (group().destination != RtfDestination::Body)
        return;
    if (!m_builder.isEmpty())
        cell();
    m_inRow = m_inCell = false;
}

void RtfState::setFontCharset(int charset)
{
    if (group().destination == RtfDestination::Fonts && m_fonts.size() < mostStyles)
        m_fonts.insert(group().font, {codePageOfCharset(charset), charset == symbolCharset});
}

void RtfState::setFontCodePage(int codePage)
{
    if (group().destination == RtfDestination::Fonts && m_fonts.size() < mostStyles)
        m_fonts[group().font].codePage = codePage;
}

void RtfState::beginOnNewPage()
{
    if (group().destination == RtfDestination::Body)
        m_builder.current().pageBreak = true;
}

Document RtfState::take()
{
    flush();
    if (!group().inTable && m_builder.inTable())
        m_builder.endTable();
    if (m_isTooDeep)
        m_document.warnings << u"nested beyond reason; the rest was left out"_s;
    else if (m_builder.isFull())
        m_document.warnings << u"too long; the rest was left out"_s;
    else if (m_groups.size() > 1)
        m_document.warnings << u"the file's end is missing"_s;
    if (m_footnotes > 0)
        m_document.warnings << u"footnotes were left out (%1)"_s.arg(m_footnotes);
    m_document.paragraphs = m_builder.take();
    return std::move(m_document);
}

} // namespace demarche::corpus::document
