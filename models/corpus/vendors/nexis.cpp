#include "models/corpus/vendors/nexis.h"

#include "models/corpus/byline.h"
#include "models/corpus/languagenames.h"
#include "models/corpus/vendors/leftover.h"
#include "models/corpus/vendors/nexisdocument.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

void setDay(const NexisDocument &document, Article &article)
{
    const QDate day = document.day.isValid() ? document.day : document.loaded;
    if (day.isValid())
        article.published = {day, analysis::DateBasis::Metadata};
    if (!day.isValid())
        article.warnings << noDay;
    else if (!document.day.isValid())
        article.warnings
            << u"dated by when it was loaded into the archive, for the export gives no other day"_s;
}

void setLanguage(const NexisDocument &document, Article &article)
{
    const QString first = document.language.section(u';', 0, 0).section(u',', 0, 0).trimmed();
    if (const QString tag = languageNamed(first); !tag.isEmpty())
        article.language = tag;
    else if (!first.isEmpty())
        article.warnings << u"language unknown: %1"_s.arg(first);
}

Article articleOf(const NexisDocument &document, const QString &uri)
{
    Article article;
    article.uri = uri;
    article.title = document.headline;
    article.byline = peopleOf(document.byline);
    article.publisher = document.publication;
    article.text = textOf(document.body);
    if (document.isWhole)
        article.warnings << u"this part of the export follows no known layout and was taken whole"_s;
    if (document.isUnmarked)
        article.warnings << u"no mark stands between it and the article before it in the export"_s;
    if (document.isCut)
        article.warnings << u"the export ends within this article"_s;
    setDay(document, article);
    setLanguage(document, article);
    return article;
}

} // namespace

bool isNexis(LineSpan lines)
{
    return nexisForm(lines) != NexisForm::Unknown;
}

Result<void> readNexis(LineSpan lines, const QString &uri, const Sink &sink)
{
    const NexisForm form = nexisForm(lines);
    const std::vector<NexisBlock> blocks = nexisBlocks(lines, form);
    int number = 0;
    for (const NexisBlock &block : blocks) {
        const QString place = u"%1#%2"_s.arg(uri).arg(++number);
        const NexisDocument document = nexisDocument(block, form);
        if (document.body.empty()) {
            sink.problem({place, u"a document without text"_s});
            continue;
        }
        Article article = articleOf(document, place);
        if (!giveLeftover(document.above, uri + u"#0"_s, sink, article) || !sink.article(std::move(article)))
            break;
    }
    if (blocks.empty())
        return std::unexpected(Problem{uri, u"an export of Nexis's without documents"_s});
    return {};
}

} // namespace demarche::corpus::vendors
