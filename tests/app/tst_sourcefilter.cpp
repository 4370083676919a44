#include "models/corpus/sources/subscriptions.h"
#include "models/corpus/store.h"
#include "program.h"
#include "tests/example/example.h"

#ifdef DEMARCHE_GUI
#include <QImage>
#endif
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using corpus::sources::Subscription;
using corpus::sources::Subscriptions;
using program::Outcome;

/// The commands narrowed to what a feed or a group of feeds brought, from outside.
class TestSourceFilter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void exportObeys_data();
    void exportObeys();
    void stancesObey();
    void anUnknownSourceIsToldWithThoseThereAre();
    void aStoreWithoutSourcesSaysSo();
    void chartsSayWhatTheyShow();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Outcome exported(const QString &what, const QStringList &more) const
    {
        return program::run(QStringList{u"export"_s, u"--format"_s, u"jsonl"_s, u"--store"_s,
                                        path(u"store"_s), u"--what"_s, what} +
                            more);
    }

    QTemporaryDir m_folder;
};

/// Of 30 articles a feed in Agencies / North brought 8, one in Agencies / South 5, the rest was opened by
/// hand.
void TestSourceFilter::initTestCase()
{
    Result<Subscriptions> subscriptions = Subscriptions::open(path(u"store"_s));
    QVERIFY(subscriptions);
    std::vector<Subscription> feeds(2);
    feeds[0].address = u"https://north.example/feed"_s;
    feeds[0].name = u"Northern Wire"_s;
    feeds[0].groups = QStringList{u"Agencies"_s, u"North"_s};
    feeds[1].address = u"https://south.example/feed"_s;
    feeds[1].name = u"Southern Wire"_s;
    feeds[1].groups = QStringList{u"Agencies"_s, u"South"_s};
    const auto ids = subscriptions->add(feeds);
    QVERIFY(ids);
    std::vector<corpus::AnalysedArticle> articles = example::many(30);
    for (std::size_t i = 0; i < 13; ++i)
        articles[i].article.subscription = (*ids)[i < 8 ? 0 : 1];
    Result<corpus::Store> store = corpus::Store::open(path(u"store"_s));
    QVERIFY(store);
    QVERIFY(store->add(articles));
    Result<corpus::Store> bare = corpus::Store::open(path(u"bare"_s));
    QVERIFY(bare);
    QVERIFY(bare->add(example::many(3)));
}

void TestSourceFilter::exportObeys_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("articles");
    QTest::newRow("all") << QStringList() << 30;
    QTest::newRow("a feed") << QStringList{u"northern wire"_s} << 8;
    QTest::newRow("a group") << QStringList{u"Agencies"_s} << 13;
    QTest::newRow("a group in one") << QStringList{u"Agencies / South"_s} << 5;
    QTest::newRow("two") << QStringList{u"Northern Wire"_s, u"Agencies/South"_s} << 13;
}

void TestSourceFilter::exportObeys()
{
    QFETCH(QStringList, names);
    QStringList options;
    for (const QString &name : names)
        options << u"--source"_s << name;
    const Outcome outcome = exported(u"articles"_s, options);
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.errors, QStringList());
    QTEST(int(outcome.out.count('\n')), "articles");
}

void TestSourceFilter::stancesObey()
{
    const Outcome all = exported(u"stances"_s, {});
    const Outcome north = exported(u"stances"_s, {u"--source"_s, u"Agencies/North"_s});
    QCOMPARE(north.status, 0);
    QVERIFY(!north.out.isEmpty());
    QVERIFY(north.out.size() < all.out.size());
}

void TestSourceFilter::anUnknownSourceIsToldWithThoseThereAre()
{
    const Outcome outcome = exported(u"articles"_s, {u"--source"_s, u"Eastern Wire"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(outcome.errors.size(), 1);
    QVERIFY(outcome.errors[0].contains(u"--source: no feed, folder or group is named \"Eastern Wire\""_s));
    QVERIFY(outcome.errors[0].contains(u"Agencies / North"_s));
}

void TestSourceFilter::aStoreWithoutSourcesSaysSo()
{
    const Outcome outcome = program::run(
        {u"export"_s, u"--store"_s, path(u"bare"_s), u"--what"_s, u"actors"_s, u"--source"_s, u"Agencies"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.errors.size(), 1);
    QVERIFY(outcome.errors[0].endsWith(u"the store has none"_s));
}

void TestSourceFilter::chartsSayWhatTheyShow()
{
#ifdef DEMARCHE_GUI
    const auto drawn = [this](const QString &file, const QStringList &more) {
        return program::run(
            QStringList{u"chart"_s, u"map"_s, u"--store"_s, path(u"store"_s), u"--out"_s, path(file)} + more);
    };
    QCOMPARE(drawn(u"all.png"_s, {}).status, 0);
    QCOMPARE(drawn(u"north.png"_s, {u"--source"_s, u"Northern Wire"_s}).status, 0);
    QVERIFY(!QImage(path(u"all.png"_s)).isNull());
    QVERIFY(QImage(path(u"all.png"_s)) != QImage(path(u"north.png"_s)));
    const Outcome wrong = drawn(u"no.png"_s, {u"--source"_s, u"Eastern Wire"_s});
    QCOMPARE(wrong.status, 1);
    QCOMPARE(wrong.errors.size(), 1);
    QVERIFY(!QFile::exists(path(u"no.png"_s)));
#else
    QSKIP("this build draws nothing");
#endif
}

QTEST_GUILESS_MAIN(TestSourceFilter)
#include "tst_sourcefilter.moc"
