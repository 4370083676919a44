#pragma once

#include <QString>

#include <array>

/// The scale on which stances are drawn and named.
namespace demarche::charts {

constexpr double ScoreLimit = 10; ///< scores lie in [-ScoreLimit, ScoreLimit]

/// The contract's five words, from the most hostile.
enum class StanceLabel : unsigned char { Hostile, Critical, Mixed, Favourable, Supportive };
constexpr int StanceLabels = 5;

/// Where one label ends and the next begins; a score on the bound belongs to the stronger
/// one, as in the analysis record.
constexpr std::array<double, StanceLabels - 1> LabelBounds{-5, -1, 1, 5};

[[nodiscard]] StanceLabel labelOf(double score);
[[nodiscard]] QString nameOf(StanceLabel label);

/// "−6.5", "0.0", "+3.2": with a real minus sign and one decimal.
[[nodiscard]] QString scoreText(double score);

} // namespace demarche::charts
