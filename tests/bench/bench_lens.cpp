#include "models/lens/aggregates.h"

#include <QTest>

#include <random>

using namespace demarche::lens;
using namespace Qt::StringLiterals;

/// Changes of the lens over 200,000 articles and 1,000,000 pieces of evidence.
class bench_Lens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void change_data();
    void change();

private:
    EvidenceIndex m_index;
};

void bench_Lens::initTestCase()
{
    std::mt19937 random(3);
    const auto pick = [&](int size) { return int(random() % std::uint32_t(size)); };
    QStringList countries;
    for (int i = 0; i < 195; ++i)
        countries.append(u"C%1"_s.arg(i));
    const QDate first(2015, 1, 1);
    for (int id = 1; id <= 200'000; ++id) {
        const QDate day = first.addDays(id * 3650LL / 200'000);
        m_index.addArticle(
            {id, day, u"Paper %1"_s.arg(pick(300)), {countries[pick(195)], countries[pick(195)]}, true});
        for (int i = 0; i < 5; ++i) {
            // Half of all evidence is toward one target: the hardest case that collections come near to.
            const QString target = pick(2) ? u"C0"_s : countries[pick(195)];
            m_index.addEvidence({id, pick(3) ? Kind::Action : Kind::Quote, i, countries[pick(195)], target,
                                 day, double(pick(21) - 10), 1.0});
        }
    }
    QCOMPARE(m_index.evidenceCount(), 1'000'000U);
}

void bench_Lens::change_data()
{
    QTest::addColumn<Lens>("lens");
    QTest::newRow("all") << Lens();
    QTest::newRow("one country") << withOnly({}, u"C7"_s);
    QTest::newRow("a year") << withDates({}, QDate(2019, 1, 1), QDate(2019, 12, 31));
    Lens lens = withDates(withOnly({}, u"C7"_s), QDate(2019, 1, 1), QDate(2022, 12, 31));
    lens.publishers = QStringList{u"Paper 5"_s};
    lens.kinds = Kind::Action;
    QTest::newRow("everything") << lens;
}

void bench_Lens::change()
{
    QFETCH(Lens, lens);
    ArticleFilter filter;
    const Lens none;
    QBENCHMARK
    {
        // From no filter to the lens and back: two changes.
        filter.apply(m_index, lens, std::nullopt, true);
        QVERIFY(!aggregate(m_index, filter, lens, u"C0"_s).volume.empty());
        filter.apply(m_index, none, std::nullopt, true);
        QVERIFY(!aggregate(m_index, filter, none, u"C0"_s).volume.empty());
    }
}

QTEST_GUILESS_MAIN(bench_Lens)
#include "bench_lens.moc"
