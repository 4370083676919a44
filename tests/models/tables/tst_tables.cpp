#include "models/lens/loading.h"
#include "models/tables/articles.h"
#include "models/tables/card.h"
#include "models/tables/evidence.h"
#include "models/tables/findings.h"
#include "models/tables/ordering.h"
#include "models/tables/stances.h"
#include "tests/example/example.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>
#include <QTest>

using namespace demarche;
using namespace demarche::tables;
using namespace Qt::StringLiterals;

namespace {

Words words()
{
    return {[](const QString &key) { return key; }, [](const QString &code) { return u"act "_s + code; }};
}

/// The words of one column, row by row.
QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

} // namespace

class tst_Tables : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { delete m_session; }

    void articlesAreFetchedAsLookedAt();
    void articlesFollowTheLens();
    void articlesSort_data();
    void articlesSort();
    void persistentIndexesSurviveSorting();
    void placesAreToldInWords();
    void arrangingKeepsTheOrderAmongEquals();
    void nextUnreadGoesRound();
    void findingsOfOneArticle();
    void findingsComeInPages();
    void aPageThatComesLateIsTaken();
    void aPageOfAnEarlierSourceIsNotTaken();
    void numbersSortAsNumbers();
    void titlesAreOrderedBeside();
    void evidenceOfTheLens();
    void lookingInMuchEvidenceReadsNoArticles();
    void evidenceOfOneArticle();
    void stancesAreTheMapsTwin();
    void headersExplainThemselves();
    void tooltipsAreNeverMarkup();

private:
    [[nodiscard]] ArticlesModel::Fetch fetch()
    {
        return [this](std::span<const qint64> ids) {
            m_fetched += int(ids.size());
            return m_store->rows(ids).value_or(std::vector<corpus::ArticleRow>());
        };
    }
    [[nodiscard]] EvidenceModel::Fetch fetchArticle()
    {
        return [this](qint64 id) {
            ++m_fetched;
            return m_store->article(id).value_or(corpus::StoredArticle());
        };
    }

    QTemporaryDir m_folder;
    std::optional<corpus::Store> m_store;
    lens::LensSession *m_session = nullptr;
    int m_fetched = 0;
};

void tst_Tables::initTestCase()
{
    Result<corpus::Store> store = corpus::Store::open(m_folder.filePath(u"tables.demarche"_s));
    QVERIFY(store);
    m_store.emplace(*std::move(store));
    std::vector<corpus::AnalysedArticle> articles = example::many(600);
    articles.push_back(example::recall());
    articles.push_back(example::treaty());
    QVERIFY(m_store->add(articles));
}

void tst_Tables::init()
{
    m_fetched = 0;
    m_session = new lens::LensSession([](const QString &) { return Result<std::vector<qint64>>(); });
    lens::EvidenceIndex index;
    QVERIFY(lens::extend(index, *m_store));
    m_session->setIndex(std::move(index));
}

void tst_Tables::articlesAreFetchedAsLookedAt()
{
    ArticlesModel model(*m_session, fetch(), words().country);
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 602);
    m_fetched = 0;
    ArticlesModel fresh(*m_session, fetch(), words().country);
    QVERIFY(!fresh.index(300, ArticlesModel::Title).data().toString().isEmpty());
    QVERIFY(m_fetched <= 64);
}

void tst_Tables::articlesFollowTheLens()
{
    ArticlesModel model(*m_session, fetch(), words().country);
    QAbstractItemModelTester tester(&model);
    m_session->look(lens::withOnly({}, u"COL"_s));
    QCOMPARE(column(model, ArticlesModel::Title), QStringList{example::recall().article.title});
    QCOMPARE(model.rowOf(601), 0);
    QCOMPARE(model.rowOf(602), -1);
    QCOMPARE(model.index(0, 0).data(TableModel::PlaceRole).value<Place>().article, 601);
    QCOMPARE(model.index(0, 0).data(TableModel::DetailRole).toString(),
             u"1 Nov 2023  ·  The Example Courier  ·  "_s + column(model, ArticlesModel::Countries).front());
}

void tst_Tables::articlesSort_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("date") << int(ArticlesModel::Date);
    QTest::newRow("title") << int(ArticlesModel::Title);
    QTest::newRow("publisher") << int(ArticlesModel::Publisher);
}

void tst_Tables::articlesSort()
{
    QFETCH(int, column);
    ArticlesModel model(*m_session, fetch(), words().country);
    QAbstractItemModelTester tester(&model);
    const auto key = [&](int row) { return model.index(row, column).data(TableModel::SortRole); };
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(column, order);
        QCOMPARE(model.rowCount(), 602);
        for (int row = 1; row < model.rowCount(); ++row) {
            const auto compared = column == ArticlesModel::Date
                                      ? key(row - 1).toLongLong() <=> key(row).toLongLong()
                                      : key(row - 1).toString().localeAwareCompare(key(row).toString()) <=> 0;
            QVERIFY(order == Qt::AscendingOrder ? compared <= 0 : compared >= 0);
        }
    }
}

void tst_Tables::persistentIndexesSurviveSorting()
{
    ArticlesModel model(*m_session, fetch(), words().country);
    const QPersistentModelIndex kept = model.index(17, ArticlesModel::Title);
    const QString title = kept.data().toString();
    model.sort(ArticlesModel::Title, Qt::AscendingOrder);
    QCOMPARE(kept.data().toString(), title);
}

void tst_Tables::placesAreToldInWords()
{
    QCOMPARE(tables::placeInWords(u":/demarche/samples/one.txt"_s),
             u"one.txt, which came with the program"_s);
    for (const QString &place : {u"/home/ana/one.txt"_s, u"https://post.example/1"_s, QString()})
        QCOMPARE(tables::placeInWords(place), place);
}

void tst_Tables::arrangingKeepsTheOrderAmongEquals()
{
    std::vector<lens::ArticleAt> articles{7, 2, 9, 4, 1, 8, 3};
    tables::arrangeBy(articles, 3, [](lens::ArticleAt at) { return at % 3; });
    QCOMPARE(articles, (std::vector<lens::ArticleAt>{9, 3, 7, 4, 1, 2, 8}));
    articles.clear();
    tables::arrangeBy(articles, 0, [](lens::ArticleAt) { return 0; });
    QVERIFY(articles.empty());
}

void tst_Tables::nextUnreadGoesRound()
{
    ArticlesModel model(*m_session, fetch(), words().country);
    QCOMPARE(model.nextUnread(-1), 0);
    QCOMPARE(model.nextUnread(601), 0);
    m_session->setUnread(model.idAt(0), false);
    QCOMPARE(model.nextUnread(601), 1);
    for (int row = 0; row < model.rowCount(); ++row)
        m_session->setUnread(model.idAt(row), false);
    QCOMPARE(model.nextUnread(5), -1);
}

void tst_Tables::findingsOfOneArticle()
{
    const corpus::StoredArticle article = m_store->article(601).value();
    ActorsModel actors(words());
    QuotesModel quotes(words());
    ActionsModel actions(words());
    const QAbstractItemModelTester a(&actors);
    const QAbstractItemModelTester q(&quotes);
    const QAbstractItemModelTester e(&actions);
    actors.setRows(actorRows(article));
    quotes.setRows(quoteRows(article));
    actions.setRows(actionRows(article));
    QCOMPARE(column(actors, ActorsModel::Name), (QStringList{u"Norway"_s, u"Chile"_s, u"Gabriel Boric"_s,
                                                             u"Espen Barth Eide"_s, u"Gustavo Petro"_s}));
    QCOMPARE(column(quotes, QuotesModel::Tone), (QStringList{u"−0.7"_s, u"+0.6"_s, u"−0.5"_s}));
    QCOMPARE(column(quotes, QuotesModel::Speaker),
             (QStringList{u"Gabriel Boric"_s, u"Gabriel Boric"_s, u"Espen Barth Eide"_s}));
    QCOMPARE(column(actions, ActionsModel::Target), (QStringList{u"Chile"_s, QString(), u"Norway"_s}));
    QCOMPARE(column(actions, ActionsModel::Date),
             (QStringList{u"31 Oct 2023"_s, u"6 Nov 2023"_s, u"1 Nov 2023"_s}));
    QCOMPARE(actions.index(1, 0).data(TableModel::DetailRole).toString(),
             u"Espen Barth Eide  ·  act 042  ·  6 Nov 2023  ·  announced or expected"_s);
    QCOMPARE(actions.index(2, 0).data(TableModel::PlaceRole).value<Place>(),
             (Place{601, {FindingKind::Action, 2}, {}}));
}

void tst_Tables::findingsComeInPages()
{
    ActionsModel model(words());
    const std::vector<corpus::ActionRow> all = m_store->actions({}).value();
    constexpr std::size_t page = 200;
    QVERIFY(all.size() > page);
    model.setSource([&all, next = std::size_t(0)](const ActionsModel::Take &take) mutable {
        const std::size_t end = std::min(next + page, all.size());
        std::vector<corpus::ActionRow> rows(all.begin() + qsizetype(std::exchange(next, end)),
                                            all.begin() + qsizetype(end));
        take({std::move(rows), end == all.size()});
    });
    QCOMPARE(model.rowCount(), int(page));
    QVERIFY(model.canFetchMore({}));
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(std::size_t(model.rowCount()), all.size());
    QCOMPARE(model.row(model.rowCount() - 1).text, all.back().text);
    const QAbstractItemModelTester tester(&model); // last: it fetches by itself
}

void tst_Tables::aPageThatComesLateIsTaken()
{
    ActionsModel model(words());
    QSignalSpy fetched(&model, &TableModel::fetched);
    ActionsModel::Take take;
    model.setSource([&take](const ActionsModel::Take &wanted) { take = wanted; });
    QVERIFY(model.isFetching());
    QVERIFY(!model.canFetchMore({})); // one page at a time
    take({m_store->actions({}, {0, 3}).value(), false});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(fetched.size(), 1);
    QVERIFY(!model.isFetching() && model.canFetchMore({}));
    model.fetchMore({});
    take({{}, true});
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(fetched.size(), 2);
}

void tst_Tables::aPageOfAnEarlierSourceIsNotTaken()
{
    ActionsModel model(words());
    ActionsModel::Take late;
    model.setSource([&late](const ActionsModel::Take &wanted) { late = wanted; });
    model.setRows({});
    late({m_store->actions({}, {0, 3}).value(), false});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.isFetching() && !model.canFetchMore({}));
    model.setSource([&late](const ActionsModel::Take &wanted) { late = wanted; });
    const ActionsModel::Take stale = late;
    model.setSource([](const ActionsModel::Take &wanted) { wanted({}); });
    stale({m_store->actions({}, {0, 3}).value(), true});
    QCOMPARE(model.rowCount(), 0);
}

void tst_Tables::numbersSortAsNumbers()
{
    ActionsModel model(words());
    model.setRows(actionRows(m_store->article(601).value()));
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setSortRole(TableModel::SortRole);
    proxy.sort(ActionsModel::Goldstein, Qt::AscendingOrder);
    QCOMPARE(column(proxy, ActionsModel::Goldstein), (QStringList{u"−4.0"_s, u"+1.9"_s, u"+3.4"_s}));
    proxy.sort(ActionsModel::Date, Qt::DescendingOrder);
    QCOMPARE(column(proxy, ActionsModel::Date),
             (QStringList{u"6 Nov 2023"_s, u"1 Nov 2023"_s, u"31 Oct 2023"_s}));
}

/// So many titles are not fetched to be sorted: the model asks once for their order and keeps it.
void tst_Tables::titlesAreOrderedBeside()
{
    ArticlesModel model(*m_session, fetch(), words().country);
    std::function<void(const std::vector<qint64> &)> take;
    int asked = 0;
    model.setTitleOrder([&](const auto &wanted) {
        take = wanted;
        ++asked;
    });
    const int rows = model.rowCount();
    QVERIFY(rows > 200);
    std::vector<qint64> ids;
    for (int row = 0; row < rows; ++row)
        ids.push_back(model.idAt(row));
    std::ranges::sort(ids);
    std::ranges::rotate(ids, ids.begin() + 100);
    QAbstractItemModelTester tester(&model);
    model.sort(ArticlesModel::Title, Qt::AscendingOrder);
    const QPersistentModelIndex kept = model.index(5, ArticlesModel::Title);
    const qint64 keptId = model.idAt(5);
    QCOMPARE(asked, 1);
    take(ids);
    QCOMPARE(model.idAt(0), ids.front());
    QCOMPARE(model.idAt(rows - 1), ids.back());
    QCOMPARE(model.idAt(kept.row()), keptId);
    model.sort(ArticlesModel::Title, Qt::DescendingOrder);
    QCOMPARE(model.idAt(0), ids.back());
    QCOMPARE(asked, 1);
}

void tst_Tables::evidenceOfTheLens()
{
    EvidenceModel model(*m_session, fetchArticle(), words());
    QAbstractItemModelTester tester(&model);
    m_session->look(lens::withOnly({}, u"COL"_s));
    model.showLens();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(m_fetched, 0); // no sentence was looked at yet
    QCOMPARE(column(model, EvidenceModel::Sentence),
             QStringList{u"President Gustavo Petro praised Norway"_s});
    QCOMPARE(model.index(0, EvidenceModel::Value).data(TableModel::ScoreRole).toFloat(), 3.4F);
    QCOMPARE(model.index(0, 0).data(TableModel::PlaceRole).value<Place>(),
             (Place{601, {FindingKind::Action, 2}, {}}));
}

void tst_Tables::lookingInMuchEvidenceReadsNoArticles()
{
    EvidenceModel model(*m_session, fetchArticle(), words());
    model.showLens();
    QVERIFY(model.rowCount() > 200);
    const QModelIndex first = model.index(0, EvidenceModel::Sentence);
    m_fetched = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(model.index(row, EvidenceModel::Sentence).data(TableModel::FindRole).toString().isEmpty());
    QCOMPARE(m_fetched, 0);
    const QString shown = first.data().toString();
    QVERIFY(!shown.isEmpty());
    QCOMPARE(first.data(TableModel::FindRole).toString(), shown);
    m_session->look(lens::withOnly({}, u"COL"_s));
    model.showLens();
    QVERIFY(!model.index(0, EvidenceModel::Sentence).data(TableModel::FindRole).toString().isEmpty());
}

void tst_Tables::evidenceOfOneArticle()
{
    EvidenceModel model(*m_session, fetchArticle(), words());
    QAbstractItemModelTester tester(&model);
    model.showArticle(m_store->article(601).value());
    QCOMPARE(column(model, EvidenceModel::Target),
             (QStringList{u"CHL"_s, u"NOR"_s, u"NOR"_s, u"CHL"_s, u"NOR"_s}));
    QCOMPARE(column(model, EvidenceModel::Source).count(u"quote"_s), 3);
}

void tst_Tables::stancesAreTheMapsTwin()
{
    StancesModel model(*m_session, words());
    QAbstractItemModelTester tester(&model);
    QCOMPARE(std::size_t(model.rowCount()), m_session->aggregates().countries.size());
    const int row = int(column(model, StancesModel::Country).indexOf(u"COL"_s));
    QVERIFY(row >= 0);
    QCOMPARE(model.index(row, StancesModel::Evidence).data().toString(), u"1"_s);
    QCOMPARE(model.index(row, StancesModel::Certainty).data().toString(), u"thin"_s);
    QCOMPARE(model.index(row, 0).data(StancesModel::CountryRole).toString(), u"COL"_s);
    QVERIFY(model.index(row, 0).data(TableModel::DetailRole).toString().contains(u"1 piece in 1 article"_s));
    QVERIFY(!model.index(row, 0).data(TableModel::EmphasisRole).toBool());
    m_session->look(lens::withOnly({}, u"COL"_s));
    const int chosen = int(column(model, StancesModel::Country).indexOf(u"COL"_s));
    QVERIFY(model.index(chosen, 0).data(TableModel::EmphasisRole).toBool());
}

void tst_Tables::headersExplainThemselves()
{
    ArticlesModel articles(*m_session, fetch(), words().country);
    EvidenceModel evidence(*m_session, fetchArticle(), words());
    StancesModel stances(*m_session, words());
    ActorsModel actors(words());
    QuotesModel quotes(words());
    ActionsModel actions(words());
    const std::initializer_list<const TableModel *> all{&articles, &evidence, &stances,
                                                        &actors,   &quotes,   &actions};
    for (const TableModel *model : all) {
        for (int section = 0; section < model->columnCount(); ++section)
            QVERIFY(model->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().size() > 10);
    }
}

void tst_Tables::tooltipsAreNeverMarkup()
{
    ActorsModel model(words());
    corpus::ActorRow row;
    row.name = u"<img src=x> & <b>Name</b>"_s;
    model.setRows({row});
    QCOMPARE(model.index(0, 0).data().toString(), row.name);
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(),
             u"<qt>&lt;img src=x&gt; &amp; &lt;b&gt;Name&lt;/b&gt;</qt>"_s);
}

QTEST_GUILESS_MAIN(tst_Tables)
#include "tst_tables.moc"
