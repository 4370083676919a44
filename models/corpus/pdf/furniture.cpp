#include "models/corpus/pdf/lines.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::pdf {

namespace {

constexpr double edge = 0.12;       ///< of a page's height, above and below
constexpr double repeatedOn = 0.25; ///< of the pages: left and right ones may differ, and chapters
constexpr double smallPrint = 0.88; ///< of the size of most letters

bool isAtEdge(const Line &line)
{
    return line.box.bottom() < edge * line.pageHeight || line.box.top() > (1 - edge) * line.pageHeight;
}

/// A line's words with all numbers alike: "Page 3 of 9" is "page # of #".
QString shape(const Line &line)
{
    static const QRegularExpression number(u"\\d+"_s);
    return line.text.toLower().replace(number, u"#"_s) + (line.box.top() < line.pageHeight / 2 ? u'^' : u'_');
}

bool isPageNumber(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(?:page|p\\.|seite)?\\W*(?:\\d{1,4}|[ivxlc]{1,6})(?:\\W*(?:/|of|von)\\W*\\d{1,4})?\\W*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

/// Shapes that stand at the edge of several pages.
QSet<QString> repeatedShapes(const std::vector<Line> &lines, int pages)
{
    QHash<QString, QSet<int>> pagesOf;
    for (const Line &line : lines) {
        if (isAtEdge(line))
            pagesOf[shape(line)].insert(line.page);
    }
    QSet<QString> repeated;
    for (const auto &[shape, on] : pagesOf.asKeyValueRange()) {
        if (double(on.size()) >= std::max(2.0, repeatedOn * pages))
            repeated.insert(shape);
    }
    return repeated;
}

/// A footnote begins with its mark.
bool beginsFootnote(const Line &line)
{
    static const QRegularExpression mark(u"^(?:\\d{1,3}|[*†‡§])\\W{0,2}\\s?\\p{L}"_s);
    return mark.match(line.text).hasMatch();
}

/// Lines of small print at the end of a page, from the first that begins as a footnote does.
int removeFootnotes(std::vector<Line> &lines)
{
    const double largest = smallPrint * bodySize(lines);
    const auto isSmall = [largest](const Line &line) {
        return line.size < largest && line.box.top() > 0.4 * line.pageHeight;
    };
    std::vector<Line> kept;
    int footnotes = 0;
    for (size_t begin = 0; begin < lines.size();) {
        size_t end = begin;
        while (end < lines.size() && lines[end].page == lines[begin].page)
            ++end;
        size_t small = end;
        while (small > begin && isSmall(lines[small - 1]))
            --small;
        while (small < end && !beginsFootnote(lines[small]))
            ++small;
        footnotes += int(
            std::count_if(lines.begin() + qsizetype(small), lines.begin() + qsizetype(end), beginsFootnote));
        std::move(lines.begin() + qsizetype(begin), lines.begin() + qsizetype(small),
                  std::back_inserter(kept));
        begin = end;
    }
    lines = std::move(kept);
    return footnotes;
}

} // namespace

int removeFurniture(std::vector<Line> &lines, int pages)
{
    const QSet<QString> repeated = repeatedShapes(lines, pages);
    const double body = bodySize(lines);
    std::erase_if(lines, [&](const Line &line) {
        const bool isMark = line.size < smallPrint * body && line.text.toInt() > 0;
        return isMark || (isAtEdge(line) && (isPageNumber(line.text) || repeated.contains(shape(line))));
    });
    return removeFootnotes(lines);
}

} // namespace demarche::corpus::pdf
