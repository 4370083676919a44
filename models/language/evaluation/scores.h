#pragma once

#include "models/language/annotator.h"
#include "models/language/conllu.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace demarche::language::evaluation {

/// Right, spurious and missed items, and what follows from them.
struct Tally
{
    int right = 0, spurious = 0, missed = 0;

    [[nodiscard]] double precision() const { return share(right, right + spurious); }
    [[nodiscard]] double recall() const { return share(right, right + missed); }
    [[nodiscard]] double f1() const { return share(2 * right, 2 * right + spurious + missed); }

    /// a / b; 0 where there is nothing to share.
    [[nodiscard]] static double share(int a, int b) { return b ? double(a) / double(b) : 0; }
};

/// Attachment and tags over gold tokens, punctuation included. Labels count without their subtypes, as the
/// CoNLL shared tasks counted them.
struct SyntaxScore
{
    int tokens = 0, upos = 0, xpos = 0, lemmas = 0, heads = 0, arcs = 0;
};
[[nodiscard]] SyntaxScore scoreSyntax(const Annotator &annotator, const std::vector<ConlluSentence> &gold);

/// Raw text of the treebank's documents, cut by text::segment: exact spans, white space not counted.
struct SegmentationScore
{
    Tally tokens, sentences;
};
/// Only documents whose id contains `part` (empty: all).
[[nodiscard]] SegmentationScore scoreSegmentation(const std::vector<ConlluSentence> &gold,
                                                  const QString &part = {});

/// Names of people, organisations and places, exact in bounds and kind.
struct NameScore
{
    Tally all, persons, organizations, locations;
};
/// A corpus of two columns; `tenth`: only the documents that training held out as that tenth, 0 … 9.
[[nodiscard]] Result<NameScore> scoreNames(const Annotator &annotator, const QString &path,
                                           std::optional<int> tenth = std::nullopt);

/// Articles of a folder (*.txt) by the language that they are taken to be written in, "" where none is known.
struct LanguageCount
{
    int articles = 0;
    std::map<QString, QStringList> files; ///< by code
    double seconds = 0;                   ///< of processor time, without reading the files
};
[[nodiscard]] LanguageCount countLanguages(const QString &folder);

} // namespace demarche::language::evaluation
