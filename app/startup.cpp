#include "app/startup.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <unistd.h>

#include <ctime>

namespace demarche::app {

namespace {

const QElapsedTimer sinceLoading = [] {
    QElapsedTimer timer;
    timer.start();
    return timer;
}();

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

qint64 millisecondsSinceStart()
{
    // proc(5): field 22 of stat is the start in clock ticks after boot; the second field may hold spaces.
    const QByteArray stat = contents(QStringLiteral("/proc/self/stat"));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double uptime = contents(QStringLiteral("/proc/uptime")).split(' ').value(0).toDouble();
    const long ticks = sysconf(_SC_CLK_TCK);
    const double started = fields.size() > 19 && ticks > 0 ? fields.at(19).toDouble() / double(ticks) : 0;
    return started > 0 && uptime >= started ? qint64((uptime - started) * 1000) : sinceLoading.elapsed();
}

qint64 processorMilliseconds()
{
    return qint64(double(std::clock()) * 1000 / CLOCKS_PER_SEC);
}

FirstPaint::FirstPaint(QWidget *widget)
    : QObject(widget)
{
    widget->installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The paint of the whole window ends before the event loop goes on.
        QTimer::singleShot(0, this, [this] { emit painted(millisecondsSinceStart()); });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace demarche::app
