#include "models/corpus/sources/sources.h"
#include "tests/app/workbenchtest.h"
#include "tests/example/webserver.h"
#include "tests/models/corpus/sources/gathering.h"
#include "tests/views/answering.h"
#include "views/article/reader.h"
#include "views/dialogs/addressdialog.h"
#include "views/dialogs/feedlist.h"
#include "views/dialogs/sourcesdialog.h"
#include "views/panels/chip.h"
#include "views/panels/sourcespanel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTreeView>

using namespace demarche;
using namespace Qt::StringLiterals;
using corpus::sources::Settings;
using example::answers;
using example::WebServer;

namespace {

void dropOn(QWidget *window, QMimeData &data)
{
    QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window, &drop);
}

} // namespace

/// Addresses and lists dropped on the window, pasted or named; what feeds bring while somebody reads.
class tst_WorkbenchSources : public WorkbenchTest
{
    Q_OBJECT

private slots:
    void gatheredArticlesAppearQuietly();
    void anAddressDroppedIsOffered_data();
    void anAddressDroppedIsOffered();
    void anAddressPastedIsOffered();
    void pastingWordsOpensNothing();
    void aListOfFeedsIsOffered();
    void withoutGatheringListsAreFiles();
    void aFeedNarrowsTheWholeWindow();
    void theDialogShowsAFeedsArticles();
    void withoutSubscriptionsThereIsNoPanel();
    void aChosenFeedIsRemembered();
    void fetchingIsRemembered();
    void theLensFollowsARenamedGroup();
    void theLensLosesARemovedFeed();

private:
    void gather() { m_window->library().gather({corpus::fetch::everythingAllowed(), true, 60}); }
    /// The address in the dialog that opens; it is closed again.
    void expectOffered(const QString &address)
    {
        answer<dialogs::AddressDialog>([address, this](dialogs::AddressDialog &dialog) {
            m_offered = dialog.findChild<QLineEdit *>()->text();
            dialog.reject();
        });
    }
    /// Subscribes to a feed of two articles and waits for them.
    void subscribe(WebServer &server);
    QString m_offered;
};

void tst_WorkbenchSources::gatheredArticlesAppearQuietly()
{
    WebServer server;
    server.on("/feed",
              answers(corpus::sources::rss({{"/1", "Norland recalled its envoy."}, {"/2", ""}}), "text/xml"));
    gather();
    corpus::sources::Subscription feed;
    feed.address = server.url("/feed").toString();
    const auto before = m_window->session().index().articleCount();
    m_window->library().sources()->add({feed});
    QTRY_COMPARE(m_window->session().index().articleCount(), before + 1);
    QTRY_COMPARE(m_window->library().sources()->list().front().fresh, 1);
    QVERIFY(QApplication::activeModalWidget() == nullptr); // an item without text is the feed's matter
    const auto isTold = [this] {
        return std::ranges::any_of(
            m_window->statusBar()->findChildren<QLabel *>(),
            [](const QLabel *label) { return label->text() == u"1 article from feeds and folders"_s; });
    };
    QVERIFY(isTold());
    // What brings nothing new says nothing, and nothing of its progress stays.
    QSignalSpy finished(&m_window->library(), &app::Library::importFinished);
    m_window->library().sources()->refreshAll();
    QVERIFY(!finished.empty() || finished.wait());
    QVERIFY(isTold());
    action(u"Feeds and folders …"_s)->trigger();
    QTRY_VERIFY(m_window->sourcesDialog()->isVisible());
}

void tst_WorkbenchSources::anAddressDroppedIsOffered_data()
{
    QTest::addColumn<bool>("asUrl");
    QTest::newRow("as browsers do") << true;
    QTest::newRow("as text") << false;
}

void tst_WorkbenchSources::anAddressDroppedIsOffered()
{
    QFETCH(bool, asUrl);
    gather();
    const QString address = u"https://news.example/feed.xml"_s;
    QMimeData data;
    if (asUrl)
        data.setUrls({QUrl(address)});
    else
        data.setText(u' ' + address + u'\n');
    expectOffered(address);
    dropOn(m_window.get(), data);
    QTRY_COMPARE(m_offered, address);
    m_offered.clear();
}

void tst_WorkbenchSources::anAddressPastedIsOffered()
{
    gather();
    const QString address = u"https://news.example/1"_s;
    QGuiApplication::clipboard()->setText(address);
    expectOffered(address);
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(m_offered, address);
    m_offered.clear();
}

void tst_WorkbenchSources::pastingWordsOpensNothing()
{
    gather();
    QGuiApplication::clipboard()->setText(u"javascript:alert(1)"_s);
    action(u"Paste address"_s)->trigger();
    QVERIFY(QApplication::activeModalWidget() == nullptr);
}

void tst_WorkbenchSources::aListOfFeedsIsOffered()
{
    gather();
    QFile file(m_folder->filePath(u"list.opml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<opml><body><outline text='A' xmlUrl='https://127.0.0.1:9/feed'/></body></opml>");
    file.close();
    size_t offered = 0;
    answer<dialogs::FeedList>([&offered](dialogs::FeedList &dialog) {
        offered = dialog.wanted().size();
        dialog.accept();
    });
    m_window->openPaths({file.fileName()});
    QCOMPARE(offered, 1U);
    QTRY_COMPARE(m_window->library().sources()->list().size(), 1U);
    QCOMPARE(m_window->library().sources()->list().front().name, u"A"_s);
    QVERIFY(!m_window->library().isImporting());
}

void tst_WorkbenchSources::withoutGatheringListsAreFiles()
{
    QVERIFY(m_window->sourcesDialog() == nullptr);
    m_window->openPaths({u"https://news.example/feed"_s});
    QVERIFY(QApplication::activeModalWidget() == nullptr);
}

void tst_WorkbenchSources::subscribe(WebServer &server)
{
    server.on("/feed",
              answers(corpus::sources::rss({{"/1", "Norland recalled its envoy."}, {"/2", "Talks resumed."}}),
                      "text/xml"));
    gather();
    corpus::sources::Subscription feed;
    feed.address = server.url("/feed").toString();
    feed.name = u"Norland & Sons"_s;
    feed.groups = QStringList{u"Agencies"_s};
    m_window->library().sources()->add({feed});
    QTRY_VERIFY(!m_window->session().sources().all().empty());
    QTRY_COMPARE(m_window->session().sources().all().front().articles.size(), 2U);
}

void tst_WorkbenchSources::aFeedNarrowsTheWholeWindow()
{
    WebServer server;
    subscribe(server);
    const auto all = m_window->session().aggregates().articles.size();
    QVERIFY(all > 2);
    QVERIFY(m_window->sources()->isVisible());
    QAbstractItemView *tree = m_window->sources()->tree();
    const QModelIndex group = tree->model()->index(0, 0);
    const QModelIndex feed = tree->model()->index(0, 0, group);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(feed).center());
    QCOMPARE(m_window->session().aggregates().articles.size(), 2U);
    QCOMPARE(chips().size(), 1);
    QCOMPARE(chips().front()->text(), u"Norland & Sons"_s);
    QVERIFY(m_window->session().shows(m_window->reader()->articleId()));
    action(u"Undo filter"_s)->trigger();
    QCOMPARE(m_window->session().aggregates().articles.size(), all);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(group).center());
    QCOMPARE(m_window->session().aggregates().articles.size(), 2U);
    QTest::mouseClick(chips().front(), Qt::LeftButton);
    QCOMPARE(m_window->session().aggregates().articles.size(), all);
}

void tst_WorkbenchSources::theDialogShowsAFeedsArticles()
{
    WebServer server;
    subscribe(server);
    dialogs::SourcesDialog *dialog = m_window->sourcesDialog();
    dialog->tree()->setCurrentIndex(dialog->model().indexOf(m_window->session().sources().all().front().id));
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == "Show articles"_L1)
            button->click();
    }
    QCOMPARE(m_window->session().aggregates().articles.size(), 2U);
}

void tst_WorkbenchSources::withoutSubscriptionsThereIsNoPanel()
{
    gather();
    QVERIFY(!m_window->sources()->isVisible());
    QVERIFY(!action(u"Sources"_s)->isEnabled());
    WebServer server;
    subscribe(server);
    QVERIFY(m_window->sources()->isVisible());
    action(u"Sources"_s)->trigger();
    QVERIFY(!m_window->sources()->isVisible());
    m_window->library().sources()->refreshAll(); // what is told of feeds does not bring it back
    QTest::qWait(50);
    QVERIFY(!m_window->sources()->isVisible());
}

void tst_WorkbenchSources::aChosenFeedIsRemembered()
{
    WebServer server;
    subscribe(server);
    lens::Lens lens;
    lens.sources = QStringList{lens::groupKey({u"Agencies"_s})};
    m_window->session().look(lens);
    QSettings file(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    app::writeSession(file, m_window->remembered());
    m_window.reset();
    m_window = made(app::readSession(file));
    QVERIFY(m_window);
    QCOMPARE(m_window->session().aggregates().articles.size(), 2U);
    QCOMPARE(chips().front()->text(), u"Agencies"_s);
}

void tst_WorkbenchSources::fetchingIsRemembered()
{
    QSettings file(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    QCOMPARE(app::readFetching(file), Settings()); // https and public addresses only
    const Settings changed{{true, true}, false, 15};
    app::writeFetching(file, changed);
    QCOMPARE(app::readFetching(file), changed);
    file.setValue("fetching/minutes", -3);
    QCOMPARE(app::readFetching(file).minutes, 5);
}

void tst_WorkbenchSources::theLensFollowsARenamedGroup()
{
    WebServer server;
    subscribe(server);
    QAbstractItemView *tree = m_window->sources()->tree();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                      tree->visualRect(tree->model()->index(0, 0)).center());
    QCOMPARE(chips().front()->text(), u"Agencies"_s);
    m_window->library().sources()->moveGroup({u"Agencies"_s}, {u"World"_s, u"Wires"_s});
    QTRY_COMPARE(chips().front()->text(), u"World / Wires"_s);
    QCOMPARE(m_window->session().aggregates().articles.size(), 2U);
}

void tst_WorkbenchSources::theLensLosesARemovedFeed()
{
    WebServer server;
    subscribe(server);
    const qint64 id = m_window->session().sources().all().front().id;
    const auto all = m_window->session().aggregates().articles.size();
    m_window->session().look(lens::withOnlySource({}, lens::sourceKey(id)));
    QCOMPARE(m_window->session().aggregates().articles.size(), 2U);
    m_window->library().sources()->remove({id});
    QTRY_VERIFY(chips().isEmpty());
    QCOMPARE(m_window->session().aggregates().articles.size(), all);
}

QTEST_MAIN(tst_WorkbenchSources)
#include "tst_workbench_sources.moc"
