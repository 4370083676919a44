#include "models/lens/aggregates.h"

#include <QTest>

#include <random>

using namespace demarche::lens;
using namespace Qt::StringLiterals;

/// Changes of the lens over 200,000 articles and 1,000,000 pieces of evidence: without copies, and where four
/// of ten articles are copies of a story.
class bench_Lens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void change_data();
    void change();
    void firstLook();

private:
    EvidenceIndex m_index;
    EvidenceIndex m_copied;
};

namespace {

constexpr int articles = 200'000;
constexpr int piecesEach = 5;

/// Makes the index article by article.
class Maker
{
public:
    explicit Maker(int copiesOfTen)
        : m_copiesOfTen(copiesOfTen)
    {
        for (int i = 0; i < 195; ++i)
            m_countries.append(u"C%1"_s.arg(i));
    }

    EvidenceIndex index()
    {
        for (int id = 1; id <= articles; ++id)
            add(id);
        return std::move(m_index);
    }

private:
    int pick(int size) { return int(m_random() % std::uint32_t(size)); }

    void add(int id)
    {
        const QDate day = QDate(2015, 1, 1).addDays(id * 3650LL / articles);
        m_index.addArticle(
            {id, day, u"Paper %1"_s.arg(pick(300)), {m_countries[pick(195)], m_countries[pick(195)]}, true});
        const bool copies = id > 1 && pick(10) < m_copiesOfTen;
        const int story = copies ? m_storyOf[std::size_t(std::max(0, id - 2 - pick(2000)))] : id;
        m_storyOf.push_back(story);
        if (copies)
            m_index.addCopy(id, story);
        // A copy says what its story says.
        m_random.seed(std::uint32_t(story));
        for (int i = 0; i < piecesEach; ++i) {
            // Half of all evidence is toward one target: the hardest case that collections come near to.
            const QString target = pick(2) ? u"C0"_s : m_countries[pick(195)];
            m_index.addEvidence({id, pick(3) ? Kind::Action : Kind::Quote, i, m_countries[pick(195)], target,
                                 day, double(pick(21) - 10), 1.0});
        }
        m_random.seed(std::uint32_t(id));
    }

    int m_copiesOfTen;
    QStringList m_countries;
    std::mt19937 m_random{3};
    std::vector<int> m_storyOf; ///< of each article, from id 1
    EvidenceIndex m_index;
};

} // namespace

void bench_Lens::initTestCase()
{
    m_index = Maker(0).index();
    m_copied = Maker(4).index();
    QCOMPARE(m_index.evidenceCount(), 1'000'000U);
    QCOMPARE(m_copied.evidenceCount(), 1'000'000U);
    QVERIFY(m_copied.copies().size() > articles / 3);
}

void bench_Lens::change_data()
{
    QTest::addColumn<bool>("copies");
    QTest::addColumn<Lens>("lens");
    Lens lens = withDates(withOnly({}, u"C7"_s), QDate(2019, 1, 1), QDate(2022, 12, 31));
    lens.publishers = QStringList{u"Paper 5"_s};
    lens.kinds = Kind::Action;
    for (const bool copies : {false, true}) {
        const char *of = copies ? ", with copies" : "";
        QTest::addRow("all%s", of) << copies << Lens();
        QTest::addRow("one country%s", of) << copies << withOnly({}, u"C7"_s);
        QTest::addRow("a year%s", of) << copies << withDates({}, QDate(2019, 1, 1), QDate(2019, 12, 31));
        QTest::addRow("everything%s", of) << copies << lens;
    }
}

void bench_Lens::change()
{
    QFETCH(bool, copies);
    QFETCH(Lens, lens);
    const EvidenceIndex &index = copies ? m_copied : m_index;
    ArticleFilter filter;
    const Lens none;
    QBENCHMARK
    {
        // From no filter to the lens and back: two changes.
        filter.apply(index, lens, {.newHits = false, .newSources = false});
        QVERIFY(!aggregate(index, filter, lens, u"C0"_s).volume.empty());
        filter.apply(index, none, {.newHits = false, .newSources = false});
        QVERIFY(!aggregate(index, filter, none, u"C0"_s).volume.empty());
    }
}

/// A change that comes when articles, among them copies, have just come: with all that is arranged anew.
void bench_Lens::firstLook()
{
    const EvidenceIndex fresh = Maker(4).index();
    ArticleFilter filter;
    const Lens none;
    filter.apply(fresh, none, {.newHits = false, .newSources = false});
    QBENCHMARK_ONCE
    {
        QVERIFY(!aggregate(fresh, filter, none, u"C0"_s).volume.empty());
    }
}

QTEST_GUILESS_MAIN(bench_Lens)
#include "bench_lens.moc"
