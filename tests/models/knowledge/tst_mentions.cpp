#include "models/knowledge/evaluate.h"
#include "models/knowledge/mentions.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using knowledge::Knowledge;

class MentionsTest : public QObject
{
    Q_OBJECT

private slots:
    void country_data();
    void country();
    void scoresAList();
    void refusesWhatIsNoList();
    void checksOfAnotherSystem();
};

void MentionsTest::country_data()
{
    QTest::addColumn<QString>("mention");
    QTest::addColumn<QString>("expected");

    QTest::newRow("possessive") << u"Peru's Ministry of Culture"_s << u"PER"_s;
    QTest::newRow("demonym") << u"five Omani sailors"_s << u"OMN"_s;
    QTest::newRow("town") << u"Osaka police"_s << u"JPN"_s;
    QTest::newRow("group") << u"Renamo fighters"_s << u"MOZ"_s;
    QTest::newRow("body of no state") << u"the Food and Agriculture Organization"_s << u"IGO"_s;
    QTest::newRow("person") << u"President Emmanuel Macron"_s << u"FRA"_s;
    QTest::newRow("surname") << u"Milosevic"_s << u"SRB"_s;
    QTest::newRow("nobody's") << u"three fishermen"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void MentionsTest::country()
{
    QFETCH(QString, mention);
    QFETCH(QString, expected);
    QCOMPARE(knowledge::countryOfMention(**Knowledge::shipped(), mention, QDate(1999, 5, 1)), expected);
}

void MentionsTest::scoresAList()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"checks.jsonl"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"text\": \"Bolivian miners\", \"kw\": {}, \"expect\": {\"country\": \"BOL\"}}\n"
               "{\"text\": \"Quito\", \"kw\": {}, \"expect\": {\"cc\": \"PER\"}}\n"
               "{\"text\": \"miners\", \"kw\": {}, \"expect\": {\"code_1\": \"LAB\"}}\n");
    file.close();
    const auto score = knowledge::scoreMentions(**Knowledge::shipped(), path);
    QVERIFY(score.has_value());
    QCOMPARE(score->all, 2);
    QCOMPARE(score->right, 1);
    QCOMPARE(score->wrong, QStringList{u"Quito: found ECU, expected PER"_s});
}

void MentionsTest::refusesWhatIsNoList()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"broken.jsonl"_s);
    QVERIFY(!knowledge::scoreMentions(**Knowledge::shipped(), path).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not JSON\n");
    file.close();
    const auto score = knowledge::scoreMentions(**Knowledge::shipped(), path);
    QVERIFY(!score.has_value());
    QCOMPARE(score.error().line(), path + u":1: is no JSON object"_s);
}

void MentionsTest::checksOfAnotherSystem()
{
    const QString path = QStringLiteral(DEMARCHE_SHARED "/facts/actor_tests_ngec.jsonl");
    if (!QFile::exists(path))
        QSKIP("the list of checks is not beside this clone");
    const auto score = knowledge::scoreMentions(**Knowledge::shipped(), path);
    QVERIFY2(score.has_value(), score ? "" : qPrintable(score.error().line()));
    for (const QString &line : score->wrong)
        qInfo().noquote() << line;
    qInfo().noquote() << u"%1 of %2 mentions: %3 %"_s.arg(score->right)
                             .arg(score->all)
                             .arg(100 * score->share(), 0, 'f', 1);
    QVERIFY(score->share() >= 0.8);
}

QTEST_APPLESS_MAIN(MentionsTest)
#include "tst_mentions.moc"
