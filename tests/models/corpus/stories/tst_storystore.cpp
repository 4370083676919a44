#include "models/corpus/database.h"
#include "tests/models/corpus/stories/made.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace demarche;
using namespace demarche::corpus;
using namespace Qt::StringLiterals;

namespace {

/// The titles of each story with copies, whatever their ids.
std::set<std::set<QString>> storiesIn(const Store &store)
{
    std::map<ArticleId, std::set<QString>> byStory;
    const auto titleOf = [&store](ArticleId id) {
        return store.article(id).value_or(StoredArticle{}).article.title;
    };
    const Result<void> read = store.loadStories([&](ArticleId article, ArticleId story) {
        byStory[story].insert(titleOf(article));
        byStory[story].insert(titleOf(story));
    });
    std::set<std::set<QString>> stories;
    for (const auto &[story, titles] : byStory)
        stories.insert(titles);
    return read ? stories : std::set<std::set<QString>>{{read.error().line()}};
}

} // namespace

/// Stories in the store: founded, joined, merged, split, and of older stores.
class tst_StoryStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void copiesAreOneStory();
    void orderOfImportDoesNotMatter();
    void aBridgeMergesAndItsRemovalParts();
    void theOldestLeaves();
    void aLongerTextOfTheSameAddressIsGroupedAnew();
    void storesFromBeforeStories_data();
    void storesFromBeforeStories();
    void olderStoresAreGroupedBitByBit();
    void boilerplateOfManyIsNoStory();

private:
    ArticleId add(const QString &title, const QString &text)
    {
        const auto stored = m_store->add(std::vector{plainArticle(title, text)});
        return stored ? stored->front().id : 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Store> m_store;
};

void tst_StoryStore::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    Result<Store> opened = Store::open(m_folder->filePath(u"made.demarche"_s));
    QVERIFY(opened.has_value());
    m_store.emplace(std::move(*opened));
}

void tst_StoryStore::copiesAreOneStory()
{
    const ArticleId first = add(u"a"_s, report(1, 300));
    const ArticleId alone = add(u"b"_s, report(2, 300));
    const ArticleId copy = add(u"c"_s, report(1, 300) + u' ' + report(3, 50));
    const ArticleId brief = add(u"d"_s, u"Too short to tell."_s);
    QCOMPARE(m_store->copies(first).value(), (std::vector{first, copy}));
    QCOMPARE(m_store->copies(copy).value(), (std::vector{first, copy}));
    QCOMPARE(m_store->copies(alone).value(), std::vector{alone});
    QCOMPARE(m_store->copies(brief).value(), std::vector{brief});
    QCOMPARE(storiesIn(*m_store), (std::set<std::set<QString>>{{u"a"_s, u"c"_s}}));
    QVERIFY(m_store->check().has_value());
}

void tst_StoryStore::orderOfImportDoesNotMatter()
{
    std::vector<AnalysedArticle> all;
    for (int story = 0; story < 6; ++story) {
        for (int copy = 0; copy <= story; ++copy)
            all.push_back(plainArticle(u"%1-%2"_s.arg(story).arg(copy),
                                       report(story, 250) + u' ' + report(50 + copy, 15 * copy)));
    }
    std::set<std::set<QString>> expected;
    std::mt19937 random(3);
    for (int round = 0; round < 4; ++round) {
        init();
        QVERIFY(m_store->add(all).has_value());
        const std::set<std::set<QString>> found = storiesIn(*m_store);
        if (round == 0)
            expected = found;
        QCOMPARE(found, expected);
        for (std::size_t i = all.size() - 1; i > 0; --i)
            std::swap(all[i], all[random() % (i + 1)]);
    }
    QCOMPARE(expected.size(), 5U);
}

void tst_StoryStore::aBridgeMergesAndItsRemovalParts()
{
    const ArticleId left = add(u"left"_s, report(1, 200));
    const ArticleId right = add(u"right"_s, report(2, 200));
    const ArticleId rightToo = add(u"right too"_s, report(2, 200) + u' ' + report(9, 20));
    const auto bridged =
        m_store->add(std::vector{plainArticle(u"bridge"_s, report(1, 200) + u' ' + report(2, 200))});
    QVERIFY(bridged.has_value());
    const ArticleId bridge = bridged->front().id;
    QCOMPARE(bridged->front().moved, (std::vector{right, rightToo}));
    QCOMPARE(m_store->copies(rightToo).value(), (std::vector{left, right, rightToo, bridge}));
    QVERIFY(m_store->remove(std::vector{bridge}).has_value());
    QCOMPARE(m_store->copies(left).value(), std::vector{left});
    QCOMPARE(m_store->copies(right).value(), (std::vector{right, rightToo}));
    QVERIFY(m_store->check().has_value());
}

void tst_StoryStore::theOldestLeaves()
{
    const ArticleId first = add(u"a"_s, report(1, 200));
    const ArticleId second = add(u"b"_s, report(1, 200) + u' ' + report(8, 10));
    const ArticleId third = add(u"c"_s, report(1, 200) + u' ' + report(9, 10));
    QVERIFY(m_store->remove(std::vector{first}).has_value());
    QCOMPARE(m_store->copies(third).value(), (std::vector{second, third}));
    QVERIFY(m_store->remove(std::vector{third}).has_value());
    QCOMPARE(storiesIn(*m_store), std::set<std::set<QString>>());
    // Nothing is left of those that went: a new copy joins the one that stayed.
    const ArticleId fourth = add(u"d"_s, report(1, 200) + u' ' + report(7, 10));
    QCOMPARE(m_store->copies(fourth).value(), (std::vector{second, fourth}));
}

void tst_StoryStore::aLongerTextOfTheSameAddressIsGroupedAnew()
{
    const ArticleId other = add(u"a"_s, report(5, 200));
    const ArticleId page = add(u"https://example.org/news/1"_s, report(6, 100));
    QCOMPARE(m_store->copies(page).value(), std::vector{page});
    QCOMPARE(add(u"https://example.org/news/1"_s, report(5, 200) + u' ' + report(6, 40)), page);
    QCOMPARE(m_store->copies(page).value(), (std::vector{other, page}));
}

/// Written by the programs of their time, which knew no stories (tests/cases/stores/README.md).
void tst_StoryStore::storesFromBeforeStories_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"1.demarche"_s, u"2.demarche"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void tst_StoryStore::storesFromBeforeStories()
{
    QFETCH(QString, name);
    const QString cases = QStringLiteral(DEMARCHE_CASES "/stores/copies/");
    const QString file = m_folder->filePath(name);
    QVERIFY(QFile::copy(cases + name, file));
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    Result<Store> store = Store::open(file);
    QVERIFY(store.has_value());
    QCOMPARE(*store->count(), 6);
    QCOMPARE(storiesIn(*store), std::set<std::set<QString>>()); // they wait
    QCOMPARE(store->copies(2).value(), std::vector<ArticleId>{2});
    // What comes meanwhile belongs to its story whether its copies were grouped or not.
    const Result<QString> text = store->text(3);
    QVERIFY(store->add(std::vector{plainArticle(u"Late"_s, *text + u" So much for that day."_s)}));
    QVERIFY(store->groupDue(2).value());
    QVERIFY(store->groupAllDue().value());
    QVERIFY(!store->groupAllDue().value());

    const std::set<QString> ferries{u"Grain ferries agreed"_s, u"Estonia, Georgia sign ferry pact"_s,
                                    u"Ferries without a second inspection"_s};
    const std::set<QString> boats{u"Fishing boats seized: Kenya protests"_s,
                                  u"Nairobi summons envoy over boats"_s, u"Late"_s};
    QCOMPARE(storiesIn(*store), (std::set{ferries, boats}));
    const Result<void> sound = store->check();
    QVERIFY2(sound.has_value(), sound ? "" : qPrintable(sound.error().line()));
}

void tst_StoryStore::olderStoresAreGroupedBitByBit()
{
    add(u"a"_s, report(1, 200));
    add(u"b"_s, report(1, 200) + u' ' + report(8, 10));
    add(u"c"_s, report(2, 200));
    {
        // As the migration leaves a store of the first form.
        const auto database = Database::open(m_store->file());
        QVERIFY(database.has_value());
        for (const QString &sql : {u"DELETE FROM story"_s, u"DELETE FROM story_key"_s,
                                   u"INSERT INTO story_due (article) SELECT id FROM article"_s})
            QVERIFY((*database)->run(sql).has_value());
    }
    QCOMPARE(storiesIn(*m_store), std::set<std::set<QString>>());
    add(u"d"_s, report(1, 200) + u' ' + report(9, 10)); // meanwhile imports go on
    int rounds = 0;
    while (m_store->groupDue(1).value())
        ++rounds;
    QCOMPARE(rounds, 3);
    QCOMPARE(storiesIn(*m_store), (std::set<std::set<QString>>{{u"a"_s, u"b"_s, u"d"_s}}));
    QCOMPARE(m_store->copies(4).value().front(), 1);
}

void tst_StoryStore::boilerplateOfManyIsNoStory()
{
    const QString under = report(500, 90); // words that no list of phrases knows
    for (int i = 0; i < 150; ++i)
        add(u"long %1"_s.arg(i), report(1000 + i, 400) + u' ' + under);
    for (int i = 0; i < 30; ++i)
        add(u"short %1"_s.arg(i), report(2000 + i, 50) + u' ' + under);
    QCOMPARE(storiesIn(*m_store), std::set<std::set<QString>>());
}

QTEST_GUILESS_MAIN(tst_StoryStore)
#include "tst_storystore.moc"
