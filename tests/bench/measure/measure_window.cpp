/// Opens the real window on a store, scrolls the whole list, then changes lens, tables and order:
/// measure_window STORE Prints the longest time in which the event loop did not turn while it scrolled
/// (gui_stall_ms) and after a change (gui_lens_stall_ms), and the process's most memory before the changes
/// (rss_mb).

#include "app/names.h"
#include "app/workbench.h"
#include "tests/bench/measure/figure.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"
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
    /// Forgets what was measured.
    void again()
    {
        m_longest = m_longestWork = 0;
        start();
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

struct Change
{
    const char *name;
    std::function<void(app::Workbench &)> make;
};

/// What somebody does who looks about in a collection, one after the other.
std::vector<Change> changes()
{
    using panels::FindingsPanel;
    const auto look = [](auto change) {
        return [change](app::Workbench &window) {
            lens::Lens lens = window.session().lens();
            change(lens);
            window.session().look(std::move(lens));
        };
    };
    const auto sort = [](int column, Qt::SortOrder order) {
        return [column, order](app::Workbench &window) {
            window.articles()->table()->sortByColumn(column, order);
        };
    };
    const auto overLens = [](FindingsPanel::Tab tab) {
        return [tab](app::Workbench &window) {
            window.findings()->setOverLens(true);
            window.findings()->setTab(tab);
        };
    };
    using tables::ArticlesModel;
    return {{"choose a country", look([](lens::Lens &lens) { lens.countries = QStringList{u"USA"_s}; })},
            {"add another", look([](lens::Lens &lens) { lens = lens::toggled(lens, u"RUS"_s); })},
            {"all countries", look([](lens::Lens &lens) { lens.countries.clear(); })},
            {"choose dates",
             look([](lens::Lens &lens) { lens = lens::withDates(lens, {2018, 1, 1}, {2019, 12, 31}); })},
            {"all dates", look([](lens::Lens &lens) { lens = lens::withDates(lens, {}, {}); })},
            {"search a common word", look([](lens::Lens &lens) { lens.search = u"government"_s; })},
            {"take the search away", look([](lens::Lens &lens) { lens.search.clear(); })},
            {"evidence of all", overLens(FindingsPanel::Evidence)},
            {"quotes of all", overLens(FindingsPanel::Quotes)},
            {"actions of all", overLens(FindingsPanel::Actions)},
            {"actors of all", overLens(FindingsPanel::Actors)},
            {"stances", overLens(FindingsPanel::Stances)},
            {"sort by publisher", sort(ArticlesModel::Publisher, Qt::AscendingOrder)},
            {"sort by title", sort(ArticlesModel::Title, Qt::AscendingOrder)},
            {"choose a country, sorted by title",
             look([](lens::Lens &lens) { lens.countries = QStringList{u"CHN"_s}; })},
            {"sort by date", sort(ArticlesModel::Date, Qt::DescendingOrder)}};
}

/// Makes each change, waits, and tells the longest stall of each; the longest of all is the figure.
class Changing : public QObject
{
public:
    Changing(app::Workbench &window, Watchdog &watchdog)
        : m_window(window)
        , m_watchdog(watchdog)
    {
        m_timer.setInterval(waiting);
        connect(&m_timer, &QTimer::timeout, this, &Changing::step);
    }
    std::function<void()> ended;
    void start()
    {
        step();
        m_timer.start();
    }

private:
    static constexpr int waiting = 1500; ///< ms, for what works beside the window to come in

    void step()
    {
        if (m_at > 0) {
            std::fprintf(stderr, "measure_window: %-34s %6.1f ms, work %6.1f ms\n", m_changes[m_at - 1].name,
                         m_watchdog.longest(), m_watchdog.longestWork());
            m_longest = std::max(m_longest, m_watchdog.longest());
        }
        if (m_at == m_changes.size()) {
            m_timer.stop();
            printFigure("gui_lens_stall_ms", m_longest, "ms");
            ended();
            return;
        }
        m_watchdog.again();
        // In a turn of its own, so that the watchdog sees all of it.
        QTimer::singleShot(0, this, [this, at = m_at++] { m_changes[at].make(m_window); });
    }

    app::Workbench &m_window;
    Watchdog &m_watchdog;
    QTimer m_timer;
    std::vector<Change> m_changes = changes();
    std::size_t m_at = 0;
    double m_longest = 0;
};

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
    Changing changing(window, watchdog);
    changing.ended = [&] {
        window.close();
        QCoreApplication::quit();
    };
    QTimer scrolling;
    int step = 0;
    QObject::connect(&scrolling, &QTimer::timeout, &window, [&] {
        scroll(window.articles()->table()->verticalScrollBar(), ++step);
        if (step < steps)
            return;
        scrolling.stop();
        std::fprintf(
            stderr,
            "measure_window: %d rows; the longest stall is of %.1f ms, the longest work at once of %.1f ms\n",
            window.articles()->table()->model()->rowCount(), watchdog.longest(), watchdog.longestWork());
        printFigure("gui_stall_ms", watchdog.longest(), "ms");
        printFigure("rss_mb", mostMemory(), "MB");
        changing.start();
    });
    QObject::connect(&window, &app::Workbench::ready, &window, [&] {
        QTimer::singleShot(settling, &window, [&] {
            watchdog.start();
            scrolling.start(16);
        });
    });
    return QApplication::exec();
}
