#include "models/language/tags.h"
#include "models/language/verbforms.h"

#include <QTest>

using namespace demarche;
using namespace demarche::language;
using namespace Qt::StringLiterals;

/// A verb's forms go back to its base by the table, and what the table does not know stays as it was learnt.
class TestVerbForms : public QObject
{
    Q_OBJECT
private slots:
    void shippedTableLoads();
    void bases_data();
    void bases();
    void damageIsTold_data();
    void damageIsTold();
};

void TestVerbForms::shippedTableLoads()
{
    const auto &verbs = VerbForms::shipped();
    QVERIFY2(verbs, verbs ? "" : qPrintable(verbs.error().line()));
    QVERIFY(verbs->size() > 4000);
}

void TestVerbForms::bases_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("learnt");
    QTest::addColumn<QString>("base");
    const auto row = [](const char *form, const char *tag, const char *learnt, const char *base) {
        QTest::addRow("%s %s", form, tag) << QString::fromLatin1(form) << QString::fromLatin1(tag)
                                          << QString::fromLatin1(learnt) << QString::fromLatin1(base);
    };
    row("struck", "VBD", "struck", "strike");
    row("Overthrew", "VBD", "overthraw", "overthrow");
    row("shelled", "VBD", "shel", "shell");
    row("patrolled", "VBN", "patroll", "patrol");
    row("raided", "VBD", "raide", "raid");
    row("fuelling", "VBG", "fuell", "fuel");
    row("dying", "VBG", "dy", "die");
    row("denies", "VBZ", "deny", "deny");
    row("allies", "VBZ", "allie", "ally");
    row("abused", "VBN", "abus", "abuse");
    row("banned", "VBD", "bann", "ban");
    row("quits", "VBZ", "quit", "quit");
    row("hold", "VBP", "hell", "hold");
    row("are", "VBP", "be", "be");
    row("zorgled", "VBD", "zorgle", "zorgle"); // nobody's verb
    row("found", "NN", "found", "found");      // no verb's form here
    row("ed", "VBD", "ed", "ed");
    row("s", "VBZ", "s", "s");
}

void TestVerbForms::bases()
{
    QFETCH(QString, form);
    QFETCH(QString, tag);
    QFETCH(QString, learnt);
    QFETCH(QString, base);
    QCOMPARE(VerbForms::shipped()->base(form, xposFrom(tag), learnt), base);
}

void TestVerbForms::damageIsTold_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("line");
    QTest::newRow("a column missing") << QByteArray("verb\tforms\nstrike\n") << u"t:2"_s;
    QTest::newRow("no verb") << QByteArray("# a table\n\tstruck\n") << u"t:2"_s;
    QTest::newRow("twice") << QByteArray("go\twent\ngo\tgone\n") << u"t:2"_s;
}

void TestVerbForms::damageIsTold()
{
    QFETCH(QByteArray, table);
    QFETCH(QString, line);
    const auto verbs = VerbForms::parse(table, u"t"_s);
    QVERIFY(!verbs);
    QVERIFY2(verbs.error().line().startsWith(line), qPrintable(verbs.error().line()));
}

QTEST_APPLESS_MAIN(TestVerbForms)
#include "tst_verbforms.moc"
