#include "models/corpus/document/rtfstate.h"
#include "models/corpus/document/rtftokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::document {

namespace {

constexpr qsizetype largestRtf = 256 * 1024 * 1024;
constexpr int mostSkipped = 64; ///< characters that stand for one of Unicode; in truth 1 or 2

/// Follows the control words of one RTF file.
class RtfReading
{
public:
    explicit RtfReading(QByteArrayView bytes)
        : m_tokens(bytes)
    {
    }

    Document run()
    {
        while (!m_state.isOver() && step(m_tokens.next())) {
        }
        return m_state.take();
    }

private:
    /// False at the end of the document.
    bool step(const RtfToken &token)
    {
        switch (token.kind) {
        case RtfToken::Kind::End:
            return false;
        case RtfToken::Kind::BeginGroup:
            m_toSkip = 0;
            m_state.beginGroup();
            break;
        case RtfToken::Kind::EndGroup:
            m_toSkip = 0;
            return m_state.endGroup();
        case RtfToken::Kind::Text:
            text(token.text);
            break;
        case RtfToken::Kind::Byte: {
            const char byte = char(token.parameter);
            text(QByteArrayView(&byte, 1));
            break;
        }
        case RtfToken::Kind::Symbol:
            symbol(token.text.front());
            return true;
        case RtfToken::Kind::Word:
            word(rtfMeaning(token.text), token.parameter);
            break;
        }
        m_isOptional = false;
        return true;
    }

    void text(QByteArrayView bytes)
    {
        const qsizetype skipped = std::min<qsizetype>(m_toSkip, bytes.size());
        m_toSkip -= int(skipped);
        m_state.bytes(bytes.sliced(skipped));
    }

    void symbol(char c)
    {
        m_isOptional = c == '*'; // what follows may be passed over by who does not know it
        if (c == '\\' || c == '{' || c == '}')
            text(QByteArrayView(&c, 1));
        else if (c == '~')
            character(u' ');
        else if (c == '_')
            character(u'-');
        else if (c == '\t')
            character(u'\t');
        else if (c == '\r' || c == '\n')
            m_state.paragraph();
    }

    void character(char32_t c)
    {
        if (m_toSkip > 0)
            --m_toSkip;
        else
            m_state.character(c);
    }

    void word(RtfMeaning meaning, int parameter)
    {
        switch (meaning.word) {
        case RtfWord::Unknown:
            if (m_isOptional)
                m_state.begin(RtfDestination::Nowhere);
            return;
        case RtfWord::Destination:
            return m_state.begin(RtfDestination(meaning.value));
        case RtfWord::Property:
            if (m_state.group().destination == RtfDestination::Info)
                m_state.begin(RtfDestination(meaning.value));
            return;
        case RtfWord::Character:
            return character(char32_t(meaning.value));
        case RtfWord::Unicode:
            m_state.character(char32_t(parameter < 0 ? parameter + 0x10000 : parameter));
            m_toSkip = m_state.group().skip;
            return;
        case RtfWord::UnicodeSkip:
            m_state.group().skip = std::clamp(parameter, 0, mostSkipped);
            return;
        default:
            if (!structure(meaning.word) && !table(meaning, parameter))
                looks(meaning.word, parameter);
        }
    }

    bool structure(RtfWord word)
    {
        switch (word) {
        case RtfWord::Field:
            return m_state.beginField(), true;
        case RtfWord::FieldResult:
            return m_state.beginFieldResult(), true;
        case RtfWord::AnsiFallback:
            m_state.group().outside = m_state.group().destination;
            return m_state.begin(RtfDestination::Nowhere), true;
        case RtfWord::UnicodeText:
            m_state.group().destination = m_state.group().outside;
            return true;
        case RtfWord::Paragraph:
            return m_state.paragraph(), true;
        case RtfWord::Page:
            return m_state.page(), true;
        case RtfWord::Cell:
            return m_state.cell(), true;
        case RtfWord::Row:
            return m_state.row(), true;
        default:
            return false;
        }
    }

    /// Words of the tables of fonts and of the properties.
    bool table(RtfMeaning meaning, int parameter)
    {
        switch (meaning.word) {
        case RtfWord::CodePage:
            return m_state.setCodePage(meaning.value != 0 ? meaning.value : parameter), true;
        case RtfWord::Charset:
            return m_state.setFontCharset(parameter), true;
        case RtfWord::FontCodePage:
            return m_state.setFontCodePage(parameter), true;
        case RtfWord::Year:
            return m_state.setYear(parameter), true;
        case RtfWord::Month:
            return m_state.setMonth(parameter), true;
        case RtfWord::Day:
            return m_state.setDay(parameter), true;
        default:
            return false;
        }
    }

    void looks(RtfWord word, int parameter)
    {
        m_state.flush();
        RtfGroup &group = m_state.group();
        if (word == RtfWord::Plain) {
            group.bold = group.hidden = group.deleted = false;
        } else if (word == RtfWord::Bold) {
            group.bold = parameter != 0;
        } else if (word == RtfWord::Hidden) {
            group.hidden = parameter != 0;
        } else if (word == RtfWord::Deleted) {
            group.deleted = parameter != 0;
        } else if (word == RtfWord::Font) {
            group.font = parameter;
        } else if (word == RtfWord::ParagraphDefaults) {
            group.style = group.heading = 0;
            group.inTable = false;
        } else if (word == RtfWord::Style) {
            group.style = parameter;
        } else if (word == RtfWord::CharacterStyle) {
            if (group.destination == RtfDestination::Styles) // its name is no paragraph's
                m_state.begin(RtfDestination::Nowhere);
        } else if (word == RtfWord::OutlineLevel) {
            group.heading = parameter >= 0 && parameter < 9 ? parameter + 1 : 0;
        } else if (word == RtfWord::InTable) {
            group.inTable = parameter != 0;
        } else if (word == RtfWord::PageBreakBefore && parameter != 0) {
            m_state.beginOnNewPage();
        }
    }

    RtfTokens m_tokens;
    RtfState m_state;
    int m_toSkip = 0;
    bool m_isOptional = false;
};

} // namespace

bool isRtf(QByteArrayView bytes)
{
    const QByteArrayView start = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    return start.first(std::min<qsizetype>(start.size(), 64)).trimmed().startsWith("{\\rtf");
}

Result<Document> readRtf(QByteArrayView bytes)
{
    if (bytes.size() > largestRtf)
        return std::unexpected(Problem{{}, u"an RTF file over 256 MB"_s});
    if (!isRtf(bytes))
        return std::unexpected(Problem{{}, u"is no RTF"_s});
    return RtfReading(bytes).run();
}

} // namespace demarche::corpus::document
