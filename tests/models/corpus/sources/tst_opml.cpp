#include "models/corpus/sources/opml.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus::sources;

namespace {

QByteArray opml(const QByteArray &body)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\"><head><title>My "
           "feeds</title></head>"
           "<body>" +
           body + "</body></opml>";
}

/// "Group/Inner: Name <address>", one a line.
QStringList lines(const Opml &list)
{
    QStringList lines;
    for (const Subscription &feed : list.feeds)
        lines << u"%1: %2 <%3>"_s.arg(feed.groups.join(u'/'), feed.name, feed.address);
    return lines;
}

} // namespace

/// Lists of feeds, in and out.
class TestOpml : public QObject
{
    Q_OBJECT

private slots:
    void readsGroupsWithinGroups();
    void readsWhatOthersWrite_data();
    void readsWhatOthersWrite();
    void whatIsNoListIsTold_data();
    void whatIsNoListIsTold();
    void badEntriesAreNamedAndTheRestTaken();
    void comesBackAsItWasWritten();
    void limitsHold();
    void senselessBytesNeverCrash();
};

void TestOpml::readsGroupsWithinGroups()
{
    const auto list =
        readOpml(opml("<outline text='Agencies'>"
                      "<outline text='South'><outline type='rss' text='A &amp; B' "
                      "xmlUrl='https://a.example/feed' htmlUrl='https://a.example/'/></outline>"
                      "<outline type='rss' title='C' xmlUrl='https://c.example/feed'/></outline>"
                      "<outline type='rss' text='D' xmlUrl='https://d.example/feed'/>"),
                 u"list.opml"_s);
    QVERIFY2(list, list ? "" : qPrintable(list.error().line()));
    QCOMPARE(list->title, u"My feeds"_s);
    QCOMPARE(lines(*list),
             (QStringList{u"Agencies/South: A & B <https://a.example/feed>"_s,
                          u"Agencies: C <https://c.example/feed>"_s, u": D <https://d.example/feed>"_s}));
    QCOMPARE(list->feeds[0].site, u"https://a.example/"_s);
    QVERIFY(list->problems.empty());
}

void TestOpml::readsWhatOthersWrite_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected");
    const QStringList one{u": A <https://a.example/feed>"_s};
    QTest::newRow("attribute in other case")
        << opml("<outline text='A' xmlURL='https://a.example/feed'/>") << one;
    QTest::newRow("tags in capitals")
        << QByteArray("<OPML><head/><body><outline text='A' xmlUrl='https://a.example/feed'/></body></OPML>")
        << one;
    QTest::newRow("no declaration, spaces")
        << QByteArray("\n\n<opml version='1.0'><body><outline text=' A\n' xmlUrl=' https://a.example/feed "
                      "'/></body></opml>")
        << one;
    QTest::newRow("twice the same") << opml("<outline text='A' xmlUrl='https://a.example/feed'/>"
                                            "<outline text='B' xmlUrl='https://a.example/feed'/>")
                                    << one;
    QTest::newRow("cut short")
        << opml("<outline text='A' xmlUrl='https://a.example/feed'/><outline te").chopped(14) << one;
    QTest::newRow("feeds below a feed")
        << opml("<outline text='A' xmlUrl='https://a.example/feed'><outline text='B' "
                "xmlUrl='https://b.example/'/></outline>")
        << one + QStringList{u": B <https://b.example/>"_s};
    QTest::newRow("group without a name")
        << opml("<outline><outline text='A' xmlUrl='https://a.example/feed'/></outline>") << one;
    QTest::newRow("markup in a name stays text")
        << opml("<outline text='&lt;b&gt;A&lt;/b&gt;' xmlUrl='https://a.example/feed'/>")
        << QStringList{u": <b>A</b> <https://a.example/feed>"_s};
}

void TestOpml::readsWhatOthersWrite()
{
    QFETCH(QByteArray, bytes);
    const auto list = readOpml(bytes, u"list"_s);
    QVERIFY2(list, list ? "" : qPrintable(list.error().line()));
    QTEST(lines(*list), "expected");
}

void TestOpml::whatIsNoListIsTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("told");
    QTest::newRow("nothing") << QByteArray() << u"is no list of feeds"_s;
    QTest::newRow("text") << QByteArray("Norland recalled its envoy.") << u"is no list of feeds"_s;
    QTest::newRow("a feed") << QByteArray("<rss><channel/></rss>") << u"is no list of feeds"_s;
    QTest::newRow("no feeds") << opml("<outline text='A'/>") << u"lists no feed"_s;
    QTest::newRow("no body") << QByteArray("<opml><head/></opml>") << u"lists no feed"_s;
}

void TestOpml::whatIsNoListIsTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, told);
    const auto list = readOpml(bytes, u"list.opml"_s);
    QVERIFY(!list);
    QVERIFY2(list.error().line().startsWith(u"list.opml: "_s + told), qPrintable(list.error().line()));
}

void TestOpml::badEntriesAreNamedAndTheRestTaken()
{
    const auto list = readOpml(opml("<outline text='A' xmlUrl='javascript:alert(1)'/>"
                                    "<outline text='B' xmlUrl='file:///etc/passwd'/>"
                                    "<outline text='C' xmlUrl='https://u:p@c.example/'/>"
                                    "<outline text='D' xmlUrl='https://d.example/'/>"),
                               u"list"_s);
    QVERIFY(list.has_value());
    QCOMPARE(lines(*list), QStringList{u": D <https://d.example/>"_s});
    QCOMPARE(list->problems.size(), 3U);
}

void TestOpml::comesBackAsItWasWritten()
{
    const QByteArray body =
        "<outline text='North &amp; \"South\"'><outline text='&lt;In&gt;'><outline text='A' "
        "xmlUrl='https://a.example/?x=1&amp;y=2' htmlUrl='https://a.example/'/></outline></outline>"
        "<outline text='B' xmlUrl='https://b.example/feed'/>";
    Opml list = *readOpml(opml(body), u"list"_s);
    Subscription folder;
    folder.kind = Kind::Folder;
    folder.address = u"/home/ida/news"_s;
    SubscriptionList all = list.feeds;
    all.push_back(folder);
    const QByteArray written = writeOpml(all, u"Feeds of Démarche"_s);
    QVERIFY(!written.contains("/home/ida"));
    const auto again = readOpml(written, u"again"_s);
    QVERIFY2(again, again ? "" : qPrintable(again.error().line()));
    QCOMPARE(lines(*again), lines(list));
    QCOMPARE(again->title, u"Feeds of Démarche"_s);
    QCOMPARE(again->feeds[0].site, u"https://a.example/"_s);
}

void TestOpml::limitsHold()
{
    QByteArray many;
    for (int i = 0; i < 10'020; ++i)
        many += "<outline xmlUrl='https://a.example/" + QByteArray::number(i) + "'/>";
    const auto list = readOpml(opml(many), u"list"_s);
    QCOMPARE(list->feeds.size(), 10'000U);
    QCOMPARE(list->problems.size(), 1U);
    QByteArray deep;
    for (int i = 0; i < 5000; ++i)
        deep += "<outline text='g'>";
    deep += "<outline text='A' xmlUrl='https://a.example/'/>";
    const auto shallow = readOpml(opml("<outline text='B' xmlUrl='https://b.example/'/>" + deep), u"deep"_s);
    QVERIFY(shallow.has_value());
    for (const Subscription &feed : shallow->feeds)
        QVERIFY(feed.groups.size() <= 16);
    QVERIFY(!readOpml(opml(QByteArray(17 * 1024 * 1024, ' ')), u"huge"_s).has_value());
    const QByteArray longName(100'000, 'x');
    QVERIFY(readOpml(opml("<outline text='" + longName + "' xmlUrl='https://a.example/'/>"), u"long"_s)
                ->feeds[0]
                .name.size() <= 300);
}

void TestOpml::senselessBytesNeverCrash()
{
    QRandomGenerator dice(20240617);
    const QByteArray whole =
        opml("<outline text='A'><outline text='B' xmlUrl='https://b.example/'/></outline>");
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = whole.left(dice.bounded(int(whole.size())));
        for (int i = 0; i < 4 && !bytes.isEmpty(); ++i)
            bytes[dice.bounded(int(bytes.size()))] = char(dice.bounded(256));
        const auto list = readOpml(bytes, u"made"_s);
        QVERIFY(list ? !list->feeds.empty() : !list.error().what.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestOpml)
#include "tst_opml.moc"
