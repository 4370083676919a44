#include "made.h"
#include "madefiles.h"
#include "models/corpus/analysing.h"
#include "models/corpus/importjob.h"
#include "models/text/interruption.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

analysis::Analysis onePieceOfEvidence(const Article &article)
{
    analysis::Analysis found = madeArticle(0).analysis;
    found.published = article.published;
    return found;
}

QByteArray report(int n)
{
    return "Norland recalled its envoy from Sudria. \"Enough,\" Ida Holm said. Report number " +
           QByteArray::number(n) +
           " was written for a test of the import and has words enough to be told from all of the others.\n";
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_articles;
    QString m_store;

    ImportHooks hooks()
    {
        return {.analyze = onePieceOfEvidence, .progress = {}, .problem = {}, .stored = {}};
    }

private slots:
    void init()
    {
        static int round = 0;
        m_articles = m_folder.filePath(u"%1/articles"_s.arg(++round));
        m_store = m_folder.filePath(u"%1/store"_s.arg(round));
        for (int n = 0; n < 30; ++n)
            writeFile(m_articles + u"/%1/a%2.txt"_s.arg(n % 3).arg(n), report(n));
    }

    void addsAllOnce()
    {
        const Result<ImportReport> first = importPaths(m_store, {m_articles}, 2, hooks());
        QVERIFY(first.has_value());
        QCOMPARE(first->progress.added, 30);
        QCOMPARE(first->progress.read.share(), 1.0);
        QVERIFY(first->problems.empty());
        const Result<ImportReport> again = importPaths(m_store, {m_articles}, 2, hooks());
        QCOMPARE(again->progress.added, 0);
        QCOMPARE(again->progress.duplicates, 30);
        QCOMPARE(*Store::open(m_store)->count(), 30);
    }

    void knownArticlesAreNotAnalysedAgain()
    {
        QVERIFY(importPaths(m_store, {m_articles}, 2, hooks()).has_value());
        std::atomic<int> analysed = 0;
        ImportHooks counting = hooks();
        counting.analyze = [&analysed](const Article &article) {
            ++analysed;
            return onePieceOfEvidence(article);
        };
        QVERIFY(importPaths(m_store, {m_articles}, 2, counting).has_value());
        QCOMPARE(int(analysed), 0);
    }

    void storesInReadingOrder()
    {
        QVERIFY(importPaths(m_store, {m_articles}, 4, hooks()).has_value());
        const Result<Store> store = Store::open(m_store);
        QCOMPARE(store->article(1)->article.uri, m_articles + u"/0/a0.txt"_s);
        QCOMPARE(store->article(2)->article.uri, m_articles + u"/0/a3.txt"_s);
        QCOMPARE(store->article(5)->article.uri, m_articles + u"/0/a12.txt"_s);
        QCOMPARE(store->article(30)->article.uri, m_articles + u"/2/a29.txt"_s);
    }

    void namesWhatCannotBeReadAndGoesOn()
    {
        writeFile(m_articles + u"/0/empty.txt"_s, "");
        writeFile(m_articles + u"/1/noise.bin"_s, QByteArray(4096, '\0'));
        QStringList lines;
        ImportHooks telling = hooks();
        telling.problem = [&lines](const Problem &problem) { lines << problem.line(); };
        const Result<ImportReport> done = importPaths(m_store, {m_articles, u"/no/such/place"_s}, 2, telling);
        QCOMPARE(done->progress.added, 30);
        QCOMPARE(done->progress.read.problems, 3);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(u"/no/such/place: "));
        QVERIFY(lines[1].contains(u"/0/empty.txt: "));
        QVERIFY(lines[2].contains(u"/1/noise.bin: "));
    }

    void completeFilesAreNotReadAgain()
    {
        QVERIFY(importPaths(m_store, {m_articles}, 2, hooks()).has_value());
        // Nobody could say without reading it that this is another text: same size, same time.
        const QString changed = m_articles + u"/0/a0.txt"_s;
        const QDateTime time = QFileInfo(changed).lastModified();
        const auto write = [&](const QDateTime &modified) {
            writeFile(changed, report(77).left(report(0).size()));
            QFile file(changed);
            QVERIFY(file.open(QIODevice::ReadWrite) &&
                    file.setFileTime(modified, QFileDevice::FileModificationTime));
        };
        write(time);
        Result<ImportReport> again = importPaths(m_store, {m_articles}, 2, hooks());
        QCOMPARE(again->progress.added, 0);
        QCOMPARE(again->progress.duplicates, 30);
        QCOMPARE(again->progress.read.bytesSkipped, again->progress.read.bytesTotal);
        write(time.addSecs(1));
        again = importPaths(m_store, {m_articles}, 2, hooks());
        QCOMPARE(again->progress.added, 1);
        QCOMPARE(again->progress.duplicates, 29);
    }

    void filesWithProblemsAreReadAgain()
    {
        writeFile(m_articles + u"/0/empty.txt"_s, "");
        QCOMPARE(importPaths(m_store, {m_articles}, 2, hooks())->problems.size(), size_t{1});
        QCOMPARE(importPaths(m_store, {m_articles}, 2, hooks())->problems.size(), size_t{1});
    }

    void takenAwayArticlesComeBack()
    {
        QVERIFY(importPaths(m_store, {m_articles}, 2, hooks()).has_value());
        QVERIFY(Store::open(m_store)->remove(std::array<ArticleId, 1>{7}));
        QCOMPARE(importPaths(m_store, {m_articles}, 2, hooks())->progress.added, 1);
    }

    void filesAreKnownByOnePath()
    {
        const QString old = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_articles + u"/1"_s));
        QVERIFY(importPaths(m_store, {u"../0/../0/a0.txt"_s}, 1, hooks()).has_value());
        QVERIFY(QDir::setCurrent(old));
        QVERIFY(QFile::link(m_articles + u"/0"_s, m_articles + u"/linked"_s));
        QVERIFY(importPaths(m_store, {m_articles + u"/linked"_s}, 1, hooks()).has_value());
        const Result<Store> store = Store::open(m_store);
        QCOMPARE(*store->count(), 10);
        QCOMPARE(store->article(1)->article.uri, QFileInfo(m_articles).canonicalFilePath() + u"/0/a0.txt"_s);
        QCOMPARE(canonicalPath(u"-"_s), u"-"_s);
        QCOMPARE(canonicalPath(u"https://post.example/a"_s), u"https://post.example/a"_s);
        QVERIFY(canonicalPath(u"no/such"_s).startsWith(u'/'));
    }

    void stopsInsideOneArticle()
    {
        std::stop_source stop;
        std::atomic<bool> begun = false;
        ImportHooks endless = hooks();
        endless.analyze = [&](const Article &article) {
            begun = true;
            while (!text::interrupted())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return onePieceOfEvidence(article);
        };
        std::jthread stopper([&] {
            while (!begun)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            stop.request_stop();
        });
        const Result<ImportReport> done = importPaths(m_store, {m_articles}, 2, endless, stop.get_token());
        QVERIFY(done->cancelled);
        QCOMPARE(*Store::open(m_store)->count(), 0); // what was found of it may be a part only
    }

    void theShippedAnalysisCanBeInterrupted()
    {
        const Result<Analyze> analyze = shippedAnalysis();
        Article article;
        article.text = QString::fromUtf8(report(1)).repeated(20'000);
        std::stop_source stop;
        stop.request_stop();
        const std::stop_token token = stop.get_token();
        const text::Interruptible interruptible(token);
        QVERIFY((*analyze)(article).sentences.empty());
    }

    void tellsHowLongItWillTake()
    {
        Progress progress;
        QVERIFY(durationInWords(progress.remaining()).isEmpty());
        progress = {.articles = 10, .bytesDone = 600, .bytesTotal = 1000, .bytesSkipped = 400, .seconds = 5};
        QCOMPARE(progress.remaining(), 10.0);
        QCOMPARE(durationInWords(10.2), u"10 s"_s);
        QCOMPARE(durationInWords(170), u"3 min"_s);
        QCOMPARE(durationInWords(7500), u"2 h 5 min"_s);
    }

    void stoppingKeepsWhatIsStored()
    {
        std::stop_source stop;
        ImportHooks slow = hooks();
        std::atomic<int> analysed = 0;
        slow.analyze = [&](const Article &article) {
            if (++analysed == 10)
                stop.request_stop();
            return onePieceOfEvidence(article);
        };
        const Result<ImportReport> done = importPaths(m_store, {m_articles}, 1, slow, stop.get_token());
        QVERIFY(done->cancelled);
        QVERIFY(done->progress.added >= 1);
        QVERIFY(done->progress.added < 30);
        QCOMPARE(*Store::open(m_store)->count(), done->progress.added);
        const Result<ImportReport> rest = importPaths(m_store, {m_articles}, 1, hooks());
        QCOMPARE(rest->progress.added + done->progress.added, 30);
    }

    void refusesAStoreThatCannotBeOpened()
    {
        QVERIFY(!importPaths(m_folder.path(), {m_articles}, 1, hooks()).has_value());
        QVERIFY(!importPaths(m_folder.filePath(u"no/folder/x"_s), {m_articles}, 1, hooks()).has_value());
    }

    void jobTellsAndFinishes()
    {
        ImportJob job(m_store, [] { return Result<Analyze>(onePieceOfEvidence); }, 2);
        QSignalSpy finished(&job, &ImportJob::finished);
        qint64 stored = 0;
        connect(&job, &ImportJob::stored, this, [&stored](const auto &ids) { stored += qint64(ids.size()); });
        job.start({m_articles + u"/0"_s});
        job.start({m_articles + u"/1"_s, m_articles + u"/2"_s}); // waits its turn
        QVERIFY(job.isRunning());
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(stored, 30);
        QVERIFY(!job.isRunning());
        QCOMPARE(*Store::open(m_store)->count(), 30);
    }

    void jobIsCancelled()
    {
        ImportJob job(
            m_store,
            [] {
                return Result<Analyze>([](const Article &article) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(20));
                    return onePieceOfEvidence(article);
                });
            },
            1);
        QSignalSpy finished(&job, &ImportJob::finished);
        job.start({m_articles});
        QTest::qWait(100);
        job.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished[0][0].value<ImportReport>().cancelled);
        QVERIFY(*Store::open(m_store)->count() < 30);
    }

    void jobThatCannotPrepareFails()
    {
        ImportJob job(
            m_store, [] { return Result<Analyze>(std::unexpected(Problem{u"m"_s, u"no models"_s})); }, 1);
        QSignalSpy failed(&job, &ImportJob::failed);
        job.start({m_articles});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].toString(), u"m: no models"_s);
    }

    void jobDestroyedWhileRunning()
    {
        for (int round = 0; round < 5; ++round) {
            ImportJob job(m_store, [] { return Result<Analyze>(onePieceOfEvidence); }, 2);
            job.start({m_articles});
            QTest::qWait(round);
        }
        QVERIFY(Store::open(m_store)->check().has_value());
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
