#include "fetching.h"

#include <QElapsedTimer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus::fetch;
using example::answers;
using example::drips;
using example::isSilent;
using example::packed;
using example::Packing;
using example::says;
using example::WebServer;

Q_DECLARE_METATYPE(WebServer::Answer)

/// Servers that are slow, huge, endless, cut short, or not what they say. Each ends in one line, soon.
class TestMisbehaving : public QObject
{
    Q_OBJECT

private slots:
    void endsWithOneLine_data();
    void endsWithOneLine();
    void closesWhatItGaveUp();
    void nobodyListens();
    void aHostThatIsNotThere();
    void aNameThatIsNeverAnswered();
    void oneBadServerHoldsUpNoOther();
    void lessThanPromisedLengthIsTakenWhereItIsMore();
};

void TestMisbehaving::endsWithOneLine_data()
{
    QTest::addColumn<WebServer::Answer>("answer");
    QTest::addColumn<QString>("told");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    QTest::newRow("never answers") << isSilent() << u"sent nothing for 0.15 s"_s;
    QTest::newRow("stops in the head") << drips(head, {}, 1000) << u"sent nothing for"_s;
    QTest::newRow("drips the head") << drips("HTTP/1.1 200 OK\r\n", "X", 20) << u"sent nothing for"_s;
    QTest::newRow("drips the body") << drips(head + "\r\n", ".", 20) << u"took longer than 0.6 s in all"_s;
    QTest::newRow("stops in the body") << drips(head + "\r\nabc", {}, 1000) << u"sent nothing for"_s;
    QTest::newRow("endless body") << drips(head + "\r\n", QByteArray(50'000, 'x'), 1) << u"is too large"_s;
    QTest::newRow("endless chunks") << drips(head + "Transfer-Encoding: chunked\r\n\r\n",
                                             "C350\r\n" + QByteArray(50'000, 'x') + "\r\n", 1)
                                    << u"is too large"_s;
    QTest::newRow("huge body") << answers(QByteArray(2'000'000, 'x')) << u"is too large"_s;
    QTest::newRow("endless head") << drips("HTTP/1.1 200 OK\r\n",
                                           "X-More: " + QByteArray(50'000, 'x') + "\r\n", 1)
                                  << QString();
    QTest::newRow("gzip bomb") << answers(packed(QByteArray(50'000'000, '\0'), Packing::Gzip), "text/html",
                                          {{"Content-Encoding", "gzip"}})
                               << u"is too large"_s;
    QTest::newRow("deflate bomb") << answers(packed(QByteArray(50'000'000, '\0'), Packing::Bare), "text/html",
                                             {{"Content-Encoding", "deflate"}})
                                  << u"is too large"_s;
    QTest::newRow("brotli") << answers("x", "text/html", {{"Content-Encoding", "br"}})
                            << u"not asked for (br)"_s;
    QTest::newRow("not packed at all")
        << answers("<p>plain</p>", "text/html", {{"Content-Encoding", "gzip"}}) << u"cannot be unpacked"_s;
    QTest::newRow("packed and cut") << answers(packed(QByteArray(9000, 'a'), Packing::Gzip).chopped(9),
                                               "text/html", {{"Content-Encoding", "gzip"}})
                                    << u"breaks off"_s;
    QTest::newRow("cut short") << says(head + "Content-Length: 500\r\n\r\nonly this") << u"broke off"_s;
    QTest::newRow("chunk cut short") << says(head + "Transfer-Encoding: chunked\r\n\r\n64\r\nonly this")
                                     << u"broke off"_s;
    QTest::newRow("closes at once") << says({}) << u"broke off"_s;
    QTest::newRow("no HTTP") << says("SSH-2.0-OpenSSH_9.2\r\n\r\n") << QString();
    QTest::newRow("senseless status") << says("HTTP/1.1 banana\r\n\r\n") << QString();
    QTest::newRow("picture") << answers("GIF89a", "image/gif") << u"is no article but image/gif"_s;
    QTest::newRow("program") << answers("MZ", "application/octet-stream") << u"is no article"_s;
    QTest::newRow("redirect to nowhere") << example::redirects({}) << u"no address"_s;
    QTest::newRow("negative length") << says(head + "Content-Length: -5\r\n\r\n") << QString();
}

void TestMisbehaving::endsWithOneLine()
{
    QFETCH(WebServer::Answer, answer);
    QFETCH(QString, told);
    WebServer server;
    server.on("/", answer);
    Fetcher fetcher(everythingAllowed(), shortLimits());
    QElapsedTimer clock;
    clock.start();
    const Result<Response> response = fetched(fetcher, server.url("/"));
    QVERIFY2(clock.elapsed() < 5000, "it must end by its limits");
    if (response) { // what is not HTTP may pass for an empty body, never for an article
        QVERIFY(told.isEmpty());
        QVERIFY2(response->body.isEmpty(), response->body.constData());
        return;
    }
    const QString line = response.error().line();
    QVERIFY2(line.contains(told), qPrintable(line));
    QVERIFY2(line.startsWith(server.url("/").toString()), qPrintable(line));
    QVERIFY(!line.contains(u'\n'));
}

void TestMisbehaving::closesWhatItGaveUp()
{
    WebServer server;
    bool closed = false;
    server.on("/", [&closed](QTcpSocket &socket, const example::Asked &asked) {
        QObject::connect(&socket, &QAbstractSocket::disconnected, [&closed] { closed = true; });
        drips("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", QByteArray(50'000, 'x'), 1)(socket,
                                                                                                asked);
    });
    Fetcher fetcher(everythingAllowed(), shortLimits());
    QVERIFY(!fetched(fetcher, server.url("/")));
    QTRY_VERIFY(closed);
}

void TestMisbehaving::nobodyListens()
{
    QUrl address;
    {
        const WebServer server;
        address = server.url("/");
    }
    Fetcher fetcher(everythingAllowed(), shortLimits());
    const Result<Response> response = fetched(fetcher, address);
    QVERIFY(!response);
    QVERIFY2(response.error().line().endsWith(u"its server refuses connections"),
             qPrintable(response.error().line()));
}

void TestMisbehaving::aHostThatIsNotThere()
{
    Surroundings around = serverInPublic();
    around.resolve = [](const QString &, const auto &answer) { answer({}); };
    Fetcher fetcher(everythingAllowed(), shortLimits(), around);
    const Result<Response> response = fetched(fetcher, QUrl(u"https://no.example/feed"_s));
    QVERIFY(!response && response.error().line() == u"https://no.example/feed: no such host is known"_s);
}

void TestMisbehaving::aNameThatIsNeverAnswered()
{
    Surroundings around = serverInPublic();
    around.resolve = [](const QString &, const auto &) {};
    Fetcher fetcher(everythingAllowed(), shortLimits(), around);
    const Result<Response> response = fetched(fetcher, QUrl(u"https://slow.example/feed"_s));
    QVERIFY(!response);
    QVERIFY2(response.error().line().contains(u"no connection came about within 0.3 s"),
             qPrintable(response.error().line()));
}

void TestMisbehaving::oneBadServerHoldsUpNoOther()
{
    WebServer bad;
    bad.on("/", isSilent());
    WebServer good;
    good.on("/", answers("good"));
    Fetcher fetcher(everythingAllowed(), shortLimits(), serverInPublic());
    bool badEnded = false;
    for (int i = 0; i < 2; ++i)
        fetcher.get({bad.url("/", u"bad.example"_s), Wanted::Page, {}, {}}, this,
                    [&badEnded](const Result<Response> &) { badEnded = true; });
    QVERIFY(fetched(fetcher, good.url("/", u"good.example"_s)));
    QVERIFY(!badEnded);
    QTRY_VERIFY(badEnded);
}

/// A length too small: what it counts is the body.
void TestMisbehaving::lessThanPromisedLengthIsTakenWhereItIsMore()
{
    WebServer server;
    server.on("/", says("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nabcdefgh"));
    Fetcher fetcher(everythingAllowed(), shortLimits());
    QCOMPARE(fetched(fetcher, server.url("/"))->body, QByteArray("abcd"));
}

QTEST_GUILESS_MAIN(TestMisbehaving)
#include "tst_misbehaving.moc"
