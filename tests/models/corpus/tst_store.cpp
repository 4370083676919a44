#include "made.h"
#include "models/analysis/record.h"
#include "models/corpus/packing.h"
#include "models/corpus/schema.h"

#include <QDir>
#include <QProcess>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

std::vector<AnalysedArticle> made(int count)
{
    std::vector<AnalysedArticle> all;
    all.reserve(std::size_t(count));
    for (int n = 0; n < count; ++n)
        all.push_back(madeArticle(n, QDate(2024, 1, 1).addDays(n)));
    return all;
}

QByteArray printed(const Article &article, const analysis::Analysis &analysis)
{
    return analysis::record(article, analysis);
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(analysis::Analysis &)>)

class TestStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(u"store%1.demarche"_s.arg(++m_files)); }

    Store filled(int count)
    {
        Result<Store> store = Store::open(newFile());
        const auto added = store ? store->add(made(count)) : std::unexpected(store.error());
        if (!added)
            qFatal("%s", qUtf8Printable(added.error().line()));
        return std::move(*store);
    }

private slots:
    void givesBackWhatWasAdded()
    {
        Store store = filled(3);
        const AnalysedArticle given = madeArticle(1, QDate(2024, 1, 2));
        const Result<StoredArticle> got = store.article(2);
        QVERIFY(got.has_value());
        QCOMPARE(printed(got->article, got->analysis), printed(given.article, given.analysis));
        QVERIFY(got->unread);
        QCOMPARE(got->analysis.actors[2].mentions[1].headToken, 11);
        QCOMPARE(got->analysis.evidence[0].weight, 1.5);
        QVERIFY(!store.article(99).has_value());
    }

    void staysAfterClosing()
    {
        const QString file = newFile();
        {
            Result<Store> store = Store::open(file);
            QVERIFY(store->add(made(4)).has_value());
        }
        const Result<Store> again = Store::open(file);
        QCOMPARE(*again->count(), 4);
        QVERIFY(again->check().has_value());
    }

    void sameArticleTwiceIsOne()
    {
        Store store = filled(2);
        AnalysedArticle copy = madeArticle(1, QDate(2024, 1, 2));
        copy.article.uri = u"elsewhere/copy.html"_s;
        copy.article.text = copy.article.text.toUpper().replace(u". "_s, u".\n\n"_s);
        const auto stored = store.add(std::array{copy, madeArticle(7)});
        QVERIFY(stored.has_value());
        QCOMPARE((*stored)[0].outcome, Outcome::Duplicate);
        QCOMPARE((*stored)[0].id, ArticleId{2});
        QCOMPARE((*stored)[1].outcome, Outcome::Added);
        QCOMPARE(*store.count(), 3);
        QCOMPARE(store.same(copy.article)->value_or(0), ArticleId{2});
    }

    void longerTextOfOneAddressReplaces()
    {
        Store store = filled(1);
        AnalysedArticle first = madeArticle(5);
        first.article.uri = u"https://www.post.example/a/5?utm_source=x#top"_s;
        AnalysedArticle longer = first;
        longer.article.uri = u"http://post.example/a/5/"_s;
        longer.article.text += u" Zebra."_s;
        AnalysedArticle shorter = first;
        shorter.article.text = u"Norland recalled its envoy."_s;
        const auto stored = store.add(std::array{first, longer, shorter});
        QVERIFY2(stored.has_value(), stored ? "" : qPrintable(stored.error().line()));
        QCOMPARE((*stored)[1].outcome, Outcome::Updated);
        QCOMPARE((*stored)[1].id, (*stored)[0].id);
        QCOMPARE((*stored)[2].outcome, Outcome::Duplicate);
        QCOMPARE(*store.count(), 2);
        QCOMPARE(*store.count({.search = u"zebra"_s}), 1);
        QVERIFY(store.check().has_value());
    }

    void filters_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<int>("count");
        const QDate none;
        QTest::newRow("everything") << QString() << QString() << none << none << 10;
        QTest::newRow("country") << QString() << u"SDN"_s << none << none << 10;
        QTest::newRow("country that is not there") << QString() << u"FRA"_s << none << none << 0;
        QTest::newRow("from") << QString() << QString() << QDate(2024, 1, 8) << none << 3;
        QTest::newRow("to") << QString() << QString() << none << QDate(2024, 1, 2) << 2;
        QTest::newRow("between") << QString() << QString() << QDate(2024, 1, 2) << QDate(2024, 1, 4) << 3;
        QTest::newRow("word") << u"number"_s << QString() << none << none << 10;
        QTest::newRow("phrase") << u"\"number 3\""_s << QString() << none << none << 1;
        QTest::newRow("both words") << u"norland 3"_s << QString() << none << none << 1;
        QTest::newRow("either") << u"\"number 3\" OR \"number 4\""_s << QString() << none << none << 2;
        QTest::newRow("without") << u"norland -3"_s << QString() << none << none << 9;
        QTest::newRow("only without") << u"-\"number 3\""_s << QString() << none << none << 9;
        QTest::newRow("prefix") << u"recal*"_s << QString() << none << none << 10;
        QTest::newRow("title") << u"title:3"_s << QString() << none << none << 1;
        QTest::newRow("title lacks a word of the text")
            << u"title:number"_s << QString() << none << none << 0;
        QTest::newRow("speaker") << u"speaker:holm"_s << QString() << none << none << 10;
        QTest::newRow("publisher") << u"publisher:harbour"_s << QString() << none << none << 5;
        QTest::newRow("curly quotes") << u"“number 3”"_s << QString() << none << none << 1;
    }

    void filters()
    {
        QFETCH(QString, search);
        QFETCH(QString, country);
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QFETCH(int, count);
        const Store store = filled(10);
        Filter filter{.search = search, .from = from, .to = to};
        if (!country.isEmpty())
            filter.countries << country;
        QCOMPARE(*store.count(filter), count);
        QCOMPARE(int(store.ids(filter)->size()), count);
        QCOMPARE(int(store.articles(filter)->size()), count);
    }

    void newestComeFirstInPages()
    {
        const Store store = filled(10);
        const auto page = store.articles({}, {.offset = 2, .limit = 3});
        QCOMPARE(page->size(), size_t{3});
        QCOMPARE((*page)[0].published.date, QDate(2024, 1, 8));
        QCOMPARE((*page)[2].published.date, QDate(2024, 1, 6));
        QCOMPARE((*page)[0].countries, (QStringList{u"NOR"_s, u"SDN"_s}));
        const std::array<ArticleId, 2> wanted{5, 2};
        const auto rows = store.rows(wanted);
        QCOMPARE((*rows)[0].id, ArticleId{5});
        QCOMPARE((*rows)[1].title, u"Norland recalls envoy 1"_s);
    }

    void listsFindings()
    {
        const Store store = filled(4);
        const auto actors = store.actors(Filter{});
        QCOMPARE(actors->size(), size_t{3});
        QCOMPARE((*actors)[0].name, u"Ida Holm"_s);
        QCOMPARE((*actors)[0].articles, 4);
        QCOMPARE((*actors)[0].mentions, 8);
        const auto quotes = store.quotes(Filter{}, {.offset = 1, .limit = 2});
        QCOMPARE(quotes->size(), size_t{2});
        QCOMPARE((*quotes)[0].text, u"Enough,"_s);
        QCOMPARE((*quotes)[0].speaker, u"Ida Holm"_s);
        QCOMPARE((*quotes)[0].day, QDate(2024, 1, 3));
        const auto actions = store.actions(Filter{});
        QCOMPARE((*actions)[3].source, QStringList{u"Norland"_s});
        QCOMPARE((*actions)[3].targetCountries, QStringList{u"SDN"_s});
        QCOMPARE((*actions)[3].text, u"Norland recalled its envoy from Sudria"_s);
        QCOMPARE(store.actions(Filter{.kinds = {u"16"_s}})->size(), size_t{4});
        QCOMPARE(store.actions(Filter{.kinds = {u"AID"_s}})->size(), size_t{0});
        QCOMPARE(store.actors(Filter{.kinds = {u"person"_s}})->size(), size_t{1});
    }

    void loadsColumns()
    {
        const Store store = filled(3);
        const auto names = store.names();
        std::vector<ArticleId> articles;
        QVERIFY(store.loadArticles([&](const ArticleColumns &columns) {
            articles.push_back(columns.article);
            QCOMPARE(columns.countries.size(), size_t{2});
            QCOMPARE(names->at(columns.countries[0]), u"NOR"_s);
            QCOMPARE(names->at(columns.publisher),
                     columns.article % 2 == 0 ? u"NNA"_s : u"The Harbour Post"_s);
        }));
        QCOMPARE(articles, (std::vector<ArticleId>{1, 2, 3}));
        std::vector<EvidenceRow> rows;
        QVERIFY(store.loadEvidence([&](const EvidenceRow &row) { rows.push_back(row); }, 1));
        QCOMPARE(rows.size(), size_t{2});
        QCOMPARE(names->at(rows[0].country), u"NOR"_s);
        QCOMPARE(names->at(rows[0].target), u"SDN"_s);
        QCOMPARE(QDate::fromJulianDay(rows[1].day), QDate(2024, 1, 3));
        QCOMPARE(rows[1].value, -4.F);
        QCOMPARE(rows[1].weight, 1.5F);
    }

    void unreadAndRemoved()
    {
        Store store = filled(3);
        const std::array<ArticleId, 2> two{1, 3};
        QVERIFY(store.setUnread(two, false));
        QCOMPARE(*store.count({.unreadOnly = true}), 1);
        QVERIFY(store.remove(two));
        QCOMPARE(*store.count(), 1);
        QVERIFY(store.check());
        const auto added = store.add(std::array{madeArticle(9)});
        QCOMPARE((*added)[0].id, ArticleId{4}); // never an id again
    }

    void newerStoreIsRefusedUnharmed()
    {
        const QString file = newFile();
        QVERIFY(Store::open(file)->add(made(2)));
        {
            Result<std::unique_ptr<Database>> database = Database::open(file);
            QVERIFY((*database)->run(u"PRAGMA user_version = 999"_s));
        }
        QFile before(file);
        QVERIFY(before.open(QIODevice::ReadOnly));
        const QByteArray bytes = before.readAll();
        const Result<Store> refused = Store::open(file);
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().line().contains(u"newer version"));
        before.seek(0);
        QCOMPARE(before.readAll(), bytes);
    }

    void foreignFilesAreRefusedUnharmed()
    {
        const QString text = newFile();
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("These are words, not a store.\n").repeated(100));
        file.close();
        QVERIFY(!Store::open(text).has_value());
        QCOMPARE(QFileInfo(text).size(), 3000);

        const QString other = newFile();
        {
            Result<std::unique_ptr<Database>> database = Database::open(other);
            QVERIFY((*database)->run(u"CREATE TABLE theirs (x)"_s));
        }
        const Result<Store> refused = Store::open(other);
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().line().contains(u"another program"));
        QVERIFY(!Store::open(m_folder.path()).has_value());
        QVERIFY(!Store::open(m_folder.filePath(u"no/such/folder/x"_s)).has_value());
    }

    void unknownAndHugeNameIdsAreHarmless()
    {
        const QString file = newFile();
        Result<Store> store = Store::open(file);
        QVERIFY(store->add(made(2)));
        {
            Result<std::unique_ptr<Database>> database = Database::open(file);
            QVERIFY((*database)->run(u"INSERT INTO name (id, text) VALUES (4294967290, 'x')"_s));
            QVERIFY((*database)->run(u"PRAGMA foreign_keys = OFF"_s));
            QVERIFY((*database)->run(u"DELETE FROM name WHERE text = 'SDN'"_s));
        }
        const Result<Names> names = store->names();
        QVERIFY(names.has_value());
        QCOMPARE(names->at(4294967290U), u"x"_s);
        QVERIFY(store->loadEvidence([&](const EvidenceRow &row) {
            QCOMPARE(names->at(row.country), u"NOR"_s);
            QVERIFY(!names->knows(row.target));
            QVERIFY(names->at(row.target).isEmpty());
        }));
    }

    void damagedArticleIsNamedAndTheRestGiven()
    {
        const QString file = newFile();
        Result<Store> store = Store::open(file);
        QVERIFY(store->add(made(3)));
        {
            Result<std::unique_ptr<Database>> database = Database::open(file);
            QVERIFY((*database)->run(u"UPDATE body SET findings = x'01ff' WHERE article = 2"_s));
        }
        int whole = 0;
        const auto count = [&whole](const StoredArticle &) { return ++whole > 0; };
        const Result<void> untold = store->each({}, count);
        QVERIFY(!untold.has_value());
        QCOMPARE(untold.error().what, u"the findings are damaged"_s);
        QCOMPARE(whole, 2);
        QStringList told;
        store->tellOfDamage([&told](const Problem &problem) { told << problem.where; });
        QVERIFY(store->each({}, count).has_value());
        QCOMPARE(store->quotes(Filter{})->size(), size_t{2});
        QCOMPARE(told, (QStringList{u"made/1.txt"_s, u"made/1.txt"_s}));
    }

    void disconnectedFindingsAreDamaged_data()
    {
        using Change = std::function<void(analysis::Analysis &)>;
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        row("span past the text", [](auto &found) { found.sentences[1].end = 100'000; });
        row("span before the text", [](auto &found) { found.quotes[0].span = {-3, 4}; });
        row("span backwards", [](auto &found) { found.actions[0].trigger = {16, 8}; });
        row("speaker", [](auto &found) { found.quotes[0].speaker = 3; });
        row("speaker below none", [](auto &found) { found.quotes[0].speaker = -2; });
        row("about", [](auto &found) { found.quotes[0].about = {0, 9}; });
        row("source", [](auto &found) { found.actions[0].source = {-1}; });
        row("target", [](auto &found) { found.actions[0].target = {3}; });
        row("quote of an action", [](auto &found) { found.actions[0].quote = 1; });
        row("finding", [](auto &found) { found.evidence[0].finding = 1; });
        row("evidence of a stance", [](auto &found) { found.stances[0].evidence = {1}; });
        row("not a number", [](auto &found) { found.quotes[0].polarity = std::nan(""); });
    }

    void disconnectedFindingsAreDamaged()
    {
        QFETCH(std::function<void(analysis::Analysis &)>, change);
        AnalysedArticle article = madeArticle(1);
        const qsizetype length = article.article.text.size();
        QVERIFY(unpacked(packed(article.analysis), length).has_value());
        change(article.analysis);
        QVERIFY(!unpacked(packed(article.analysis), length).has_value());
    }

    void twoStoresOnOneFile()
    {
        const QString file = newFile();
        Result<Store> writer = Store::open(file);
        Result<Store> reader = Store::open(file);
        QVERIFY(writer->add(made(2)));
        QCOMPARE(*reader->count(), 2);
        QVERIFY(reader->add(std::array{madeArticle(50)}));
        QCOMPARE(*writer->count(), 3);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
