#include "fetching.h"

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus::fetch;
using example::answers;
using example::redirects;
using example::WebServer;

/// Where answers send on to.
class TestRedirects : public QObject
{
    Q_OBJECT

private slots:
    void areFollowedAndRemembered();
    void movedForGoodOnlyWhereAllSaySo();
    void loopsEnd();
    void longChainsEnd();
    void neverToPrivateAddresses_data();
    void neverToPrivateAddresses();
    void neverToOtherSchemes_data();
    void neverToOtherSchemes();
    void neverFromHttpsToHttp();
};

void TestRedirects::areFollowedAndRemembered()
{
    WebServer server;
    server.on("/a", redirects("/b", 301));
    server.on("/b", redirects("c?x=1", 302));
    server.on("/c?x=1", answers("there"));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    const Result<Response> response = fetched(fetcher, server.url("/a"));
    QVERIFY2(response, response ? "" : qPrintable(response.error().line()));
    QCOMPARE(response->body, QByteArray("there"));
    QCOMPARE(response->address, server.url("/c?x=1"));
    QCOMPARE(response->asked, (QList<QUrl>{server.url("/a"), server.url("/b")}));
    QVERIFY(!response->moved);
}

void TestRedirects::movedForGoodOnlyWhereAllSaySo()
{
    WebServer server;
    server.on("/a", redirects("/b", 301));
    server.on("/b", redirects("/c", 308));
    server.on("/c", answers("there"));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    QVERIFY(fetched(fetcher, server.url("/a"))->moved);
    QVERIFY(!fetched(fetcher, server.url("/c"))->moved);
}

void TestRedirects::loopsEnd()
{
    WebServer server;
    server.on("/a", redirects("/b"));
    server.on("/b", redirects("/a"));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    const Result<Response> response = fetched(fetcher, server.url("/a"));
    QVERIFY(!response && response.error().line().contains(u"without an end"));
    QCOMPARE(server.asked().size(), 2U);
}

void TestRedirects::longChainsEnd()
{
    WebServer server;
    for (int i = 0; i < 50; ++i)
        server.on("/" + QByteArray::number(i), redirects("/" + QByteArray::number(i + 1), 307));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    const Result<Response> response = fetched(fetcher, server.url("/0"));
    QVERIFY(!response && response.error().line().contains(u"without an end"));
    QCOMPARE(server.asked().size(), 6U); // the first, and five redirects
}

void TestRedirects::neverToPrivateAddresses_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *host : {"127.0.0.2", "localhost", "10.0.0.1", "[::1]", "0x7f000002", "169.254.169.254",
                             "inner.example", "[::ffff:192.168.0.1]"})
        QTest::newRow(host) << QByteArray(host);
}

void TestRedirects::neverToPrivateAddresses()
{
    QFETCH(QByteArray, host);
    WebServer server;
    server.on("/", redirects("http://" + host + ":" + QByteArray::number(server.serverPort()) + "/inside"));
    server.on("/inside", answers("secret"));
    Surroundings around = serverInPublic();
    around.resolve = [](const QString &name, const auto &answer) {
        answer({QHostAddress(name == u"news.example"_s ? u"127.0.0.1"_s : u"127.0.0.9"_s)});
    };
    Fetcher fetcher({true, false}, smallLimits(), around);
    const Result<Response> response = fetched(fetcher, server.url("/", u"news.example"_s));
    QVERIFY(!response);
    QVERIFY2(response.error().line().contains(u"private network"), qPrintable(response.error().line()));
    QCOMPARE(server.askedFor("/inside"), 0);
}

void TestRedirects::neverToOtherSchemes_data()
{
    QTest::addColumn<QByteArray>("location");
    for (const char *location : {"file:///etc/passwd", "ftp://news.example/", "data:text/html,x", "",
                                 "javascript:1", "http://", "http://u:p@127.0.0.1/"})
        QTest::newRow(location) << QByteArray(location);
}

void TestRedirects::neverToOtherSchemes()
{
    QFETCH(QByteArray, location);
    WebServer server;
    server.on("/", redirects(location));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    const Result<Response> response = fetched(fetcher, server.url("/"));
    QVERIFY(!response);
    QVERIFY2(response.error().line().contains(u"redirects to"), qPrintable(response.error().line()));
    QCOMPARE(server.asked().size(), 1U);
}

void TestRedirects::neverFromHttpsToHttp()
{
    const QSslConfiguration tls = example::exampleTls();
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.addCaCertificate(tls.localCertificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    WebServer plain;
    plain.on("/", answers("readable by all"));
    WebServer sealed(tls);
    sealed.on("/", redirects(plain.url("/", u"news.example"_s).toEncoded()));
    plain.on("/up", redirects(sealed.url("/end", u"news.example"_s).toEncoded()));
    sealed.on("/end", answers("sealed"));
    Fetcher fetcher(everythingAllowed(), smallLimits(), serverInPublic());
    const Result<Response> down = fetched(fetcher, sealed.url("/", u"news.example"_s));
    const Result<Response> up = fetched(fetcher, plain.url("/up", u"news.example"_s));
    QSslConfiguration::setDefaultConfiguration(before);
    QVERIFY(!down);
    QVERIFY2(down.error().line().contains(u"without encryption"), qPrintable(down.error().line()));
    QCOMPARE(plain.askedFor("/"), 0);
    QVERIFY2(up, up ? "" : qPrintable(up.error().line()));
    QCOMPARE(up->body, QByteArray("sealed"));
}

QTEST_GUILESS_MAIN(TestRedirects)
#include "tst_redirects.moc"
