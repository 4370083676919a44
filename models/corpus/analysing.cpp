#include "models/corpus/analysing.h"

#include "models/analysis/pipeline.h"
#include "models/corpus/provenance.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

analysis::Circumstances circumstancesOf(const Article &article)
{
    return {article.title, article.publisher, article.byline, article.published};
}

Result<Analyze> shippedAnalysis()
{
    Result<analysis::Pipeline> pipeline = analysis::Pipeline::shipped();
    if (!pipeline)
        return std::unexpected(pipeline.error());
    return [pipeline = std::move(*pipeline)](const Article &article) {
        if (isAnalysed(article.language))
            return pipeline.analyze(article.text, circumstancesOf(article));
        analysis::Analysis none;
        none.published = article.published;
        none.warnings << u"The article is %1"_s.arg(unanalysed(article.language));
        return none;
    };
}

} // namespace demarche::corpus
