#include "models/analysis/pipeline.h"
#include "models/analysis/stances.h"

#include <QFile>
#include <QTest>

using namespace demarche;
using namespace demarche::analysis;
using namespace Qt::StringLiterals;

namespace {

Evidence piece(const QString &country, const QString &target, double value, double weight)
{
    return {Evidence::Kind::Action, 0, country, target, value, weight, {}};
}

} // namespace

class TestStances : public QObject
{
    Q_OBJECT

private slots:
    void age();
    void score();
    void gravity();
    void byCountryAndTarget();
    void neverWithoutEvidence();
    void articles_data();
    void articles();
};

void TestStances::age()
{
    QCOMPARE(ageWeight(0), 1.0);
    QCOMPARE(ageWeight(-5), 1.0);
    QCOMPARE(ageWeight(halfLife), 0.5);
    QVERIFY(ageWeight(2 * halfLife) > 0);
}

void TestStances::score()
{
    QCOMPARE(stanceScore(0, 0), 0.0);
    // little evidence is drawn toward 0, much is not, and the scale is never left
    const double one = stanceScore(-8, 1);
    const double many = stanceScore(-800, 100);
    QVERIFY(one < 0 && one > -8);
    QVERIFY(many < one && many >= -8);
    QCOMPARE(stanceScore(1e9, 1), 10.0);
}

void TestStances::gravity()
{
    QVERIFY(intensity(-10) > intensity(-2));
    QCOMPARE(intensity(-4), intensity(4));
    QVERIFY(certainty(Realis::Actual) > certainty(Realis::Future));
    QVERIFY(certainty(Realis::Future) > certainty(Realis::Hypothetical));
    QCOMPARE(certainty(Realis::Negated), 0.0);
}

void TestStances::byCountryAndTarget()
{
    const std::vector<Evidence> evidence{piece(u"NOR"_s, u"SWE"_s, -4, 1), piece(u"SWE"_s, u"NOR"_s, 3, 1),
                                         piece(u"NOR"_s, u"SWE"_s, 4, 1), piece(u"NOR"_s, u"SWE"_s, -4, 0.5)};
    const auto stances = stancesOf(evidence);
    QCOMPARE(stances.size(), size_t(2));
    QCOMPARE(stances[0].country, u"NOR"_s);
    QCOMPARE(stances[0].evidence, (std::vector<int>{0, 2, 3}));
    QVERIFY(stances[0].score < 0);
    QVERIFY(stances[1].score > 0);
}

void TestStances::neverWithoutEvidence()
{
    QVERIFY(stancesOf({}).empty());
    QVERIFY(stancesOf({piece(u"NOR"_s, u"SWE"_s, -4, 0)}).empty());
}

void TestStances::articles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("signs");
    QFile file(QStringLiteral(DEMARCHE_CASES "/analysis/stances.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QString &block : QString::fromUtf8(file.readAll()).split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        QStringList lines = block.split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) { return line.startsWith(u'#'); });
        if (lines.size() > 1)
            QTest::newRow(qPrintable(lines[0])) << lines[0] << lines.sliced(1);
    }
}

void TestStances::articles()
{
    QFETCH(QString, text);
    QFETCH(QStringList, signs);
    const auto pipeline = Pipeline::shipped();
    QVERIFY(pipeline);
    Circumstances circumstances;
    circumstances.published = {QDate(2024, 3, 14), DateBasis::Option};
    const Analysis analysis = pipeline->analyze(text, circumstances);
    for (const QString &line : signs) {
        const QStringList cells = line.split(u' ');
        QCOMPARE(cells.size(), 4);
        const auto at = std::ranges::find_if(analysis.stances, [&](const Stance &stance) {
            return stance.country == cells[0] && stance.target == cells[2];
        });
        const QString found = at == analysis.stances.end() ? u"none"_s
                              : at->score < 0              ? u"-1"_s
                              : at->score > 0              ? u"1"_s
                                                           : u"0"_s;
        QCOMPARE(found, cells[3]);
    }
}

QTEST_APPLESS_MAIN(TestStances)
#include "tst_stances.moc"
