#include "tests/app/samplewindow.h"

#include "app/names.h"
#include "models/corpus/analysing.h"
#include "views/article/reader.h"
#include "views/map/mapview.h"
#include "views/panels/chip.h"

#include <QAction>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace demarche;
using namespace Qt::StringLiterals;
using app::Library;
using app::Workbench;

namespace {
constexpr int longest = 120'000; ///< ms: the import under sanitizers on a busy machine
} // namespace

QString SampleWindow::samples()
{
    return QStringLiteral(DEMARCHE_SOURCE "/resources/samples");
}

void SampleWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"demarche-tests"_s);
    QSettings().clear();
    app::applyTheme(app::Appearance::Light);
    m_window = opened(m_made.filePath(u"samples.demarche"_s));
    QVERIFY(m_window);
    QSignalSpy finished(&m_window->library(), &Library::importFinished);
    m_window->openPaths({samples()});
    QVERIFY(!finished.empty() || finished.wait(longest));
    const auto report = finished.at(0).at(0).value<corpus::ImportReport>();
    QVERIFY(report.progress.added >= 60);
    m_window.reset();
    Library::makeWhole(m_made.filePath(u"samples.demarche"_s)); // for it is copied
}

std::unique_ptr<Workbench> SampleWindow::opened(const QString &store)
{
    Result<std::unique_ptr<Library>> library = Library::open(store, corpus::shippedAnalysis);
    if (!library)
        return nullptr;
    auto window = std::make_unique<Workbench>(*std::move(library), app::shippedWords(), app::Session());
    QSignalSpy ready(window.get(), &Workbench::ready);
    window->resize(1280, 800);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()) || (ready.empty() && !ready.wait(longest)))
        return nullptr;
    return window;
}

void SampleWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString copy = m_folder->filePath(u"samples.demarche"_s);
    QVERIFY(QFile::copy(m_made.filePath(u"samples.demarche"_s), copy));
    m_window = opened(copy);
    QVERIFY(m_window);
}

void SampleWindow::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

void SampleWindow::clickCountry(const QString &iso3, Qt::KeyboardModifiers keys)
{
    const QPoint at = m_window->map()->positionOf(iso3).toPoint();
    QCOMPARE(m_window->map()->countryAt(at), iso3);
    QTest::mouseClick(m_window->map(), Qt::LeftButton, keys, at);
}

/// With the button held, which QTest::mouseMove does not do.
void SampleWindow::drag(QWidget *widget, QPoint from, QPoint to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (const QPoint at : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

QAction *SampleWindow::action(const QString &text) const
{
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

QStringList SampleWindow::chips() const
{
    QStringList words;
    for (const panels::Chip *chip : m_window->findChildren<panels::Chip *>()) {
        if (chip->isVisible())
            words.append(chip->text());
    }
    words.sort();
    return words;
}

panels::Chip *SampleWindow::chip(const QString &words) const
{
    for (panels::Chip *chip : m_window->findChildren<panels::Chip *>()) {
        if (chip->isVisible() && chip->text() == words)
            return chip;
    }
    return nullptr;
}

int SampleWindow::shownArticles() const
{
    return int(m_window->session().aggregates().articles.size());
}

QString SampleWindow::title() const
{
    return m_window->reader()->article().article.title;
}
