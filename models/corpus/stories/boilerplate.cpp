#include "models/corpus/stories/boilerplate.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::stories {

namespace {

constexpr qsizetype longestLine = 400; ///< UTF-16 units; a longer paragraph tells something of its own

/// How such lines begin.
const QRegularExpression &beginnings()
{
    static const QRegularExpression pattern(
        uR"(^\W*(?:©|\(c\)|copyright\b|advertisement\b|sponsored\b|)"
        "(?:additional |with )?reporting by\\b|(?:compiled|edited|editing|writing|written|translated) by\\b|"
        "(?:file )?(?:photo|image|picture)s?(?: credit| courtesy)?\\s*[:/|]|video\\s*:|"
        "(?:read|see|also read|click|tap|watch) (?:also|more|here|next|the full|our)\\b|also read\\b|"
        "(?:related|recommended)(?: stor(?:y|ies)| articles?| news| topics?)?\\s*:|more (?:on|from|in) |"
        "follow (?:us|our|@)|like us on|join (?:us|our|the conversation)|share (?:this|on)\\b|tags?\\s*:|"
        "e-?mail\\s*:|tel(?:ephone)?\\s*[.:]|published (?:on|in|by)\\b|last updated\\b|updated\\s*:|source\\s*:|"
        "print(?: this)?(?: article| page)?$|comments?\\b|post a comment|leave a )"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// What such lines say somewhere.
const QRegularExpression &phrases()
{
    static const QRegularExpression pattern(
        u"all rights (?:are )?reserved|may not be (?:published|reproduced|republished|copied)|"
        "(?:subscribe|sign up) (?:to|for) |our (?:free )?(?:daily |weekly )?(?:newsletter|app|channel|e-?paper)s?\\b|"
        "our standards\\b|terms (?:of (?:use|service)|and conditions)\\b|privacy policy|cookie policy|"
        "(?:opinions|views) expressed (?:here|in this|by the author)|do(?:es)? not necessarily "
        "(?:reflect|represent)|"
        "(?:contributed to|assisted in) this (?:report|story|article)|(?:this|the) (?:article|story|report) "
        "(?:was |has been )?(?:first |originally )?(?:published|appeared)|can be (?:reached|contacted) at|"
        "contact (?:us|the (?:writer|author|newsroom|editor)) (?:at|on|by)|write to us|letters to the editor|"
        "support (?:our|independent) journalism|make a (?:contribution|donation)|is a (?:staff |freelance )?"
        "(?:writer|journalist|columnist|correspondent|reporter) (?:for|at|with|based)|"
        "is not responsible for the content|not a news report"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// An address and hardly a word beside it.
bool isAddressLine(QStringView line)
{
    const bool addressed = line.contains("http://"_L1) || line.contains("https://"_L1) ||
                           line.contains("www."_L1) || line.contains(u'@');
    return addressed && line.count(u' ') < 12;
}

} // namespace

bool isBoilerplate(QStringView line)
{
    if (line.size() > longestLine)
        return false;
    const QString words = line.toString();
    return isAddressLine(line) || beginnings().match(words).hasMatch() || phrases().match(words).hasMatch();
}

} // namespace demarche::corpus::stories
