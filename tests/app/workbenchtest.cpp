#include "tests/app/workbenchtest.h"

#include "tests/example/example.h"
#include "views/map/mapview.h"
#include "views/panels/chip.h"

#include <QAction>
#include <QMouseEvent>
#include <QSignalSpy>

using namespace demarche;
using namespace Qt::StringLiterals;
using app::Library;
using app::Workbench;

namespace {

tables::Words words()
{
    return {[](const QString &key) { return key; }, [](const QString &code) { return u"act "_s + code; }};
}

/// Imported articles need no findings here.
Result<corpus::Analyze> exampleAnalysis()
{
    return [](const corpus::Article &) { return analysis::Analysis(); };
}

} // namespace

void drag(QWidget *widget, QPoint from, QPoint to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (const QPoint at : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

void WorkbenchTest::initTestCase()
{
    app::applyTheme(qEnvironmentVariable("DEMARCHE_THEME") == "dark"_L1 ? app::Appearance::Dark
                                                                        : app::Appearance::Light);
}

void WorkbenchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    std::vector<corpus::AnalysedArticle> articles = example::many(300);
    articles.push_back(example::recall());
    articles.push_back(example::treaty());
    Result<corpus::Store> store = corpus::Store::open(m_folder->filePath(u"test.demarche"_s));
    QVERIFY2(store, store ? "" : qPrintable(store.error().line()));
    const auto added = store->add(articles);
    QVERIFY2(added, added ? "" : qPrintable(added.error().line()));
    m_window = made();
    QVERIFY(m_window);
}

std::unique_ptr<Workbench> WorkbenchTest::made(const app::Session &session)
{
    Result<std::unique_ptr<Library>> library =
        Library::open(m_folder->filePath(u"test.demarche"_s), exampleAnalysis);
    if (!library)
        return nullptr;
    auto window = std::make_unique<Workbench>(*std::move(library), words(), session);
    QSignalSpy ready(window.get(), &Workbench::ready);
    window->resize(1280, 800);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()) || (ready.empty() && !ready.wait()))
        return nullptr;
    return window;
}

void WorkbenchTest::cleanup()
{
    takePicture(QLatin1StringView(QTest::currentTestFunction()));
    m_window.reset();
    m_folder.reset();
}

/// For looking at: with DEMARCHE_PICTURES set to a folder, the window as each test leaves it.
void WorkbenchTest::takePicture(const QString &name, QWidget *widget)
{
    if (const QString folder = qEnvironmentVariable("DEMARCHE_PICTURES"); !folder.isEmpty() && m_window) {
        QTest::qWait(50); // layouts settle
        (widget ? widget : m_window.get())->grab().save(folder + u"/window-%1.png"_s.arg(name));
    }
}

void WorkbenchTest::clickCountry(const QString &iso3, Qt::KeyboardModifiers keys)
{
    const QPoint at = m_window->map()->positionOf(iso3).toPoint();
    QCOMPARE(m_window->map()->countryAt(at), iso3);
    QTest::mouseClick(m_window->map(), Qt::LeftButton, keys, at);
}

QAction *WorkbenchTest::action(const QString &text) const
{
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

QList<panels::Chip *> WorkbenchTest::chips() const
{
    return visible<panels::Chip>();
}
