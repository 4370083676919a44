#include "gathering.h"
#include "tests/models/corpus/storefolder.h"

#include <QStringEncoder>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;
using namespace demarche::corpus::sources;
using example::answers;
using example::Asked;
using example::WebServer;

/// Feeds from their subscription to the store, good times and bad.
class TestGatherer : public QObject
{
    Q_OBJECT

private:
    StoreFolder m_folder;
    QString m_store;

private slots:
    void init() { m_store = m_folder.freshStore(); }

    void bringsArticlesOnce();
    void failuresAreToldAndBackedOff_data();
    void failuresAreToldAndBackedOff();
    void goneIsNotAskedAgain();
    void unchangedWithoutCacheIsNoSuccess();
    void whatWasNotStoredIsFetchedAgain();
    void movedForGoodIsRemembered();
    void oneArticleOfTwoFeedsIsOne();
    void dueOnesAreLookedAtByThemselves();
    void nothingIsFetchedWithoutSubscription();
    void removedWhileItIsLookedAt();
    void findsWhatAnAddressHolds();
    void itemsWithoutTextAreTold();
    void whatServersSayOfEncodingsHolds();
};

void TestGatherer::bringsArticlesOnce()
{
    WebServer server;
    int version = 1;
    server.on("/feed", [&version](QTcpSocket &socket, const Asked &asked) {
        const QByteArray etag = "\"v" + QByteArray::number(version) + "\"";
        std::vector<std::pair<QByteArray, QByteArray>> items{{"/1", "Norland recalled its envoy."},
                                                             {"/2", "Sudria answered at once."}};
        if (version > 1)
            items.push_back({"/3", "Talks went on all the same."});
        if (asked.header("if-none-match") == etag)
            answers({}, {}, {}, 304)(socket, asked);
        else
            answers(rss(items), "application/rss+xml", {{"ETag", etag}})(socket, asked);
    });
    Gathering gathering(m_store);
    gathering.subscribe(server.url("/feed"));
    QCOMPARE(gathering.stored(), 2);
    const Subscription first = gathering.feed();
    QCOMPARE(first.state, State::Good);
    QCOMPARE(first.title, u"The News"_s);
    QCOMPARE(first.fresh, 2);
    QCOMPARE(first.articles, 2);
    QCOMPARE(first.unread, 2);
    QCOMPARE(first.checked, gathering.now());
    QVERIFY(first.due > gathering.now() + 3000 && first.due < gathering.now() + 4000);

    gathering.refresh(); // 304
    QCOMPARE(gathering.stored(), 2);
    QCOMPARE(gathering.feed().state, State::Good);

    version = 2;
    gathering.refresh();
    QCOMPARE(gathering.stored(), 3);
    QCOMPARE(gathering.feed().fresh, 1);
    QCOMPARE(gathering.feed().etag, QByteArray("\"v2\""));
    QCOMPARE(server.askedFor("/feed"), 3);
    QCOMPARE(gathering.failures(), QStringList());
}

void TestGatherer::failuresAreToldAndBackedOff_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QString>("told");
    QTest::addColumn<qint64>("least"); ///< seconds until the next look
    QTest::addColumn<qint64>("most");
    const QByteArray none;
    QTest::newRow("not there") << 404 << none << none << u"is not there (404)"_s << qint64(3000)
                               << qint64(4000);
    QTest::newRow("too often") << 429 << none << QByteArray("18000") << u"too often (429)"_s << qint64(18000)
                               << qint64(18000);
    QTest::newRow("busy") << 503 << none << QByteArray("60") << u"(503)"_s << qint64(3000) << qint64(4000);
    QTest::newRow("silly wait") << 503 << none << QByteArray("-1") << u"(503)"_s << qint64(3000)
                                << qint64(4000);
    QTest::newRow("half a year") << 503 << none << QByteArray("15768000") << u"(503)"_s << qint64(7 * 86400)
                                 << qint64(7 * 86400);
    QTest::newRow("a page") << 200 << articlePage("x") << none << u"is no feed"_s << qint64(3000)
                            << qint64(4000);
    QTest::newRow("empty") << 200 << none << none << u"is no feed"_s << qint64(3000) << qint64(4000);
}

void TestGatherer::failuresAreToldAndBackedOff()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, retryAfter);
    QFETCH(QString, told);
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    WebServer server;
    server.on("/feed", answers(body, "text/html", {{"Retry-After", retryAfter}}, status));
    Gathering gathering(m_store);
    gathering.subscribe(server.url("/feed"));
    const Subscription &feed = gathering.feed();
    QCOMPARE(feed.state, State::Failing);
    QVERIFY2(feed.error.contains(told), qPrintable(feed.error));
    QCOMPARE(feed.failures, 1);
    const qint64 wait = feed.due - gathering.now();
    QVERIFY2(wait >= least && wait <= most, qPrintable(QString::number(wait)));
    gathering.refresh();
    QCOMPARE(gathering.feed().failures, 2);
    QVERIFY(gathering.feed().due - gathering.now() >= std::min<qint64>(2 * least, 6400));
    server.on("/feed", answers(rss({{"/1", "Norland recalled its envoy."}}), "text/xml"));
    gathering.refresh();
    QCOMPARE(gathering.feed().state, State::Good);
    QCOMPARE(gathering.feed().failures, 0);
    QVERIFY(gathering.feed().error.isEmpty());
}

void TestGatherer::goneIsNotAskedAgain()
{
    WebServer server;
    server.on("/feed", answers({}, {}, {}, 410));
    Gathering gathering(m_store);
    gathering.subscribe(server.url("/feed"));
    QCOMPARE(gathering.feed().state, State::Gone);
    gathering.setNow(gathering.now() + 400 * 86400);
    gathering.gatherer().setSettings({fetch::everythingAllowed(), true, 60});
    gathering.gatherer().refreshDue();
    gathering.gatherer().refreshAll();
    gathering.settle();
    QCOMPARE(server.askedFor("/feed"), 1);
    gathering.refresh(); // unless the analyst says so
    QCOMPARE(server.askedFor("/feed"), 2);
}

void TestGatherer::unchangedWithoutCacheIsNoSuccess()
{
    WebServer server;
    server.on("/feed", answers({}, {}, {}, 304));
    Gathering gathering(m_store);
    gathering.subscribe(server.url("/feed"));
    QCOMPARE(gathering.feed().state, State::Failing);
    QVERIFY2(gathering.feed().error.contains(u"nothing was there before"),
             qPrintable(gathering.feed().error));
}

/// Validators are kept only when the articles are safe.
void TestGatherer::whatWasNotStoredIsFetchedAgain()
{
    WebServer server;
    server.on("/feed",
              answers(rss({{"/1", "Norland recalled its envoy."}}), "text/xml", {{"ETag", "\"1\""}}));
    Gathering gathering(m_store);
    gathering.cancelNextImport();
    gathering.subscribe(server.url("/feed"));
    QCOMPARE(gathering.stored(), 0);
    QVERIFY(gathering.feed().etag.isEmpty());
    gathering.refresh();
    QCOMPARE(server.asked().back().header("if-none-match"), QByteArray());
    QCOMPARE(gathering.stored(), 1);
    QCOMPARE(gathering.feed().etag, QByteArray("\"1\""));
}

void TestGatherer::movedForGoodIsRemembered()
{
    WebServer server;
    server.on("/old", example::redirects("/new", 301));
    server.on("/later", example::redirects("/new2", 302));
    server.on("/new", answers(rss({{"/1", "Norland recalled its envoy."}}), "text/xml"));
    server.on("/new2", answers(rss({{"/2", "Sudria answered at once."}}), "text/xml"));
    Gathering gathering(m_store);
    gathering.subscribe(server.url("/old"));
    gathering.subscribe(server.url("/later"));
    QCOMPARE(gathering.feed(0).address, server.url("/new").toString());
    QCOMPARE(gathering.feed(1).address, server.url("/later").toString());
    QCOMPARE(gathering.stored(), 2);
}

void TestGatherer::oneArticleOfTwoFeedsIsOne()
{
    WebServer server;
    server.on("/a", answers(rss({{"/1?utm_source=a", "Norland recalled its envoy."}}), "text/xml"));
    server.on("/b", answers(rss({{"/1?utm_source=b", "Norland recalled its envoy."}}), "text/xml"));
    Gathering gathering(m_store);
    gathering.subscribe(server.url("/a"));
    gathering.subscribe(server.url("/b"));
    QCOMPARE(gathering.stored(), 1);
    QCOMPARE(gathering.feed(0).articles, 1);
    QCOMPARE(gathering.feed(1).articles, 1);
    QCOMPARE(gathering.feed(1).fresh, 0);
}

void TestGatherer::dueOnesAreLookedAtByThemselves()
{
    WebServer server;
    server.on("/feed", answers(rss({{"/1", "Norland recalled its envoy."}}), "text/xml"));
    Gathering gathering(m_store);
    gathering.subscribe(server.url("/feed"));
    gathering.gatherer().refreshDue();
    gathering.settle();
    QCOMPARE(server.askedFor("/feed"), 1); // refreshing by itself is off
    gathering.gatherer().setSettings({fetch::everythingAllowed(), true, 60});
    gathering.gatherer().refreshDue();
    gathering.settle();
    QCOMPARE(server.askedFor("/feed"), 1); // not due yet
    gathering.setNow(gathering.now() + 4000);
    gathering.gatherer().refreshDue();
    gathering.settle();
    QCOMPARE(server.askedFor("/feed"), 2);
}

void TestGatherer::nothingIsFetchedWithoutSubscription()
{
    WebServer server;
    Gathering gathering(m_store);
    gathering.gatherer().setSettings({fetch::everythingAllowed(), true, 60});
    gathering.gatherer().refreshAll();
    gathering.gatherer().refreshDue();
    gathering.settle();
    QVERIFY(server.asked().empty());
    QVERIFY(gathering.list().empty());
}

void TestGatherer::removedWhileItIsLookedAt()
{
    WebServer server;
    server.on("/feed", answers(rss({{"/1", "Norland recalled its envoy."}}), "text/xml"));
    Gathering gathering(m_store);
    Subscription feed;
    feed.address = server.url("/feed").toString();
    gathering.gatherer().add({feed});
    gathering.gatherer().remove({1});
    gathering.settle();
    QTRY_COMPARE(server.askedFor("/feed"), 1);
    gathering.settle();
    QVERIFY(gathering.list().empty());
    QCOMPARE(gathering.stored(), 0);
    QCOMPARE(gathering.failures(), QStringList());
}

void TestGatherer::findsWhatAnAddressHolds()
{
    WebServer server;
    server.on("/feed", answers(rss({{"/1", "Norland recalled its envoy."}}), "text/xml"));
    server.on("/page", answers(articlePage("the envoy")));
    Gathering gathering(m_store);
    for (const QString &address : {server.url("/feed").toString(), server.url("/page").toString(),
                                   server.url("/none").toString(), u"ftp://news.example/"_s}) {
        const size_t before = gathering.found().size();
        gathering.gatherer().find(address);
        QTRY_COMPARE(gathering.found().size(), before + 1);
        QCOMPARE(gathering.found().back().asked, address);
    }
    QVERIFY(gathering.found()[0].feed.has_value());
    QVERIFY(gathering.found()[1].page.has_value());
    QCOMPARE(gathering.found()[2].problem, u"is not there (404)"_s);
    QVERIFY(gathering.found()[3].problem.startsWith(u"is not a web address"));
    QCOMPARE(gathering.stored(), 0); // only looked at
}

void TestGatherer::itemsWithoutTextAreTold()
{
    WebServer server;
    server.on("/feed",
              answers(rss({{"/1", "Norland recalled its envoy."}, {"/2", ""}, {"/3", ""}}), "text/xml"));
    Gathering gathering(m_store);
    gathering.subscribe(server.url("/feed"));
    QCOMPARE(gathering.stored(), 1);
    QCOMPARE(gathering.feed().state, State::Good);
    QVERIFY2(gathering.feed().error.startsWith(u"2 could not be read"), qPrintable(gathering.feed().error));
}

/// Neither the feed nor the page says of itself what encodes it.
void TestGatherer::whatServersSayOfEncodingsHolds()
{
    const QString words =
        u"Посол Норвегии покинул Хартум в понедельник после неудачных переговоров в Осло."_s;
    QStringEncoder encoder("windows-1251");
    const auto encoded = [&encoder](const QString &text) -> QByteArray { return encoder.encode(text); };
    const QByteArray item = encoded(words);
    const QByteArray page = encoded(u"<html><head><title>Посол отозван</title></head><body><article><p>"_s +
                                    words.repeated(3) + u"</p></article></body></html>"_s);
    WebServer server;
    server.on("/feed", answers(rss({{"/1", item}}), "application/rss+xml; charset=windows-1251"));
    server.on("/pages", answers(rss({{"/2", "Envoy"}}), "application/rss+xml"));
    server.on("/2", answers(page, "text/html; Charset=\"windows-1251\""));
    Gathering gathering(m_store);
    gathering.subscribe(server.url("/feed"));
    gathering.subscribe(server.url("/pages"), true);
    for (const ArticleId id : {1, 2}) {
        const Article article = gathering.store().article(id)->article;
        QVERIFY2(article.text.startsWith(words), qPrintable(article.text));
        QCOMPARE(article.encoding, u"windows-1251"_s);
        QCOMPARE(article.encodingBasis, Basis::Metadata);
    }
    QCOMPARE(gathering.store().article(2)->article.title, u"Посол отозван"_s);
}

QTEST_GUILESS_MAIN(TestGatherer)
#include "tst_gatherer.moc"
