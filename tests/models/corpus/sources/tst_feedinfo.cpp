#include "models/corpus/files.h"
#include "models/corpus/sources/feedinfo.h"
#include "models/corpus/sources/found.h"
#include "models/corpus/sources/settling.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;
using namespace demarche::corpus::sources;

namespace {

const QUrl base(u"https://news.example/feeds/all.xml"_s);

QByteArray page(const QByteArray &head)
{
    return "<!doctype html><html><head><title>Envoy recalled</title>" + head +
           "</head><body><article><h1>Envoy recalled</h1><p>Norland recalled its envoy from Sudria on "
           "Monday, "
           "and Ida Holm, its foreign minister, told reporters in the capital that talks would go on.</p>"
           "<p>Officials of both countries said that they would meet again before the end of the month.</p>"
           "</article></body></html>";
}

/// The articles that the import would get.
std::vector<Article> settled(const Input &input)
{
    std::vector<Article> articles;
    const Sink sink{[&](Article &&article) {
                        if (input.admit(article))
                            articles.push_back(std::move(article));
                        return true;
                    },
                    [](Problem &&) {}};
    static_cast<void>(readFetched(input, sink));
    return articles;
}

fetch::Response answer(const QByteArray &body, const QUrl &address = base, const QList<QUrl> &asked = {})
{
    fetch::Response response;
    response.status = 200;
    response.address = address;
    response.asked = asked;
    response.body = body;
    return response;
}

} // namespace

/// What feeds and pages say of themselves, and under which addresses their articles are kept.
class TestFeedInfo : public QObject
{
    Q_OBJECT

private slots:
    void readsAllKinds_data();
    void readsAllKinds();
    void othersAreNoFeeds();
    void pagesNameTheirFeeds();
    void itemsWithoutAddressTakeNobodyElses();
    void itemsWhosePagesComeAreLeftOut();
    void pagesMayNotClaimAnotherSite_data();
    void pagesMayNotClaimAnotherSite();
    void tellsFeedsListsAndPagesApart();
};

void TestFeedInfo::readsAllKinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("RSS 2") << QByteArray(
        "<rss version='2.0'><channel><title>The "
        "&lt;b&gt;News&lt;/b&gt;</title><link>https://news.example/</link>"
        "<item><title>One</title><link>/1</link></item>"
        "<item><title>Two</title><guid>https://news.example/2</guid></item>"
        "<item><title>Three</title><guid isPermaLink='false'>https://news.example/x</guid></item>"
        "<item><title>Four</title><guid>tag-4</guid></item></channel></rss>");
    QTest::newRow("RSS 1") << QByteArray(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        "<channel><title>The News</title><link>https://news.example/</link></channel>"
        "<item><link>https://news.example/1</link></item><item><link>https://news.example/2</link></item>"
        "<item/><item><link>mailto:ida@news.example</link></item></rdf:RDF>");
    QTest::newRow("Atom") << QByteArray(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>The News</title><link rel='self' "
        "href='/feeds/all.xml'/>"
        "<link href='https://news.example/'/><entry><link rel='enclosure' href='/1.mp3'/><link "
        "href='../1'/></entry>"
        "<entry><link rel='alternate' href='https://news.example/2'/></entry><entry/>"
        "<entry><link href='../1'/></entry></feed>");
    QTest::newRow("JSON Feed") << QByteArray(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"The News\",\"home_page_url\":"
        "\"https://news.example/\",\"items\":[{\"id\":\"1\",\"url\":\"https://news.example/1\"},"
        "{\"url\":\"/2\"},{\"id\":\"3\"},{\"url\":\"javascript:1\"}]}");
}

void TestFeedInfo::readsAllKinds()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(isFeed(bytes));
    const Result<FeedInfo> info = feedInfo(bytes, {}, base);
    QVERIFY2(info, info ? "" : qPrintable(info.error().line()));
    QCOMPARE(info->title, u"The News"_s);
    QCOMPARE(info->site, u"https://news.example/"_s);
    QCOMPARE(info->items, 4);
    QCOMPARE(info->links, (QStringList{u"https://news.example/1"_s, u"https://news.example/2"_s}));
}

void TestFeedInfo::othersAreNoFeeds()
{
    for (const QByteArray &bytes : {page({}), QByteArray("{\"a\":1}"), QByteArray("words"), QByteArray(),
                                    QByteArray("<opml><body/></opml>"), QByteArray(1000, '\0')}) {
        QVERIFY(!isFeed(bytes));
        QVERIFY(!feedInfo(bytes, {}, base).has_value());
    }
    QVERIFY(!feedInfo("{\"version\":\"https://jsonfeed.org/version/1\", cut", {}, base).has_value());
}

void TestFeedInfo::pagesNameTheirFeeds()
{
    const auto feeds = feedsNamedBy(
        page("<link rel='alternate' type='application/rss+xml' title='All' href='/feeds/all.xml'>"
             "<link rel='Alternate home' type='application/atom+xml' href='https://other.example/atom'>"
             "<link rel='alternate' type='text/html' href='/es'><link rel='stylesheet' href='/style.css'>"
             "<link rel='alternate' type='application/rss+xml' href='/feeds/all.xml'>"
             "<link rel='alternate' type='application/rss+xml' href='file:///etc/passwd'>"),
        {}, QUrl(u"https://news.example/"_s));
    QCOMPARE(feeds.size(), 2U);
    QCOMPARE(feeds[0].title, u"All"_s);
    QCOMPARE(feeds[0].address, u"https://news.example/feeds/all.xml"_s);
    QCOMPARE(feeds[1].address, u"https://other.example/atom"_s);
}

void TestFeedInfo::itemsWithoutAddressTakeNobodyElses()
{
    const auto articles = settled(feedInput(
        7,
        answer("<rss version='2.0'><channel><title>T</title><item><title>One</title><description>Norland "
               "recalled "
               "its "
               "envoy.</description></item><item><title>Two</title><description>Sudria answered at "
               "once.</description></item><item><title>Three</title><link>/3</link><description>Talks went "
               "on.</description></item></channel></rss>"),
        {}));
    QCOMPARE(articles.size(), 3U);
    QVERIFY2(articles[0].uri.startsWith(u"feed:"), qPrintable(articles[0].uri));
    QVERIFY2(articles[1].uri.startsWith(u"feed:"), qPrintable(articles[1].uri));
    QCOMPARE(articles[2].uri, u"https://news.example/3"_s);
    QCOMPARE(articles[2].subscription, 7);
}

void TestFeedInfo::itemsWhosePagesComeAreLeftOut()
{
    const auto articles =
        settled(feedInput(7,
                          answer("<rss version='2.0'><channel><item><link>https://news.example/1</link>"
                                 "<description>One</description></item><item><link>"
                                 "https://news.example/2</link><description>Two</description></item>"
                                 "</channel></rss>"),
                          {u"news.example/1"_s}));
    QCOMPARE(articles.size(), 1U);
    QCOMPARE(articles[0].uri, u"https://news.example/2"_s);
}

void TestFeedInfo::pagesMayNotClaimAnotherSite_data()
{
    QTest::addColumn<QString>("claimed");
    QTest::addColumn<QString>("uri");
    const QString own = u"https://news.example/1?from=feed"_s;
    QTest::newRow("nothing") << QString() << own;
    QTest::newRow("same site") << u"https://news.example/1"_s << u"https://news.example/1"_s;
    QTest::newRow("with www") << u"https://www.news.example/1"_s << u"https://www.news.example/1"_s;
    QTest::newRow("below it") << u"https://m.news.example/1"_s << u"https://m.news.example/1"_s;
    QTest::newRow("relative") << u"/1"_s << own; // pages must give it whole
    QTest::newRow("another site") << u"https://agency.example/1"_s << own;
    QTest::newRow("ends alike") << u"https://badnews.example/1"_s << own;
    QTest::newRow("start page") << u"https://news.example/"_s << own;
    QTest::newRow("no address") << u"javascript:1"_s << own;
}

void TestFeedInfo::pagesMayNotClaimAnotherSite()
{
    QFETCH(QString, claimed);
    const QByteArray head =
        claimed.isEmpty() ? QByteArray() : "<link rel='canonical' href='" + claimed.toUtf8() + "'>";
    const auto articles = settled(pageInput(7, answer(page(head), QUrl(u"https://news.example/1?from=feed"_s),
                                                      {QUrl(u"https://short.example/x"_s)})));
    QCOMPARE(articles.size(), 1U);
    QTEST(articles[0].uri, "uri");
    QVERIFY(articles[0].addresses.contains(u"https://short.example/x"_s));
    QVERIFY(articles[0].addresses.contains(u"https://news.example/1?from=feed"_s));
}

void TestFeedInfo::tellsFeedsListsAndPagesApart()
{
    const QString asked = base.toString();
    const auto at = [&](const QByteArray &bytes) { return foundAt(asked, answer(bytes)); };
    QVERIFY(at("<rss version='2.0'><channel><title>T</title></channel></rss>").feed.has_value());
    QVERIFY(at("<opml><body><outline xmlUrl='https://a.example/'/></body></opml>").list.has_value());
    const Found article = at(page("<link rel='alternate' type='application/rss+xml' href='/feed'>"));
    QVERIFY(article.page.has_value() && article.problem.isEmpty());
    QCOMPARE(article.pageTitle, u"Envoy recalled"_s);
    QCOMPARE(article.feeds.size(), 1U);
    const Found front = at("<html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head>"
                           "<body><a href='/1'>One</a></body></html>");
    QVERIFY(!front.page.has_value() && front.problem.isEmpty());
    QVERIFY(!at({}).problem.isEmpty());
    QVERIFY(!at(QByteArray(100, '\0')).problem.isEmpty());
    QVERIFY(!at("<html><body></body></html>").problem.isEmpty());
}

QTEST_GUILESS_MAIN(TestFeedInfo)
#include "tst_feedinfo.moc"
