#include "models/corpus/pdf/lines.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <span>

namespace demarche::corpus::pdf {

namespace {

constexpr double widestGap = 2.2;   ///< between words of one line, in sizes of their letters
constexpr double smallestGap = 0.1; ///< less is none
constexpr double markSize = 0.75;   ///< a footnote's mark is smaller than this share of its line

bool isOnLine(const Word &last, const Word &word)
{
    const double size = std::max(last.size, word.size);
    const double shift = std::abs(last.box.bottom() - word.box.bottom());
    const double gap = word.box.left() - last.box.right();
    return shift < 0.6 * size && gap > -0.5 * size && gap < widestGap * size;
}

/// Superscript digits behind a word: no part of what is said.
bool isFootnoteMark(const Word &word, double size)
{
    return word.size < markSize * size && std::ranges::all_of(word.text, [](QChar c) { return c.isDigit(); });
}

double mostLetters(const QHash<int, qsizetype> &letters)
{
    int most = 0;
    for (const auto &[size, count] : letters.asKeyValueRange()) {
        const qsizetype best = letters.value(most);
        if (count > best || (count == best && size < most))
            most = size;
    }
    return most / 2.0;
}

/// Sizes are counted in half points.
int halfPoints(double size)
{
    return int(std::lround(std::clamp(size, 0.0, 1000.0) * 2));
}

Line lineOf(std::span<const Word> words, int page, double pageHeight)
{
    QHash<int, qsizetype> letters;
    for (const Word &word : words)
        letters[halfPoints(word.size)] += word.text.size();
    Line line;
    line.size = mostLetters(letters);
    line.page = page;
    line.pageHeight = pageHeight;
    line.bold = std::ranges::all_of(words, &Word::bold);
    const Word *last = nullptr;
    for (const Word &word : words) {
        if (isFootnoteMark(word, line.size))
            continue;
        const bool apart = last != nullptr && (last->spaceAfter ||
                                               word.box.left() - last->box.right() > smallestGap * line.size);
        line.text += (apart ? QStringLiteral(" ") : QString()) + word.text;
        line.box |= word.box;
        last = &word;
    }
    line.text = line.text.simplified();
    return line;
}

bool isBelow(const Line &above, const Line &line)
{
    const double overlap =
        std::min(above.box.right(), line.box.right()) - std::max(above.box.left(), line.box.left());
    return above.page == line.page && line.box.top() > above.box.top() && overlap > 0 &&
           line.box.top() - above.box.bottom() < 8 * line.size;
}

/// Numbers the columns and says of each line where its column ends.
void findColumns(std::vector<Line> &lines)
{
    int column = 0;
    for (size_t begin = 0; begin < lines.size(); ++column) {
        size_t end = begin + 1;
        double right = lines[begin].box.right();
        while (end < lines.size() && isBelow(lines[end - 1], lines[end]))
            right = std::max(right, lines[end++].box.right());
        for (; begin < end; ++begin) {
            lines[begin].column = column;
            lines[begin].columnRight = right;
        }
    }
}

} // namespace

std::vector<Line> linesOf(const Pages &pages)
{
    std::vector<Line> lines;
    int number = 0;
    for (const Page &page : pages.pages) {
        const std::span<const Word> words = page.words;
        for (size_t begin = 0; begin < words.size();) {
            size_t end = begin + 1;
            while (end < words.size() && isOnLine(words[end - 1], words[end]))
                ++end;
            if (Line line = lineOf(words.subspan(begin, end - begin), number, page.height);
                !line.text.isEmpty())
                lines.push_back(std::move(line));
            begin = end;
        }
        ++number;
    }
    findColumns(lines);
    return lines;
}

double bodySize(const std::vector<Line> &lines)
{
    QHash<int, qsizetype> letters;
    for (const Line &line : lines)
        letters[halfPoints(line.size)] += line.text.size();
    return mostLetters(letters);
}

} // namespace demarche::corpus::pdf
