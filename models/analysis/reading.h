#pragma once

#include "models/analysis/findings.h"
#include "models/language/tree.h"

namespace demarche::knowledge {
class Knowledge;
}

namespace demarche::analysis {

/// One article on its way through the analysis. Each step below reads what the earlier ones left in
/// `analysis` and adds its own; pipeline.cpp calls them in the order in which they stand here.
struct Reading
{
    const language::Annotation &annotation;
    const language::Tree &tree;
    const knowledge::Knowledge &knowledge;
    const Circumstances &circumstances;

    /// For each token the stretch between quotation marks that it stands in (index into `quoted`), or -1.
    std::vector<int> quotedAt;
    /// The stretches between quotation marks, without the marks, in text order.
    std::vector<Span> quoted;
    /// For each token the actor of which a mention is headed there, or -1.
    std::vector<ActorId> actorAt;

    Analysis analysis;
};

void findPublished(Reading &);       ///< dates.cpp: the article's own day and its basis
void findQuotedStretches(Reading &); ///< marks.cpp: quotation marks of all kinds, paired and unclosed
void findActors(Reading &);          ///< actors.cpp: named, titled and nominal actors with their mentions
void resolveReferences(Reading &);   ///< references.cpp: pronouns and "the group" outside quotes
void findDemonyms(Reading &);        ///< demonyms.cpp: states named only by an adjective, "a Danish ship"
void findQuotes(Reading &);          ///< quotes.cpp: cue, speaker, content, whom they are about, polarity
void resolveQuotedReferences(
    Reading &);                   ///< references.cpp: "I", "we", "you" inside quotes, by their speakers
void findActions(Reading &);      ///< actions.cpp: who did what to whom, when, how certain
void findStances(Reading &);      ///< stances.cpp: evidence and the article's own stances
void dropIdleDemonyms(Reading &); ///< demonyms.cpp: those that no quote or action needed

} // namespace demarche::analysis
