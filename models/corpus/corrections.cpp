#include "models/corpus/corrections.h"

namespace demarche::corpus {

Article corrected(Article article, const Corrections &corrections)
{
    if (corrections.title)
        article.title = *corrections.title;
    if (corrections.day)
        article.published = {*corrections.day, analysis::DateBasis::Option};
    if (corrections.publisher) {
        article.publisher = *corrections.publisher;
        article.publisherBasis = Basis::Analyst;
    }
    if (corrections.language) {
        article.language = *corrections.language;
        article.languageBasis = Basis::Analyst;
    }
    return article;
}

} // namespace demarche::corpus
