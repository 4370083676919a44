#pragma once

#include "models/language/annotation.h"
#include "models/text/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace demarche::language {

/// One word line of CoNLL-U with what this program reads of it. Multiword and empty-node lines are left out,
/// as `# text` and MISC are kept apart.
struct ConlluToken
{
    QString form;
    QString lemma;
    Upos upos = Upos::X;
    std::uint8_t xpos = 0;
    int head = 0; ///< 1-based within the sentence; 0 is the root
    Deprel deprel = Deprel::Dep;
    bool spaceAfter = true;
    bool typo = false; ///< the treebank marks a misspelling or a word broken in two
};

/// One sentence with the comments that bear on segmentation.
struct ConlluSentence
{
    QString text;           ///< of `# text =`
    QString document;       ///< of `# newdoc id =`, on a document's first sentence only
    bool paragraph = false; ///< `# newpar` stands before it
    std::vector<ConlluToken> tokens;
};

/// Reads CoNLL-U; a line of a wrong form is an error that names its number.
[[nodiscard]] Result<std::vector<ConlluSentence>> readConllu(const QByteArray &bytes, const QString &where);

/// CoNLL-U of an annotated document: `# text`, ten columns, `NER=` (BIO) and `SpaceAfter=No` in MISC.
[[nodiscard]] QByteArray writeConllu(const Annotation &annotation);

/// The document that CoNLL-U's tokens and sentence bounds stand for, its text joined by SpaceAfter.
[[nodiscard]] text::Document documentOf(const std::vector<ConlluSentence> &sentences);

} // namespace demarche::language
