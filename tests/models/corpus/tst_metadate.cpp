#include "models/corpus/metadate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche::corpus;

class TestMetadate : public QObject
{
    Q_OBJECT

private slots:
    void readsDates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("day");
        const auto row = [](const char *text, const char *day) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(day);
        };
        row("2023-10-31", "2023-10-31");
        row("2023-10-31T23:59:59-05:00", "2023-10-31");
        row("2023-10-31T04:00:00.000Z", "2023-10-31");
        row("2023-10-31 14:05:00", "2023-10-31");
        row("2023/10/31", "2023-10-31");
        row("20231031", "2023-10-31");
        row("20231031T101500Z", "");
        row("Tue, 31 Oct 2023 10:00:00 GMT", "2023-10-31");
        row("Tue, 31 Oct 2023 10:00:00 +0100 (CET)", "2023-10-31");
        row("31 October 2023", "2023-10-31");
        row("31st of October, 2023", "2023-10-31");
        row("Tuesday, October 31, 2023", "2023-10-31");
        row("Oct. 31, 2023 at 6:12PM EDT", "2023-10-31");
        row("Published: Oct 31, 2023", "2023-10-31");
        row("Updated on 31 Oct 2023, 14:10 IST", "2023-10-31");
        row("31.10.2023", "2023-10-31");
        row("31/10/2023", "2023-10-31");
        row("10/31/2023", "2023-10-31");
        row("3/10/2023", ""); // either of two days
        row("5/5/2023", "2023-05-05");
        row("31-Oct-2023", "2023-10-31");
        row("30 February 2023", "");
        row("October 2023", "");
        row("31 October 1066", "");
        row("on 31 October 2023 the ministers met", "");
        row("", "");
    }
    void readsDates()
    {
        QFETCH(QString, text);
        QFETCH(QString, day);
        QCOMPARE(metadataDate(text).toString(Qt::ISODate), day);
    }

    void readsAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("day");
        const auto row = [](const char *text, const char *day) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(day);
        };
        row("https://a.example/2023/10/31/title", "2023-10-31");
        row("https://a.example/world/2023-10-31-title.html", "2023-10-31");
        row("https://a.example/world/2023/oct/31/title", "2023-10-31");
        row("/nyt_2016-09-19_title.txt", "2016-09-19");
        row("/20231031.txt", "2023-10-31");
        row("https://a.example/2023/10/title", "");
        row("https://a.example/article/2023103", "");
        row("https://a.example/20231399/x", "");
        row("/title-12345678.txt", "");
    }
    void readsAddresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, day);
        QCOMPARE(dateInAddress(address).toString(Qt::ISODate), day);
    }
};

QTEST_APPLESS_MAIN(TestMetadate)
#include "tst_metadate.moc"
