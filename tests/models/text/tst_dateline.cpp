#include "models/text/document.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;

/// A dateline is a sentence of its own, so that its town is never the subject of the sentence behind it.
class TestDateline : public QObject
{
    Q_OBJECT

private slots:
    void firstSentence_data();
    void firstSentence();
};

void TestDateline::firstSentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::newRow("town, date, hyphen")
        << u"BOGOTA, Nov. 1 - The envoys left on Tuesday."_s << u"BOGOTA, Nov. 1 -"_s;
    QTest::newRow("agency in brackets")
        << u"LIMA (Reuters) - Peru signed a treaty."_s << u"LIMA (Reuters) -"_s;
    QTest::newRow("small letters, agency")
        << u"Accra, Ghana (AP) \u2014 Ghana sent troops."_s << u"Accra, Ghana (AP) \u2014"_s;
    QTest::newRow("dash without spaces") << u"TOKYO\u2014Japan's minister flew home."_s << u"TOKYO\u2014"_s;
    QTest::newRow("date behind the dash")
        << u"RABAT \u2013 26 July 2022: Morocco welcomed the vote."_s << u"RABAT \u2013 26 July 2022:"_s;
    QTest::newRow("two words") << u"LA PAZ, June 3 - Bolivia's envoy returned."_s << u"LA PAZ, June 3 -"_s;
    QTest::newRow("date, small letters") << u"Quito, 6 April - Ecuador protested."_s << u"Quito, 6 April -"_s;
    QTest::newRow("dash inside a sentence") << u"NATO - an alliance of 32 states - met on Monday."_s
                                            << u"NATO - an alliance of 32 states - met on Monday."_s;
    QTest::newRow("clause before a dash") << u"Peace talks \u2014 Long awaited \u2014 began."_s
                                          << u"Peace talks \u2014 Long awaited \u2014 began."_s;
    QTest::newRow("no dash") << u"GENEVA 1996-08-30"_s << u"GENEVA 1996-08-30"_s;
    QTest::newRow("a dash alone") << u"- Talks resumed."_s << u"- Talks resumed."_s;
}

void TestDateline::firstSentence()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    const text::Document document = text::segment(text);
    QVERIFY(!document.sentences.empty());
    QCOMPARE(document.sentences.front().span.of(document.text).toString(), first);
    QCOMPARE(document.sentences.back().endToken, int(document.tokens.size()));
}

QTEST_GUILESS_MAIN(TestDateline)
#include "tst_dateline.moc"
