#include "models/corpus/sources/sources.h"
#include "tests/app/workbenchtest.h"
#include "tests/example/webserver.h"
#include "tests/models/corpus/sources/gathering.h"
#include "tests/views/answering.h"
#include "views/dialogs/addressdialog.h"
#include "views/dialogs/feedlist.h"
#include "views/dialogs/sourcesdialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>

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
    void fetchingIsRemembered();

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
    bool told = false;
    for (const QLabel *label : m_window->statusBar()->findChildren<QLabel *>())
        told = told || label->text() == u"1 article from feeds and folders"_s;
    QVERIFY(told);
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

QTEST_MAIN(tst_WorkbenchSources)
#include "tst_workbench_sources.moc"
