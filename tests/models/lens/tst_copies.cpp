#include "models/lens/aggregates.h"
#include "models/lens/session.h"

#include <QTest>

#include <map>
#include <numeric>
#include <random>
#include <set>

using namespace demarche::lens;
using namespace Qt::StringLiterals;

namespace {

/// Articles of which each third is a copy of one before, with most of its evidence and some of its own.
struct Data
{
    std::vector<ArticleEntry> articles;
    std::vector<EvidenceEntry> evidence;
    std::map<qint64, qint64> storyOf;

    [[nodiscard]] EvidenceIndex index() const
    {
        EvidenceIndex index;
        for (const ArticleEntry &article : articles)
            index.addArticle(article);
        for (const auto &[article, story] : storyOf)
            index.addCopy(article, story);
        for (const EvidenceEntry &piece : evidence)
            index.addEvidence(piece);
        return index;
    }
    [[nodiscard]] const ArticleEntry &article(qint64 id) const { return articles[std::size_t(id - 1)]; }
    [[nodiscard]] qint64 story(qint64 id) const
    {
        const auto found = storyOf.find(id);
        return found == storyOf.end() ? id : found->second;
    }
};

Data someData()
{
    std::mt19937 random(23);
    const auto pick = [&](int size) { return int(random() % std::uint32_t(size)); };
    const QStringList countries{u"NOR"_s, u"CHL"_s, u"PER"_s, u"KEN"_s};
    Data data;
    for (qint64 id = 1; id <= 300; ++id) {
        const qint64 story = id > 3 && pick(3) == 0 ? data.story(1 + pick(int(id) - 1)) : id;
        if (story != id)
            data.storyOf[id] = story;
        data.articles.push_back({id, pick(15) ? QDate(2023, 1, 1).addDays(pick(300)) : QDate(),
                                 u"Paper %1"_s.arg(pick(4)), {countries[pick(4)]}, true});
        int finding = 0;
        if (story != id) {
            const std::vector<EvidenceEntry> before = data.evidence;
            for (EvidenceEntry piece : before) {
                if (piece.article != story || pick(5) == 0)
                    continue;
                piece.article = id;
                piece.day = data.articles.back().day;
                piece.finding = finding++;
                data.evidence.push_back(piece);
            }
        }
        for (int i = pick(5); i > 0; --i)
            data.evidence.push_back({id, pick(2) ? Kind::Action : Kind::Quote, finding++, countries[pick(4)],
                                     u"ISR"_s, data.articles.back().day, double(pick(5) - 2) * 3, 1.0});
    }
    return data;
}

bool inDates(const Lens &lens, QDate day)
{
    return (!lens.from.isValid() && !lens.to.isValid()) ||
           (day.isValid() && (!lens.from.isValid() || day >= lens.from) && (!lens.to.isValid() || day <= lens.to));
}

/// What a group of pieces that say the same is told by: story, country, kind, value, and which of several.
using Said = std::tuple<qint64, QString, int, double, int>;

} // namespace

/// Copies of a story count once, unless the lens says otherwise.
class tst_Copies : public QObject
{
    Q_OBJECT

private slots:
    void agreeWithTheDefinition_data();
    void agreeWithTheDefinition();
    void aHiddenCopyLeavesTheCountingToTheNext();
    void whatOnlyOneCopySaysCounts();
    void theSwitchIsOneStepOfTheHistory();
    void unknownStoriesAreLeftOut();
    void growingKeepsTheCount();
};

void tst_Copies::agreeWithTheDefinition_data()
{
    QTest::addColumn<Lens>("lens");
    Lens lens;
    QTest::newRow("all") << lens;
    lens.publishers = QStringList{u"Paper 1"_s};
    QTest::newRow("one publisher") << lens;
    lens.publishers.clear();
    QTest::newRow("dates") << withDates(lens, QDate(2023, 3, 1), QDate(2023, 6, 30));
    lens.kinds = Kind::Quote;
    lens.countries = QStringList{u"CHL"_s};
    lens.from = QDate(2023, 5, 1);
    QTest::newRow("all together") << lens;
    lens.countCopies = true;
    QTest::newRow("every copy") << lens;
    lens = {};
    lens.countCopies = true;
    QTest::newRow("every copy of all") << lens;
}

void tst_Copies::agreeWithTheDefinition()
{
    QFETCH(Lens, lens);
    const Data data = someData();
    const EvidenceIndex index = data.index();
    ArticleFilter filter;
    filter.apply(index, lens, {});
    const Aggregates shown = aggregate(index, filter, lens, u"ISR"_s);

    std::map<QString, std::set<Said>> said;
    std::map<QString, std::set<qint64>> sources;
    std::map<std::tuple<qint64, QString, int, double>, int> seen;
    for (const EvidenceEntry &piece : data.evidence) {
        const int ordinal = seen[{piece.article, piece.country, int(piece.kind), piece.value}]++;
        const ArticleEntry &article = data.article(piece.article);
        if (!inDates(lens, article.day) || !lens.kinds.testFlag(piece.kind) ||
            (!lens.publishers.isEmpty() && !lens.publishers.contains(article.publisher)))
            continue;
        const qint64 source = lens.countCopies ? piece.article : data.story(piece.article);
        said[piece.country].insert({source, piece.country, int(piece.kind), piece.value, ordinal});
        sources[piece.country].insert(source);
    }
    QCOMPARE(shown.countries.size(), said.size());
    for (const CountryTotal &total : shown.countries) {
        const QString &name = index.countryNames().at(total.country);
        QCOMPARE(std::size_t(total.evidence), said[name].size());
        QCOMPARE(std::size_t(total.articles), sources[name].size());
    }

    std::set<qint64> stories;
    std::set<qint64> dated; // that have an article of a known day
    int articles = 0;
    for (const ArticleEntry &article : data.articles) {
        const bool stands = (lens.publishers.isEmpty() || lens.publishers.contains(article.publisher)) &&
                            (lens.countries.isEmpty() || article.countries == lens.countries);
        if (stands && article.day.isValid())
            dated.insert(lens.countCopies ? article.id : data.story(article.id));
        if (stands && inDates(lens, article.day)) {
            ++articles;
            stories.insert(data.story(article.id));
        }
    }
    QCOMPARE(shown.articles.size(), std::size_t(articles));
    QCOMPARE(shown.leads.size(), stories.size());
    QCOMPARE(std::size_t(std::accumulate(shown.volume.begin(), shown.volume.end(), 0)), dated.size());
    std::size_t evidence = 0;
    for (const auto &[country, pieces] : said)
        evidence += lens.countries.isEmpty() || lens.countries.contains(country) ? pieces.size() : 0;
    QCOMPARE(std::size_t(shown.evidence), evidence);
    QCOMPARE(shownEvidence(index, filter, lens, u"ISR"_s).size(), evidence);
}

void tst_Copies::aHiddenCopyLeavesTheCountingToTheNext()
{
    EvidenceIndex index;
    const QDate day(2024, 3, 1);
    for (qint64 id = 1; id <= 3; ++id)
        index.addArticle({id, day.addDays(3 - id), u"Paper %1"_s.arg(id), {}, true});
    QVERIFY(index.addCopy(2, 1));
    QVERIFY(index.addCopy(3, 1));
    for (qint64 id = 1; id <= 3; ++id)
        index.addEvidence({id, Kind::Action, 0, u"NOR"_s, u"SDN"_s, day.addDays(3 - id), -4, 1});
    Lens lens;
    const auto shownRows = [&] {
        ArticleFilter filter;
        filter.apply(index, lens, {});
        return shownEvidence(index, filter, lens, u"SDN"_s);
    };
    QCOMPARE(shownRows(), std::vector<std::uint32_t>{2}); // the copy of the earliest day
    lens.publishers = QStringList{u"Paper 1"_s, u"Paper 2"_s};
    QCOMPARE(shownRows(), std::vector<std::uint32_t>{1});
    lens.publishers.clear();
    lens.from = day.addDays(2);
    QCOMPARE(shownRows(), std::vector<std::uint32_t>{0});
    lens.countCopies = true;
    lens.from = {};
    QCOMPARE(shownRows().size(), 3U);
}

void tst_Copies::whatOnlyOneCopySaysCounts()
{
    EvidenceIndex index;
    const QDate day(2024, 3, 1);
    for (qint64 id = 1; id <= 2; ++id)
        index.addArticle({id, day, {}, {}, true});
    index.addCopy(2, 1);
    index.addEvidence({1, Kind::Action, 0, u"NOR"_s, u"SDN"_s, day, -4, 1});
    index.addEvidence({1, Kind::Action, 1, u"NOR"_s, u"SDN"_s, day, -4, 1}); // the same again, in another sentence
    index.addEvidence({2, Kind::Action, 0, u"NOR"_s, u"SDN"_s, day, -4, 1});
    index.addEvidence({2, Kind::Quote, 0, u"NOR"_s, u"SDN"_s, day, -6, 1}); // only here
    ArticleFilter filter;
    filter.apply(index, {}, {});
    QCOMPARE(shownEvidence(index, filter, {}, u"SDN"_s), (std::vector<std::uint32_t>{0, 1, 3}));
    QCOMPARE(aggregate(index, filter, {}, u"SDN"_s).evidenceArticles, 1);
}

void tst_Copies::theSwitchIsOneStepOfTheHistory()
{
    LensSession session([](const QString &) { return demarche::Result<std::vector<qint64>>(); });
    session.setIndex(someData().index());
    const int once = session.aggregates().evidence;
    Lens lens;
    lens.countCopies = true;
    session.look(lens);
    QVERIFY(session.aggregates().evidence > once);
    const auto chips = parts(session.lens(), {[](const QString &key) { return key; }, {}});
    QCOMPARE(chips.size(), 1U);
    QCOMPARE(chips.front().facet, Facet::Copies);
    QCOMPARE(without(session.lens(), chips.front()), Lens());
    QCOMPARE(lensFromJson(toJson(lens)), lens);
    session.undo();
    QCOMPARE(session.aggregates().evidence, once);
}

void tst_Copies::unknownStoriesAreLeftOut()
{
    EvidenceIndex index;
    index.addArticle({4, {}, {}, {}, true});
    index.addArticle({9, {}, {}, {}, true});
    QVERIFY(!index.addCopy(9, 3));
    QVERIFY(!index.addCopy(7, 4));
    QVERIFY(!index.addCopy(4, 9)); // a story is named by its first
    QVERIFY(index.copies().empty());
    QVERIFY(index.addCopy(9, 4));
    QVERIFY(!index.addCopy(9, 4));
    QCOMPARE(index.copies().size(), 2U);
}

void tst_Copies::growingKeepsTheCount()
{
    const Data data = someData();
    EvidenceIndex step;
    std::size_t next = 0;
    for (const ArticleEntry &article : data.articles) {
        step.addArticle(article);
        if (const auto copy = data.storyOf.find(article.id); copy != data.storyOf.end())
            step.addCopy(copy->first, copy->second);
        for (; next < data.evidence.size() && data.evidence[next].article == article.id; ++next)
            step.addEvidence(data.evidence[next]);
        step.arrange(); // in between
        static_cast<void>(step.copiedEvidence(u"ISR"_s));
    }
    const EvidenceIndex once = data.index();
    QCOMPARE(step.copiedEvidence(u"ISR"_s).rows, once.copiedEvidence(u"ISR"_s).rows);
    QCOMPARE(step.copiedEvidence(u"ISR"_s).ends, once.copiedEvidence(u"ISR"_s).ends);
    QCOMPARE(step.copies(), once.copies());
    QCOMPARE(step.newestFirst(), once.newestFirst());
}

QTEST_GUILESS_MAIN(tst_Copies)
#include "tst_copies.moc"
