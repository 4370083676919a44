#pragma once

#include "models/analysis/findings.h"
#include "models/language/annotator.h"

#include <memory>
#include <span>

namespace demarche::knowledge {
class Knowledge;
}

namespace demarche::analysis {

struct Reading;

/// One step of the analysis, by the name under which benchmarks report it.
struct Step
{
    QLatin1StringView name;
    void (*run)(Reading &);
};

/// All steps between the trees and the finished analysis, in the order in which they run (reading.h).
[[nodiscard]] std::span<const Step> steps();

/// From an article's text to its findings: a pure function of (text, circumstances, models, knowledge), safe
/// on any thread; one Pipeline serves them all.
class Pipeline
{
public:
    Pipeline(std::shared_ptr<const language::Annotator> annotator, const knowledge::Knowledge &knowledge);

    /// With the shipped models and knowledge.
    [[nodiscard]] static Result<Pipeline> shipped();

    /// Nothing where the thread's work is interrupted meanwhile (text/interruption.h).
    [[nodiscard]] Analysis analyze(const QString &text, const Circumstances &circumstances) const;

private:
    std::shared_ptr<const language::Annotator> m_annotator;
    const knowledge::Knowledge *m_knowledge;
};

} // namespace demarche::analysis
