#include "app/icons.h"
#include "app/names.h"
#include "app/startup.h"
#include "app/workbench.h"

#include "app/commands/command.h"
#include "models/corpus/analysing.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include <spdlog/spdlog.h>

#include <cstdio>
#include <utility>

namespace demarche::app {

using namespace Qt::StringLiterals;

namespace {

corpus::ImportJob::Prepare analysis()
{
#ifdef DEMARCHE_ANALYSIS
    return corpus::shippedAnalysis;
#else
    return [] {
        return Result<corpus::Analyze>(std::unexpected(Problem{{}, u"this build cannot analyse articles"_s}));
    };
#endif
}

/// The sample articles are there from the first start, unless articles of one's own are.
QStringList samplesFor(const Library &library)
{
    const Result<qint64> count = library.store().count();
    if (!count || *count > 0)
        return {};
    QStringList paths;
    for (const QFileInfo &file : QDir(u":/demarche/samples"_s).entryInfoList(QDir::Files))
        paths.append(file.filePath());
    return paths;
}

void setSize(Workbench &workbench)
{
    const QStringList sides = qEnvironmentVariable("DEMARCHE_WINDOW").split(u'x');
    if (sides.size() == 2 && sides[0].toInt() > 0 && sides[1].toInt() > 0)
        workbench.resize(sides[0].toInt(), sides[1].toInt());
}

/// Once everything is loaded and imported, and the charts had time to draw.
void takePicture(Workbench &workbench, const QString &file)
{
    auto *idle = new QTimer(&workbench);
    QObject::connect(idle, &QTimer::timeout, &workbench, [&workbench, file, wasQuiet = false]() mutable {
        const bool isQuiet = !workbench.library().isImporting();
        if (!std::exchange(wasQuiet, isQuiet) || !isQuiet)
            return; // the last articles may have come this instant
        if (!workbench.grab().save(file))
            std::fprintf(stderr, "demarche: %s: cannot be written\n", qPrintable(file));
        workbench.close();
    });
    QObject::connect(&workbench, &Workbench::ready, idle, [idle] { idle->start(700); });
}

/// The window over a library, until it is closed.
int runOver(std::unique_ptr<Library> library, const QStringList &paths, QSettings &settings,
            const Session &session)
{
    const QStringList imported = paths.isEmpty() ? samplesFor(*library) : paths;
    Workbench workbench(std::move(library), shippedWords(), session);
    setSize(workbench);
    auto *first = new FirstPaint(workbench.centralWidget());
    QObject::connect(first, &FirstPaint::painted, first, [](qint64 milliseconds) {
        const qint64 busy = processorMilliseconds();
        spdlog::info("first paint after {} ms, {} ms of processor time", milliseconds, busy);
        if (qEnvironmentVariableIsSet("DEMARCHE_TIMING"))
            std::fprintf(stderr, "first paint after %lld ms, %lld ms of processor time\n",
                         static_cast<long long>(milliseconds), static_cast<long long>(busy));
    });
    // The import begins when the window stands: reading the language models must not delay it.
    QObject::connect(&workbench, &Workbench::ready, &workbench, [&] {
        workbench.library().gather(readFetching(settings));
        workbench.openPaths(imported);
    });
    if (const QString picture = qEnvironmentVariable("DEMARCHE_SCREENSHOT"); !picture.isEmpty())
        takePicture(workbench, picture);
    workbench.show();
    return QApplication::exec();
}

} // namespace

int runWorkbench(const QStringList &paths)
{
    QCoreApplication::setOrganizationName(u"demarche"_s);
    QApplication::setWindowIcon(programIcon());
    QSettings settings;
    const Session session = readSession(settings);
    // For pictures of either theme, without changing what is remembered.
    const QString theme = qEnvironmentVariable("DEMARCHE_THEME", name(session.appearance));
    applyTheme(appearanceFrom(theme));

    const QString file = qEnvironmentVariable("DEMARCHE_STORE", Library::defaultFile());
    Result<std::unique_ptr<Library>> library = Library::open(file, analysis());
    if (!library) {
        std::fprintf(stderr, "demarche: %s\n", qPrintable(library.error().line()));
        return SomethingUnread;
    }
    const int status = runOver(*std::move(library), paths, settings, session);
    Library::makeWhole(file);
    return status;
}

} // namespace demarche::app
