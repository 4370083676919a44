#pragma once

#include <QString>
#include <QStringList>

#include <random>
#include <span>
#include <vector>

/// What papers do with an agency's copy, done to articles at random but reproducibly, to measure by.
namespace demarche::corpus::stories::evaluation {

using Random = std::mt19937;

/// Something is made of an article; `other` is an article of another story, to borrow words from.
struct Edit
{
    QLatin1StringView name;
    QString (*make)(const QString &text, const QString &other, Random &random);
};

/// Edits after which an article still tells the same story.
[[nodiscard]] std::span<const Edit> edits();
/// What makes another story that looks like it: must not be joined with the article.
[[nodiscard]] std::span<const Edit> impostors();

/// A whole number from 0 to below `size`; the same on every platform.
[[nodiscard]] int pick(Random &random, qsizetype size);
/// The paragraphs of a text, each on one line.
[[nodiscard]] QStringList paragraphsOf(const QString &text);
/// The sentences of a text.
[[nodiscard]] QStringList sentencesOf(const QString &text);

} // namespace demarche::corpus::stories::evaluation
