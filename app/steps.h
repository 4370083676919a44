#pragma once

#include "models/lens/session.h"
#include "views/map/mapcamera.h"
#include "views/timeline/timewindow.h"

#include <QTimer>
#include <QUndoStack>

#include <functional>

namespace demarche::views {
class MapView;
class TimelineView;
} // namespace demarche::views

namespace demarche::app {

/// What can be taken back in the window, in the order in which it was done: lenses, and how map and timeline
/// are zoomed. Turns of the wheel that follow each other closely are one step.
class Steps : public QObject
{
    Q_OBJECT

public:
    /// The lens, the map and the timeline must outlive this.
    Steps(lens::LensSession &session, views::MapView &map, views::TimelineView &timeline,
          QObject *parent = nullptr);
    ~Steps() override;

    void undo();
    void redo();
    /// Keeps a step that was just done, such as an analyst's correction, by a word or two for the menu.
    void record(const QString &text, std::function<void()> back, std::function<void()> again);
    [[nodiscard]] bool canUndo() const { return m_stack.canUndo() || isZooming(); }
    [[nodiscard]] bool canRedo() const { return m_stack.canRedo() && !isZooming(); }
    /// What undo() would take back, in a word or two.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const { return m_stack.redoText(); }

signals:
    void changed();

private:
    [[nodiscard]] bool isZooming() const { return m_zooming.isActive(); }
    void startZoom();
    /// Makes a step of the zoom that is under way.
    void endZoom();
    /// What a later zoom starts from, where none is under way.
    void rest();

    lens::LensSession &m_session;
    views::MapView &m_map;
    views::TimelineView &m_timeline;
    QUndoStack m_stack;
    QTimer m_zooming;
    views::MapCamera m_camera;
    views::TimeWindow m_window;
    bool m_isReplaying = false;
};

} // namespace demarche::app
