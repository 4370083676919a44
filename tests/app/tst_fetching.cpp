#include "tests/example/webserver.h"
#include "tests/models/corpus/sources/gathering.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;
using example::answers;
using example::WebServer;

/// `demarche import --fetch`, from outside.
class TestFetching : public QObject
{
    Q_OBJECT

private slots:
    void nothingWithoutTheOption();
    void pagesAndFeeds();
    void refusedUnlessAllowed();

private:
    /// Runs while the test's server answers.
    std::pair<int, QString> import(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(DEMARCHE_PROGRAM),
                      QStringList{u"import"_s, u"--store"_s, m_folder.filePath(u"store"_s)} + arguments);
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 120'000))
            return {-1, u"never ended"_s};
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }

    QTemporaryDir m_folder;
};

void TestFetching::nothingWithoutTheOption()
{
    WebServer server;
    const auto [status, told] = import({server.url("/page").toString()});
    QCOMPARE(status, 2);
    QVERIFY2(told.contains(u"give --fetch to fetch it"), qPrintable(told));
    QVERIFY(server.asked().empty());
}

void TestFetching::pagesAndFeeds()
{
    WebServer server;
    server.on("/page", answers(corpus::sources::articlePage("the envoy")));
    server.on("/feed", answers(corpus::sources::rss({{"/1", "Norland recalled its envoy."}}), "text/xml"));
    const QStringList allowed{u"--fetch"_s, u"--allow-http"_s, u"--allow-private"_s};
    const QStringList addresses{server.url("/page").toString(), server.url("/none").toString(),
                                server.url("/feed").toString()};
    const auto [status, told] = import(allowed + addresses);
    QCOMPARE(status, 1);
    QVERIFY2(told.contains(server.url("/none").toString() + u": is not there (404)"_s), qPrintable(told));
    QVERIFY2(told.contains(u"2 added"), qPrintable(told));
    const auto [again, toldAgain] = import(allowed + QStringList{addresses[0], addresses[2]});
    QCOMPARE(again, 0);
    QVERIFY2(toldAgain.contains(u"0 added, 0 renewed, 2 already there"), qPrintable(toldAgain));
}

void TestFetching::refusedUnlessAllowed()
{
    WebServer server;
    const auto [http, toldHttp] = import({u"--fetch"_s, server.url("/page").toString()});
    QCOMPARE(http, 1);
    QVERIFY2(toldHttp.contains(u"is not encrypted"), qPrintable(toldHttp));
    const auto [inner, toldInner] = import({u"--fetch"_s, u"--allow-http"_s, server.url("/page").toString()});
    QCOMPARE(inner, 1);
    QVERIFY2(toldInner.contains(u"private network"), qPrintable(toldInner));
    QVERIFY(server.asked().empty());
}

QTEST_GUILESS_MAIN(TestFetching)
#include "tst_fetching.moc"
