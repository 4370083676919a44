#include "models/lens/aggregates.h"

#include <QTest>

#include <random>
#include <set>

using namespace demarche::lens;
using namespace Qt::StringLiterals;

namespace {

struct Data
{
    std::vector<ArticleEntry> articles;
    std::vector<EvidenceEntry> evidence;

    [[nodiscard]] EvidenceIndex index() const
    {
        EvidenceIndex index;
        for (const ArticleEntry &article : articles)
            index.addArticle(article);
        for (const EvidenceEntry &piece : evidence)
            index.addEvidence(piece);
        return index;
    }
    [[nodiscard]] const ArticleEntry &article(qint64 id) const { return articles[std::size_t(id - 1)]; }
};

/// Articles and evidence at random, some undated; the same at every run.
Data someData()
{
    std::mt19937 random(11);
    const auto pick = [&](int size) { return int(random() % std::uint32_t(size)); };
    const QStringList countries{u"NOR"_s, u"CHL"_s, u"PER"_s, u"KEN"_s, u"IND"_s};
    Data data;
    for (int id = 1; id <= 400; ++id) {
        ArticleEntry article{id,
                             pick(20) ? QDate(2023, 1, 1).addDays(pick(400)) : QDate(),
                             u"Paper %1"_s.arg(pick(4)),
                             {},
                             true};
        for (int i = pick(3); i >= 0; --i)
            article.countries.append(countries[pick(5)]);
        data.articles.push_back(article);
        for (int i = pick(6); i > 0; --i)
            data.evidence.push_back({id, pick(2) ? Kind::Action : Kind::Quote, i, countries[pick(5)],
                                     pick(3) ? u"ISR"_s : u"Hamas"_s,
                                     pick(3) ? QDate(2023, 1, 1).addDays(pick(400)) : QDate(),
                                     double(pick(21) - 10), 0.25 + pick(4) * 0.25});
    }
    return data;
}

/// What the definitions in models/lens/README.md say, straight from the entries.
bool passes(const Lens &lens, const Data &data, const EvidenceEntry &piece, bool byDates, bool byCountries,
            const std::optional<std::vector<qint64>> &hits)
{
    const ArticleEntry &article = data.article(piece.article);
    const QDate day = piece.day.isValid() ? piece.day : article.day;
    const bool inDates = (!lens.from.isValid() && !lens.to.isValid()) ||
                         (day.isValid() && (!lens.from.isValid() || day >= lens.from) &&
                          (!lens.to.isValid() || day <= lens.to));
    return (!byDates || inDates) &&
           (!byCountries || lens.countries.isEmpty() || lens.countries.contains(piece.country)) &&
           (lens.publishers.isEmpty() || lens.publishers.contains(article.publisher)) &&
           lens.kinds.testFlag(piece.kind) && (!hits || std::ranges::binary_search(*hits, piece.article));
}

} // namespace

class tst_Aggregates : public QObject
{
    Q_OBJECT

private slots:
    void agreeWithTheDefinition_data();
    void agreeWithTheDefinition();
    void stepByStepIsAsAtOnce();
    void emptyIndexGivesNothing();
    void badEntriesAreLeftOut();
    void aNumberedTargetWithoutEvidenceIsNone();
    void namesBeyondSixteenBitsAreLeftOut();
    void oneReportIsNoStanceOfTen();
    void olderEvidenceWeighsLess();
    void sameEventInTwoReportsIsMarkedOnce();
    void targetsComeMostFrequentFirst();
};

void tst_Aggregates::agreeWithTheDefinition_data()
{
    QTest::addColumn<Lens>("lens");
    QTest::addColumn<bool>("searched");
    QTest::newRow("all") << Lens() << false;
    QTest::newRow("one country") << withOnly({}, u"CHL"_s) << false;
    QTest::newRow("two countries") << toggled(withOnly({}, u"CHL"_s), u"IND"_s) << false;
    QTest::newRow("unknown country") << withOnly({}, u"XXX"_s) << false;
    QTest::newRow("dates") << withDates({}, QDate(2023, 3, 1), QDate(2023, 5, 31)) << false;
    QTest::newRow("open end") << withDates({}, QDate(2023, 9, 1), {}) << false;
    Lens lens;
    lens.kinds = Kind::Quote;
    QTest::newRow("quotes") << lens << false;
    lens.publishers = QStringList{u"Paper 1"_s, u"Paper 3"_s};
    QTest::newRow("publishers and quotes") << lens << false;
    lens.countries = QStringList{u"KEN"_s, u"NOR"_s};
    lens.from = QDate(2023, 2, 2);
    QTest::newRow("everything, with a search") << lens << true;
}

void tst_Aggregates::agreeWithTheDefinition()
{
    QFETCH(Lens, lens);
    QFETCH(bool, searched);
    const Data data = someData();
    const EvidenceIndex index = data.index();
    QCOMPARE(index.evidenceCount(), data.evidence.size());
    std::optional<std::vector<qint64>> hits;
    if (searched) {
        hits.emplace();
        for (qint64 id = 1; id <= 400; id += 3)
            hits->push_back(id);
    }
    ArticleFilter filter;
    filter.apply(index, lens, {.hits = hits});
    const Aggregates shown = aggregate(index, filter, lens, u"ISR"_s);

    std::map<QString, int> byCountry;
    std::map<QString, std::set<qint64>> articlesOf;
    std::map<QString, int> inHistory;
    int evidence = 0;
    for (const EvidenceEntry &piece : data.evidence) {
        if (piece.target != "ISR"_L1)
            continue;
        if (passes(lens, data, piece, true, false, hits)) {
            ++byCountry[piece.country];
            articlesOf[piece.country].insert(piece.article);
        }
        const QDate day = piece.day.isValid() ? piece.day : data.article(piece.article).day;
        if (shown.calendar.indexOf(dayOf(day)) >= 0)
            inHistory[piece.country] += passes(lens, data, piece, false, false, hits);
        evidence += passes(lens, data, piece, true, true, hits);
    }
    QCOMPARE(shown.evidence, evidence);
    QCOMPARE(shownEvidence(index, filter, lens, u"ISR"_s).size(), std::size_t(evidence));
    QCOMPARE(shown.countries.size(), byCountry.size());
    for (const CountryTotal &total : shown.countries) {
        const QString &name = index.countryNames().at(total.country);
        QCOMPARE(total.evidence, byCountry[name]);
        QCOMPARE(std::size_t(total.articles), articlesOf[name].size());
        QVERIFY(std::abs(total.score) <= 10);
    }
    QCOMPARE(shown.histories.size(), shown.countries.size());
    for (std::size_t i = 0; i < shown.histories.size(); ++i) {
        const CountryLine &history = shown.histories[i];
        QCOMPARE(history.country, shown.countries[i].country);
        int pieces = 0;
        for (const PeriodTotal &period : history.periods)
            pieces += period.evidence;
        QCOMPARE(pieces, inHistory[index.countryNames().at(history.country)]);
    }

    int articles = 0;
    int inVolume = 0;
    int undated = 0;
    for (const ArticleEntry &article : data.articles) {
        const auto named = [&](const QString &country) { return lens.countries.contains(country); };
        const bool stands = (lens.publishers.isEmpty() || lens.publishers.contains(article.publisher)) &&
                            (lens.countries.isEmpty() || std::ranges::any_of(article.countries, named)) &&
                            (!hits || std::ranges::binary_search(*hits, article.id));
        const bool dated = (!lens.from.isValid() && !lens.to.isValid()) ||
                           (article.day.isValid() && (!lens.from.isValid() || article.day >= lens.from) &&
                            (!lens.to.isValid() || article.day <= lens.to));
        articles += stands && dated;
        inVolume += stands && article.day.isValid();
        undated += stands && !article.day.isValid();
    }
    QCOMPARE(int(shown.articles.size()), articles);
    QCOMPARE(shown.undated, undated);
    QCOMPARE(std::accumulate(shown.volume.begin(), shown.volume.end(), 0), inVolume);
    QVERIFY(
        std::ranges::is_sorted(shown.articles, std::greater(), [&](ArticleAt at) { return index.day(at); }));
}

/// Filters brought up to date change by change end where one reckoned afresh does.
void tst_Aggregates::stepByStepIsAsAtOnce()
{
    const EvidenceIndex index = someData().index();
    ArticleFilter stepwise;
    Lens lens;
    const std::vector<std::function<void()>> changes{
        [&] { lens.countries = QStringList{u"CHL"_s}; }, [&] { lens.from = QDate(2023, 4, 1); },
        [&] { lens.publishers = QStringList{u"Paper 2"_s}; }, [&] { lens.countries.clear(); },
        [&] { lens.to = QDate(2023, 10, 1); }};
    for (const auto &change : changes) {
        change();
        stepwise.apply(index, lens, {.newHits = false, .newSources = false});
        ArticleFilter fresh;
        fresh.apply(index, lens, {});
        for (std::size_t at = 0; at < index.articleCount(); ++at)
            QCOMPARE(stepwise.bits(ArticleAt(at)), fresh.bits(ArticleAt(at)));
    }
}

void tst_Aggregates::emptyIndexGivesNothing()
{
    const EvidenceIndex index;
    ArticleFilter filter;
    filter.apply(index, {}, {});
    const Aggregates shown = aggregate(index, filter, {}, QString());
    QVERIFY(shown.articles.empty() && shown.countries.empty() && shown.volume.empty() &&
            shown.gravest.empty());
}

void tst_Aggregates::badEntriesAreLeftOut()
{
    EvidenceIndex index;
    QVERIFY(!index.addEvidence({1, Kind::Action, 0, u"CHL"_s, u"ISR"_s, {}, 1, 1}));
    QVERIFY(index.addArticle({2, {}, {}, {}, true}));
    QVERIFY(!index.addArticle({2, {}, {}, {}, true}));
    QVERIFY(!index.addArticle({1, {}, {}, {}, true}));
    QVERIFY(!index.addEvidence({3, Kind::Action, 0, u"CHL"_s, u"ISR"_s, {}, 1, 1}));
    QVERIFY(!index.addEvidence({2, Kind::Action, 0, u"CHL"_s, u"ISR"_s, {}, 1, 0}));
    QVERIFY(index.addEvidence({2, Kind::Action, 0, u"CHL"_s, u"ISR"_s, {}, 99, 1}));
    QCOMPARE(index.evidence(u"ISR"_s).value.front(), 10.0F);
}

void tst_Aggregates::aNumberedTargetWithoutEvidenceIsNone()
{
    EvidenceIndex index;
    const auto israel = index.targetNumber(u"ISR"_s);
    const auto sudan = index.targetNumber(u"SDN"_s);
    const auto chile = index.countryNumber(u"CHL"_s);
    QVERIFY(index.add(NumberedArticle{.id = 2, .day = 2460000, .countries = std::span(&*chile, 1)}));
    QVERIFY(index.add(NumberedEvidence{.article = 2, .country = *chile, .target = *sudan, .value = -4}));
    QCOMPARE(index.targetNumber(u"ISR"_s), israel);
    QCOMPARE(index.evidence(u"ISR"_s).size(), std::size_t{0});
    QCOMPARE(index.targets(), (std::vector<std::pair<QString, int>>{{u"SDN"_s, 1}}));
    QCOMPARE(index.evidence(u"SDN"_s).day.front(), 2460000);
}

void tst_Aggregates::namesBeyondSixteenBitsAreLeftOut()
{
    EvidenceIndex index;
    QVERIFY(index.addArticle({1, {}, {}, {}, true}));
    for (int i = 0; i < 65535; ++i)
        QCOMPARE(index.targetNumber(QString::number(i)), std::optional<TargetId>(TargetId(i)));
    QCOMPARE(index.targetNumber(u"one more"_s), std::nullopt);
    QCOMPARE(index.targetNumber(u"65534"_s), std::optional<TargetId>(TargetId(65534)));
    QVERIFY(!index.addEvidence({1, Kind::Action, 0, u"CHL"_s, u"one more"_s, {}, 1, 1}));
    QVERIFY(index.addEvidence({1, Kind::Action, 0, u"CHL"_s, u"65534"_s, {}, 1, 1}));
}

void tst_Aggregates::oneReportIsNoStanceOfTen()
{
    StanceSum sum;
    QCOMPARE(sum.score(), 0.0);
    sum.add(fixed(-10, 1));
    QVERIFY(sum.score() < -4 && sum.score() > -6);
    for (int i = 0; i < 50; ++i)
        sum.add(fixed(-10, 1));
    QVERIFY(sum.score() < -9);
}

void tst_Aggregates::olderEvidenceWeighsLess()
{
    QCOMPARE(fixedAgeWeight(0), ageUnit);
    QCOMPARE(fixedAgeWeight(-30), ageUnit);
    QCOMPARE(fixedAgeWeight(365), ageUnit / 2);
    Data data;
    data.articles = {{1, QDate(2022, 1, 1), {}, {}, true}, {2, QDate(2024, 1, 1), {}, {}, true}};
    data.evidence = {{1, Kind::Action, 0, u"CHL"_s, u"ISR"_s, QDate(2022, 1, 1), -8, 1},
                     {2, Kind::Action, 0, u"CHL"_s, u"ISR"_s, QDate(2024, 1, 1), 8, 1}};
    const EvidenceIndex index = data.index();
    ArticleFilter filter;
    filter.apply(index, {}, {});
    QVERIFY(aggregate(index, filter, {}, u"ISR"_s).countries.front().score > 2);
    const Lens then = withDates({}, {}, QDate(2022, 12, 31));
    filter.apply(index, then, {.newHits = false, .newSources = false});
    QVERIFY(aggregate(index, filter, then, u"ISR"_s).countries.front().score < -2);
}

void tst_Aggregates::sameEventInTwoReportsIsMarkedOnce()
{
    Data data;
    const QDate day(2024, 1, 1);
    for (int id = 1; id <= 3; ++id) {
        data.articles.push_back({id, day, {}, {}, true});
        data.evidence.push_back({id, Kind::Action, 0, u"CHL"_s, u"ISR"_s, day, id == 3 ? -2.0 : -8.0, 1});
    }
    data.evidence.push_back({3, Kind::Quote, 0, u"CHL"_s, u"ISR"_s, day, -9, 1});
    const EvidenceIndex index = data.index();
    ArticleFilter filter;
    filter.apply(index, {}, {});
    const Aggregates shown = aggregate(index, filter, {}, u"ISR"_s);
    QCOMPARE(shown.gravest, std::vector<std::uint32_t>{0});
}

void tst_Aggregates::targetsComeMostFrequentFirst()
{
    const auto targets = someData().index().targets();
    QCOMPARE(targets.size(), 2U);
    QCOMPARE(targets.front().first, u"ISR"_s);
    QVERIFY(targets[0].second > targets[1].second);
}

QTEST_GUILESS_MAIN(tst_Aggregates)
#include "tst_aggregates.moc"
