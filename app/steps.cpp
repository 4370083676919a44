#include "app/steps.h"

#include "views/map/mapview.h"
#include "views/timeline/timelineview.h"

#include <QScopedValueRollback>

namespace demarche::app {

namespace {

/// Fewer than the lenses kept, so that each step of a lens finds the one before it.
constexpr int mostSteps = int(lens::LensHistory::depth) - 1;
constexpr int pauseOfZoom = 500; ///< ms

/// A step that was done already when it is recorded.
class Step : public QUndoCommand
{
public:
    Step(const QString &text, std::function<void()> back, std::function<void()> again)
        : QUndoCommand(text)
        , m_back(std::move(back))
        , m_again(std::move(again))
    {
    }
    void undo() override { m_back(); }
    void redo() override
    {
        if (std::exchange(m_isRecorded, true))
            m_again();
    }

private:
    std::function<void()> m_back;
    std::function<void()> m_again;
    bool m_isRecorded = false;
};

} // namespace

Steps::Steps(lens::LensSession &session, views::MapView &map, views::TimelineView &timeline, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_map(map)
    , m_timeline(timeline)
{
    m_stack.setUndoLimit(mostSteps);
    m_zooming.setSingleShot(true);
    m_zooming.setInterval(pauseOfZoom);
    connect(&m_zooming, &QTimer::timeout, this, &Steps::endZoom);
    connect(&map, &views::MapView::cameraChanged, this, &Steps::startZoom);
    connect(&timeline, &views::TimelineView::windowChanged, this, &Steps::startZoom);
    connect(&session, &lens::LensSession::changed, this, &Steps::rest);
    connect(&session, &lens::LensSession::recorded, this, [this] {
        endZoom();
        m_stack.push(new Step(tr("filter"), [this] { m_session.undo(); }, [this] { m_session.redo(); }));
    });
    connect(&m_stack, &QUndoStack::indexChanged, this, &Steps::changed);
    rest();
}

Steps::~Steps()
{
    // A stack says that it is emptied while it goes, and whoever listens to changed() may be gone by then.
    m_stack.disconnect(this);
}

void Steps::record(const QString &text, std::function<void()> back, std::function<void()> again)
{
    endZoom();
    m_stack.push(new Step(text, std::move(back), std::move(again)));
}

void Steps::undo()
{
    endZoom();
    const QScopedValueRollback replaying(m_isReplaying, true);
    m_stack.undo();
}

void Steps::redo()
{
    endZoom();
    const QScopedValueRollback replaying(m_isReplaying, true);
    m_stack.redo();
}

QString Steps::undoText() const
{
    return isZooming() ? tr("zoom") : m_stack.undoText();
}

void Steps::startZoom()
{
    if (m_isReplaying) {
        rest();
        return;
    }
    const bool isFirst = !isZooming();
    m_zooming.start();
    if (isFirst)
        emit changed();
}

void Steps::endZoom()
{
    if (!isZooming())
        return;
    m_zooming.stop();
    const auto mapTo = [this](const views::MapCamera &camera) {
        return [this, camera] { m_map.setCamera(camera); };
    };
    const auto timelineTo = [this](const views::TimeWindow &window) {
        return [this, window] { m_timeline.setWindow(window); };
    };
    // Where the window was resized since, only its size differs.
    const views::MapCamera before = m_camera.resized(m_map.camera().area());
    if (before != m_map.camera())
        m_stack.push(new Step(tr("zoom of the map"), mapTo(before), mapTo(m_map.camera())));
    if (m_window != m_timeline.window())
        m_stack.push(
            new Step(tr("zoom of the timeline"), timelineTo(m_window), timelineTo(m_timeline.window())));
    rest();
    emit changed();
}

void Steps::rest()
{
    if (isZooming())
        return;
    m_camera = m_map.camera();
    m_window = m_timeline.window();
}

} // namespace demarche::app
