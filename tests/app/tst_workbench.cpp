#include "app/icons.h"
#include "app/workbench.h"
#include "models/lens/loading.h"
#include "tests/example/example.h"
#include "views/article/reader.h"
#include "views/article/textview.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/chip.h"
#include "views/panels/emptynotice.h"
#include "views/panels/findingspanel.h"
#include "views/panels/tableview.h"
#include "views/panels/targetbox.h"
#include "views/timeline/timelineview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace demarche;
using namespace Qt::StringLiterals;
using app::Library;
using app::Workbench;
using panels::FindingsPanel;
using tables::FindingKind;
using tables::FindingRef;

namespace {

tables::Words words()
{
    return {[](const QString &key) { return key; }, [](const QString &code) { return u"act "_s + code; }};
}

/// With the button held, which QTest::mouseMove does not do.
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

/// Imported articles need no findings here.
Result<corpus::Analyze> exampleAnalysis()
{
    return [](const corpus::Article &) { return analysis::Analysis(); };
}

} // namespace

/// The whole window over a store of its own, driven with clicks and keys.
class tst_Workbench : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { app::applyTheme(app::Appearance::Light); }
    void init();
    void cleanup();

    void opensTheNewestArticle();
    void mostFrequentTargetIsTheDefault();
    void aClickOnACountryFilters();
    void ctrlClickAddsACountry();
    void undoTakesAFilterBack();
    void aChipTakesItsFilterAway();
    void draggingOverTheTimelineSelectsDates();
    void searchingFilters();
    void anEmptyResultOffersToWiden();
    void choosingATargetChangesTheMap();
    void aRowLeadsToItsPlace_data();
    void aRowLeadsToItsPlace();
    void evidenceOfACountryIsOneClickAway();
    void keysGoThroughArticles();
    void openingMarksAsRead();
    void typingIsNoShortcut();
    void droppedFilesAreImported();
    void tablesAreExportedInTheBackground();
    void closingCancelsTheImport();
    void iconsFollowThePalette();
    void sessionIsRemembered();
    void panelsCanBeHiddenAndReset();
    void everythingHasAnAccessibleName();

private:
    [[nodiscard]] std::unique_ptr<Workbench> made(const app::Session &session = {});
    void clickCountry(const QString &iso3, Qt::KeyboardModifiers keys = {});
    void takePicture(const QString &name);
    [[nodiscard]] QList<panels::Chip *> chips() const { return visible<panels::Chip>(); }
    template <typename Widget>
    [[nodiscard]] QList<Widget *> visible() const
    {
        QList<Widget *> shown = m_window->findChildren<Widget *>();
        shown.removeIf([](const Widget *widget) { return !widget->isVisible(); });
        return shown;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_window;
};

void tst_Workbench::init()
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

std::unique_ptr<Workbench> tst_Workbench::made(const app::Session &session)
{
    Result<std::unique_ptr<Library>> library =
        Library::open(m_folder->filePath(u"test.demarche"_s), exampleAnalysis);
    if (!library)
        return nullptr;
    auto window = std::make_unique<Workbench>(*std::move(library), words(), session);
    QSignalSpy ready(window.get(), &Workbench::ready);
    window->resize(1280, 800);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()) || !(ready.size() > 0 || ready.wait()))
        return nullptr;
    return window;
}

void tst_Workbench::cleanup()
{
    takePicture(QLatin1StringView(QTest::currentTestFunction()));
    m_window.reset();
    m_folder.reset();
}

/// For looking at: with DEMARCHE_PICTURES set to a folder, the window as each test leaves it.
void tst_Workbench::takePicture(const QString &name)
{
    if (const QString folder = qEnvironmentVariable("DEMARCHE_PICTURES"); !folder.isEmpty() && m_window) {
        QTest::qWait(50); // layouts settle
        m_window->grab().save(folder + u"/window-%1.png"_s.arg(name));
    }
}

void tst_Workbench::clickCountry(const QString &iso3, Qt::KeyboardModifiers keys)
{
    const QPoint at = m_window->map()->positionOf(iso3).toPoint();
    QCOMPARE(m_window->map()->countryAt(at), iso3);
    QTest::mouseClick(m_window->map(), Qt::LeftButton, keys, at);
}

void tst_Workbench::opensTheNewestArticle()
{
    const lens::Aggregates &shown = m_window->session().aggregates();
    QCOMPARE(shown.articles.size(), 302U);
    QCOMPARE(m_window->reader()->articleId(), m_window->session().index().id(shown.articles.front()));
}

void tst_Workbench::mostFrequentTargetIsTheDefault()
{
    QCOMPARE(m_window->session().target(), u"NOR"_s);
    QCOMPARE(m_window->map()->data().target, u"NOR"_s);
    QCOMPARE(m_window->timeline()->data().target, u"NOR"_s);
}

void tst_Workbench::aClickOnACountryFilters()
{
    clickCountry(u"BRA"_s);
    QCOMPARE(m_window->session().lens().countries, QStringList{u"BRA"_s});
    QCOMPARE(m_window->map()->selected(), QStringList{u"BRA"_s});
    QCOMPARE(m_window->timeline()->data().series.size(), 1U);
    QCOMPARE(m_window->timeline()->data().series.front().iso3, u"BRA"_s);
    const auto *list = m_window->articles()->table()->model();
    QVERIFY(list->rowCount() > 0 && list->rowCount() < 302);
    for (int row = 0; row < list->rowCount(); ++row)
        QVERIFY(list->index(row, tables::ArticlesModel::Countries).data().toString().contains(u"BRA"_s));
    QVERIFY(m_window->map()->data().countries.size() > 1); // the others can still be seen
    clickCountry(u"BRA"_s);
    QVERIFY(m_window->session().lens().countries.isEmpty());
}

void tst_Workbench::ctrlClickAddsACountry()
{
    clickCountry(u"BRA"_s);
    clickCountry(u"IND"_s, Qt::ControlModifier);
    QCOMPARE(m_window->session().lens().countries, (QStringList{u"BRA"_s, u"IND"_s}));
    QCOMPARE(m_window->timeline()->data().series.size(), 2U);
    QCOMPARE(chips().size(), 2);
}

void tst_Workbench::undoTakesAFilterBack()
{
    clickCountry(u"BRA"_s);
    clickCountry(u"IND"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->session().lens().countries, QStringList{u"BRA"_s});
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_window->session().lens().showsAll());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->session().lens().countries, QStringList{u"BRA"_s});
}

void tst_Workbench::aChipTakesItsFilterAway()
{
    clickCountry(u"BRA"_s);
    clickCountry(u"IND"_s, Qt::ControlModifier);
    QCOMPARE(chips().size(), 2);
    QTest::mouseClick(chips().front(), Qt::LeftButton);
    QCOMPARE(m_window->session().lens().countries, QStringList{u"IND"_s});
    QTRY_COMPARE(chips().size(), 1);
}

void tst_Workbench::draggingOverTheTimelineSelectsDates()
{
    const QDate first(2023, 4, 3);
    const QDate last(2023, 8, 27);
    views::TimelineView *timeline = m_window->timeline();
    const QPoint from = timeline->positionOf(first, 0).toPoint();
    const QPoint to = timeline->positionOf(last, 0).toPoint();
    drag(timeline, from, to);
    const lens::Lens &lens = m_window->session().lens();
    QVERIFY(std::abs(lens.from.daysTo(first)) <= 4);
    QVERIFY(std::abs(lens.to.daysTo(last)) <= 4);
    QVERIFY(m_window->session().aggregates().articles.size() < 302);
    for (const lens::ArticleAt at : m_window->session().aggregates().articles) {
        const QDate day = lens::dateOf(m_window->session().index().day(at));
        QVERIFY(day >= lens.from && day <= lens.to);
    }
}

void tst_Workbench::searchingFilters()
{
    QTest::keyClick(m_window.get(), Qt::Key_Slash);
    QVERIFY(m_window->articles()->searchBox()->hasFocus());
    QTest::keyClicks(m_window->articles()->searchBox(), u"ambassador"_s);
    QTest::keyClick(m_window->articles()->searchBox(), Qt::Key_Return);
    QTRY_COMPARE(m_window->session().aggregates().articles.size(), 1U);
    QTest::mouseClick(m_window->articles()->table()->viewport(), Qt::LeftButton, {}, QPoint(60, 15));
    QCOMPARE(m_window->reader()->article().article.title, example::recall().article.title);
    QCOMPARE(m_window->reader()->textView()->markings().hits.size(), 1U);
}

void tst_Workbench::anEmptyResultOffersToWiden()
{
    clickCountry(u"BRA"_s);
    lens::Lens lens = m_window->session().lens();
    lens.search = u"ambassador"_s;
    m_window->session().look(lens);
    QTRY_COMPARE(m_window->session().aggregates().articles.size(), 0U);
    const auto notices = visible<panels::EmptyNotice>();
    QCOMPARE(notices.size(), 1);
    const auto offers = notices.front()->findChildren<QPushButton *>();
    QCOMPARE(offers.size(), 3);
    QCOMPARE(offers.at(0)->text(), u"Without BRA: 1 article"_s);
    QTRY_VERIFY(offers.at(0)->isVisible());
    takePicture(u"nothing"_s);
    QTest::mouseClick(offers.at(0), Qt::LeftButton);
    QTRY_COMPARE(m_window->session().aggregates().articles.size(), 1U);
}

void tst_Workbench::choosingATargetChangesTheMap()
{
    auto *box = m_window->findChild<panels::TargetBox *>();
    QVERIFY(box->count() >= 8);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(m_window->session().target() != u"NOR"_s);
    QCOMPARE(m_window->map()->data().target, m_window->session().target());
}

void tst_Workbench::aRowLeadsToItsPlace_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("words");
    QTest::newRow("actor") << int(FindingsPanel::Actors) << 2 << u"President Gabriel Boric"_s;
    QTest::newRow("quote") << int(FindingsPanel::Quotes) << 1 << u"remains a friend"_s;
    QTest::newRow("action") << int(FindingsPanel::Actions) << 2
                            << u"President Gustavo Petro praised Norway"_s;
    QTest::newRow("evidence") << int(FindingsPanel::Evidence) << 3 << u"Chile had broken its word"_s;
}

void tst_Workbench::aRowLeadsToItsPlace()
{
    QFETCH(int, tab);
    QFETCH(int, row);
    QFETCH(QString, words);
    m_window->openArticle(301);
    QCOMPARE(m_window->reader()->article().article.title, example::recall().article.title);
    m_window->findings()->setTab(FindingsPanel::Tab(tab));
    panels::TableView *table = m_window->findings()->table(FindingsPanel::Tab(tab));
    const QRect cell = table->visualRect(table->model()->index(row, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(m_window->reader()->textView()->textCursor().selectedText(), words);
}

void tst_Workbench::evidenceOfACountryIsOneClickAway()
{
    m_window->findings()->setTab(FindingsPanel::Stances);
    panels::TableView *stances = m_window->findings()->table(FindingsPanel::Stances);
    const QModelIndex first = stances->model()->index(0, tables::StancesModel::Country);
    const QString country = first.data(tables::StancesModel::CountryRole).toString();
    const int pieces = first.siblingAtColumn(tables::StancesModel::Evidence).data().toInt();
    QTest::mouseClick(stances->viewport(), Qt::LeftButton, {}, stances->visualRect(first).center());
    QCOMPARE(m_window->session().lens().countries, QStringList{country});
    QCOMPARE(m_window->findings()->tab(), FindingsPanel::Evidence);
    panels::TableView *evidence = m_window->findings()->table(FindingsPanel::Evidence);
    QCOMPARE(evidence->model()->rowCount(), pieces);
    // One more click opens the article there.
    const QModelIndex piece = evidence->model()->index(pieces - 1, 0);
    evidence->scrollTo(piece);
    QTest::mouseClick(evidence->viewport(), Qt::LeftButton, {}, evidence->visualRect(piece).center());
    const auto place = piece.data(tables::TableModel::PlaceRole).value<tables::Place>();
    QCOMPARE(m_window->reader()->articleId(), place.article);
    QCOMPARE(m_window->reader()->textView()->markings().current, place.finding);
}

void tst_Workbench::keysGoThroughArticles()
{
    const auto *list = m_window->articles()->table()->model();
    const auto idAt = [&](int row) {
        return list->index(row, 0).data(tables::ArticlesModel::IdRole).toLongLong();
    };
    m_window->reader()->textView()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QCOMPARE(m_window->reader()->articleId(), idAt(2));
    QTest::keyClick(m_window.get(), Qt::Key_K);
    QCOMPARE(m_window->reader()->articleId(), idAt(1));
    QTest::keyClick(m_window->reader()->textView(), Qt::Key_Space);
    QCOMPARE(m_window->reader()->articleId(), idAt(3)); // 1 and 2 are read
}

void tst_Workbench::openingMarksAsRead()
{
    const qint64 id = m_window->reader()->articleId();
    QVERIFY(m_window->session().index().unread(
        lens::ArticleAt(m_window->session().index().find(id)))); // only shown
    QTest::mouseClick(m_window->articles()->table()->viewport(), Qt::LeftButton, {}, QPoint(60, 15));
    QVERIFY(!m_window->session().index().unread(lens::ArticleAt(m_window->session().index().find(id))));
    const Result<corpus::StoredArticle> stored = m_window->library().store().article(id);
    QVERIFY(stored && !stored->unread);
}

void tst_Workbench::droppedFilesAreImported()
{
    const QString path = m_folder->filePath(u"dropped.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "A report that came by mouse\n\nLIMA, July 9 (Example Wire) - Peru thanked Kenya for its help on "
        "Tuesday, the ministry said in a long statement about aid and trade.\n");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QSignalSpy finished(&m_window->library(), &Library::importFinished);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(finished.size() > 0 || finished.wait());
    const auto report = finished.at(0).at(0).value<corpus::ImportReport>();
    QVERIFY2(report.problems.empty(),
             qPrintable(report.problems.empty() ? QString() : report.problems.front().line()));
    QTRY_COMPARE(m_window->session().index().articleCount(), 303U);
    // The same article again is none.
    finished.clear();
    m_window->openPaths({path});
    QVERIFY(finished.size() > 0 || finished.wait());
    QCOMPARE(finished.at(0).at(0).value<corpus::ImportReport>().progress.duplicates, 1);
    QCOMPARE(m_window->session().index().articleCount(), 303U);
}

void tst_Workbench::typingIsNoShortcut()
{
    const qint64 open = m_window->reader()->articleId();
    m_window->articles()->focusSearch();
    QTest::keyClicks(m_window->articles()->searchBox(), u"junk"_s);
    QCOMPARE(m_window->articles()->searchBox()->text(), u"junk"_s);
    QCOMPARE(m_window->reader()->articleId(), open);
    m_window->map()->setFocus();
    QTest::keyClicks(m_window->map(), u"ken"_s);
    QCOMPARE(m_window->map()->current(), u"KEN"_s);
    QCOMPARE(m_window->reader()->articleId(), open);
}

void tst_Workbench::tablesAreExportedInTheBackground()
{
    clickCountry(u"BRA"_s);
    const QString file = m_folder->filePath(u"articles.jsonl"_s);
    QSignalSpy exported(&m_window->library(), &Library::exported);
    m_window->library().exportTable(u"articles"_s, file, lens::filterOf(m_window->session().lens()));
    QVERIFY(exported.size() > 0 || exported.wait());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().count('\n'), qsizetype(m_window->session().aggregates().articles.size()));
    QSignalSpy failed(&m_window->library(), &Library::failed);
    m_window->library().exportTable(u"articles"_s, m_folder->filePath(u"no/such/folder.csv"_s), {});
    QVERIFY(failed.size() > 0 || failed.wait());
    QVERIFY(failed.at(0).at(0).toString().contains(u"folder.csv"_s));
}

void tst_Workbench::closingCancelsTheImport()
{
    for (int i = 0; i < 400; ++i) {
        QFile file(m_folder->filePath(u"report-%1.txt"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("A report of its own\n\nPeru thanked Kenya, number ") + QByteArray::number(i) +
                   " of many that say so.\n");
    }
    QSignalSpy finished(&m_window->library(), &Library::importFinished);
    m_window->openPaths({m_folder->path()});
    QVERIFY(m_window->library().isImporting());
    m_window->close();
    QVERIFY(!m_window->isVisible());
    QVERIFY(finished.size() > 0 || finished.wait());
    QVERIFY(finished.at(0).at(0).value<corpus::ImportReport>().cancelled);
}

void tst_Workbench::iconsFollowThePalette()
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

void tst_Workbench::sessionIsRemembered()
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

void tst_Workbench::panelsCanBeHiddenAndReset()
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

void tst_Workbench::everythingHasAnAccessibleName()
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

QTEST_MAIN(tst_Workbench)
#include "tst_workbench.moc"
