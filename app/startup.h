#pragma once

#include <QObject>

class QWidget;

namespace demarche::app {

/// Milliseconds since this process was started, by the kernel's own clock where there is /proc, else since
/// main().
[[nodiscard]] qint64 millisecondsSinceStart();

/// What of that the processors spent on it, on all threads: unlike the former it does not grow with a busy
/// machine.
[[nodiscard]] qint64 processorMilliseconds();

/// Tells when a widget was painted for the first time.
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    explicit FirstPaint(QWidget *widget);

signals:
    void painted(qint64 milliseconds);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace demarche::app
