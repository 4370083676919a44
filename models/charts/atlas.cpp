#include "models/charts/atlas.h"

#include <QStringList>

#include <charconv>
#include <cmath>
#include <optional>

namespace demarche::charts {

using namespace Qt::StringLiterals;

namespace {

constexpr double Unit = 1000; // the shapes are kept in thousandths of a degree

/// Takes whole numbers off the front of a line.
class Numbers
{
public:
    explicit Numbers(QByteArrayView line)
        : m_at(line.data())
        , m_end(line.data() + line.size())
    {
    }

    std::optional<int> next()
    {
        skipBlanks();
        int value = 0;
        const auto [rest, error] = std::from_chars(m_at, m_end, value);
        if (error != std::errc())
            return std::nullopt;
        m_at = rest;
        return value;
    }

    bool take(char sign)
    {
        skipBlanks();
        if (m_at == m_end || *m_at != sign)
            return false;
        ++m_at;
        return true;
    }

    bool atEnd()
    {
        skipBlanks();
        return m_at == m_end;
    }

private:
    void skipBlanks()
    {
        while (m_at != m_end && *m_at == ' ')
            ++m_at;
    }

    const char *m_at;
    const char *m_end;
};

std::optional<Arc> arcOf(QByteArrayView line)
{
    Arc arc{.points = {}, .disputed = line.front() == 'd'};
    Numbers numbers(line.sliced(1));
    int x = 0;
    int y = 0;
    while (!numbers.atEnd()) {
        const std::optional<int> dx = numbers.next();
        const std::optional<int> dy = numbers.next();
        if (!dx || !dy)
            return std::nullopt;
        x += *dx;
        y += *dy;
        arc.points.emplace_back(x / Unit, y / Unit);
    }
    return arc.points.size() > 1 ? std::optional(arc) : std::nullopt;
}

std::optional<Outline> outlineOf(QByteArrayView line, int arcs)
{
    const QByteArrayView body = line.sliced(1).trimmed();
    const qsizetype space = body.indexOf(' ');
    if (space < 1)
        return std::nullopt;
    Outline outline{.iso3 = QString::fromLatin1(body.first(space)), .rings = {{}}};
    Numbers numbers(body.sliced(space));
    while (!numbers.atEnd()) {
        const bool reversed = numbers.take('~');
        const std::optional<int> arc = numbers.next();
        if (!arc || *arc < 0 || *arc >= arcs)
            return std::nullopt;
        outline.rings.back().push_back(reversed ? ~*arc : *arc);
        if (numbers.take(';'))
            outline.rings.emplace_back();
    }
    return outline;
}

/// Calls `read(line)` for each line that is neither blank nor a comment; names the first that it refuses.
template <typename Read>
std::optional<Problem> eachLine(QByteArrayView text, const QString &file, Read read)
{
    int number = 0;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        ++number;
        if (!line.trimmed().isEmpty() && line.front() != '#' && !read(line))
            return Problem{u"%1:%2"_s.arg(file).arg(number), u"not a line of this kind of file"_s};
    }
    return std::nullopt;
}

std::optional<Place> placeOf(QByteArrayView line)
{
    const QStringList cells = QString::fromUtf8(line).split(u'\t');
    if (cells.size() != 5 || cells[0].size() != 3 || cells[1].isEmpty())
        return std::nullopt;
    bool isX = false;
    bool isY = false;
    const QPointF point(cells[3].toDouble(&isX), cells[4].toDouble(&isY));
    if (!isX || !isY || std::abs(point.x()) > 180 || std::abs(point.y()) > 90)
        return std::nullopt;
    return Place{cells[0], cells[1], cells[2] == u"1"_s, point};
}

} // namespace

Result<Atlas> readAtlas(QByteArrayView text)
{
    Atlas atlas;
    const auto problem = eachLine(text, u"world-50m.shapes"_s, [&](QByteArrayView line) {
        if (line.front() == 's') {
            std::optional<Outline> outline = outlineOf(line, static_cast<int>(atlas.arcs.size()));
            if (outline)
                atlas.outlines.push_back(std::move(*outline));
            return outline.has_value();
        }
        if (line.front() != 'a' && line.front() != 'd')
            return false;
        std::optional<Arc> arc = arcOf(line);
        if (arc)
            atlas.arcs.push_back(std::move(*arc));
        return arc.has_value();
    });
    if (problem)
        return std::unexpected(*problem);
    return atlas;
}

Result<std::vector<Place>> readPlaces(QByteArrayView text)
{
    std::vector<Place> places;
    const auto problem = eachLine(text, u"places.tsv"_s, [&](QByteArrayView line) {
        std::optional<Place> place = placeOf(line);
        if (place)
            places.push_back(std::move(*place));
        return place.has_value();
    });
    if (problem)
        return std::unexpected(*problem);
    return places;
}

Line pointsOf(const Atlas &atlas, const std::vector<int> &ring)
{
    Line points;
    for (const int signedArc : ring) {
        const Line &arc = atlas.arcs[static_cast<std::size_t>(signedArc < 0 ? ~signedArc : signedArc)].points;
        // The last point of each arc is the first of the next, the last arc's that of the first.
        if (signedArc >= 0)
            points.insert(points.end(), arc.begin(), arc.end() - 1);
        else
            points.insert(points.end(), arc.rbegin(), arc.rend() - 1);
    }
    return points;
}

} // namespace demarche::charts
