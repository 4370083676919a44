#include "fetching.h"

#include <QSslConfiguration>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus::fetch;
using example::answers;
using example::Asked;
using example::WebServer;

/// Fetching from a server that behaves, and what is said to it.
class TestFetcher : public QObject
{
    Q_OBJECT

private slots:
    void bringsABody();
    void saysWhoAsksAndNoMore();
    void unchangedCostsNothing();
    void packedBodiesAreUnpacked_data();
    void packedBodiesAreUnpacked();
    void statusesComeBackAsTheyAre_data();
    void statusesComeBackAsTheyAre();
    void privateAddressesAreRefused_data();
    void privateAddressesAreRefused();
    void aNameCannotChangeItsMeaning();
    void anotherAddressOfTheHostIsTried();
    void fewConnectionsAtATime();
    void nothingIsAnsweredToTheGone();
    void encryptedWithTheNamesCertificate();
    void certificatesOfNobodyAreRefused();
};

void TestFetcher::bringsABody()
{
    WebServer server;
    server.on("/page?a=1", answers("<p>Hello</p>", "text/html", {{"ETag", "\"one\""}}));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    const Result<Response> response = fetched(fetcher, server.url("/page?a=1"));
    QVERIFY2(response, response ? "" : qPrintable(response.error().line()));
    QCOMPARE(response->status, 200);
    QCOMPARE(response->body, QByteArray("<p>Hello</p>"));
    QCOMPARE(response->etag, QByteArray("\"one\""));
    QCOMPARE(response->address, server.url("/page?a=1"));
    QVERIFY(!response->moved);
}

void TestFetcher::saysWhoAsksAndNoMore()
{
    WebServer server;
    server.on("/", answers("x", "text/html", {{"Set-Cookie", "id=7; Path=/"}}));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    QVERIFY(fetched(fetcher, server.url("/")));
    QVERIFY(fetched(fetcher, server.url("/#part")));
    const Asked &second = server.asked().back();
    QCOMPARE(second.path, QByteArray("/"));
    QVERIFY(second.header("user-agent").startsWith("Demarche/"));
    QCOMPARE(second.header("host"), "127.0.0.1:" + QByteArray::number(server.serverPort()));
    for (const char *private_ : {"cookie", "authorization", "referer", "from"})
        QVERIFY2(!second.headers.contains(private_), private_);
}

void TestFetcher::unchangedCostsNothing()
{
    WebServer server;
    server.on("/feed", [](QTcpSocket &socket, const Asked &asked) {
        const bool same = asked.header("if-none-match") == "W/\"7\"" &&
                          asked.header("if-modified-since") == "Mon, 17 Jun 2024 12:00:00 GMT";
        answers(same ? "" : "changed", "text/xml", {}, same ? 304 : 200)(socket, asked);
    });
    Fetcher fetcher(everythingAllowed(), smallLimits());
    Request request{server.url("/feed"), Wanted::Feed, "W/\"7\"", "Mon, 17 Jun 2024 12:00:00 GMT"};
    QCOMPARE(fetched(fetcher, request)->status, 304);
    request.etag.clear();
    QCOMPARE(fetched(fetcher, request)->status, 200);
}

void TestFetcher::packedBodiesAreUnpacked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("packing");
    const QByteArray text(20'000, 'a');
    QTest::newRow("gzip") << packed(text, example::Packing::Gzip) << QByteArray("gzip");
    QTest::newRow("deflate") << packed(text, example::Packing::Zlib) << QByteArray("deflate");
    QTest::newRow("bare deflate") << packed(text, example::Packing::Bare) << QByteArray("deflate");
}

void TestFetcher::packedBodiesAreUnpacked()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, packing);
    WebServer server;
    server.on("/", answers(body, "text/html", {{"Content-Encoding", packing}}));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    QCOMPARE(fetched(fetcher, server.url("/"))->body, QByteArray(20'000, 'a'));
    QCOMPARE(server.asked().back().header("accept-encoding"), QByteArray("gzip, deflate"));
}

void TestFetcher::statusesComeBackAsTheyAre_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {204, 401, 403, 404, 407, 410, 429, 451, 500, 503, 599})
        QTest::addRow("%d", status) << status;
}

void TestFetcher::statusesComeBackAsTheyAre()
{
    QFETCH(int, status);
    WebServer server;
    server.on("/", answers("no", "text/html",
                           {{"Retry-After", "30"}, {"WWW-Authenticate", "Basic realm=\"a\""}}, status));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    const Result<Response> response = fetched(fetcher, server.url("/"));
    QVERIFY2(response, response ? "" : qPrintable(response.error().line()));
    QCOMPARE(response->status, status);
    QCOMPARE(response->retryAfter, std::optional<qint64>(30));
    QVERIFY(response->body.isEmpty());
    QCOMPARE(server.asked().size(), 1U);
}

void TestFetcher::privateAddressesAreRefused_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("found");
    QTest::newRow("literal") << u"127.0.0.1"_s << QString();
    QTest::newRow("number") << u"2130706433"_s << QString();
    QTest::newRow("name of this computer") << u"inner.example"_s << u"127.0.0.1"_s;
    QTest::newRow("name in the network") << u"inner.example"_s << u"192.168.1.7"_s;
    QTest::newRow("name of a cloud's data") << u"inner.example"_s << u"169.254.169.254"_s;
    QTest::newRow("name, mapped") << u"inner.example"_s << u"::ffff:127.0.0.1"_s;
}

void TestFetcher::privateAddressesAreRefused()
{
    QFETCH(QString, host);
    QFETCH(QString, found);
    WebServer server;
    Fetcher fetcher(
        {true, false}, smallLimits(),
        {[found](const QString &, const auto &answer) { answer({QHostAddress(found)}); }, isPublic});
    const Result<Response> response = fetched(fetcher, server.url("/", host));
    QVERIFY(!response);
    QVERIFY2(response.error().line().contains(u"private network"), qPrintable(response.error().line()));
    QVERIFY(server.asked().empty());
}

/// A name that is public when it is checked and private when it is connected to.
void TestFetcher::aNameCannotChangeItsMeaning()
{
    WebServer server;
    server.on("/", answers("public"));
    int lookedUp = 0;
    Surroundings around = serverInPublic();
    around.resolve = [&lookedUp](const QString &, const auto &answer) {
        answer({QHostAddress(++lookedUp == 1 ? u"127.0.0.1"_s : u"10.0.0.1"_s)});
    };
    Fetcher fetcher({true, false}, smallLimits(), around);
    const Result<Response> response = fetched(fetcher, server.url("/", u"news.example"_s));
    QVERIFY2(response, response ? "" : qPrintable(response.error().line()));
    QCOMPARE(lookedUp, 1);
    QCOMPARE(server.asked().front().header("host"),
             "news.example:" + QByteArray::number(server.serverPort()));
    QVERIFY(!fetched(fetcher, server.url("/", u"news.example"_s)));
    QCOMPARE(server.asked().size(), 1U);
}

void TestFetcher::anotherAddressOfTheHostIsTried()
{
    WebServer server;
    server.on("/", answers("here"));
    Surroundings around = serverInPublic();
    around.resolve = [](const QString &, const auto &answer) {
        answer({QHostAddress(u"127.0.0.7"_s), QHostAddress(u"127.0.0.1"_s)}); // nobody listens at the first
    };
    Fetcher fetcher(everythingAllowed(), smallLimits(), around);
    const Result<Response> response = fetched(fetcher, server.url("/", u"news.example"_s));
    QVERIFY2(response, response ? "" : qPrintable(response.error().line()));
    QCOMPARE(response->body, QByteArray("here"));
}

void TestFetcher::fewConnectionsAtATime()
{
    WebServer server;
    for (int i = 0; i < 12; ++i)
        server.on("/" + QByteArray::number(i), answers("x"));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    int answered = 0;
    for (int i = 0; i < 12; ++i)
        fetcher.get({server.url("/" + QByteArray::number(i)), Wanted::Page, {}, {}}, this,
                    [&answered](const Result<Response> &response) { answered += response.has_value(); });
    QTRY_COMPARE(answered, 12);
    QVERIFY2(server.mostConnections() <= 2, qPrintable(QString::number(server.mostConnections())));
}

void TestFetcher::nothingIsAnsweredToTheGone()
{
    WebServer server;
    server.on("/", answers("x"));
    Fetcher fetcher(everythingAllowed(), smallLimits());
    bool told = false;
    auto *gone = new QObject;
    fetcher.get({server.url("/"), Wanted::Page, {}, {}}, gone,
                [&told](const Result<Response> &) { told = true; });
    delete gone;
    QVERIFY(fetched(fetcher, server.url("/")));
    QVERIFY(!told);
}

void TestFetcher::encryptedWithTheNamesCertificate()
{
    const QSslConfiguration tls = example::exampleTls();
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.addCaCertificate(tls.localCertificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    WebServer server(tls);
    server.on("/", answers("sealed"));
    Fetcher fetcher({false, true}, smallLimits(), serverInPublic());
    const Result<Response> response = fetched(fetcher, server.url("/", u"news.example"_s));
    const Result<Response> other = fetched(fetcher, server.url("/", u"other.example"_s));
    QSslConfiguration::setDefaultConfiguration(before);
    QVERIFY2(response, response ? "" : qPrintable(response.error().line()));
    QCOMPARE(response->body, QByteArray("sealed"));
    QVERIFY(!other);
    QVERIFY2(other.error().line().contains(u"certificate"), qPrintable(other.error().line()));
}

void TestFetcher::certificatesOfNobodyAreRefused()
{
    WebServer server(example::exampleTls());
    server.on("/", answers("sealed"));
    Fetcher fetcher(everythingAllowed(), smallLimits(), serverInPublic());
    const Result<Response> response = fetched(fetcher, server.url("/", u"news.example"_s));
    QVERIFY(!response);
    QVERIFY2(response.error().line().contains(u"certificate"), qPrintable(response.error().line()));
    QVERIFY(server.asked().empty());
}

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
