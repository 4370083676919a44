#pragma once

#include <QStringView>

namespace demarche::text {

/// A half-open range [begin, end) of an article's text, counted in UTF-16 code units (what QString and
/// QTextDocument count). Code points exist only at the outward edge (analysis/record.h).
struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] constexpr qsizetype length() const { return end - begin; }
    [[nodiscard]] constexpr bool isEmpty() const { return end <= begin; }
    [[nodiscard]] constexpr bool contains(qsizetype at) const { return at >= begin && at < end; }
    [[nodiscard]] constexpr bool contains(Span o) const { return o.begin >= begin && o.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span o) const { return o.begin < end && begin < o.end; }
    [[nodiscard]] QStringView of(QStringView text) const { return text.mid(begin, length()); }

    constexpr auto operator<=>(const Span &) const = default;
};

} // namespace demarche::text
