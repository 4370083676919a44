#include "models/corpus/document/rtftokens.h"

#include <algorithm>

namespace demarche::corpus::document {

namespace {

using Kind = RtfToken::Kind;

constexpr int longestWord = 32; ///< letters; the specification's limit
constexpr int mostDigits = 10;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isPlain(char c)
{
    return c != '\\' && c != '{' && c != '}' && c != '\r' && c != '\n' && c != '\0';
}

} // namespace

RtfToken RtfTokens::next()
{
    while (m_at < m_bytes.size()) {
        switch (m_bytes[m_at]) {
        case '{':
            return {Kind::BeginGroup, m_bytes.sliced(m_at++, 1)};
        case '}':
            return {Kind::EndGroup, m_bytes.sliced(m_at++, 1)};
        case '\\':
            ++m_at;
            return control();
        case '\r':
        case '\n':
        case '\0':
            ++m_at;
            break;
        default:
            return text();
        }
    }
    return {};
}

RtfToken RtfTokens::text()
{
    const qsizetype begin = m_at;
    while (m_at < m_bytes.size() && isPlain(m_bytes[m_at]))
        ++m_at;
    return {Kind::Text, m_bytes.sliced(begin, m_at - begin)};
}

RtfToken RtfTokens::control()
{
    if (m_at >= m_bytes.size())
        return {};
    const char c = m_bytes[m_at];
    if (isLetter(c))
        return word();
    ++m_at;
    if (c != '\'')
        return {Kind::Symbol, m_bytes.sliced(m_at - 1, 1)};
    const bool whole =
        m_at + 1 < m_bytes.size() && hexValue(m_bytes[m_at]) >= 0 && hexValue(m_bytes[m_at + 1]) >= 0;
    if (!whole)
        return {Kind::Symbol, m_bytes.sliced(m_at - 1, 1)};
    const int byte = hexValue(m_bytes[m_at]) * 16 + hexValue(m_bytes[m_at + 1]);
    m_at += 2;
    return {Kind::Byte, m_bytes.sliced(m_at - 2, 2), byte, true};
}

RtfToken RtfTokens::word()
{
    const qsizetype begin = m_at;
    while (m_at < m_bytes.size() && m_at - begin < longestWord && isLetter(m_bytes[m_at]))
        ++m_at;
    RtfToken token{Kind::Word, m_bytes.sliced(begin, m_at - begin)};
    readParameter(token);
    if (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
        ++m_at;
    if (token.text == "bin" && token.hasParameter)
        m_at += std::clamp<qsizetype>(token.parameter, 0, m_bytes.size() - m_at);
    return token;
}

void RtfTokens::readParameter(RtfToken &token)
{
    const bool negative = m_at + 1 < m_bytes.size() && m_bytes[m_at] == '-' && isDigit(m_bytes[m_at + 1]);
    m_at += negative;
    qint64 value = 0;
    const qsizetype begin = m_at;
    while (m_at < m_bytes.size() && m_at - begin < mostDigits && isDigit(m_bytes[m_at]))
        value = value * 10 + (m_bytes[m_at++] - '0');
    if (m_at == begin)
        return;
    token.hasParameter = true;
    token.parameter = int(std::clamp<qint64>(negative ? -value : value, INT_MIN, INT_MAX));
}

} // namespace demarche::corpus::document
