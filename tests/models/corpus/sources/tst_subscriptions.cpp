#include "models/corpus/sources/subscriptions.h"
#include "models/corpus/store.h"
#include "tests/models/corpus/made.h"
#include "tests/models/corpus/storefolder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;
using namespace demarche::corpus::sources;

/// Subscriptions as the store keeps them.
class TestSubscriptions : public QObject
{
    Q_OBJECT

private:
    StoreFolder m_folder;
    QString m_file;

    static Subscription feed(const QString &address, const QStringList &groups = {})
    {
        Subscription one;
        one.address = address;
        one.groups = groups;
        return one;
    }
    Subscriptions opened() { return *Subscriptions::open(m_file); }

private slots:
    void init() { m_file = m_folder.freshStore(); }

    void areKeptOnce()
    {
        Subscription one = feed(u"https://a.example/feed"_s, {u"Agencies"_s, u"South & East"_s});
        one.name = u"A"_s;
        one.minutes = 30;
        one.pages = true;
        QCOMPARE(opened().add({one, feed(u"https://b.example/feed"_s), one})->size(), 2U);
        QCOMPARE(opened().add({one})->size(), 0U);
        const SubscriptionList list = *opened().all();
        QCOMPARE(list.size(), 2U);
        QCOMPARE(list[0].shown(), u"A"_s);
        QCOMPARE(list[0].groups, (QStringList{u"Agencies"_s, u"South & East"_s}));
        QCOMPARE(list[0].minutes, 30);
        QVERIFY(list[0].pages);
        QCOMPARE(list[0].state, State::New);
        QCOMPARE(list[1].shown(), u"https://b.example/feed"_s);
    }

    void changingTheAddressForgetsHowItFared()
    {
        Subscriptions store = opened();
        QVERIFY(store.add({feed(u"https://a.example/feed"_s), feed(u"https://b.example/feed"_s)}));
        Subscription one = store.all()->front();
        one.state = State::Gone;
        one.error = u"is gone for good (410)"_s;
        one.failures = 4;
        one.etag = "\"7\"";
        QVERIFY(store.keepState(one));
        one.name = u"Renamed"_s;
        QVERIFY(store.change(one));
        QCOMPARE(store.all()->front().state, State::Gone);
        QCOMPARE(store.all()->front().etag, QByteArray("\"7\""));
        one.address = u"https://a.example/new"_s;
        QVERIFY(store.change(one));
        const Subscription changed = store.all()->front();
        QCOMPARE(changed.state, State::New);
        QCOMPARE(changed.failures, 0);
        QVERIFY(changed.etag.isEmpty() && changed.error.isEmpty());
        one.address = u"https://b.example/feed"_s;
        const auto refused = store.change(one);
        QVERIFY(!refused && refused.error().line() == u"https://b.example/feed: is subscribed already"_s);
    }

    void wantingPagesAsksForTheWholeFeed()
    {
        Subscriptions store = opened();
        QVERIFY(store.add({feed(u"https://a.example/feed"_s)}));
        Subscription one = store.all()->front();
        one.etag = "\"7\"";
        one.due = 12345;
        QVERIFY(store.keepState(one));
        one.pages = true;
        QVERIFY(store.change(one));
        QVERIFY(store.all()->front().etag.isEmpty());
        QCOMPARE(store.all()->front().due, 0);
    }

    void groupsAreRenamedMovedAndDissolved()
    {
        Subscriptions store = opened();
        QVERIFY(
            store.add({feed(u"https://a.example"_s, {u"A"_s}), feed(u"https://b.example"_s, {u"A"_s, u"B"_s}),
                       feed(u"https://c.example"_s, {u"AB"_s}), feed(u"https://d.example"_s)}));
        const auto groups = [&store] {
            QStringList all;
            const SubscriptionList list = *store.all();
            for (const Subscription &one : list)
                all << one.groups.join(u'/');
            return all;
        };
        QVERIFY(store.moveGroup({u"A"_s}, {u"X"_s, u"Y"_s}));
        QCOMPARE(groups(), (QStringList{u"X/Y"_s, u"X/Y/B"_s, u"AB"_s, QString()}));
        QVERIFY(store.moveGroup({u"X"_s, u"Y"_s, u"B"_s}, {}));
        QVERIFY(store.moveGroup({}, {u"all"_s}));
        QCOMPARE(groups(), (QStringList{u"X/Y"_s, QString(), u"AB"_s, QString()}));
    }

    void countsItsArticles()
    {
        Subscriptions store = opened();
        QVERIFY(store.add({feed(u"https://a.example/feed"_s)}));
        const qint64 before = *store.newestArticle();
        Store articles = *Store::open(m_file);
        AnalysedArticle mine = madeArticle(1);
        mine.article.subscription = 1;
        AnalysedArticle stranger = madeArticle(2);
        AnalysedArticle lost = madeArticle(3);
        lost.article.subscription = 99; // removed meanwhile
        const auto stored = articles.add(std::array{mine, stranger, lost});
        QVERIFY(stored.has_value());
        QCOMPARE(store.all()->front().articles, 1);
        QCOMPARE(store.all()->front().unread, 1);
        QCOMPARE(*store.articlesSince(1, before), 1);
        QVERIFY(articles.setUnread(std::array{(*stored)[0].id}, false));
        QCOMPARE(store.all()->front().unread, 0);
        QVERIFY(store.remove({1}));
        QVERIFY(store.all()->empty());
        QCOMPARE(*articles.count(), 3);
    }

    void knownArticlesOfAnotherFeedAreCounted()
    {
        Subscriptions store = opened();
        QVERIFY(store.add({feed(u"https://a.example/feed"_s)}));
        Store articles = *Store::open(m_file);
        AnalysedArticle item = madeArticle(1);
        const auto stored = articles.add(std::array{item});
        item.article.subscription = 1;
        QVERIFY(articles.noteOrigins((*stored)[0].id, item.article));
        QCOMPARE(store.all()->front().articles, 1);
    }

    void pagesAreWantedOnceAndGivenUp()
    {
        Subscriptions store = opened();
        QVERIFY(store.add({feed(u"https://a.example/feed"_s)}));
        QVERIFY(store.wantPages(
            1, {u"https://a.example/1"_s, u"https://a.example/2"_s, u"https://a.example/3"_s}));
        QCOMPARE(store.wantedPages(1, 2)->size(), 2);
        QVERIFY(store.pagesDone(1, {u"https://a.example/1"_s}));
        for (int i = 0; i < Subscriptions::mostTries; ++i)
            QVERIFY(store.pageFailed(1, u"https://a.example/2"_s));
        QVERIFY(store.wantPages(1, {u"https://a.example/1"_s, u"https://a.example/2"_s}));
        QCOMPARE(*store.wantedPages(1, 10), QStringList{u"https://a.example/3"_s});
    }

    void filesAreRemembered()
    {
        Subscriptions store = opened();
        QVERIFY(store.add({feed(u"/news"_s)}));
        QVERIFY(store.keepFiles(1, {{u"/news/a"_s, {1, 2}}, {u"/news/b"_s, {3, 4}}}));
        QVERIFY(store.keepFiles(1, {{u"/news/a"_s, {5, 6}}}));
        const auto files = *store.files(1);
        QCOMPARE(files.size(), 2);
        QCOMPARE(files.value(u"/news/a"_s), (FileMark{5, 6}));
        QVERIFY(store.remove({1}));
        QVERIFY(store.files(1)->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSubscriptions)
#include "tst_subscriptions.moc"
