#include "made.h"
#include "models/corpus/importjob.h"
#include "storefolder.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

analysis::Analysis noFindings(const Article &)
{
    return {};
}

QByteArray page(int n)
{
    return "<html><head><title>Report " + QByteArray::number(n) +
           "</title></head><body><article><h1>Report</h1><p>Norland recalled its envoy from Sudria on "
           "Monday, and "
           "Ida Holm, its foreign minister, told reporters in the capital that report " +
           QByteArray::number(n) +
           " was written for a test.</p><p>She said that talks would go on all the "
           "same.</p></article></body></html>";
}

AnalysedArticle at(const QString &uri, int n, const QStringList &further = {})
{
    AnalysedArticle item = madeArticle(n);
    item.article.uri = uri;
    item.article.addresses = further;
    return item;
}

} // namespace

/// One article is one, by whatever address it came; what was fetched goes the way that files go.
class TestOrigins : public QObject
{
    Q_OBJECT

private:
    StoreFolder m_folder;
    QString m_store;

private slots:
    void init() { m_store = m_folder.freshStore(); }

    void anyOfItsAddressesIsTheArticle()
    {
        Result<Store> store = Store::open(m_store);
        const AnalysedArticle first = at(u"https://a.example/1"_s, 1, {u"https://a.example/feed/1?at=rss"_s});
        AnalysedArticle again = at(u"http://www.a.example/feed/1/?at=rss"_s, 1);
        again.article.text.chop(20); // as a feed's summary is
        const auto stored = store->add(std::array{first, again});
        QVERIFY(stored.has_value());
        QCOMPARE((*stored)[1].outcome, Outcome::Duplicate);
        QCOMPARE((*stored)[1].id, (*stored)[0].id);
        QCOMPARE(store->same(again.article)->value_or(0), (*stored)[0].id);
    }

    void replacingKeepsAllAddresses()
    {
        Result<Store> store = Store::open(m_store);
        const AnalysedArticle summary = at(u"https://a.example/1?from=feed"_s, 1);
        AnalysedArticle whole = at(u"https://a.example/1"_s, 1, {u"https://a.example/1?from=feed"_s});
        whole.article.text += u" And more of it."_s;
        AnalysedArticle longer = at(u"https://a.example/amp/1"_s, 1, {u"https://a.example/1"_s});
        longer.article.text += u" And more of it, and then more."_s;
        const auto stored = store->add(std::array{summary, whole, longer});
        QVERIFY(stored.has_value());
        QCOMPARE((*stored)[2].outcome, Outcome::Updated);
        QCOMPARE(*store->count(), 1);
        for (const QString &address :
             {u"https://a.example/1?from=feed"_s, u"https://a.example/1"_s, u"https://a.example/amp/1"_s})
            QCOMPARE(store->same(at(address, 1).article)->value_or(0), (*stored)[0].id);
    }

    void removedArticlesLeaveNoAddress()
    {
        Result<Store> store = Store::open(m_store);
        const AnalysedArticle item = at(u"https://a.example/1"_s, 1, {u"https://b.example/1"_s});
        const auto stored = store->add(std::array{item});
        QVERIFY(store->remove(std::array{(*stored)[0].id}).has_value());
        QVERIFY(!store->same(at(u"https://b.example/1"_s, 2).article)->has_value());
        QCOMPARE(store->add(std::array{item})->front().outcome, Outcome::Added);
    }

    void fetchedBytesAreImported()
    {
        const std::vector<Input> inputs{
            {u"https://a.example/1"_s, page(1),
             [](Article &article) {
                 article.addresses << u"https://short.example/x"_s;
                 return true;
             },
             0},
            {u"https://a.example/2"_s, page(2), [](Article &) { return false; }, 0}};
        const auto report = importInputs(m_store, inputs, 1, {noFindings, {}, {}, {}});
        QVERIFY(report.has_value());
        QCOMPARE(report->progress.added, 1);
        Result<Store> store = Store::open(m_store);
        QCOMPARE(store->article(1)->article.uri, u"https://a.example/1"_s);
        Article asked;
        asked.uri = u"https://short.example/x"_s;
        QCOMPARE(store->same(asked)->value_or(0), ArticleId{1});
    }

    void knownArticlesLearnTheirFurtherAddresses()
    {
        const auto import = [this](const QString &further) {
            const Input input{u"https://a.example/1"_s, page(1),
                              [further](Article &article) {
                                  article.addresses << further;
                                  return true;
                              },
                              0};
            return importInputs(m_store, {input}, 1, {noFindings, {}, {}, {}})->progress;
        };
        QCOMPARE(import(u"https://b.example/1"_s).added, 1);
        QCOMPARE(import(u"https://c.example/1"_s).duplicates, 1);
        Article asked;
        asked.uri = u"https://c.example/1"_s;
        QCOMPARE(Store::open(m_store)->same(asked)->value_or(0), ArticleId{1});
    }

    void theJobGivesReceiptsAndKeepsBackgroundApart()
    {
        ImportJob job(m_store, [] { return Result<Analyze>(noFindings); }, 1);
        QList<qint64> receipts;
        QList<bool> background;
        connect(&job, &ImportJob::settled, this,
                [&receipts](const QList<qint64> &settled, const ImportReport &) { receipts += settled; });
        connect(&job, &ImportJob::finished, this,
                [&background](const ImportReport &report) { background << report.progress.inBackground; });
        job.start({{u"https://a.example/1"_s, page(1), {}, 7}}, true);
        job.start({{u"https://a.example/2"_s, page(2), {}, 8}, {u"https://a.example/3"_s, page(3), {}, 8}},
                  true);
        job.start({{u"https://a.example/4"_s, page(4), {}, 0}}, false);
        job.start({}, false);
        QTRY_COMPARE(background, (QList<bool>{true, true, false}));
        QCOMPARE(receipts, (QList<qint64>{7, 8}));
        QCOMPARE(*Store::open(m_store)->count(), 4);
    }

    void aCancelledRunSaysSo()
    {
        ImportJob job(m_store, [] { return Result<Analyze>(noFindings); }, 1);
        QList<qint64> cancelled;
        connect(&job, &ImportJob::settled, this,
                [&](const QList<qint64> &receipts, const ImportReport &report) {
                    if (report.cancelled)
                        cancelled += receipts;
                });
        job.start({{u"https://a.example/1"_s, page(1), {}, 7}}, true);
        job.start({{u"https://a.example/2"_s, page(2), {}, 8}}, true);
        job.cancel();
        QTRY_COMPARE(cancelled, (QList<qint64>{8, 7}));
    }
};

QTEST_GUILESS_MAIN(TestOrigins)
#include "tst_origins.moc"
