#include "models/lens/chartdata.h"
#include "models/lens/loading.h"
#include "tests/example/example.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace demarche;
using namespace demarche::lens;
using namespace Qt::StringLiterals;

/// From a store by way of the index to what the charts draw.
class tst_Session : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { delete m_session; }

    void loadsWhatTheStoreHolds();
    void growsByWhatIsNew();
    void searchRunsBesideAndFilters();
    void failedSearchIsToldAndFindsNothing();
    void anOverhauledSearchIsForgotten();
    void chartsGetTheAggregates();
    void captionSaysWhatIsShown();
    void filterAsTheStoreIsAsked();

private:
    [[nodiscard]] static QString same(const QString &key) { return key; }

    QTemporaryDir m_folder;
    QString m_file;
    LensSession *m_session = nullptr;
};

void tst_Session::initTestCase()
{
    m_file = m_folder.filePath(u"session.demarche"_s);
    Result<corpus::Store> store = corpus::Store::open(m_file);
    QVERIFY(store);
    std::vector<corpus::AnalysedArticle> articles = example::many(50);
    articles.push_back(example::recall());
    QVERIFY(store->add(articles));
}

void tst_Session::init()
{
    m_session = new LensSession([file = m_file](const QString &text) -> Result<std::vector<qint64>> {
        if (text == "fail"_L1)
            return std::unexpected(Problem{u"store"_s, u"is gone"_s});
        const Result<corpus::Store> store = corpus::Store::open(file);
        corpus::Filter filter;
        filter.search = text;
        return store->ids(filter);
    });
    const Result<corpus::Store> store = corpus::Store::open(m_file);
    EvidenceIndex index;
    QVERIFY(store && extend(index, *store));
    m_session->setIndex(std::move(index));
}

void tst_Session::loadsWhatTheStoreHolds()
{
    const EvidenceIndex &index = m_session->index();
    QCOMPARE(index.articleCount(), 51U);
    const int recall = index.find(51);
    QVERIFY(recall >= 0);
    QCOMPARE(dateOf(index.day(ArticleAt(recall))), QDate(2023, 11, 1));
    QCOMPARE(index.publisherNames().at(index.publisher(ArticleAt(recall))), u"The Example Courier"_s);
    QVERIFY(index.unread(ArticleAt(recall)));
    QStringList countries;
    for (const CountryId id : index.countries(ArticleAt(recall)))
        countries.append(index.countryNames().at(id));
    countries.sort();
    QCOMPARE(countries, (QStringList{u"CHL"_s, u"COL"_s, u"NOR"_s}));
    QVERIFY(index.evidence(u"CHL"_s).size() >= 2);
}

void tst_Session::growsByWhatIsNew()
{
    const Result<corpus::Store> store = corpus::Store::open(m_file);
    EvidenceIndex half;
    QVERIFY(extend(half, *store, 20));
    QCOMPARE(half.articleCount(), 31U);
    EvidenceIndex again = half;
    QVERIFY(extend(again, *store, half.id(ArticleAt(half.articleCount() - 1))));
    QCOMPARE(again.articleCount(), half.articleCount());
    QCOMPARE(again.evidenceCount(), half.evidenceCount());
}

void tst_Session::searchRunsBesideAndFilters()
{
    QSignalSpy searching(m_session, &LensSession::searchingChanged);
    Lens lens;
    lens.search = u"  ambassador "_s;
    m_session->look(lens);
    QCOMPARE(m_session->lens().search, u"ambassador"_s);
    QVERIFY(m_session->isSearching());
    QTRY_VERIFY(!m_session->isSearching());
    QCOMPARE(searching.size(), 2);
    QCOMPARE(m_session->aggregates().articles.size(), 1U);
    QVERIFY(m_session->shows(51) && !m_session->shows(1));
    m_session->undo();
    QCOMPARE(m_session->aggregates().articles.size(), 51U);
}

void tst_Session::failedSearchIsToldAndFindsNothing()
{
    QSignalSpy failed(m_session, &LensSession::searchFailed);
    Lens lens;
    lens.search = u"fail"_s;
    m_session->look(lens);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).toString(), u"store: is gone"_s);
    QCOMPARE(m_session->aggregates().articles.size(), 0U);
}

void tst_Session::anOverhauledSearchIsForgotten()
{
    Lens lens;
    lens.search = u"matter"_s;
    m_session->look(lens);
    lens.search = u"ambassador"_s;
    m_session->look(lens);
    QTRY_VERIFY(!m_session->isSearching());
    QTest::qWait(50);
    QCOMPARE(m_session->aggregates().articles.size(), 1U);
}

void tst_Session::chartsGetTheAggregates()
{
    const Aggregates &shown = m_session->aggregates();
    const charts::MapData map = mapData(m_session->index(), shown, same);
    QCOMPARE(map.target, m_session->target());
    QCOMPARE(map.countries.size(), shown.countries.size());
    const auto label = [](qint64 article, int action, const QString &country) {
        return u"%1/%2/%3"_s.arg(article).arg(action).arg(country);
    };
    const charts::TimelineData timeline = timelineData(m_session->index(), shown, same, label);
    QVERIFY(!timeline.series.empty() && timeline.series.size() <= mostLines);
    QCOMPARE(timeline.first, m_session->index().firstDay());
    int articles = 0;
    for (const charts::VolumeBar &bar : timeline.volume)
        articles += bar.articles;
    QCOMPARE(articles, 51);
    QVERIFY(timeline.marks.size() <= mostMarks);
    for (const charts::EventMark &mark : timeline.marks)
        QVERIFY(mark.label.startsWith(QString::number(mark.article)) &&
                std::abs(mark.goldstein) >= graveValue);
}

void tst_Session::captionSaysWhatIsShown()
{
    m_session->look(withDates(withOnly({}, u"CHL"_s), QDate(2023, 2, 1), QDate(2023, 12, 31)));
    const charts::Caption told =
        caption(m_session->index(), m_session->aggregates(), m_session->lens(), {same, same});
    QCOMPARE(told.title, u"Stance toward "_s + m_session->target());
    QCOMPARE(told.lens, u"CHL"_s);
    QCOMPARE(told.dates, u"1 Feb 2023 – 31 Dec 2023"_s);
    QCOMPARE(std::size_t(told.articles), m_session->aggregates().articles.size());
    QVERIFY(told.publishers > 0);
}

void tst_Session::filterAsTheStoreIsAsked()
{
    const Result<corpus::Store> store = corpus::Store::open(m_file);
    Lens lens = withDates(withOnly({}, u"NOR"_s), QDate(2023, 3, 1), QDate(2024, 1, 31));
    lens.publishers = QStringList{u"Paper 3"_s};
    m_session->look(lens);
    const Result<qint64> count = store->count(filterOf(lens, m_session->sources()));
    QVERIFY(count);
    QCOMPARE(std::size_t(*count), m_session->aggregates().articles.size());
    QVERIFY(*count > 0);
}

QTEST_GUILESS_MAIN(tst_Session)
#include "tst_session.moc"
