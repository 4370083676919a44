#pragma once

#include "models/language/annotation.h"
#include "models/language/conllu.h"
#include "models/language/lexeme.h"
#include "models/language/namecontext.h"

#include <QStringList>

#include <vector>

namespace demarche::language::training {

/// A treebank sentence with its gold annotation, ready for features.
struct TreeSentence
{
    WorkSentence work; ///< lexemes; its tags are whatever a tagger last wrote
    QStringList forms, lemmas;
    std::vector<std::uint8_t> xpos, upos; ///< gold
    std::vector<int> heads;               ///< 0-based; the word count stands for the root
    std::vector<Deprel> labels;
    std::vector<bool> typos;

    [[nodiscard]] int size() const { return int(heads.size()); }
};

/// A sentence with its names as classes of the name tagger.
struct NameSentence
{
    WorkSentence work;
    QStringList forms;
    std::vector<std::uint8_t> classes;                 ///< gold
    unsigned kinds = 0;                                ///< the kinds that its corpus marks, a bit each
    int document = 0;                                  ///< counted through all corpora that are read together
    std::vector<std::uint32_t> lists;                  ///< the gazetteer's marks
    std::vector<NameContext::Use> uses;                ///< what the rest of the document says; empty: nothing
    std::vector<std::vector<std::uint64_t>> elsewhere; ///< features of a word's other places in the document
};

[[nodiscard]] Result<QByteArray> readFile(const QString &path);
[[nodiscard]] Result<std::vector<TreeSentence>> readTreebank(const QString &path, const Clusters &clusters);

/// Which documents of a name corpus are wanted: every tenth is held out for development.
enum class Part { All, Training, HeldOut };
/// Two columns, token and IOB2 tag; `-DOC-` starts an article, an empty line ends a sentence. Held out are
/// the documents `tenth`, `tenth` + 10, …, counted from 0.
[[nodiscard]] Result<std::vector<NameSentence>> readNames(const QString &path, const Clusters &clusters,
                                                          Part part, int tenth = 0);

} // namespace demarche::language::training
