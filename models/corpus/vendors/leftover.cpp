#include "models/corpus/vendors/leftover.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

constexpr qsizetype shortestSentence = 50; ///< headlines in lists may end with a stop
constexpr qsizetype muchProse = 400;       ///< what is left over below this is no article
constexpr qsizetype longestTitle = 120;
constexpr qsizetype longestTold = 100;

bool isSentence(const Line &line)
{
    static const QString ends = u".!?…\"”’)"_s;
    return line.text.size() >= shortestSentence && ends.contains(line.text.back()) &&
           !line.text.contains(u"…."_s) && !line.text.contains(u"...."_s);
}

/// Paragraphs that are sentences; a wrapped one is one.
Lines proseOf(LineSpan lines)
{
    Lines paragraphs;
    for (const Line &line : lines) {
        if (line.opens || paragraphs.empty())
            paragraphs.push_back(line);
        else
            paragraphs.back().text += u' ' + line.text;
    }
    std::erase_if(paragraphs, [](const Line &line) { return !isSentence(line); });
    return paragraphs;
}

Article wholeOf(LineSpan lines, const QString &uri)
{
    Article article;
    article.uri = uri;
    if (lines.size() > 1 && lines.front().text.size() <= longestTitle) {
        article.title = lines.front().text;
        lines = lines.subspan(1);
    }
    article.text = textOf(lines);
    article.warnings << u"this part of the export stands above its articles and was taken whole"_s << noDay;
    return article;
}

} // namespace

bool giveLeftover(LineSpan leftover, const QString &uri, const Sink &sink, Article &below)
{
    const QString prose = textOf(proseOf(leftover));
    if (prose.size() >= muchProse)
        return sink.article(wholeOf(leftover, uri));
    if (!prose.isEmpty())
        below.warnings << u"above it in the export stands what is no article and was left out: %1"_s.arg(
            prose.size() > longestTold ? prose.first(longestTold).simplified() + u'…' : prose.simplified());
    return true;
}

} // namespace demarche::corpus::vendors
