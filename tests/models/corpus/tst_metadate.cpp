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
        row("Mittwoch, 1. November 2023", "2023-11-01");
        row("1er décembre 2023", "2023-12-01");
        row("mercredi 2 août 2023", "2023-08-02");
        row("2 de enero de 2024", "2024-01-02");
        row("3 MÄRZ 2024", "2024-03-03");
        row("2023年11月1日", "2023-11-01");
        row("on 31 October 2023 the ministers met", "");
        row("", "");
    }
    void readsDates()
    {
        QFETCH(QString, text);
        QFETCH(QString, day);
        QCOMPARE(metadataDate(text).toString(Qt::ISODate), day);
    }

    void readsLeadingDates_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("day");
        const auto row = [](const char *line, const char *day) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromLatin1(day);
        };
        row("November 1, 2023 Wednesday 10:15 AM GMT", "2023-11-01");
        row("January 11, 1996, Thursday, Late Edition", "1996-01-11");
        row("Wednesday, November 1, 2023", "2023-11-01");
        row("1. Mai 2020 Freitag", "2020-05-01");
        row("Mittwoch 12. Juni 2019", "2019-06-12");
        row("samedi 4 novembre 2023", "2023-11-04");
        row("1 November 2023", "2023-11-01");
        row("2023-11-01 Morning", "2023-11-01");
        row("March 32, 2023", "");
        row("The 1 November 2023 agreement", "");
        row("November 2023", "");
        row("", "");
    }
    void readsLeadingDates()
    {
        QFETCH(QString, line);
        QFETCH(QString, day);
        QCOMPARE(leadingDate(line).toString(Qt::ISODate), day);
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
        row("https://a.example/stories/202310310441.html", "2023-10-31");
        row("https://a.example/stories/202313310441.html", "");
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
