#include "models/knowledge/archive.h"

#include <QtEndian>

namespace demarche::knowledge {

namespace {

constexpr qint32 magic = 0x4E4D4531; ///< changes with the layout

template <typename T>
void append(QByteArray &bytes, const T *values, qsizetype count)
{
    const qsizetype at = bytes.size();
    bytes.resize(at + count * qsizetype(sizeof(T)));
    qToLittleEndian<T>(values, count, bytes.data() + at);
}

/// Takes `count` values from the bytes at `at`; nothing and false where there are not so many.
template <typename T>
bool take(const QByteArray &bytes, qsizetype &at, qint32 count, std::vector<T> &into)
{
    if (count < 0 || (bytes.size() - at) / qsizetype(sizeof(T)) < count)
        return false;
    into.resize(size_t(count));
    qFromLittleEndian<T>(bytes.constData() + at, count, into.data());
    at += count * qsizetype(sizeof(T));
    return true;
}

} // namespace

void Writer::operator()(const QString &text)
{
    auto place = m_places.constFind(text);
    if (place == m_places.constEnd()) {
        place = m_places.insert(text, qint32(m_texts.size()));
        m_texts.push_back(text);
    }
    m_numbers.push_back(*place);
}

QByteArray Writer::bytes() const
{
    QString letters;
    std::vector<qint32> lengths;
    for (const QString &text : m_texts) {
        letters += text;
        lengths.push_back(qint32(text.size()));
    }
    const qint32 head[] = {magic, qint32(lengths.size()), qint32(letters.size()), qint32(m_numbers.size())};
    QByteArray bytes;
    append(bytes, head, 4);
    append(bytes, lengths.data(), qsizetype(lengths.size()));
    append(bytes, m_numbers.data(), qsizetype(m_numbers.size()));
    append(bytes, letters.utf16(), letters.size());
    return bytes;
}

Reader::Reader(const QByteArray &bytes)
{
    qsizetype at = 0;
    std::vector<qint32> head;
    std::vector<qint32> lengths;
    std::vector<ushort> letters;
    m_failed = !take(bytes, at, 4, head) || head[0] != magic || !take(bytes, at, head[1], lengths) ||
               !take(bytes, at, head[3], m_numbers) || !take(bytes, at, head[2], letters);
    qsizetype letter = 0;
    for (size_t i = 0; i < lengths.size() && !m_failed; ++i) {
        if (lengths[i] < 0 || lengths[i] > qsizetype(letters.size()) - letter)
            m_failed = true;
        else
            m_texts.push_back(
                QString::fromUtf16(reinterpret_cast<const char16_t *>(letters.data()) + letter, lengths[i]));
        letter += lengths[i];
    }
    if (m_failed)
        m_numbers.clear();
}

qint32 Reader::next()
{
    if (m_at < m_numbers.size())
        return m_numbers[m_at++];
    m_failed = true;
    return 0;
}

void Reader::operator()(QString &text)
{
    const qint32 place = next();
    if (place >= 0 && size_t(place) < m_texts.size())
        text = m_texts[size_t(place)];
    else
        m_failed = true;
}

void Reader::operator()(QDate &day)
{
    const qint32 julian = next();
    day = julian == 0 ? QDate() : QDate::fromJulianDay(julian);
}

qsizetype Reader::size()
{
    const qint32 count = next();
    if (count >= 0 && size_t(count) <= m_numbers.size() - m_at)
        return count;
    m_failed = true;
    return 0;
}

} // namespace demarche::knowledge
