#include "models/corpus/document/builder.h"

#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

int headingOf(const QString &style)
{
    static const QRegularExpression pattern(u"^heading[ _-]?([1-9])\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch m = pattern.match(style); m.hasMatch())
        return m.capturedView(1).toInt();
    return style.compare("title"_L1, Qt::CaseInsensitive) == 0 ? 1 : 0;
}

QString hyperlinkTarget(const QString &instruction)
{
    static const QRegularExpression pattern(u"^\\s*HYPERLINK\\s+\"?([^\"\\s\\\\]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(instruction).captured(1);
}

void Builder::add(QStringView text, bool bold, const QString &link)
{
    if (text.isEmpty() || isFull())
        return;
    m_length += text.size();
    if (m_current.runs.empty() || m_current.runs.back().bold != bold || m_current.runs.back().link != link)
        m_current.runs.push_back({{}, bold, link});
    m_current.runs.back().text += text;
}

void Builder::breakPage()
{
    if (!isEmpty())
        endParagraph();
    m_current.pageBreak = true;
}

void Builder::endParagraph()
{
    constexpr qsizetype bookkeeping = 32; // a million empty paragraphs are a long text too
    m_length += bookkeeping;
    place(m_current);
    m_paragraphs.push_back(std::exchange(m_current, {}));
}

void Builder::place(Paragraph &paragraph) const
{
    if (!inTable())
        return;
    paragraph.table = m_table;
    paragraph.row = m_row;
    paragraph.cell = m_cell;
}

void Builder::beginTable()
{
    if (m_depth++ > 0)
        return;
    ++m_table;
    m_row = m_cell = 0;
}

void Builder::beginRow()
{
    if (m_depth > 1)
        return;
    ++m_row;
    m_cell = 0;
}

void Builder::beginCell()
{
    if (m_depth <= 1)
        ++m_cell;
}

void Builder::endTable()
{
    m_depth -= m_depth > 0;
}

std::vector<Paragraph> Builder::take()
{
    if (!isEmpty())
        endParagraph();
    while (!m_paragraphs.empty() && m_paragraphs.back().runs.empty())
        m_paragraphs.pop_back();
    return std::move(m_paragraphs);
}

} // namespace demarche::corpus::document
