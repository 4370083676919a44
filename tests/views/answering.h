#pragma once

#include <QApplication>
#include <QDialog>
#include <QTimer>

#include <utility>

/// Does something with the next dialog of this kind that waits for an answer, as soon as it is there. A test
/// whose dialog never comes ends by what it expected of it.
template <typename Dialog, typename Do>
void answer(Do act)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, act = std::move(act)] {
        auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
        if (dialog == nullptr || !dialog->isVisible())
            return;
        timer->stop();
        timer->deleteLater();
        act(*dialog);
    });
    timer->start(5);
}
