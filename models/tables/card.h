#pragma once

#include "models/corpus/article.h"
#include "models/lens/lens.h"
#include "models/tables/findingref.h"

/// What is told of one finding: who, what, to whom, when, with what code, how certain, and why.
namespace demarche::tables {

/// Words for keys, given by whoever knows them (the knowledge tables).
struct Words
{
    lens::NameOf country;    ///< by ISO alpha-3; a name that is none as it is
    lens::NameOf cameoLabel; ///< by CAMEO code
};

struct CardLine
{
    QString label; ///< "Who"
    QString text;
};

struct Card
{
    QString heading; ///< "Action"
    QString title;   ///< "recalled: Reduce or break diplomatic relations"
    std::vector<CardLine> lines;
};

/// All fields are plain text and may hold anything that stands in an article. An unknown finding gives an
/// empty card.
[[nodiscard]] Card cardOf(const analysis::Analysis &analysis, const QString &text, FindingRef finding,
                          const Words &words);

/// The card in one line, for tooltips and lists: "Action: Colombia recalled … (161, −4.0)".
[[nodiscard]] QString inOneLine(const analysis::Analysis &analysis, const QString &text, FindingRef finding,
                                const Words &words);

/// "Gustavo Petro, Colombia"; the actors' names joined by commas.
[[nodiscard]] QString actorNames(const analysis::Analysis &analysis,
                                 const std::vector<analysis::ActorId> &actors);

/// "−4.0", "+2.5", "0.0".
[[nodiscard]] QString signedFigure(double value);
[[nodiscard]] QString inWords(analysis::Realis realis);   ///< "reported as done"
[[nodiscard]] QString inWords(analysis::DateBasis basis); ///< "from the article's metadata"
[[nodiscard]] QString inWords(corpus::Basis basis);       ///< the same of its language or publisher
[[nodiscard]] QString inWords(analysis::QuoteKind kind);  ///< "direct"
[[nodiscard]] QString inWords(analysis::ActorKind kind);  ///< "person"
[[nodiscard]] QString dayInWords(QDate day);              ///< "31 Oct 2023"; empty for an invalid one
/// Where an article came from: its address or path; of what is built into the program, its name alone.
[[nodiscard]] QString placeInWords(const QString &uri);
/// "1 article", "3 articles", with thousands parted.
[[nodiscard]] QString counted(qint64 count, const QString &one, const QString &many);
/// At most `most` characters, cut at a word with an ellipsis, white space made plain.
[[nodiscard]] QString shortened(QStringView text, qsizetype most);

} // namespace demarche::tables
