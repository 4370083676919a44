#pragma once

#include "models/tables/findingref.h"

#include <QColor>
#include <QFlags>
#include <QPalette>

/// What is marked in an article's text, and in which colours.
namespace demarche::article {

/// The kinds of findings that can be shown or hidden by themselves.
enum class Layer : std::uint8_t { Actors = 1, Actions = 2, Quotes = 4 };
Q_DECLARE_FLAGS(Layers, Layer)
inline constexpr Layers allLayers{Layer::Actors, Layer::Actions, Layer::Quotes};

[[nodiscard]] Layer layerOf(tables::FindingKind kind);

/// One stretch of text to be marked, with what its marking says.
struct Highlight
{
    tables::FindingPlace place;
    text::Span core;     ///< an action's trigger; else empty
    double tone = 0;     ///< -1 hostile … 1 friendly, for actions and quotes
    bool named = true;   ///< a mention by name rather than by pronoun or noun
    bool certain = true; ///< an action that happened; a quote in its own words
    int lane = 0;        ///< where markings of one layer overlap: 0 outermost
};

/// In text order. Overlapping actions and quotes have lanes of their own.
[[nodiscard]] std::vector<Highlight> highlightsOf(const analysis::Analysis &analysis, qsizetype textLength);

/// Colours that can be told apart by colour-blind readers and on both themes. The markings differ in shape as
/// well.
struct HighlightColours
{
    explicit HighlightColours(const QPalette &palette);

    /// The colour of an action's line or a quote's bar by its tone.
    [[nodiscard]] QColor toned(double tone) const;

    QColor name;    ///< fill behind an actor's name
    QColor mention; ///< fill behind its other mentions
    QColor hostile;
    QColor neutral;
    QColor friendly;
    QColor current; ///< frame of the finding at hand
    QColor hit;     ///< fill of the lens's search words
    QColor found;   ///< frame of what was looked for in this text
};

} // namespace demarche::article

Q_DECLARE_OPERATORS_FOR_FLAGS(demarche::article::Layers)
