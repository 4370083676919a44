#include "tests/app/workbenchtest.h"

#include "app/icons.h"
#include "views/article/reader.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"
#include "views/timeline/timelineview.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;
using panels::FindingsPanel;

/// What the window remembers, its panels, icons and accessible names.
class tst_WorkbenchWindow : public WorkbenchTest
{
    Q_OBJECT

private slots:
    void iconsFollowThePalette();
    void sessionIsRemembered();
    void panelsCanBeHiddenAndReset();
    void everythingHasAnAccessibleName();
};

void tst_WorkbenchWindow::iconsFollowThePalette()
{
    const auto colourOf = [](const QString &name) {
        const QImage drawn = app::icon(name).pixmap(24, 24).toImage();
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x) {
                if (drawn.pixelColor(x, y).alpha() == 255)
                    return drawn.pixelColor(x, y);
            }
        }
        return QColor();
    };
    QVERIFY(colourOf(u"undo"_s).lightness() < 100);
    app::applyTheme(app::Appearance::Dark);
    const QColor dark = colourOf(u"undo"_s);
    app::applyTheme(app::Appearance::Light);
    QVERIFY(dark.lightness() > 150);
    QVERIFY(app::programIcon().pixmap(64, 64).toImage().pixelColor(32, 6).alpha() == 255);
}

void tst_WorkbenchWindow::sessionIsRemembered()
{
    clickCountry(u"BRA"_s);
    m_window->articles()->step(3);
    const qint64 article = m_window->reader()->articleId();
    m_window->reader()->setLayers(article::Layer::Quotes);
    m_window->findings()->setTab(FindingsPanel::Actions);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    app::writeSession(settings, m_window->remembered());
    m_window = made(app::readSession(settings));
    QVERIFY(m_window);
    QCOMPARE(m_window->session().lens().countries, QStringList{u"BRA"_s});
    QCOMPARE(m_window->reader()->articleId(), article);
    QCOMPARE(m_window->reader()->layers(), article::Layers(article::Layer::Quotes));
    QCOMPARE(m_window->findings()->tab(), FindingsPanel::Actions);
}

void tst_WorkbenchWindow::panelsCanBeHiddenAndReset()
{
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QVERIFY(!m_window->map()->isVisible());
    QVERIFY(m_window->timeline()->isVisible());
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->text() == u"&Reset layout"_s)
            action->trigger();
    }
    QVERIFY(m_window->map()->isVisible());
}

void tst_WorkbenchWindow::everythingHasAnAccessibleName()
{
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->inherits("QMenuBar") ||
            widget->focusProxy())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named || widget->parentWidget()->inherits("QComboBox"), widget->metaObject()->className());
    }
}

QTEST_MAIN(tst_WorkbenchWindow)
#include "tst_workbench_window.moc"
