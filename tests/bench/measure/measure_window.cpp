/// Opens the real window on a store and scrolls the whole list: measure_window STORE
/// Prints the longest time in which the event loop did not turn (gui_stall_ms) and the process's most memory
/// (rss_mb).

#include "app/names.h"
#include "app/workbench.h"
#include "tests/bench/measure/figure.h"
#include "views/panels/articlespanel.h"
#include "views/panels/tableview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTimer>

#include <ctime>

using namespace demarche;
using namespace demarche::measure;
using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 1200;
constexpr int settling = 1500; ///< ms after the articles are there

/// What this thread has worked, in ms: time in which other programs had the processor does not count.
double worked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Measures how long the event loop stands still: a timer that is due at once, again and again.
class Watchdog : public QObject
{
public:
    Watchdog()
    {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, double(m_clock.nsecsElapsed()) / 1e6);
            m_longestWork = std::max(m_longestWork, worked() - m_workedBefore);
            m_clock.start();
            m_workedBefore = worked();
        });
    }
    void start()
    {
        m_clock.start();
        m_workedBefore = worked();
        m_timer.start();
    }
    [[nodiscard]] double longest() const { return m_longest; }
    [[nodiscard]] double longestWork() const { return m_longestWork; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_workedBefore = 0;
    double m_longest = 0;
    double m_longestWork = 0;
};

/// The most memory that this process has had, in MB.
double mostMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

/// From the top of the list to its end, a step a frame.
void scroll(QScrollBar *bar, int step)
{
    bar->setValue(int(qint64(bar->maximum()) * step / steps));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QString file = QCoreApplication::arguments().value(1);
    Result<std::unique_ptr<app::Library>> library = app::Library::open(
        file, [] { return Result<corpus::Analyze>(std::unexpected(Problem{{}, u"not here"_s})); });
    if (!library) {
        std::fprintf(stderr, "measure_window: %s\n", qUtf8Printable(library.error().line()));
        return 1;
    }
    app::Workbench window(*std::move(library), app::shippedWords(), {});
    window.resize(1280, 800);
    window.show();
    Watchdog watchdog;
    QTimer scrolling;
    int step = 0;
    QObject::connect(&scrolling, &QTimer::timeout, &window, [&] {
        scroll(window.articles()->table()->verticalScrollBar(), ++step);
        if (step < steps)
            return;
        std::fprintf(
            stderr,
            "measure_window: %d rows; the longest stall is of %.1f ms, the longest work at once of %.1f ms\n",
            window.articles()->table()->model()->rowCount(), watchdog.longest(), watchdog.longestWork());
        printFigure("gui_stall_ms", watchdog.longest(), "ms");
        printFigure("rss_mb", mostMemory(), "MB");
        window.close();
        QCoreApplication::quit();
    });
    QObject::connect(&window, &app::Workbench::ready, &window, [&] {
        QTimer::singleShot(settling, &window, [&] {
            watchdog.start();
            scrolling.start(16);
        });
    });
    return QApplication::exec();
}
