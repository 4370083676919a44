#pragma once

#include "models/lens/session.h"

#include <QTimer>

#include <vector>

namespace demarche::app {

/// Plays the collection month by month: looks at each month that has articles, one after the other. However
/// many months are played, undo takes back the whole of it. Whatever else changes the lens ends it.
class Playback : public QObject
{
    Q_OBJECT

public:
    static constexpr int milliseconds = 1100; ///< that a month is shown

    /// The session must outlive this.
    explicit Playback(lens::LensSession &session, QObject *parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    /// Goes on from the month looked at, or from the first.
    void setPlaying(bool playing);
    /// To the next month with articles (1) or the one before (-1); false where there is none.
    bool step(int direction);

signals:
    void playingChanged(bool playing);

private:
    void advance();
    void look(QDate month, bool isNewStep);
    /// Invalid where there is none.
    [[nodiscard]] QDate monthBeside(int direction) const;
    /// Those with articles, in order.
    [[nodiscard]] std::vector<QDate> months() const;

    lens::LensSession &m_session;
    QTimer m_timer;
    bool m_isLooking = false;
};

} // namespace demarche::app
