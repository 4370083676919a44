#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>

namespace demarche::analysis {

/// Writes compact JSON straight to UTF-8, without a tree of values. Keys are ASCII literals of the program.
/// The caller keeps objects and arrays balanced.
class JsonWriter
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(const char *name);

    /// Lone surrogates become U+FFFD, so that the count of code points stays.
    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    void value(QLatin1StringView text);
    void value(std::integral auto number) { raw(QByteArray::number(qint64(number))); }
    void value(bool truth) { raw(truth ? "true" : "false"); }
    void value(double number); ///< six significant digits; what is not finite becomes 0
    void null() { raw("null"); }

    template <typename T>
    void member(const char *name, const T &of)
    {
        key(name);
        value(of);
    }

    [[nodiscard]] QByteArray take() { return std::move(m_out); }

private:
    void separate();
    void open(char bracket);
    void close(char bracket);
    void raw(QByteArrayView text);

    QByteArray m_out;
    bool m_first = true; ///< nothing stands yet in the innermost object or array, or a key was just written
};

} // namespace demarche::analysis
