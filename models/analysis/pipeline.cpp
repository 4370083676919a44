#include "models/analysis/pipeline.h"

#include "models/analysis/fragments.h"
#include "models/analysis/order.h"
#include "models/analysis/reading.h"
#include "models/knowledge/knowledge.h"
#include "models/text/interruption.h"

#include <array>

namespace demarche::analysis {

std::span<const Step> steps()
{
    using namespace Qt::StringLiterals;
    static constexpr std::array all{
        Step{"published"_L1, findPublished},
        Step{"quoted stretches"_L1, findQuotedStretches},
        Step{"actors"_L1, findActors},
        Step{"references"_L1, resolveReferences},
        Step{"demonyms"_L1, findDemonyms},
        Step{"quotes"_L1, findQuotes},
        Step{"quoted references"_L1, resolveQuotedReferences},
        Step{"actions"_L1, findActions},
        Step{"stances"_L1, findStances},
        Step{"idle demonyms"_L1, dropIdleDemonyms},
    };
    return all;
}

Pipeline::Pipeline(std::shared_ptr<const language::Annotator> annotator,
                   const knowledge::Knowledge &knowledge)
    : m_annotator(std::move(annotator))
    , m_knowledge(&knowledge)
{
}

Result<Pipeline> Pipeline::shipped()
{
    auto annotator = language::Annotator::shipped();
    if (!annotator)
        return std::unexpected(annotator.error());
    const auto &knowledge = knowledge::Knowledge::shipped();
    if (!knowledge)
        return std::unexpected(knowledge.error());
    return Pipeline(std::move(*annotator), **knowledge);
}

Analysis Pipeline::analyze(const QString &text, const Circumstances &circumstances) const
{
    const language::Annotation annotation = annotateInFragments(*m_annotator, text::segment(text));
    if (text::interrupted())
        return {}; // the trees are not whole
    const language::Tree tree(annotation);
    Reading reading{annotation, tree, *m_knowledge, circumstances, {}, {}, {}, {}};
    reading.actorAt.assign(annotation.words.size(), -1);
    reading.analysis.published = circumstances.published;
    for (const text::Sentence &sentence : annotation.document.sentences)
        reading.analysis.sentences.push_back(sentence.span);
    for (const Step &step : steps()) {
        if (text::interrupted())
            return {};
        step.run(reading);
    }
    putInTextOrder(reading.analysis);
    return std::move(reading.analysis);
}

} // namespace demarche::analysis
