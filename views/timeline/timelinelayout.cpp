#include "views/timeline/timelinelayout.h"

#include "models/charts/stancescale.h"

#include <algorithm>

namespace demarche::views {

namespace {

constexpr double ScaleWidth = 44; // labels of the scores and the ramp
constexpr double StripWidth = 5;
constexpr double Top = 14;
constexpr double KeyHeight = 20;
constexpr double LeastForKey = 230; // a flat timeline needs its height for itself
constexpr double DatesHeight = 36;
constexpr double NoteHeight = 14;
constexpr double Gap = 18; // between plot and bars

} // namespace

TimelineLayout::TimelineLayout(const QRectF &whole, const TimeWindow &shown, double namesWidth, bool hasNote)
    : area(whole)
    , window(shown)
{
    const double right = std::min(namesWidth, whole.width() / 4) + 14;
    if (whole.height() >= LeastForKey)
        key = QRectF(whole.left() + 14, whole.top() + 8, whole.width() - 28, KeyHeight);
    const double top = Top + (key.isEmpty() ? 0 : KeyHeight);
    const double below = DatesHeight + (hasNote ? NoteHeight : 0);
    const double inner = std::max(20.0, whole.height() - top - below - Gap);
    const double bars = std::clamp(inner * 0.2, 12.0, 90.0);
    plot = QRectF(whole.left() + ScaleWidth, whole.top() + top,
                  std::max(20.0, whole.width() - ScaleWidth - right), std::max(8.0, inner - bars));
    strip = QRectF(plot.left() - StripWidth - 1, plot.top(), StripWidth, plot.height());
    volume = QRectF(plot.left(), plot.bottom() + Gap, plot.width(), bars);
    dates = QRectF(plot.left(), volume.bottom(), plot.width(), DatesHeight);
    if (hasNote)
        note = QRectF(whole.left() + 14, dates.bottom() - 4, whole.width() - 26, NoteHeight);
    names = QRectF(plot.right() + 10, plot.top() - 6, right - 12, plot.height() + 12);
}

double TimelineLayout::x(double moment) const
{
    return plot.left() + plot.width() * (moment - window.begin()) / std::max(window.length(), 1e-9);
}

double TimelineLayout::y(double score) const
{
    return plot.center().y() - plot.height() * score / (2 * charts::ScoreLimit);
}

double TimelineLayout::momentAt(double at) const
{
    return window.begin() + window.length() * (at - plot.left()) / plot.width();
}

} // namespace demarche::views
