#include "models/corpus/analysing.h"

#include "models/analysis/pipeline.h"

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
        return pipeline.analyze(article.text, circumstancesOf(article));
    };
}

} // namespace demarche::corpus
