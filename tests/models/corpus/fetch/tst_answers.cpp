#include "models/corpus/fetch/hostlimits.h"
#include "models/corpus/fetch/response.h"
#include "models/corpus/fetch/unpacking.h"
#include "tests/example/webserver.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus::fetch;
using example::packed;
using example::Packing;

namespace {

/// Adds the bytes in pieces of that size.
Result<QByteArray> unpacked(const QByteArray &bytes, const QByteArray &packing, qsizetype piece,
                            const Limits &limits = {})
{
    Result<Unpacking> unpacking = Unpacking::by(packing, limits);
    if (!unpacking)
        return std::unexpected(unpacking.error());
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        if (const Result<void> added = unpacking->add(bytes.mid(at, piece)); !added)
            return std::unexpected(added.error());
    }
    return unpacking->finish();
}

QByteArray prose()
{
    QByteArray text;
    for (int i = 0; i < 2000; ++i)
        text += "The envoys of Norland met for the " + QByteArray::number(i) + "th time.\n";
    return text;
}

} // namespace

/// Bodies, headers and waiting, without a network.
class TestAnswers : public QObject
{
    Q_OBJECT

private slots:
    void unpacksInPieces_data();
    void unpacksInPieces();
    void bombsAreStopped_data();
    void bombsAreStopped();
    void cutAndFalsePackingsAreTold();
    void senselessBytesNeverCrash();
    void waitsAsAskedWhereThatIsSensible_data();
    void waitsAsAskedWhereThatIsSensible();
    void contentTypes_data();
    void contentTypes();
    void hostsAreLeftInPeace();
};

void TestAnswers::unpacksInPieces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("packing");
    QTest::newRow("as it is") << prose() << QByteArray();
    QTest::newRow("identity") << prose() << QByteArray("identity");
    QTest::newRow("gzip") << packed(prose(), Packing::Gzip) << QByteArray("gzip");
    QTest::newRow("x-gzip") << packed(prose(), Packing::Gzip) << QByteArray(" X-GZIP ");
    QTest::newRow("deflate") << packed(prose(), Packing::Zlib) << QByteArray("deflate");
    QTest::newRow("bare deflate") << packed(prose(), Packing::Bare) << QByteArray("deflate");
    QTest::newRow("more behind the end") << packed(prose(), Packing::Gzip) + "trailing" << QByteArray("gzip");
}

void TestAnswers::unpacksInPieces()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, packing);
    for (const qsizetype piece : {qsizetype(1), qsizetype(7), qsizetype(4096), bytes.size()}) {
        const Result<QByteArray> body = unpacked(bytes, packing, piece);
        QVERIFY2(body, body ? "" : qPrintable(body.error().line()));
        QCOMPARE(*body, prose());
    }
}

void TestAnswers::bombsAreStopped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("packing");
    const QByteArray zeros(5'000'000, '\0');
    QTest::newRow("gzip") << packed(zeros, Packing::Gzip) << QByteArray("gzip");
    QTest::newRow("deflate") << packed(zeros, Packing::Zlib) << QByteArray("deflate");
    QTest::newRow("bare deflate") << packed(zeros, Packing::Bare) << QByteArray("deflate");
    QTest::newRow("unpacked") << zeros << QByteArray();
    // Blocks that hold nothing: the body never grows, what is sent does.
    QByteArray hollow = packed({}, Packing::Bare).left(0);
    for (int i = 0; i < 20'000; ++i)
        hollow += QByteArray::fromHex("000000ffff"); // a stored block of no bytes that is not the last
    QTest::newRow("hollow") << hollow << QByteArray("deflate");
}

void TestAnswers::bombsAreStopped()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, packing);
    Limits limits;
    limits.packedBytes = 50'000;
    limits.unpackedBytes = 100'000;
    const Result<QByteArray> body = unpacked(bytes, packing, 1000, limits);
    QVERIFY(!body);
    QVERIFY2(body.error().what.startsWith(u"is too large"), qPrintable(body.error().what));
}

void TestAnswers::cutAndFalsePackingsAreTold()
{
    const QByteArray whole = packed(prose(), Packing::Gzip);
    QVERIFY(unpacked(whole.chopped(9), "gzip", 100).error().what.contains(u"breaks off"));
    QVERIFY(unpacked(prose(), "gzip", 100).error().what.contains(u"cannot be unpacked"));
    QVERIFY(unpacked(prose(), "deflate", 100).error().what.contains(u"cannot be unpacked"));
    QVERIFY(unpacked(whole, "br", 100).error().what.contains(u"not asked for (br)"));
    QVERIFY(unpacked(whole, "gzip, gzip", 100).error().what.contains(u"not asked for"));
    QVERIFY(unpacked({}, "gzip", 100).has_value()); // an empty body needs no packing
}

void TestAnswers::senselessBytesNeverCrash()
{
    QRandomGenerator dice(20240617);
    const QByteArray whole = packed(prose(), Packing::Gzip);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = whole.left(dice.bounded(int(whole.size())));
        for (int i = 0; i < 3 && !bytes.isEmpty(); ++i)
            bytes[dice.bounded(int(bytes.size()))] = char(dice.bounded(256));
        const Result<QByteArray> body =
            unpacked(bytes, round % 2 == 0 ? "gzip" : "deflate", 1 + dice.bounded(500));
        QVERIFY(body || !body.error().what.isEmpty());
    }
}

void TestAnswers::waitsAsAskedWhereThatIsSensible_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("seconds"); ///< -1 for none
    QTest::newRow("seconds") << QByteArray("120") << qint64(120);
    QTest::newRow("none") << QByteArray() << qint64(-1);
    QTest::newRow("at once") << QByteArray("0") << qint64(0);
    QTest::newRow("a date") << QByteArray("Mon, 17 Jun 2024 12:10:00 GMT") << qint64(600);
    QTest::newRow("a date gone by") << QByteArray("Mon, 17 Jun 2024 11:00:00 GMT") << qint64(-1);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("for ever") << QByteArray("99999999999") << qint64(-1);
    QTest::newRow("beyond numbers") << QByteArray("99999999999999999999999999") << qint64(-1);
    QTest::newRow("year 9999") << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT") << qint64(-1);
    QTest::newRow("words") << QByteArray("tomorrow") << qint64(-1);
    QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
}

void TestAnswers::waitsAsAskedWhereThatIsSensible()
{
    QFETCH(QByteArray, header);
    const QDateTime now({2024, 6, 17}, {12, 0}, Qt::UTC);
    QTEST(retryAfter(header, now).value_or(-1), "seconds");
}

void TestAnswers::contentTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("feed");
    QTest::addColumn<bool>("page");
    for (const char *type :
         {"", "text/html; charset=utf-8", "application/rss+xml", "application/atom+xml",
          "application/feed+json", "application/json", "text/xml", "APPLICATION/XML", "text/plain"})
        QTest::newRow(type) << QByteArray(type) << true << true;
    QTest::newRow("pdf") << QByteArray("application/pdf") << false << true;
    for (const char *type :
         {"image/png", "video/mp4", "audio/mpeg", "application/octet-stream", "application/zip",
          "application/x-msdownload", "font/woff2", "multipart/x-mixed-replace", "nonsense"})
        QTest::newRow(type) << QByteArray(type) << false << false;
}

void TestAnswers::contentTypes()
{
    QFETCH(QByteArray, type);
    QTEST(checkContentType(type, Wanted::Feed).has_value(), "feed");
    QTEST(checkContentType(type, Wanted::Page).has_value(), "page");
}

void TestAnswers::hostsAreLeftInPeace()
{
    Limits limits;
    limits.connections = 3;
    limits.connectionsPerHost = 2;
    limits.betweenRequestsMs = 500;
    HostLimits hosts(limits);
    const QString a = u"a.example"_s;
    const QString b = u"b.example"_s;
    QCOMPARE(hosts.wait(a, 0), std::optional<qint64>(0));
    hosts.begun(a, 0);
    QCOMPARE(hosts.wait(a, 100), std::optional<qint64>(400));
    QCOMPARE(hosts.wait(b, 100), std::optional<qint64>(0));
    hosts.begun(a, 500);
    QCOMPARE(hosts.wait(a, 5000), std::optional<qint64>()); // two run at it
    hosts.begun(b, 500);
    QCOMPARE(hosts.wait(u"c.example"_s, 5000), std::optional<qint64>()); // three run in all
    hosts.ended(a);
    QCOMPARE(hosts.wait(a, 5000), std::optional<qint64>(0));
    QCOMPARE(hosts.wait(u"c.example"_s, 5000), std::optional<qint64>(0));
    hosts.ended(u"never.begun"_s);
    QCOMPARE(hosts.wait(a, 600), std::optional<qint64>(400));
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
