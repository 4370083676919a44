#include "app/playback.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace demarche::app {

namespace {

QDate monthOf(QDate day)
{
    return {day.year(), day.month(), 1};
}

} // namespace

Playback::Playback(lens::LensSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_timer.setInterval(milliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Playback::advance);
    connect(&session, &lens::LensSession::recorded, this, [this] {
        if (!m_isLooking)
            setPlaying(false);
    });
}

void Playback::setPlaying(bool playing)
{
    if (playing == isPlaying())
        return;
    if (!playing) {
        m_timer.stop();
    } else {
        const std::vector<QDate> all = months();
        if (all.empty()) {
            emit playingChanged(false);
            return;
        }
        m_timer.start();
        const QDate next = monthBeside(1);
        look(next.isValid() ? next : all.front(), true);
    }
    emit playingChanged(isPlaying());
}

void Playback::advance()
{
    const QDate month = monthBeside(1);
    if (month.isValid())
        look(month, false);
    else
        setPlaying(false);
}

bool Playback::step(int direction)
{
    const QDate month = monthBeside(direction);
    if (month.isValid())
        look(month, true);
    return month.isValid();
}

void Playback::look(QDate month, bool isNewStep)
{
    const QScopedValueRollback looking(m_isLooking, true);
    lens::Lens lens = lens::withDates(m_session.lens(), month, month.addMonths(1).addDays(-1));
    if (isNewStep)
        m_session.look(std::move(lens));
    else
        m_session.replace(std::move(lens));
}

QDate Playback::monthBeside(int direction) const
{
    const std::vector<QDate> all = months();
    const QDate from = m_session.lens().from;
    if (all.empty())
        return {};
    if (!from.isValid())
        return direction > 0 ? all.front() : all.back();
    const QDate now = monthOf(from);
    if (direction > 0) {
        const auto after = std::ranges::upper_bound(all, now);
        return after == all.end() ? QDate() : *after;
    }
    const auto at = std::ranges::lower_bound(all, now);
    return at == all.begin() ? QDate() : *std::prev(at);
}

std::vector<QDate> Playback::months() const
{
    const lens::EvidenceIndex &index = m_session.index();
    std::vector<lens::Day> days;
    days.reserve(index.articleCount());
    for (std::size_t at = 0; at < index.articleCount(); ++at)
        days.push_back(index.day(lens::ArticleAt(at)));
    std::erase(days, lens::noDay);
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    std::vector<QDate> found;
    for (const lens::Day day : days) {
        if (const QDate month = monthOf(lens::dateOf(day)); found.empty() || found.back() != month)
            found.push_back(month);
    }
    return found;
}

} // namespace demarche::app
