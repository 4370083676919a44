#include "tests/app/workbenchtest.h"

#include "app/icons.h"
#include "views/article/reader.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"
#include "views/panels/tableview.h"
#include "views/timeline/timelineview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace demarche;
using namespace Qt::StringLiterals;
using panels::FindingsPanel;

/// What the window remembers, its panels, icons and accessible names.
class tst_WorkbenchWindow : public WorkbenchTest
{
    Q_OBJECT

private slots:
    void iconsFollowThePalette();
    void everyDrawingOfTheStyleIsThere_data();
    void everyDrawingOfTheStyleIsThere();
    void sessionIsRemembered();
    void columnsAreRememberedAndReset();
    void keysAreRemembered();
    void panelsCanBeHiddenAndReset();
    void toolsTellTheirKeys();
    void keysAreForTheArticlesAtFirst();
    void findingsOfTheLensAreReadBeside();
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

void tst_WorkbenchWindow::everyDrawingOfTheStyleIsThere_data()
{
    QTest::addColumn<app::Appearance>("appearance");
    QTest::newRow("light") << app::Appearance::Light;
    QTest::newRow("dark") << app::Appearance::Dark;
}

void tst_WorkbenchWindow::everyDrawingOfTheStyleIsThere()
{
    QFETCH(app::Appearance, appearance);
    app::applyTheme(appearance);
    const QString style = qApp->styleSheet();
    app::applyTheme(app::Appearance::Light);
    QVERIFY(!style.contains(u'@')); // every colour has its value
    static const QRegularExpression drawing(u"url\\(([^)]*)\\)"_s);
    int drawings = 0;
    for (auto found = drawing.globalMatch(style); found.hasNext(); ++drawings) {
        const QString file = found.next().captured(1);
        QVERIFY2(QImage(file).size().isValid(), qPrintable(file));
    }
    QVERIFY(drawings >= 6);
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

void tst_WorkbenchWindow::columnsAreRememberedAndReset()
{
    constexpr int publisher = tables::ArticlesModel::Publisher;
    panels::TableView *table = m_window->articles()->table();
    QVERIFY(table->isColumnHidden(publisher)); // the row's second line tells it
    table->setColumnHidden(publisher, false);
    table->sortByColumn(tables::ArticlesModel::Title, Qt::AscendingOrder);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    app::writeSession(settings, m_window->remembered());
    m_window = made(app::readSession(settings));
    QVERIFY(m_window);
    table = m_window->articles()->table();
    QVERIFY(!table->isColumnHidden(publisher));
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), int(tables::ArticlesModel::Title));
    const auto titleAt = [&](int row) {
        return table->model()->index(row, tables::ArticlesModel::Title).data().toString();
    };
    QVERIFY(QString::localeAwareCompare(titleAt(0), titleAt(table->model()->rowCount() - 1)) < 0);
    action(u"Reset layout"_s)->trigger();
    QVERIFY(table->isColumnHidden(publisher));
}

void tst_WorkbenchWindow::keysAreRemembered()
{
    app::Session session;
    session.keys.insert(u"go-next-article"_s, u"Ctrl+B"_s);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    app::writeSession(settings, session);
    m_window = made(app::readSession(settings));
    QVERIFY(m_window);
    QCOMPARE(action(u"Next article"_s)->shortcut(), QKeySequence(u"Ctrl+B"_s));
    const qint64 open = m_window->reader()->articleId();
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QCOMPARE(m_window->reader()->articleId(), open);
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(m_window->reader()->articleId() != open);
}

void tst_WorkbenchWindow::toolsTellTheirKeys()
{
    const auto *bar = m_window->findChild<QWidget *>(u"toolBar"_s);
    QVERIFY(bar && bar->isVisible());
    const auto buttons = bar->findChildren<QToolButton *>();
    QVERIFY(std::ranges::any_of(buttons, [&](const QToolButton *button) {
        return button->defaultAction() == action(u"Open files …"_s) && !button->icon().isNull();
    }));
    QCOMPARE(action(u"Open files …"_s)->toolTip(), u"Import articles from files (Ctrl+O)"_s);
    action(u"Toolbar"_s)->trigger();
    QVERIFY(!bar->isVisible());
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

void tst_WorkbenchWindow::keysAreForTheArticlesAtFirst()
{
    QVERIFY(m_window->articles()->isAncestorOf(m_window->focusWidget()));
    const qint64 before = m_window->reader()->articleId();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_J);
    QVERIFY(m_window->reader()->articleId() != before);
}

/// The tables over all articles fill without holding up the window, and what is looked for in them is found
/// beyond the rows that are shown at first.
void tst_WorkbenchWindow::findingsOfTheLensAreReadBeside()
{
    m_window->findings()->setOverLens(true);
    m_window->findings()->setTab(FindingsPanel::Actions);
    const QAbstractItemModel *rows = m_window->findings()->table(FindingsPanel::Actions)->model();
    QCOMPARE(rows->rowCount(), 0); // on their way
    QTRY_VERIFY(rows->rowCount() >= 200);
    QVERIFY(rows->canFetchMore({}));
    QLineEdit *find = nullptr;
    for (QLineEdit *edit : m_window->findings()->findChildren<QLineEdit *>())
        find = edit;
    find->setText(u"recalled"_s);
    QTRY_VERIFY(!rows->canFetchMore({}));
    QTRY_VERIFY(rows->rowCount() > 0 && rows->rowCount() < 10);
    clickCountry(u"BRA"_s); // the lens moves on
    find->clear();
    m_window->findings()->setTab(FindingsPanel::Actors);
    const QAbstractItemModel *actors = m_window->findings()->table(FindingsPanel::Actors)->model();
    QTRY_VERIFY(actors->rowCount() > 0);
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
