#include "made.h"
#include "madefiles.h"
#include "models/corpus/schema.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

const QString cases = QStringLiteral(DEMARCHE_CASES "/stores/");

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void run(const QString &file, const QStringList &statements)
{
    const Result<std::unique_ptr<Database>> database = Database::open(file);
    for (const QString &statement : statements) {
        if (const auto done = (*database)->run(statement); !done)
            qFatal("%s", qUtf8Printable(done.error().line()));
    }
}

} // namespace

/// The store as a file: its forms and how one becomes the next, what is refused, copies, and the check.
class TestStoreFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(u"store%1.demarche"_s.arg(++m_files)); }

    QString filled(int count)
    {
        const QString file = newFile();
        Result<Store> store = Store::open(file);
        for (int n = 0; n < count; ++n) {
            if (!store->add(std::array{madeArticle(n)}))
                qFatal("nothing added");
        }
        return file;
    }

    QString copyOfCase(const QString &name)
    {
        const QString file = newFile();
        writeFile(file, bytesOf(cases + name));
        return file;
    }

    /// The three articles that each of the stores in tests/cases/stores holds.
    static void holdsTheThree(const QString &file)
    {
        const Result<Store> store = Store::open(file);
        QVERIFY2(store.has_value(), store ? "" : qUtf8Printable(store.error().line()));
        QCOMPARE(*store->count(), 3);
        QCOMPARE(*store->count({.search = u"\"held talks\" publisher:post"_s}), 1);
        QCOMPARE(*store->count({.search = u"speaker:boric"_s}), 1);
        int evidence = 0;
        QVERIFY(store->loadEvidence([&evidence](const EvidenceRow &) { ++evidence; }));
        QVERIFY(evidence >= 3);
        const Result<void> sound = store->check();
        QVERIFY2(sound.has_value(), sound ? "" : qUtf8Printable(sound.error().line()));
    }

    static QStringList leftBeside(const QString &file)
    {
        const QFileInfo info(file);
        return info.dir().entryList({u"*.part*"_s}, QDir::Files | QDir::Hidden);
    }

private slots:
    void everyEarlierFormHasACase()
    {
        for (int version = 1; version < schemaVersion; ++version)
            QVERIFY2(QFile::exists(cases + u"%1.demarche"_s.arg(version)),
                     qPrintable(QString::number(version)));
    }

    void olderStoresAreMigrated_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : QDir(cases).entryList({u"*.demarche"_s}))
            QTest::newRow(qPrintable(name)) << name;
    }
    void olderStoresAreMigrated()
    {
        QFETCH(QString, name);
        const QString file = copyOfCase(name);
        holdsTheThree(file);
        QCOMPARE(formOf(file)->version, schemaVersion);
    }

    void olderStoresAreMigratedForReadersToo()
    {
        const Result<Store> store = Store::open(copyOfCase(u"1.demarche"_s), Access::Read);
        QVERIFY(store.has_value());
        QCOMPARE(*store->count(), 3);
    }

    /// What a process killed inside a migration leaves: changes in the log without their commit.
    void migrationCutOffLeavesTheOlderStore_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < schemaVersion; ++version)
            QTest::addRow("from %d", version) << version;
        if (schemaVersion == 1)
            QTest::addRow("none yet") << 0;
    }
    void migrationCutOffLeavesTheOlderStore()
    {
        QFETCH(int, version);
        if (version == 0)
            QSKIP("there is one form only");
        const QString file = copyOfCase(u"%1.demarche"_s.arg(version));
        const QString killed = newFile();
        {
            const auto database = Database::open(file);
            for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA cache_size = 1"})
                QVERIFY((*database)->value(QString::fromLatin1(pragma)));
            QVERIFY((*database)->run(u"BEGIN IMMEDIATE"_s));
            const Result<QStringList> statements = migration(version + 1);
            for (const QString &statement : statements->mid(0, (statements->size() + 1) / 2))
                QVERIFY((*database)->run(statement));
            QVERIFY((*database)->run(u"UPDATE body SET findings = zeroblob(200000)"_s));
            QFile::copy(file, killed);
            QFile::copy(file + u"-wal"_s, killed + u"-wal"_s);
            QVERIFY((*database)->run(u"ROLLBACK"_s));
        }
        QVERIFY(QFileInfo(killed + u"-wal"_s).size() > 0);
        QCOMPARE(formOf(killed)->version, version);
        holdsTheThree(killed);
    }

    void newerStoresStayByteByByte_data()
    {
        QTest::addColumn<bool>("logged"); ///< the newer version's last words are in the log beside the file
        QTest::newRow("in the file") << false;
        QTest::newRow("in the log") << true;
    }
    void newerStoresStayByteByByte()
    {
        QFETCH(bool, logged);
        QString file = filled(2);
        if (logged) {
            const QString source = file;
            file = newFile();
            const auto database = Database::open(source);
            QVERIFY((*database)->run(u"PRAGMA user_version = 999"_s));
            QFile::copy(source, file);
            QFile::copy(source + u"-wal"_s, file + u"-wal"_s);
        } else {
            run(file, {u"PRAGMA user_version = 999"_s});
        }
        const QByteArray before = bytesOf(file);
        const QByteArray logBefore = bytesOf(file + u"-wal"_s);
        for (const Access access : {Access::Write, Access::Read}) {
            const Result<Store> refused = Store::open(file, access);
            QVERIFY(!refused.has_value());
            QVERIFY(refused.error().line().contains(u"newer version"));
        }
        QCOMPARE(bytesOf(file), before);
        QCOMPARE(bytesOf(file + u"-wal"_s), logBefore);
        QCOMPARE(logBefore.isEmpty(), !logged);
    }

    void whatIsNoStoreStaysByteByByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("These are words, not a store.\n").repeated(100);
        QTest::newRow("a few letters") << QByteArray("x");
        QTest::newRow("zeros") << QByteArray(5000, '\0');
        QTest::newRow("a cut header") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("a store's beginning") << bytesOf(cases + u"1.demarche"_s).first(700);
    }
    void whatIsNoStoreStaysByteByByte()
    {
        QFETCH(QByteArray, bytes);
        const QString file = newFile();
        writeFile(file, bytes);
        for (const Access access : {Access::Write, Access::Read}) {
            const Result<Store> refused = Store::open(file, access);
            QVERIFY(!refused.has_value());
            QVERIFY(!refused.error().line().contains(u'\n'));
        }
        QCOMPARE(bytesOf(file), bytes);
        QVERIFY(!QFile::exists(file + u"-wal"_s));
        QVERIFY(!QFile::exists(file + u"-journal"_s));
    }

    void readersMakeNothing()
    {
        const QString absent = newFile();
        QCOMPARE(Store::open(absent, Access::Read).error().what, u"no such store"_s);
        QVERIFY(!QFile::exists(absent));
        Result<Store> reading = Store::open(filled(2), Access::Read);
        QCOMPARE(*reading->count(), 2);
        QVERIFY(reading->add(std::array{madeArticle(8)}).error().line().contains(u"read-only"));
    }

    void aWriterThatDoesNotEndIsTold()
    {
        const QString file = filled(1);
        const auto writer = Database::open(file);
        const auto waiting = Database::open(file);
        QVERIFY((*writer)->run(u"BEGIN IMMEDIATE"_s));
        QVERIFY((*waiting)->value(u"PRAGMA busy_timeout = 20"_s));
        const auto refused = (*waiting)->run(u"BEGIN IMMEDIATE"_s);
        QVERIFY(refused.error().line().contains(u"another process"));
        QVERIFY((*writer)->run(u"ROLLBACK"_s));
        QVERIFY((*waiting)->run(u"BEGIN IMMEDIATE"_s));
    }

    void copiesAreWhole()
    {
        const QString file = filled(4);
        Result<Store> store = Store::open(file);
        QVERIFY(store->add(std::array{madeArticle(50)})); // in the log only
        const QString copy = newFile();
        QVERIFY(store->copyTo(copy));
        const Result<Store> copied = Store::open(copy);
        QCOMPARE(*copied->count(), 5);
        QVERIFY(copied->check());
        QCOMPARE(leftBeside(copy), QStringList());
    }

    void copiesReplaceNothingUnasked()
    {
        const Result<Store> store = Store::open(filled(2));
        const QString there = newFile();
        writeFile(there, "mine");
        QVERIFY(store->copyTo(there).error().line().contains(u"exists already"));
        QCOMPARE(bytesOf(there), QByteArray("mine"));
        QVERIFY(store->copyTo(there, true));
        QCOMPARE(*Store::open(there)->count(), 2);
        QVERIFY(!store->copyTo(store->file(), true));
        QVERIFY(!store->copyTo(m_folder.path()));
        QVERIFY(!store->copyTo(m_folder.filePath(u"no/folder/x"_s)));
        QCOMPARE(*store->count(), 2);
        QCOMPARE(leftBeside(there), QStringList());
    }

    void storesInUseAreNotReplaced()
    {
        const Result<Store> store = Store::open(filled(2));
        const QString used = newFile();
        Result<Store> user = Store::open(used);
        QVERIFY(user->add(std::array{madeArticle(1)}));
        QVERIFY(store->copyTo(used, true).error().line().contains(u"somebody is using"));
        QCOMPARE(*user->count(), 1);
    }

    void checkNamesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const char *damage, const char *told) {
            QTest::newRow(name) << QString::fromLatin1(damage) << QString::fromLatin1(told);
        };
        row("findings", "UPDATE body SET findings = x'01ff' WHERE article = 2", "findings are damaged");
        row("no text", "DELETE FROM body WHERE article = 2", "article 2 has no text");
        row("text of none", "INSERT INTO body VALUES (77, 'x', x'', '')", "belongs to no article (77)");
        row("evidence cut", "UPDATE evidence SET pieces = substr(pieces, 1, 20) WHERE article = 1",
            "evidence is cut off");
        row("evidence of none", "INSERT INTO evidence VALUES (77, x'')", "belongs to no article (77)");
        row("names", "DELETE FROM name WHERE text = 'SDN'", "names nobody");
        row("publisher", "UPDATE article SET publisher = 999 WHERE id = 3", "names a publisher");
        row("search", "DELETE FROM search_docsize WHERE id = 2", "article 2 is not in the search index");
        row("words", "UPDATE body SET text = text || ' zebra' WHERE article = 1", "search index is damaged");
    }
    void checkNamesWhatIsWrong()
    {
        QFETCH(QString, damage);
        QFETCH(QString, told);
        const QString file = filled(3);
        QCOMPARE(Store::open(file)->check({})->wrong, 0);
        run(file, {u"PRAGMA foreign_keys = OFF"_s, damage});
        QStringList lines;
        const Result<Checked> checked =
            Store::open(file)->check([&lines](const Problem &problem) { lines << problem.line(); });
        QVERIFY(checked->wrong >= 1);
        QCOMPARE(qint64(lines.size()), checked->wrong);
        QVERIFY(checked->unchecked.isEmpty());
        QVERIFY2(!lines.filter(told).isEmpty(), qPrintable(lines.join(u'\n')));
        QVERIFY(!Store::open(file)->check().has_value());
    }

    void whatCannotBeCheckedIsNoFault()
    {
        const Result<Store> store = Store::open(filled(3), Access::Read);
        const Result<Checked> checked = store->check({});
        QCOMPARE(checked->wrong, 0);
        QCOMPARE(checked->unchecked.size(), 1);
        QVERIFY(checked->unchecked.front().contains(u"read-only"));
        QVERIFY(store->check());
    }

    void checkEndsWhenTold()
    {
        const Result<Store> store = Store::open(filled(3));
        int asked = 0;
        QCOMPARE(store->check({}, [&asked] { return ++asked < 3; })->wrong, 0);
        QVERIFY(asked >= 3);
    }
};

QTEST_GUILESS_MAIN(TestStoreFile)
#include "tst_storefile.moc"
