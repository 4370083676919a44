#include "models/analysis/marks.h"

#include <QFile>
#include <QTest>

using namespace demarche;
using namespace demarche::analysis;
using namespace Qt::StringLiterals;

class TestMarks : public QObject
{
    Q_OBJECT

private slots:
    void cases_data();
    void cases();
    void continuedParagraph();
    void anyCharactersAreSafe();
};

void TestMarks::cases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("stretches");
    QFile file(QStringLiteral(DEMARCHE_CASES "/analysis/marks.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList blocks = QString::fromUtf8(file.readAll()).split(u"\n\n"_s, Qt::SkipEmptyParts);
    QVERIFY(blocks.size() > 20);
    for (const QString &block : blocks) {
        const QStringList lines = block.split(u'\n', Qt::SkipEmptyParts);
        if (!lines.front().startsWith(u'#'))
            QTest::newRow(qPrintable(lines[0])) << lines[1] << lines.sliced(2);
    }
}

void TestMarks::cases()
{
    QFETCH(QString, text);
    QStringList found;
    for (const Stretch &s : quotedStretches(text, {0, text.size()}))
        found += (s.closed ? u"> "_s : u"~ "_s) + s.span.of(text).toString();
    QTEST(found, "stretches");
}

void TestMarks::continuedParagraph()
{
    const QString text = u"We go on, and on.\" The envoy sat down. \"Enough.\""_s;
    const auto found = quotedStretches(text, {0, text.size()}, true);
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0].span.of(text).toString(), u"We go on, and on."_s);
    QCOMPARE(found[1].span.of(text).toString(), u"Enough."_s);
    QCOMPARE(quotedStretches(text, {0, text.size()}, false).size(), size_t(1));
}

void TestMarks::anyCharactersAreSafe()
{
    const QString alphabet = u"“”\"'‘’`«» .,a1sZ\n🕊"_s;
    quint32 state = 1;
    for (int round = 0; round < 5000; ++round) {
        QString text;
        for (int i = 0; i < 24; ++i) {
            state = state * 1664525u + 1013904223u;
            text += alphabet[(state >> 16) % uint(alphabet.size())];
        }
        qsizetype last = 0;
        for (const Stretch &s : quotedStretches(text, {0, text.size()})) {
            QVERIFY2(s.span.begin >= last && s.span.end > s.span.begin && s.span.end <= text.size(), qPrintable(text));
            last = s.span.end;
        }
    }
}

QTEST_APPLESS_MAIN(TestMarks)
#include "tst_marks.moc"
