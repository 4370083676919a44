#include "gathering.h"
#include "tests/models/corpus/storefolder.h"

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;
using namespace demarche::corpus::sources;
using example::answers;
using example::WebServer;

/// Article pages fetched beside a feed: each once, and one article with its item.
class TestGathererPages : public QObject
{
    Q_OBJECT

private:
    StoreFolder m_folder;
    QString m_store;

private slots:
    void init() { m_store = m_folder.freshStore(); }

    void pagesAreFetchedOnceAndStandForTheirItems()
    {
        WebServer server;
        server.on("/feed", answers(rss({{"/1?from=rss", "Short."}, {"/2", "Short too."}}), "text/xml"));
        server.on("/1?from=rss", answers(articlePage("the first matter")));
        server.on("/2", answers(articlePage("the second matter")));
        Gathering gathering(m_store);
        gathering.subscribe(server.url("/feed"), true);
        QCOMPARE(gathering.stored(), 2);
        QVERIFY(gathering.store().article(1)->article.text.contains(u"recalled its envoy"));
        QCOMPARE(gathering.feed().fresh, 2);
        gathering.refresh();
        QCOMPARE(server.askedFor("/1?from=rss"), 1);
        QCOMPARE(server.askedFor("/2"), 1);
        QCOMPARE(gathering.stored(), 2);
        QCOMPARE(gathering.feed().fresh, 0);
    }

    void withoutTheWishNoPageIsFetched()
    {
        WebServer server;
        server.on("/feed", answers(rss({{"/1", "Short."}}), "text/xml"));
        Gathering gathering(m_store);
        gathering.subscribe(server.url("/feed"));
        QCOMPARE(server.asked().size(), 1U);
    }

    void itemsStandWherePagesFail()
    {
        WebServer server;
        server.on(
            "/feed",
            answers(rss({{"/1", "Norland recalled its envoy."},
                         {"/2", "Sudria answered at once."},
                         {"/3", "A whole report that the feed carries itself, and which is much longer than "
                                "what its page holds, for there only a notice stands, so it is this text "
                                "that the analyst wants to read and not the notice that a wall shows to all "
                                "who come by without having paid for the privilege of reading more of it."}}),
                    "text/xml"));
        server.on("/1", answers({}, {}, {}, 404));
        server.on("/2", answers("GIF89a", "image/gif"));
        server.on("/3", answers("<html><body><article><p>Only subscribers may read this "
                                "report.</p></article></body></html>"));
        Gathering gathering(m_store);
        gathering.subscribe(server.url("/feed"), true);
        QCOMPARE(gathering.stored(), 3);
        QCOMPARE(gathering.feed().state, State::Good);
        bool whole = false;
        for (const ArticleId id : {1, 2, 3})
            whole = whole || gathering.store().article(id)->article.text.contains(u"the feed carries itself");
        QVERIFY(whole);
        for (int i = 0; i < 5; ++i)
            gathering.refresh();
        QCOMPARE(server.askedFor("/1"), Subscriptions::mostTries); // then it is given up
        QCOMPARE(server.askedFor("/3"), 1);
    }

    void pagesLeftByABusyServerComeLater()
    {
        WebServer server;
        server.on("/feed", answers(rss({{"/1", "One."}, {"/2", "Two."}, {"/3", "Three."}, {"/4", "Four."}}),
                                   "text/xml", {{"ETag", "\"1\""}}));
        for (const char *path : {"/1", "/2", "/3", "/4"})
            server.on(path, answers({}, {}, {{"Retry-After", "60"}}, 429));
        Gathering gathering(m_store);
        gathering.subscribe(server.url("/feed"), true);
        QCOMPARE(gathering.stored(), 4); // the items, for the time being
        QVERIFY(server.askedFor("/3") + server.askedFor("/4") == 0);
        server.on("/feed", answers({}, {}, {}, 304));
        for (const char *path : {"/1", "/2", "/3", "/4"})
            server.on(path, answers(articlePage("matter " + QByteArray(path))));
        gathering.refresh();
        QCOMPARE(gathering.stored(), 4);
        for (const ArticleId id : {1, 2, 3, 4})
            QVERIFY(gathering.store().article(id)->article.text.contains(u"recalled its envoy"));
    }

    void aPageImportedByItsAddressIsTheFeedsArticle()
    {
        WebServer server;
        server.on("/go/1", example::redirects("/1"));
        server.on("/1", answers(articlePage("the envoy")));
        server.on("/feed", answers(rss({{"/go/1", "Short."}}), "text/xml"));
        Gathering gathering(m_store);
        gathering.gatherer().find(server.url("/go/1").toString());
        QTRY_COMPARE(gathering.found().size(), 1U);
        QVERIFY(importInputs(m_store, {*gathering.found()[0].page}, 1,
                             {[](const Article &) { return analysis::Analysis(); }, {}, {}, {}}));
        QCOMPARE(gathering.stored(), 1);
        gathering.subscribe(server.url("/feed"));
        QCOMPARE(gathering.stored(), 1);
        QCOMPARE(gathering.feed().articles, 1);
    }

    void pagesOnPrivateAddressesAreNotFetched()
    {
        WebServer server;
        server.on(
            "/feed",
            answers(rss({{"http://127.0.0.2:" + QByteArray::number(server.serverPort()) + "/1", "Short."},
                         {"file:///etc/passwd", "Shorter."}}),
                    "text/xml"));
        Gathering gathering(m_store, {true, false});
        gathering.subscribe(server.url("/feed"), true);
        QCOMPARE(server.asked().size(), 1U);
        QCOMPARE(gathering.stored(), 2);
        QCOMPARE(gathering.feed().state, State::Good);
    }
};

QTEST_GUILESS_MAIN(TestGathererPages)
#include "tst_gathererpages.moc"
