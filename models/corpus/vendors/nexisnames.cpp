#include "models/corpus/vendors/nexisnames.h"

#include "models/corpus/metadate.h"
#include "models/corpus/monthnames.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

constexpr qsizetype longestDayLine = 120;

/// Where the headline stands among the lines below a cover: where the cover's list has it, else two above the
/// day, else where a line is set as one.
size_t titleBelowCover(LineSpan plain, size_t day, const QString &listed)
{
    const auto named = std::ranges::find(plain, listed, &Line::text);
    if (named != plain.end() && !listed.isEmpty())
        return size_t(named - plain.begin());
    if (day < plain.size())
        return day >= 2 ? day - 2 : 0;
    const auto heading = std::ranges::find_if(plain, &Line::heading);
    return heading != plain.end() ? size_t(heading - plain.begin()) : 0;
}

/// "Publication, day, headline" in a newer export.
void turnNames(LineSpan plain, size_t day, NexisDocument &document)
{
    if (document.publication.isEmpty() && day + 1 < plain.size() && !plain[day - 1].heading &&
        !isEdition(plain[day + 1])) {
        document.publication = document.headline;
        document.headline = plain[day + 1].text;
    }
}

} // namespace

bool isEdition(const Line &line)
{
    static const QRegularExpression words(
        u"\\b(?:edition|final|ausgabe|édition|edición|editie|edizione|correction appended)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longest = 60;
    return line.text.size() <= longest && words.match(line.text).hasMatch();
}

bool isDayLine(const Line &line)
{
    static const QRegularExpression month(u"^(?:"_s + monthWords() + u")(?:\\s*[-/]\\s*(?:"_s + monthWords() +
                                              u"))?\\.?,? \\d{4}$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return line.text.size() <= longestDayLine &&
           (leadingDate(line.text).isValid() || month.match(line.text).hasMatch());
}

void readNewerNames(LineSpan plain, bool mayHaveCover, const QString &listed, NexisDocument &document)
{
    const auto day = size_t(std::ranges::find_if(plain, isDayLine) - plain.begin());
    const bool isDated = day < plain.size();
    const size_t title = mayHaveCover ? titleBelowCover(plain, day, listed) : 0;
    const size_t end = isDated ? day : std::min(plain.size(), title + 2); // of headline and publication
    if (isDated)
        document.day = leadingDate(plain[day].text);
    if (end <= title)
        return;
    const bool hasPublication = end - title >= 2;
    document.publication = hasPublication ? plain[end - 1].text : QString();
    document.headline = joined(plain.subspan(title, hasPublication ? end - 1 - title : 1));
    if (isDated)
        turnNames(plain, day, document);
}

void readOlderNames(LineSpan plain, NexisDocument &document)
{
    if (plain.empty())
        return;
    const auto day = size_t(std::ranges::find_if(plain, isDayLine) - plain.begin());
    const bool isDated = day < plain.size();
    if (isDated)
        document.day = leadingDate(plain[day].text);
    size_t title = isDated ? day + 1 : 1;
    while (title < plain.size() && (isEdition(plain[title]) || (isDated && plain[title].follows)))
        ++title;
    if (day > 0)
        document.publication = plain.front().text;
    if (title < plain.size())
        document.headline = joined(plain.subspan(title));
    else if (day > 1 && isDated)
        document.headline = joined(plain.subspan(1, day - 1));
}

} // namespace demarche::corpus::vendors
