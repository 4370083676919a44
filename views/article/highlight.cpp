#include "views/article/highlight.h"

#include <algorithm>

namespace demarche::article {

using analysis::MentionForm;
using analysis::QuoteKind;
using analysis::Realis;
using tables::FindingKind;

namespace {

/// Tones nearer to zero than this are drawn as neutral.
constexpr double neutralTone = 0.1;

Highlight describe(const tables::FindingPlace &place, const analysis::Analysis &analysis)
{
    Highlight highlight{place, {}, 0, true, true, 0};
    const auto index = std::size_t(place.finding.index);
    switch (place.finding.kind) {
    case FindingKind::Actor:
        highlight.named = analysis.actors[index].mentions[std::size_t(place.part)].form == MentionForm::Name;
        break;
    case FindingKind::Action:
        highlight.core = analysis.actions[index].trigger;
        highlight.tone = analysis.actions[index].goldstein / 10;
        highlight.certain = analysis.actions[index].realis == Realis::Actual;
        break;
    case FindingKind::Quote:
        highlight.tone = analysis.quotes[index].polarity;
        highlight.certain = analysis.quotes[index].kind != QuoteKind::Indirect;
        break;
    }
    return highlight;
}

/// Gives each marking of one kind the first lane that is free where it begins.
void assignLanes(std::vector<Highlight> &highlights, FindingKind kind)
{
    std::vector<qsizetype> laneEnds;
    for (Highlight &highlight : highlights) {
        if (highlight.place.finding.kind != kind)
            continue;
        const auto free =
            std::ranges::find_if(laneEnds, [&](qsizetype end) { return end <= highlight.place.span.begin; });
        highlight.lane = int(free - laneEnds.begin());
        if (free == laneEnds.end())
            laneEnds.push_back(highlight.place.span.end);
        else
            *free = highlight.place.span.end;
    }
}

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

Layer layerOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Actor:
        return Layer::Actors;
    case FindingKind::Action:
        return Layer::Actions;
    case FindingKind::Quote:
        return Layer::Quotes;
    }
    return Layer::Actors;
}

std::vector<Highlight> highlightsOf(const analysis::Analysis &analysis, qsizetype textLength)
{
    std::vector<Highlight> highlights;
    for (const tables::FindingPlace &place : tables::places(analysis, textLength))
        highlights.push_back(describe(place, analysis));
    assignLanes(highlights, FindingKind::Action);
    assignLanes(highlights, FindingKind::Quote);
    return highlights;
}

HighlightColours::HighlightColours(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    name = dark ? QColor(92, 150, 214, 84) : QColor(70, 130, 200, 52);
    mention = withAlpha(name, name.alpha() / 2);
    hostile = dark ? QColor(0xf0, 0x9a, 0x4a) : QColor(0xb3, 0x58, 0x06);
    neutral = dark ? QColor(0x9a, 0xa3, 0xad) : QColor(0x7a, 0x84, 0x8e);
    friendly = dark ? QColor(0x6f, 0xb4, 0xe8) : QColor(0x1f, 0x6f, 0xb2);
    current = palette.color(QPalette::Highlight);
    hit = dark ? QColor(214, 178, 40, 110) : QColor(255, 221, 87, 150);
    found = dark ? QColor(0xff, 0xd4, 0x54) : QColor(0xc7, 0x7c, 0x00);
}

QColor HighlightColours::toned(double tone) const
{
    if (tone > neutralTone)
        return friendly;
    return tone < -neutralTone ? hostile : neutral;
}

} // namespace demarche::article
