#include "models/corpus/sources/subscriptions.h"
#include "models/lens/chartdata.h"
#include "models/lens/loading.h"
#include "tests/example/example.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace demarche;
using namespace demarche::lens;
using namespace Qt::StringLiterals;
using corpus::sources::Subscription;
using corpus::sources::Subscriptions;

namespace {

Subscription feed(const QString &address, const QStringList &groups)
{
    Subscription one;
    one.address = address;
    one.groups = groups;
    return one;
}

} // namespace

/// Articles chosen by the feed, folder or group that brought them, from the store to what is shown.
class tst_LensSources : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_session.reset(); }

    void keysNameFeedsAndGroups_data();
    void keysNameFeedsAndGroups();
    void namesAreForPeople();
    void aLensOfSourcesShowsTheirArticles_data();
    void aLensOfSourcesShowsTheirArticles();
    void everyFigureObeys();
    void theCaptionNamesTheSource();
    void aSourceThatIsGoneShowsNothing();
    void whatComesLaterIsShownToo();
    void aLensFollowsItsGroup_data();
    void aLensFollowsItsGroup();
    void earlierLensesFollowToo();
    void sourcesAreKnownByTheirNames_data();
    void sourcesAreKnownByTheirNames();
    void undoTakesItBack();
    void clickingChoosesAddsAndTakesAway();
    void anEmptyResultKnowsWhatWouldWiden();

private:
    [[nodiscard]] static QString same(const QString &key) { return key; }
    [[nodiscard]] std::size_t shown() const { return m_session->aggregates().articles.size(); }
    void choose(const QStringList &keys)
    {
        Lens lens = m_session->lens();
        lens.sources = keys;
        m_session->look(lens);
    }

    QTemporaryDir m_folder;
    QString m_file;
    std::vector<qint64> m_feeds; ///< north, south, both in "Agencies"; paper in no group
    std::unique_ptr<LensSession> m_session;
};

/// Of 60 articles the first 20 come from north, the next 10 from south, the next 5 from both, 10 from the
/// paper; the rest was opened by hand.
void tst_LensSources::initTestCase()
{
    m_file = m_folder.filePath(u"sources.demarche"_s);
    Result<Subscriptions> subscriptions = Subscriptions::open(m_file);
    QVERIFY(subscriptions);
    const auto ids = subscriptions->add({feed(u"https://north.example/feed"_s, {u"Agencies"_s, u"North"_s}),
                                         feed(u"https://south.example/feed"_s, {u"Agencies"_s, u"South"_s}),
                                         feed(u"https://paper.example/feed"_s, {})});
    QVERIFY(ids);
    m_feeds = *ids;
    std::vector<corpus::AnalysedArticle> articles = example::many(60);
    for (std::size_t i = 0; i < 45; ++i)
        articles[i].article.subscription = m_feeds[i < 20 ? 0 : i < 35 ? 1 : 2];
    Result<corpus::Store> store = corpus::Store::open(m_file);
    QVERIFY(store);
    QVERIFY(store->add(articles));
    for (std::size_t i = 30; i < 35; ++i) {
        articles[i].article.subscription = m_feeds[0];
        const auto id = store->same(articles[i].article);
        QVERIFY(id && *id);
        QVERIFY(store->noteOrigins(**id, articles[i].article));
    }
}

void tst_LensSources::init()
{
    m_session = std::make_unique<LensSession>([](const QString &) { return Result<std::vector<qint64>>(); });
    const Result<corpus::Store> store = corpus::Store::open(m_file);
    EvidenceIndex index;
    QVERIFY(extend(index, *store));
    const Result<SourceTable> sources = sourcesOf(*store);
    QVERIFY(sources);
    m_session->setSources(*sources);
    m_session->setIndex(std::move(index));
}

void tst_LensSources::keysNameFeedsAndGroups_data()
{
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<std::vector<std::size_t>>("feeds");
    using Feeds = std::vector<std::size_t>;
    const QString north = sourceKey(m_feeds[0]);
    QTest::newRow("a feed") << QStringList{north} << Feeds{0};
    QTest::newRow("a group") << QStringList{groupKey({u"Agencies"_s, u"South"_s})} << Feeds{1};
    QTest::newRow("groups in a group") << QStringList{groupKey({u"Agencies"_s})} << Feeds{0, 1};
    QTest::newRow("a feed and its group") << QStringList{north, groupKey({u"Agencies"_s})} << Feeds{0, 1};
    QTest::newRow("the same name elsewhere") << QStringList{groupKey({u"South"_s})} << Feeds{};
    QTest::newRow("nothing known") << QStringList{u"999"_s, u"rubbish"_s, u"/"_s, QString()} << Feeds{};
}

void tst_LensSources::keysNameFeedsAndGroups()
{
    QFETCH(QStringList, keys);
    QFETCH(std::vector<std::size_t>, feeds);
    std::vector<qint64> expected;
    for (const std::size_t at : feeds)
        expected.push_back(m_feeds[at]);
    QCOMPARE(m_session->sources().subscriptions(keys), expected);
}

void tst_LensSources::namesAreForPeople()
{
    const SourceTable &sources = m_session->sources();
    QCOMPARE(sources.nameOf(sourceKey(m_feeds[2])), u"https://paper.example/feed"_s);
    QCOMPARE(sources.nameOf(groupKey({u"Agencies"_s, u"South"_s})), u"Agencies / South"_s);
    QVERIFY(sources.nameOf(u"999"_s).contains("no longer"_L1));
}

void tst_LensSources::aLensOfSourcesShowsTheirArticles_data()
{
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<int>("articles");
    QTest::newRow("none") << QStringList() << 60;
    QTest::newRow("north") << QStringList{sourceKey(m_feeds[0])} << 25;
    QTest::newRow("south") << QStringList{sourceKey(m_feeds[1])} << 15;
    QTest::newRow("agencies, what both brought once") << QStringList{groupKey({u"Agencies"_s})} << 35;
    QTest::newRow("south and paper") << QStringList{sourceKey(m_feeds[1]), sourceKey(m_feeds[2])} << 25;
}

void tst_LensSources::aLensOfSourcesShowsTheirArticles()
{
    QFETCH(QStringList, keys);
    QFETCH(int, articles);
    choose(keys);
    QCOMPARE(int(shown()), articles);
    const Result<corpus::Store> store = corpus::Store::open(m_file);
    const Result<qint64> count = store->count(filterOf(m_session->lens(), m_session->sources()));
    QVERIFY(count);
    QCOMPARE(int(*count), articles);
    Lens more = m_session->lens();
    more.publishers = QStringList{u"Paper 3"_s};
    m_session->look(more);
    QVERIFY(int(shown()) < articles);
    const Result<qint64> fewer = store->count(filterOf(m_session->lens(), m_session->sources()));
    QCOMPARE(std::size_t(fewer.value_or(-1)), shown());
}

/// The map's totals, the timeline's bars and the evidence count only what the source brought.
void tst_LensSources::everyFigureObeys()
{
    choose({sourceKey(m_feeds[0])});
    const Aggregates &shown = m_session->aggregates();
    QCOMPARE(std::accumulate(shown.volume.begin(), shown.volume.end(), shown.undated), 25);
    const auto articleOf = [&](std::uint32_t row) {
        return m_session->index().id(m_session->index().evidence(m_session->target()).article[row]);
    };
    QVERIFY(shown.evidence > 0);
    QCOMPARE(int(m_session->evidence().size()), shown.evidence);
    for (const std::uint32_t row : m_session->evidence())
        QVERIFY(m_session->shows(articleOf(row)));
    const auto countries =
        std::accumulate(shown.countries.begin(), shown.countries.end(), 0,
                        [](int sum, const CountryTotal &one) { return sum + one.evidence; });
    QCOMPARE(countries, shown.evidence);
}

void tst_LensSources::theCaptionNamesTheSource()
{
    choose({groupKey({u"Agencies"_s, u"South"_s})});
    const charts::Caption told =
        caption(m_session->index(), m_session->aggregates(), m_session->lens(), m_session->names(same));
    QCOMPARE(told.lens, u"source Agencies / South"_s);
    QCOMPARE(told.articles, 15);
}

void tst_LensSources::aSourceThatIsGoneShowsNothing()
{
    choose({u"999"_s});
    QCOMPARE(shown(), 0U);
    const Result<corpus::Store> store = corpus::Store::open(m_file);
    QCOMPARE(store->count(filterOf(m_session->lens(), m_session->sources())).value_or(-1), 0);
}

void tst_LensSources::whatComesLaterIsShownToo()
{
    choose({sourceKey(m_feeds[2])});
    QCOMPARE(shown(), 10U);
    std::vector<Source> sources = m_session->sources().all();
    sources[2].articles.push_back(m_session->index().id(59));
    QSignalSpy changed(m_session.get(), &LensSession::changed);
    m_session->setSources(SourceTable(sources));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(shown(), 11U);
}

/// What becomes of a lens when north, south and the paper lie elsewhere, or are gone ("-").
void tst_LensSources::aLensFollowsItsGroup_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("places");
    QTest::addColumn<QStringList>("keys");
    const QString agencies = groupKey({u"Agencies"_s});
    const QString north = groupKey({u"Agencies"_s, u"North"_s});
    const QString one = sourceKey(m_feeds[0]);
    const QString other = sourceKey(m_feeds[1]);
    const QString same = u"Agencies/North"_s;
    QTest::newRow("nothing moved") << north << QStringList{same, u"Agencies/South"_s, {}}
                                   << QStringList{north};
    QTest::newRow("renamed") << north << QStringList{u"Agencies/Arctic"_s, u"Agencies/South"_s, {}}
                             << QStringList{groupKey({u"Agencies"_s, u"Arctic"_s})};
    QTest::newRow("renamed above") << agencies << QStringList{u"Wires/North"_s, u"Wires/South"_s, {}}
                                   << QStringList{groupKey({u"Wires"_s})};
    QTest::newRow("moved into another")
        << agencies << QStringList{u"All/Wires/North"_s, u"All/Wires/South"_s, {}}
        << QStringList{groupKey({u"All"_s, u"Wires"_s})};
    QTest::newRow("scattered") << agencies << QStringList{u"A"_s, u"B/South"_s, {}}
                               << QStringList{one, other};
    QTest::newRow("dissolved") << agencies << QStringList{{}, {}, {}} << QStringList{one, other};
    QTest::newRow("partly removed") << agencies << QStringList{u"-"_s, u"Agencies/South"_s, {}}
                                    << QStringList{agencies};
    QTest::newRow("removed") << agencies << QStringList{u"-"_s, u"-"_s, {}} << QStringList();
    QTest::newRow("a feed removed") << one << QStringList{u"-"_s, u"Agencies/South"_s, {}} << QStringList();
    QTest::newRow("a feed moved") << one << QStringList{u"Else"_s, u"Agencies/South"_s, {}}
                                  << QStringList{one};
    QTest::newRow("never known") << u"999"_s << QStringList{same, u"-"_s, {}} << QStringList{u"999"_s};
}

void tst_LensSources::aLensFollowsItsGroup()
{
    QFETCH(QString, key);
    QFETCH(QStringList, places);
    choose({key});
    std::vector<Source> now;
    for (std::size_t i = 0; i < m_feeds.size(); ++i) {
        Source source = m_session->sources().all()[i];
        source.groups = places[qsizetype(i)].split(u'/', Qt::SkipEmptyParts);
        if (source.groups != QStringList{u"-"_s})
            now.push_back(source);
    }
    const std::size_t steps = m_session->history().canUndo() ? 1 : 0;
    m_session->setSources(SourceTable(now));
    QTEST(m_session->lens().sources, "keys");
    QCOMPARE(m_session->history().canUndo() ? 1U : 0U, steps);
    if (m_session->lens().sources.isEmpty())
        QCOMPARE(shown(), 60U);
}

void tst_LensSources::earlierLensesFollowToo()
{
    choose({groupKey({u"Agencies"_s})});
    choose({});
    std::vector<Source> now = m_session->sources().all();
    for (std::size_t i = 0; i < 2; ++i)
        now[i].groups.front() = u"Wires"_s;
    m_session->setSources(SourceTable(now));
    m_session->undo();
    QCOMPARE(m_session->lens().sources, QStringList{groupKey({u"Wires"_s})});
    QCOMPARE(shown(), 35U);
}

void tst_LensSources::sourcesAreKnownByTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("a feed") << u"https://paper.example/feed"_s << QStringList{sourceKey(m_feeds[2])};
    QTest::newRow("in any case") << u" HTTPS://Paper.example/feed"_s << QStringList{sourceKey(m_feeds[2])};
    QTest::newRow("a group") << u"agencies"_s << QStringList{groupKey({u"Agencies"_s})};
    QTest::newRow("a group in one") << u"Agencies /south"_s
                                    << QStringList{groupKey({u"Agencies"_s, u"South"_s})};
    QTest::newRow("only part of a path") << u"South"_s << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("a stroke") << u"/"_s << QStringList();
}

void tst_LensSources::sourcesAreKnownByTheirNames()
{
    QFETCH(QString, name);
    QTEST(m_session->sources().keysNamed(name), "keys");
}

void tst_LensSources::undoTakesItBack()
{
    choose({sourceKey(m_feeds[0])});
    choose({sourceKey(m_feeds[1])});
    m_session->undo();
    QCOMPARE(shown(), 25U);
    m_session->undo();
    QCOMPARE(shown(), 60U);
    m_session->redo();
    QCOMPARE(shown(), 25U);
    QCOMPARE(lensFromJson(toJson(m_session->lens())), m_session->lens());
}

void tst_LensSources::clickingChoosesAddsAndTakesAway()
{
    const QString north = sourceKey(1);
    const QString group = groupKey({u"Agencies"_s});
    Lens lens = withOnlySource({}, north);
    QCOMPARE(lens.sources, QStringList{north});
    lens = withSourceToggled(lens, group);
    QCOMPARE(lens.sources.size(), 2);
    QCOMPARE(withOnlySource(lens, group).sources, QStringList{group});
    QVERIFY(withOnlySource(withSourceToggled(lens, group), north).sources.isEmpty());
}

void tst_LensSources::anEmptyResultKnowsWhatWouldWiden()
{
    Lens lens;
    lens.sources = QStringList{sourceKey(m_feeds[2])};
    lens.publishers = QStringList{u"nobody"_s};
    m_session->look(lens);
    QCOMPARE(shown(), 0U);
    for (const LensPart &part : parts(lens, m_session->names(same)))
        QCOMPARE(m_session->articlesWith(without(lens, part)), part.facet == Facet::Source ? 0 : 10);
}

QTEST_GUILESS_MAIN(tst_LensSources)
#include "tst_lenssources.moc"
