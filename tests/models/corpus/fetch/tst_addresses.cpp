#include "models/corpus/fetch/addresses.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus::fetch;

/// Which addresses may be asked at all.
class TestAddresses : public QObject
{
    Q_OBJECT

private slots:
    void publicOrNot_data();
    void publicOrNot();
    void schemesAndPasswords_data();
    void schemesAndPasswords();
    void numbersInDisguiseAreAddresses_data();
    void numbersInDisguiseAreAddresses();
    void redirectsAreHeldToTheRules_data();
    void redirectsAreHeldToTheRules();
    void hostsWithSomePublicAddressUseIt();
};

void TestAddresses::publicOrNot_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPublic");
    for (const char *address :
         {"8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.0", "192.167.255.255", "100.128.0.0",
          "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::5", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"})
        QTest::newRow(address) << QString::fromLatin1(address) << true;
    for (const char *address : {"0.0.0.0",
                                "0.1.2.3",
                                "10.0.0.1",
                                "127.0.0.1",
                                "127.255.255.254",
                                "169.254.169.254",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.1",
                                "100.64.0.1",
                                "192.0.0.8",
                                "192.0.2.1",
                                "198.18.0.1",
                                "198.51.100.7",
                                "203.0.113.9",
                                "224.0.0.1",
                                "239.255.255.250",
                                "240.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "fe80::1",
                                "fe80::1%eth0",
                                "fc00::1",
                                "fd12:3456::1",
                                "ff02::1",
                                "fec0::1",
                                "::ffff:127.0.0.1",
                                "::ffff:10.0.0.1",
                                "::127.0.0.1",
                                "64:ff9b::10.0.0.1",
                                "64:ff9b:1::1",
                                "2002:7f00:1::1",
                                "2001:db8::1",
                                "2001::1",
                                "100::1"})
        QTest::newRow(address) << QString::fromLatin1(address) << false;
}

void TestAddresses::publicOrNot()
{
    QFETCH(QString, address);
    const QHostAddress parsed(address);
    QVERIFY(!parsed.isNull());
    QTEST(isPublic(parsed), "isPublic");
}

void TestAddresses::schemesAndPasswords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("http");
    QTest::addColumn<QString>("told"); ///< empty where it may be fetched
    QTest::newRow("https") << u"https://news.example/feed.xml"_s << false << QString();
    QTest::newRow("spaces around") << u"  https://news.example/feed.xml\n"_s << false << QString();
    QTest::newRow("big letters") << u"HTTPS://News.Example/"_s << false << QString();
    QTest::newRow("http, allowed") << u"http://news.example/"_s << true << QString();
    QTest::newRow("http") << u"http://news.example/"_s << false << u"is not encrypted"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << true << u"is not a web address"_s;
    QTest::newRow("ftp") << u"ftp://news.example/"_s << true << u"is not a web address"_s;
    QTest::newRow("data") << u"data:text/html,hello"_s << true << u"is not a web address"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s << true << u"is not a web address"_s;
    QTest::newRow("no host") << u"https:///feed"_s << true << u"is not a web address"_s;
    QTest::newRow("words") << u"some words"_s << true << u"is not a web address"_s;
    QTest::newRow("empty") << QString() << true << u"is not a web address"_s;
    QTest::newRow("password") << u"https://ida:secret@news.example/"_s << true << u"password"_s;
    QTest::newRow("port 0") << u"https://news.example:0/"_s << true << u"port 0"_s;
    QTest::newRow("port too high") << u"https://news.example:99999/"_s << true << u"is not a web address"_s;
}

void TestAddresses::schemesAndPasswords()
{
    QFETCH(QString, text);
    QFETCH(bool, http);
    QFETCH(QString, told);
    const Result<QUrl> checked = checkedAddress(text, {http, false});
    QCOMPARE(checked.has_value(), told.isEmpty());
    if (!checked) {
        QVERIFY2(checked.error().line().contains(told), qPrintable(checked.error().line()));
        QVERIFY(!checked.error().line().contains(u"secret"));
    }
}

void TestAddresses::numbersInDisguiseAreAddresses_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "127.1", "0", "[::1]",
                             "[::ffff:7f00:1]", "[::ffff:127.0.0.1]", "127.0.0.1"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

/// Browsers and the system's look-up take all of these for this computer.
void TestAddresses::numbersInDisguiseAreAddresses()
{
    QFETCH(QString, host);
    const Result<QUrl> url = checkedAddress(u"https://%1/feed"_s.arg(host), {});
    QVERIFY2(url, url ? "" : qPrintable(url.error().line()));
    const QHostAddress address(url->host());
    QVERIFY2(!address.isNull(), qPrintable(url->host()));
    QVERIFY(!isPublic(address));
    QVERIFY(!allowedAddresses(url->host(), {address}, {}).has_value());
    QVERIFY(allowedAddresses(url->host(), {address}, {false, true}).has_value());
}

void TestAddresses::redirectsAreHeldToTheRules_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("to"); ///< empty where it is refused
    const QString https = u"https://a.example/x/y"_s;
    QTest::newRow("whole") << https << QByteArray("https://b.example/z") << u"https://b.example/z"_s;
    QTest::newRow("path") << https << QByteArray("/z") << u"https://a.example/z"_s;
    QTest::newRow("beside") << https << QByteArray("z?q=1") << u"https://a.example/x/z?q=1"_s;
    QTest::newRow("same scheme") << https << QByteArray("//b.example/z") << u"https://b.example/z"_s;
    QTest::newRow("up to https") << u"http://a.example/"_s << QByteArray("https://a.example/")
                                 << u"https://a.example/"_s;
    QTest::newRow("down to http") << https << QByteArray("http://a.example/") << QString();
    QTest::newRow("file") << https << QByteArray("file:///etc/passwd") << QString();
    QTest::newRow("data") << https << QByteArray("data:text/html,x") << QString();
    QTest::newRow("password") << https << QByteArray("https://u:p@b.example/") << QString();
    QTest::newRow("nothing") << https << QByteArray() << QString();
    QTest::newRow("no address") << https << QByteArray("https://[/") << QString();
}

void TestAddresses::redirectsAreHeldToTheRules()
{
    QFETCH(QString, from);
    QFETCH(QByteArray, location);
    QFETCH(QString, to);
    const Result<QUrl> next = redirected(QUrl(from), location, {true, true});
    QCOMPARE(next ? next->toString() : QString(), to);
}

void TestAddresses::hostsWithSomePublicAddressUseIt()
{
    const QHostAddress open(u"8.8.8.8"_s);
    const QHostAddress inner(u"10.0.0.1"_s);
    QCOMPARE(*allowedAddresses(u"a.example"_s, {inner, open}, {}), QList<QHostAddress>{open});
    QCOMPARE(allowedAddresses(u"a.example"_s, {inner, open}, {false, true})->size(), 2);
    const auto refused = allowedAddresses(u"a.example"_s, {inner}, {});
    QVERIFY(!refused && refused.error().line().contains(u"10.0.0.1"));
    QVERIFY(!allowedAddresses(u"a.example"_s, {}, {false, true}).has_value());
}

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
