#pragma once

#include "models/corpus/article.h"
#include "models/corpus/encoding.h"

#include <QLatin1StringView>

/// What is known of an article beside its words, and whence.
namespace demarche::corpus {

/// The language that its words show, else the one that its source declares, else English, as assumed. Where
/// words and source contradict each other, the words must be beyond doubt to prevail.
void findLanguage(Article &article);

void setEncoding(Article &article, const Decoded &decoded);

/// Only articles in English are analysed.
[[nodiscard]] bool isAnalysed(const QString &language);
/// "French"; the code where the language has no name here.
[[nodiscard]] QString languageName(const QString &language);
/// "in French, which is not analysed"; empty for an analysed language.
[[nodiscard]] QString unanalysed(const QString &language);

[[nodiscard]] QLatin1StringView name(Basis basis);
[[nodiscard]] Basis fromName(QStringView text, Basis otherwise);

} // namespace demarche::corpus
