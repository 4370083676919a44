#include "models/knowledge/table.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using knowledge::Column;
using knowledge::Table;

namespace {
constexpr Column columns[] = {{"code"_L1}, {"names"_L1}, {"weight"_L1, false}};
}

class TableTest : public QObject
{
    Q_OBJECT

private slots:
    void reads();
    void optionalColumnMayBeAbsent();
    void refuses_data();
    void refuses();
    void wrongNumberIsToldWithItsLine();
};

void TableTest::reads()
{
    const auto table = Table::parse("# source: none\n\nweight\tcode\tnames\n"
                                    "2.5\tAAA\t Aland | | Alandia \r\n"
                                    "# between\n\tBBB\t\n",
                                    u"t.tsv"_s, columns);
    QVERIFY(table.has_value());
    QCOMPARE(table->size(), 2);
    QCOMPARE(table->text(0, 0), u"AAA"_s);
    QCOMPARE(table->list(0, 1), (QStringList{u"Aland"_s, u"Alandia"_s}));
    QCOMPARE(table->number(0, 2).value(), 2.5);
    QCOMPARE(table->number(1, 2, -1).value(), -1.0);
    QCOMPARE(table->list(1, 1), QStringList());
    QCOMPARE(table->line(1), 6);
}

void TableTest::optionalColumnMayBeAbsent()
{
    const auto table = Table::parse("code\tnames\nAAA\tx\n", u"t.tsv"_s, columns);
    QVERIFY(table.has_value());
    QVERIFY(table->text(0, 2).isEmpty());
}

void TableTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("line");

    QTest::newRow("unknown column") << QByteArray("code\tnames\tcolour\n")
                                    << u"t.tsv:1: unknown column \"colour\""_s;
    QTest::newRow("doubled column") << QByteArray("code\tnames\tcode\n")
                                    << u"t.tsv:1: column \"code\" stands twice"_s;
    QTest::newRow("missing column") << QByteArray("# c\ncode\tweight\n")
                                    << u"t.tsv:2: column \"names\" is missing"_s;
    QTest::newRow("too few cells") << QByteArray("code\tnames\n\nA\n")
                                   << u"t.tsv:3: 1 cells where the header has 2"_s;
    QTest::newRow("too many cells") << QByteArray("code\tnames\nA\tb\tc\n")
                                    << u"t.tsv:2: 3 cells where the header has 2"_s;
    QTest::newRow("not UTF-8") << QByteArray("code\tnames\nA\tBras\xedlia\n")
                               << u"t.tsv: is not UTF-8 text"_s;
    QTest::newRow("empty") << QByteArray() << u"t.tsv: has no header line"_s;
}

void TableTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, line);
    const auto table = Table::parse(bytes, u"t.tsv"_s, columns);
    QVERIFY(!table.has_value());
    QCOMPARE(table.error().line(), line);
}

void TableTest::wrongNumberIsToldWithItsLine()
{
    const auto table = Table::parse("code\tnames\tweight\nA\tb\tmany\n", u"t.tsv"_s, columns);
    QVERIFY(table.has_value());
    const auto weight = table->number(0, 2);
    QVERIFY(!weight.has_value());
    QCOMPARE(weight.error().line(), u"t.tsv:2: \"many\" is no number"_s);
}

QTEST_APPLESS_MAIN(TableTest)
#include "tst_table.moc"
