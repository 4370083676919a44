#include "models/language/identify.h"

#include <QFile>
#include <QTest>

#include <set>

using namespace demarche::language;
using namespace Qt::StringLiterals;

/// Languages are told apart.
class TestIdentify : public QObject
{
    Q_OBJECT
private slots:
    void ownTexts();
    void shippedTable();
    void notKnown_data();
    void notKnown();
    void foreignNamesDoNotMislead();
    void composedOrNot();
    void wrongTables_data();
    void wrongTables();
};

struct Sample
{
    QString code, text;
};

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QList<Sample> samples()
{
    QList<Sample> samples;
    for (const QString &block : QString::fromUtf8(contents(QStringLiteral(DEMARCHE_CASES "/languages.txt")))
                                    .split(u"== "_s, Qt::SkipEmptyParts))
        samples.append({block.section(u'\n', 0, 0), block.section(u'\n', 1).trimmed()});
    return samples;
}

// Of texts of 200 characters and more at least 97 in a hundred are read right and with confidence.
void TestIdentify::ownTexts()
{
    const auto all = samples();
    QVERIFY(all.size() > 75);
    int right = 0, sure = 0;
    for (const Sample &s : all) {
        const Identification found = identify(s.text);
        QVERIFY2(s.text.size() >= 200, qPrintable(s.code));
        right += found.code == s.code;
        sure += found.code == s.code && found.confidence > 0.5;
        if (found.code != s.code || found.confidence <= 0.5)
            qInfo("%s read as %s (%.2f)", qPrintable(s.code), qPrintable(found.code), found.confidence);
    }
    QVERIFY2(right >= 0.97 * double(all.size()), qPrintable(QString::number(right)));
    QVERIFY2(sure >= 0.95 * double(all.size()), qPrintable(QString::number(sure)));
}

void TestIdentify::shippedTable()
{
    const LanguageTable &table = LanguageTable::shipped();
    QVERIFY(table.codes().size() >= 40);
    QCOMPARE(table.name(u"pt"_s), u"Portuguese"_s);
    QCOMPARE(table.name(u"xx"_s), u"xx"_s);
    std::set<QString> seen;
    for (const Sample &s : samples())
        seen.insert(s.code);
    for (const QString &code : seen)
        QVERIFY2(table.codes().contains(code), qPrintable(code));
}

void TestIdentify::notKnown_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("figures") << u"12.5 17.8 2024 +49 30 1234567 100 % 5,000,000"_s;
    QTest::newRow("one word") << u"OK"_s;
    QTest::newRow("a list of names")
        << u"Berlin Madrid Ouagadougou Bratislava Montevideo Tashkent Windhoek Reykjavik Vientiane"_s;
    QTest::newRow("no words at all")
        << u"qwrtzp klmnbv xcvbnm sdfghj poiuzt lkjhgf mnbvcx qwertz asdfgh yxcvbn"_s;
    QTest::newRow("a script not in the table") << u"ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᎠᎴ ᏗᎪᏪᎵ ᎤᎾᏓᏤᎵ"_s;
    QTest::newRow("half of a surrogate pair") << QString(40, QChar(0xd835));
}

void TestIdentify::notKnown()
{
    QFETCH(QString, text);
    const Identification found = identify(text);
    QVERIFY2(found.code.isEmpty(), qPrintable(found.code));
    QCOMPARE(found.confidence, 0.0);
}

void TestIdentify::foreignNamesDoNotMislead()
{
    const Identification found = identify(
        u"Señor Ibáñez Peña of Málaga met Frau Müller-Lüdenscheidt and Mr Øverås in Łódź; they said that "
        "the São Tomé meeting with Çağlar Gökçe and Đỗ Mười had been good for all of them."_s);
    QCOMPARE(found.code, u"en"_s);
}

void TestIdentify::composedOrNot()
{
    const QString text =
        u"Le président a été reçu à l'Élysée après que la délégation eut déposé ses propositions, très différentes."_s;
    const Identification composed = identify(text),
                         parted = identify(text.normalized(QString::NormalizationForm_D));
    QCOMPARE(composed.code, u"fr"_s);
    QCOMPARE(parted.code, u"fr"_s);
    QCOMPARE(parted.confidence, composed.confidence);
}

void TestIdentify::wrongTables_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("line");
    QTest::newRow("columns") << QByteArray("# note\nfr\tFrench\tLatin\n")
                             << u"made.tsv:2: a language has five columns"_s;
    QTest::newRow("script") << QByteArray("fr\tFrench\tLatine\t\tle la\n")
                            << u"made.tsv:1: no such script: Latine"_s;
    QTest::newRow("too many") << QByteArray("fr\tFrench\tLatin\t\tle la\n").repeated(200)
                              << u"made.tsv:129: more languages than the table may hold"_s;
}

void TestIdentify::wrongTables()
{
    QFETCH(QByteArray, table);
    const auto read = LanguageTable::parse(table, u"made.tsv"_s);
    QVERIFY(!read);
    QTEST(read.error().line(), "line");
}

QTEST_GUILESS_MAIN(TestIdentify)
#include "tst_identify.moc"
