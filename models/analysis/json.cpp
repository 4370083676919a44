#include "models/analysis/json.h"

#include <cmath>

namespace demarche::analysis {

namespace {

void appendEscaped(QByteArray &out, char16_t c)
{
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case u'"':
        out += "\\\"";
        return;
    case u'\\':
        out += "\\\\";
        return;
    case u'\n':
        out += "\\n";
        return;
    case u'\r':
        out += "\\r";
        return;
    case u'\t':
        out += "\\t";
        return;
    default:
        break;
    }
    if (c < 0x20 || c == 0x7f) {
        out += "\\u00";
        out += digits[c >> 4];
        out += digits[c & 15];
    } else {
        out += char(c);
    }
}

void appendUtf8(QByteArray &out, char32_t c)
{
    if (c < 0x800) {
        out += char(0xc0 | (c >> 6));
    } else if (c < 0x10000) {
        out += char(0xe0 | (c >> 12));
        out += char(0x80 | ((c >> 6) & 0x3f));
    } else {
        out += char(0xf0 | (c >> 18));
        out += char(0x80 | ((c >> 12) & 0x3f));
        out += char(0x80 | ((c >> 6) & 0x3f));
    }
    out += char(0x80 | (c & 0x3f));
}

} // namespace

void JsonWriter::key(const char *name)
{
    separate();
    m_out += '"';
    m_out += name;
    m_out += "\":";
    m_first = true;
}

void JsonWriter::value(QStringView text)
{
    separate();
    m_out.reserve(m_out.size() + text.size() + 2);
    m_out += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x80) {
            appendEscaped(m_out, c.unicode());
        } else if (!c.isSurrogate()) {
            appendUtf8(m_out, c.unicode());
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            appendUtf8(m_out, QChar::surrogateToUcs4(c, text[i + 1]));
            ++i;
        } else {
            appendUtf8(m_out, QChar::ReplacementCharacter);
        }
    }
    m_out += '"';
}

void JsonWriter::value(QLatin1StringView text)
{
    value(QString(text));
}

void JsonWriter::value(double number)
{
    // A small negative rounds to "-0", which reads oddly: add zero to lose the sign.
    raw(QByteArray::number(std::isfinite(number) ? number + 0.0 : 0.0, 'g', 6));
}

void JsonWriter::separate()
{
    if (!m_first)
        m_out += ',';
    m_first = false;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_out += bracket;
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    m_out += bracket;
    m_first = false;
}

void JsonWriter::raw(QByteArrayView text)
{
    separate();
    m_out += text;
}

} // namespace demarche::analysis
