#include "models/corpus/importjob.h"
#include "models/corpus/sources/folderwatch.h"
#include "models/corpus/sources/sources.h"
#include "tests/models/corpus/madefiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;
using namespace demarche::corpus::sources;

namespace {

QByteArray report(int n)
{
    return "Norland recalled its envoy from Sudria, and the foreign minister said that report " +
           QByteArray::number(n) +
           " was written for a test of folders, so that it differs from all others.\n";
}

} // namespace

/// Watched folders, from files on disk to the store, with the threads that the window uses.
class TestFolders : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_store;
    QString m_news;

    [[nodiscard]] Subscription folder() const
    {
        Subscription one;
        one.kind = Kind::Folder;
        one.address = m_news;
        return one;
    }
    [[nodiscard]] qint64 stored() const { return Store::open(m_store)->count().value_or(-1); }

    const Settings soon{.rules = {}, .settledMs = 50}; ///< files are taken soon

private slots:
    void init()
    {
        static int round = 0;
        m_store = m_folder.filePath(u"%1/news/store"_s.arg(++round)); // inside the folder, as may be
        m_news = m_folder.filePath(u"%1/news"_s.arg(round));
        QDir().mkpath(m_news);
    }

    void filesComeIntoTheStore();
    void onlyTheFolderItself();
    void aFolderThatIsNotThere();
};

void TestFolders::filesComeIntoTheStore()
{
    writeFile(m_news + u"/a.txt"_s, report(1));
    writeFile(m_news + u"/below/b.txt"_s, report(2));
    writeFile(m_news + u"/.hidden.txt"_s, report(3));
    ImportJob job(
        m_store, [] { return Result<Analyze>([](const Article &) { return analysis::Analysis(); }); }, 1);
    QVERIFY(Store::open(m_store).has_value());
    {
        Sources sources(m_store, soon);
        connect(&sources, &Sources::arrived, &job,
                [&job](const std::vector<Input> &inputs) { job.start(inputs, true); });
        connect(&job, &ImportJob::settled, &sources, &Sources::settle);
        sources.start();
        sources.add({folder()});
        QTRY_COMPARE_WITH_TIMEOUT(stored(), 2, 15'000);
        writeFile(m_news + u"/below/c.txt"_s, report(4)); // the system tells of it
        QTRY_COMPARE_WITH_TIMEOUT(stored(), 3, 15'000);
        QVERIFY(QFile::remove(m_news + u"/a.txt"_s));
        QTRY_COMPARE_WITH_TIMEOUT(sources.list().front().articles, 3, 5000); // its article stays
        QCOMPARE(sources.list().front().state, State::Good);
        QVERIFY2(sources.list().front().error.isEmpty(), qPrintable(sources.list().front().error));
    }
    // A new start imports only what is new.
    Sources again(m_store, soon);
    QList<QString> arrived;
    connect(&again, &Sources::arrived, this, [&arrived](const std::vector<Input> &inputs) {
        for (const Input &input : inputs)
            arrived << input.path;
    });
    writeFile(m_news + u"/d.txt"_s, report(5));
    again.start();
    QTRY_COMPARE_WITH_TIMEOUT(arrived, QList<QString>{m_news + u"/d.txt"_s}, 15'000);
}

void TestFolders::onlyTheFolderItself()
{
    writeFile(m_news + u"/a.txt"_s, report(1));
    writeFile(m_news + u"/below/b.txt"_s, report(2));
    Subscription one = folder();
    one.recursive = false;
    QStringList found;
    FolderWatch watch(
        one, {}, {}, soon.settledMs,
        [&found](const Result<FileMarks> &files) {
            found = files ? files->keys() : QStringList(u"failed"_s);
        },
        this);
    watch.look();
    QTRY_COMPARE_WITH_TIMEOUT(found, QStringList{m_news + u"/a.txt"_s}, 5000);
}

void TestFolders::aFolderThatIsNotThere()
{
    Subscription one = folder();
    one.address = m_news + u"/nowhere"_s;
    QString told;
    FolderWatch watch(
        one, {}, {}, soon.settledMs,
        [&told](const Result<FileMarks> &files) { told = files ? QString() : files.error().line(); }, this);
    watch.look();
    QCOMPARE(told, one.address + u": the folder is not there"_s);
}

QTEST_GUILESS_MAIN(TestFolders)
#include "tst_folders.moc"
