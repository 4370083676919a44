#pragma once

#include "models/knowledge/entries.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <vector>

namespace demarche::knowledge {

/// Writes tables as two arrays, each distinct text once and everything else as 32-bit numbers (little
/// endian), which load far quicker than a stream of fields. Reader takes the same fields in the same order.
class Writer
{
public:
    void operator()(qint32 value) { m_numbers.push_back(value); }
    void operator()(quint32 value) { m_numbers.push_back(qint32(value)); }
    void operator()(bool value) { m_numbers.push_back(value ? 1 : 0); }
    void operator()(const QString &text);
    void operator()(QDate day) { m_numbers.push_back(day.isValid() ? qint32(day.toJulianDay()) : 0); }
    template <typename E>
        requires std::is_enum_v<E>
    void operator()(E value)
    {
        m_numbers.push_back(qint32(value));
    }
    void size(qsizetype count) { m_numbers.push_back(qint32(count)); }

    [[nodiscard]] QByteArray bytes() const;

private:
    std::vector<qint32> m_numbers;
    std::vector<QString> m_texts;
    QHash<QString, qint32> m_places;
};

/// Reads what Writer wrote. Damaged bytes make it fail, never reach outside; after that everything reads as
/// empty.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes);

    void operator()(qint32 &value) { value = next(); }
    void operator()(quint32 &value) { value = quint32(next()); }
    void operator()(bool &value) { value = next() != 0; }
    void operator()(QString &text);
    void operator()(QDate &day);
    template <typename E>
        requires std::is_enum_v<E>
    void operator()(E &value)
    {
        value = E(next());
    }
    /// How many items follow; at most as many as there are numbers left.
    [[nodiscard]] qsizetype size();

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_at == m_numbers.size(); }

private:
    [[nodiscard]] qint32 next();

    std::vector<qint32> m_numbers;
    std::vector<QString> m_texts;
    size_t m_at = 0;
    bool m_failed = false;
};

} // namespace demarche::knowledge
