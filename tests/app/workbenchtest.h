#pragma once

#include "app/workbench.h"

#include <QTemporaryDir>
#include <QTest>

namespace demarche::panels {
class Chip;
}

/// The whole window over a store of its own, driven with clicks and keys: 300 made articles toward Norway and
/// the two of tests/example. With DEMARCHE_PICTURES set to a folder, the window as each test leaves it is
/// written there, dark with DEMARCHE_THEME=dark.
class WorkbenchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

protected:
    [[nodiscard]] std::unique_ptr<demarche::app::Workbench> made(const demarche::app::Session &session = {});
    void clickCountry(const QString &iso3, Qt::KeyboardModifiers keys = {});
    /// For looking at (DEMARCHE_PICTURES); of the window, or of a dialog over it.
    void takePicture(const QString &name, QWidget *widget = nullptr);
    /// A menu's action by its text without the mark of its key.
    [[nodiscard]] QAction *action(const QString &text) const;
    [[nodiscard]] QList<demarche::panels::Chip *> chips() const;
    template <typename Widget>
    [[nodiscard]] QList<Widget *> visible() const
    {
        QList<Widget *> shown = m_window->findChildren<Widget *>();
        shown.removeIf([](const Widget *widget) { return !widget->isVisible(); });
        return shown;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<demarche::app::Workbench> m_window;
};

/// A drag with the button held, which QTest::mouseMove does not do.
void drag(QWidget *widget, QPoint from, QPoint to);
