#include "models/charts/looks.h"

#include <QTest>

#include <algorithm>

using namespace demarche::charts;
using namespace Qt::StringLiterals;

/// A country's line looks the same whatever else is shown.
class tst_Looks : public QObject
{
    Q_OBJECT

private slots:
    void firstComeInOrder();
    void aCountryKeepsItsLook();
    void newcomersTakeWhatNobodyHad();
    void noTwoLookTheSameWhileThereAreEnough();
    void tooManyHaveSomeLook();

private:
    [[nodiscard]] static std::vector<StanceSeries> of(const QStringList &countries)
    {
        std::vector<StanceSeries> series;
        for (const QString &country : countries)
            series.push_back({country, country, {}});
        return series;
    }
    [[nodiscard]] static std::vector<int> assigned(Looks &looks, const QStringList &countries)
    {
        std::vector<StanceSeries> series = of(countries);
        looks.assign(series);
        std::vector<int> all(series.size());
        std::ranges::transform(series, all.begin(), &StanceSeries::look);
        return all;
    }
    [[nodiscard]] static QStringList named(int first, int count)
    {
        QStringList names;
        for (int i = 0; i < count; ++i)
            names << u"C%1"_s.arg(first + i);
        return names;
    }
};

void tst_Looks::firstComeInOrder()
{
    Looks looks;
    QCOMPARE(assigned(looks, {u"USA"_s, u"BRA"_s, u"ESP"_s}), (std::vector{0, 1, 2}));
}

void tst_Looks::aCountryKeepsItsLook()
{
    Looks looks;
    static_cast<void>(assigned(looks, {u"USA"_s, u"BRA"_s, u"ESP"_s}));
    QCOMPARE(assigned(looks, {u"ESP"_s}), std::vector{2});
    QCOMPARE(assigned(looks, {u"BRA"_s, u"ESP"_s, u"USA"_s}), (std::vector{1, 2, 0}));
}

void tst_Looks::newcomersTakeWhatNobodyHad()
{
    Looks looks;
    static_cast<void>(assigned(looks, {u"USA"_s, u"BRA"_s}));
    QCOMPARE(assigned(looks, {u"CHL"_s}), std::vector{2});
    QCOMPARE(assigned(looks, {u"CHL"_s, u"USA"_s}), (std::vector{2, 0}));
}

void tst_Looks::noTwoLookTheSameWhileThereAreEnough()
{
    Looks looks;
    static_cast<void>(assigned(looks, named(0, 12)));
    static_cast<void>(assigned(looks, named(20, 12)));
    for (const QStringList &shown : {named(0, 12), named(6, 6) + named(20, 6), named(40, 3) + named(2, 9)}) {
        std::vector<int> all = assigned(looks, shown);
        std::ranges::sort(all);
        QCOMPARE(std::ranges::adjacent_find(all), all.end());
    }
}

void tst_Looks::tooManyHaveSomeLook()
{
    Looks looks;
    for (const int look : assigned(looks, named(0, 40)))
        QVERIFY(look >= 0 && look < Looks::count);
}

QTEST_GUILESS_MAIN(tst_Looks)
#include "tst_looks.moc"
