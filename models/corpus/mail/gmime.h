#pragma once

// GLib has members called "signals", which is a word of Qt's.
#undef signals
#include <gmime/gmime.h>

#include <QByteArray>
#include <QString>

#include <memory>

/// GMime's objects as ours: owned, and their words as Qt has them.
namespace demarche::corpus::mail {

struct Unref
{
    template <typename T>
    void operator()(T *object) const
    {
        g_object_unref(object);
    }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

[[nodiscard]] inline QString utf8(const char *text)
{
    return text == nullptr ? QString() : QString::fromUtf8(text);
}

/// The same of words that GLib gives away.
[[nodiscard]] inline QString takenUtf8(char *text)
{
    const std::unique_ptr<char, decltype(&g_free)> owned(text, g_free);
    return utf8(text);
}

/// What a part holds, its transfer encoding undone.
[[nodiscard]] QByteArray contentOf(GMimePart *part);

} // namespace demarche::corpus::mail
