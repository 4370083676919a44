#include "models/corpus/pdf/joining.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace demarche::corpus::pdf {

namespace {

constexpr double shortLine = 0.88;     ///< of its column's width: the line ends before it must
constexpr double brokenLine = 0.6;     ///< no word is so long that it would not have fitted in
constexpr double paragraphGap = 1.35;  ///< of the distance from line to line
constexpr double smallestIndent = 0.8; ///< in sizes of letters
constexpr double largestIndent = 4;
constexpr QChar softHyphen(QChar::SoftHyphen);

bool endsSentence(const QString &text)
{
    static const QString ends = u".!?:”’\")"_s;
    return ends.contains(text.back());
}

bool isShorter(const Line &line, double share)
{
    return line.box.width() < share * (line.columnRight - line.box.left());
}

bool isShort(const Line &line)
{
    return isShorter(line, shortLine);
}

/// Ended where it did for its own sake: a line of a head, an address, a list.
bool isBroken(const Line &line)
{
    return isShorter(line, brokenLine) && !line.text.endsWith(u'-') && !line.text.endsWith(softHyphen);
}

bool isListItem(const QString &text)
{
    static const QRegularExpression item(u"^(?:[•▪‣◦–—-]|\\(?\\d{1,2}[.)]|\\(?[a-z]\\))\\s"_s);
    return item.match(text).hasMatch();
}

/// In another column or on another page a sentence goes on unless it was over.
bool beginsElsewhere(const Line &last, const Line &line)
{
    return endsSentence(last.text) && (isShort(last) || !line.text.front().isLower());
}

QString lastWord(const QString &text)
{
    return text.mid(text.lastIndexOf(u' ') + 1);
}

} // namespace

bool beginsParagraph(const Line &last, const Line &line, double distance)
{
    const double size = std::max(last.size, line.size);
    if (std::abs(last.size - line.size) > 0.12 * size || last.bold != line.bold || isListItem(line.text))
        return true;
    if (last.column != line.column)
        return beginsElsewhere(last, line);
    const double step = line.box.bottom() - last.box.bottom();
    if (distance > 0 && step > paragraphGap * std::max(distance, size))
        return true;
    if (isBroken(last))
        return true;
    const double indent = line.box.left() - last.box.left();
    if (indent > smallestIndent * size && indent < largestIndent * size)
        return endsSentence(last.text);
    return isShort(last) && endsSentence(last.text);
}

Joining::Joining(const std::vector<Line> &lines)
{
    static const QRegularExpression word(u"\\p{L}+(?:-\\p{L}+)+"_s);
    for (const Line &line : lines) {
        for (auto it = word.globalMatch(line.text); it.hasNext();)
            m_hyphenated.insert(it.next().captured().toLower());
    }
}

bool Joining::keepsHyphen(const QString &before, const QString &after) const
{
    static const QSet<QString> leads{u"self"_s, u"ex"_s,  u"vice"_s, u"non"_s,
                                     u"anti"_s, u"pro"_s, u"post"_s, u"pre"_s};
    static const QRegularExpression letters(u"^\\p{L}+"_s);
    const QString begun = lastWord(before).chopped(1).toLower();
    const QString ended = letters.match(after).captured().toLower();
    return leads.contains(begun) || begun.contains(u'-') || m_hyphenated.contains(begun + u'-' + ended);
}

void Joining::append(QString &text, const QString &line) const
{
    if (text.endsWith(softHyphen)) {
        text.chop(1);
    } else if ((text.endsWith(u'-') || text.endsWith(QChar(0x2010))) && text.size() > 1 &&
               text.at(text.size() - 2).isLetter()) {
        if (line.front().isLower() && !keepsHyphen(text, line))
            text.chop(1);
    } else {
        text += u' ';
    }
    text += line;
}

QStringList authorsOf(const QString &property)
{
    static const QRegularExpression parting(u"\\s*(?:;|,|\\band\\b|&)\\s*"_s);
    return property.split(parting, Qt::SkipEmptyParts);
}

} // namespace demarche::corpus::pdf
