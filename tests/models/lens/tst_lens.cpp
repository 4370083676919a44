#include "models/lens/history.h"
#include "models/lens/periods.h"

#include <QTest>

using namespace demarche;
using namespace demarche::lens;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QString &key)
{
    return key == "COL"_L1 ? u"Colombia"_s : key == "CHL"_L1 ? u"Chile"_s : key;
}

const Names names{nameOf, [](const QString &key) { return u"Feed "_s + key; }};

Lens full()
{
    Lens lens;
    lens.target = u"ISR"_s;
    lens.countries = QStringList{u"CHL"_s, u"COL"_s};
    lens.from = QDate(2023, 10, 1);
    lens.to = QDate(2024, 6, 30);
    lens.search = u"recall"_s;
    lens.publishers = QStringList{u"The Paper"_s};
    lens.sources = QStringList{u"7"_s};
    lens.kinds = Kind::Quote;
    return lens;
}

} // namespace

class tst_Lens : public QObject
{
    Q_OBJECT

private slots:
    void toldInWords_data();
    void toldInWords();
    void eachPartCanBeTakenAway();
    void clickingSelectsAddsAndTakesAway();
    void survivesJson();
    void brokenJsonGivesAFreshLens();
    void historyGoesBackAndForth();
    void historyForgetsWhatWasUndone();
    void historyIsBounded();
    void calendarNumbersPeriods_data();
    void calendarNumbersPeriods();
    void calendarOfNothingIsEmpty();
    void oneMisdatedArticleLeavesThePeriod();
};

void tst_Lens::toldInWords_data()
{
    QTest::addColumn<Lens>("lens");
    QTest::addColumn<QString>("words");
    Lens lens;
    QTest::newRow("nothing") << lens << u"All articles"_s;
    lens.target = u"ISR"_s;
    QTest::newRow("a target is no filter") << lens << u"All articles"_s;
    lens.from = lens.to = QDate(2023, 10, 7);
    QTest::newRow("one day") << lens << u"7 Oct 2023"_s;
    lens.to = {};
    QTest::newRow("open end") << lens << u"from 7 Oct 2023"_s;
    QTest::newRow("all")
        << full()
        << u"Chile, Colombia; 1 Oct 2023 – 30 Jun 2024; search “recall”; The Paper; source Feed 7; quotes only"_s;
}

void tst_Lens::toldInWords()
{
    QFETCH(Lens, lens);
    QTEST(inWords(lens, names), "words");
}

void tst_Lens::eachPartCanBeTakenAway()
{
    Lens lens = full();
    std::size_t left = parts(lens, names).size();
    QCOMPARE(left, 7U);
    while (!parts(lens, names).empty()) {
        lens = without(lens, parts(lens, names).front());
        QCOMPARE(parts(lens, names).size(), --left);
    }
    QVERIFY(lens.showsAll());
    QCOMPARE(lens, cleared(full()));
    QCOMPARE(lens.target, u"ISR"_s);
}

void tst_Lens::clickingSelectsAddsAndTakesAway()
{
    Lens lens = withOnly({}, u"COL"_s);
    QCOMPARE(lens.countries, QStringList{u"COL"_s});
    lens = toggled(lens, u"CHL"_s);
    QCOMPARE(lens.countries, (QStringList{u"CHL"_s, u"COL"_s}));
    QCOMPARE(withOnly(lens, u"COL"_s).countries, QStringList{u"COL"_s});
    lens = toggled(lens, u"COL"_s);
    QCOMPARE(lens.countries, QStringList{u"CHL"_s});
    QVERIFY(withOnly(lens, u"CHL"_s).countries.isEmpty());
    lens = withDates(lens, QDate(2024, 2, 2), QDate(2024, 1, 1));
    QCOMPARE(lens.from, QDate(2024, 1, 1));
    QCOMPARE(lens.to, QDate(2024, 2, 2));
}

void tst_Lens::survivesJson()
{
    QCOMPARE(lensFromJson(toJson(full())), full());
    QCOMPARE(lensFromJson(toJson({})), Lens());
}

void tst_Lens::brokenJsonGivesAFreshLens()
{
    const QJsonObject broken{{u"countries"_s, 7}, {u"from"_s, u"yesterday"_s}, {u"kinds"_s, 99}};
    QCOMPARE(lensFromJson(broken), Lens());
}

void tst_Lens::historyGoesBackAndForth()
{
    LensHistory history;
    QVERIFY(!history.canUndo() && !history.canRedo());
    QVERIFY(!history.push({}));
    QVERIFY(history.push(full()));
    history.undo();
    QCOMPARE(history.current(), Lens());
    history.undo();
    QCOMPARE(history.current(), Lens());
    history.redo();
    QCOMPARE(history.current(), full());
}

void tst_Lens::historyForgetsWhatWasUndone()
{
    LensHistory history;
    history.push(withOnly({}, u"COL"_s));
    history.push(full());
    history.undo();
    history.push(withOnly({}, u"CHL"_s));
    QVERIFY(!history.canRedo());
    history.undo();
    QCOMPARE(history.current(), withOnly({}, u"COL"_s));
}

void tst_Lens::historyIsBounded()
{
    LensHistory history;
    for (int i = 0; i < 1000; ++i)
        history.push(withOnly({}, QString::number(i)));
    int steps = 0;
    for (; history.canUndo(); ++steps)
        history.undo();
    QCOMPARE(std::size_t(steps), LensHistory::depth - 1);
}

void tst_Lens::calendarNumbersPeriods_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<int>("period");
    QTest::addColumn<QDate>("start");
    QTest::addColumn<int>("count");
    QTest::newRow("days") << QDate(2024, 2, 27) << QDate(2024, 3, 2) << int(Period::Day) << QDate(2024, 2, 27)
                          << 5;
    QTest::newRow("weeks from a Wednesday")
        << QDate(2024, 1, 3) << QDate(2024, 6, 30) << int(Period::Week) << QDate(2024, 1, 1) << 26;
    QTest::newRow("months") << QDate(2020, 1, 31) << QDate(2023, 5, 2) << int(Period::Month)
                            << QDate(2020, 1, 1) << 41;
    QTest::newRow("quarters") << QDate(2005, 5, 5) << QDate(2015, 1, 1) << int(Period::Quarter)
                              << QDate(2005, 4, 1) << 40;
    QTest::newRow("years") << QDate(1985, 5, 5) << QDate(2015, 1, 1) << int(Period::Year) << QDate(1985, 1, 1)
                           << 31;
}

void tst_Lens::calendarNumbersPeriods()
{
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    const Calendar calendar(fitting(first, last), first, last);
    QTEST(int(calendar.period()), "period");
    QTEST(calendar.start(0), "start");
    QTEST(calendar.size(), "count");
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        const int index = calendar.indexOf(dayOf(day));
        QVERIFY(index >= 0);
        QCOMPARE(calendar.start(index), startOf(calendar.period(), day));
    }
    QCOMPARE(calendar.indexOf(dayOf(calendar.start(0).addDays(-1))), -1);
    QCOMPARE(calendar.indexOf(noDay), -1);
}

void tst_Lens::oneMisdatedArticleLeavesThePeriod()
{
    std::vector<Day> days;
    for (int article = 0; article < 60; ++article)
        days.push_back(dayOf(QDate(2023, 10, 1).addDays(article * 7)));
    QCOMPARE(fitting(days), Period::Week);
    days.push_back(dayOf(QDate(2001, 1, 1)));
    days.push_back(noDay);
    QCOMPARE(fitting(days), Period::Week);
    // So far off that weeks would make a hundred thousand steps.
    days.push_back(dayOf(QDate(1, 1, 1)));
    QVERIFY(fitting(days) > Period::Week);
    QCOMPARE(fitting(std::vector<Day>()), Period::Week);
}

void tst_Lens::calendarOfNothingIsEmpty()
{
    QCOMPARE(Calendar(Period::Week, {}, {}).size(), 0);
    QCOMPARE(Calendar().indexOf(dayOf(QDate(2024, 1, 1))), -1);
}

QTEST_GUILESS_MAIN(tst_Lens)
#include "tst_lens.moc"
