#include "program.h"
#include "tests/models/corpus/madefiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using demarche::corpus::writeFile;
using program::Outcome;
using program::report;

namespace {

constexpr uid_t nobody = 65534;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// For the child: as somebody whom permissions bind.
void becomeNobody()
{
    if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
        _exit(99);
}

} // namespace

/// Stores from outside: backup and check, disks that cannot be written, several processes at once.
class TestStoreCommands : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_articles;
    QString m_store; ///< with 12 articles

    QString path(const char *name) { return m_folder.filePath(QString::fromLatin1(name)); }

    static Outcome import(const QString &store, const QString &articles,
                          const std::function<void()> &before = {})
    {
        return program::run({u"import"_s, u"--store"_s, store, articles}, {}, before);
    }
    static qsizetype storedIn(const QString &store)
    {
        return program::run(
                   {u"export"_s, u"--store"_s, store, u"--what"_s, u"articles"_s, u"--format"_s, u"jsonl"_s})
            .out.count('\n');
    }
    static Outcome backup(const QString &store, const QString &out, const QStringList &more = {})
    {
        return program::run(QStringList{u"backup"_s, u"--store"_s, store, u"--out"_s, out} + more);
    }
    static Outcome check(const QString &store) { return program::run({u"check"_s, u"--store"_s, store}); }
    static void isOneLine(const Outcome &outcome, int status, QLatin1StringView words)
    {
        QCOMPARE(outcome.status, status);
        QCOMPARE(outcome.errors.size(), 1);
        QVERIFY2(outcome.errors[0].contains(words), qPrintable(outcome.errors[0]));
    }
    QStringList files() { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

private slots:
    void initTestCase()
    {
        m_articles = path("articles");
        for (int n = 0; n < 12; ++n)
            writeFile(m_articles + u"/%1.txt"_s.arg(n), report(n));
        m_store = path("store.demarche");
        QCOMPARE(import(m_store, m_articles).status, 0);
        // Whoever nobody is may look in, but write only where a test lets him.
        QFile::setPermissions(m_folder.path(), QFileDevice::Permissions(0x7755));
    }

    void backupIsWholeAndReplacesOnlyWhenAsked()
    {
        const QString copy = path("copy.demarche");
        QCOMPARE(backup(m_store, copy).status, 0);
        QCOMPARE(storedIn(copy), 12);
        const QByteArray bytes = bytesOf(copy);
        isOneLine(backup(m_store, copy), 1, "exists already"_L1);
        QCOMPARE(bytesOf(copy), bytes);
        QCOMPARE(backup(m_store, copy, {u"--replace"_s}).status, 0);
        isOneLine(backup(path("absent"), path("other")), 1, "no such store"_L1);
        isOneLine(backup(m_store, path("no/folder/x")), 1, "folder"_L1);
        isOneLine(backup(m_store, m_store, {u"--replace"_s}), 1, "itself"_L1);
        QVERIFY(files().filter(u".part"_s).isEmpty());
    }

    void checkTellsSoundFromDamaged()
    {
        const Outcome sound = check(m_store);
        QCOMPARE(sound.status, 0);
        QVERIFY(sound.out.contains("sound, 12 articles"));
        QVERIFY(sound.errors.isEmpty());
        isOneLine(check(path("absent")), 1, "no such store"_L1);

        const QString damaged = path("damaged.demarche");
        QCOMPARE(backup(m_store, damaged).status, 0);
        QByteArray bytes = bytesOf(damaged);
        for (qsizetype at = 4096 * 3; at + 64 < bytes.size(); at += 4096)
            bytes.replace(at, 64, QByteArray(64, '\x55'));
        writeFile(damaged, bytes);
        const Outcome wrong = check(damaged);
        QCOMPARE(wrong.status, 1);
        QVERIFY(!wrong.errors.empty());
        QVERIFY(wrong.out.isEmpty());
        for (const QString &line : wrong.errors)
            QVERIFY2(line.startsWith(u"demarche: "_s + damaged) || line.contains(m_articles),
                     qPrintable(line));
    }

    void noStoreIsTouched_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("import") << QStringList{u"import"_s, u"--store"_s, u"?"_s, m_articles};
        QTest::newRow("export") << QStringList{u"export"_s, u"--what"_s, u"actors"_s, u"--store"_s, u"?"_s};
        QTest::newRow("check") << QStringList{u"check"_s, u"--store"_s, u"?"_s};
        QTest::newRow("backup") << QStringList{u"backup"_s, u"--out"_s, path("never"), u"--store"_s, u"?"_s};
#ifdef DEMARCHE_GUI
        QTest::newRow("chart") << QStringList{u"chart"_s,        u"map"_s,     u"--out"_s,
                                              path("never.png"), u"--store"_s, u"?"_s};
#endif
    }
    void noStoreIsTouched()
    {
        QFETCH(QStringList, command);
        const QString text = path("text.demarche");
        writeFile(text, QByteArray("Words, no store.\n").repeated(60));
        const QString newer = path("newer.demarche");
        QFile::remove(newer);
        QCOMPARE(backup(m_store, newer).status, 0);
        QByteArray bytes = bytesOf(newer);
        bytes.replace(60, 4, QByteArray("\0\0\x03\xe7", 4)); // user_version 999
        writeFile(newer, bytes);
        for (const auto &[file, words] :
             {std::pair{text, "not a store"_L1}, std::pair{newer, "newer version"_L1}}) {
            const QByteArray before = bytesOf(file);
            QStringList arguments = command;
            arguments.replaceInStrings(u"?"_s, file);
            isOneLine(program::run(arguments), 1, words);
            QCOMPARE(bytesOf(file), before);
            QVERIFY(!QFile::exists(file + u"-wal"_s));
        }
        QVERIFY(!QFile::exists(path("never")));
    }

    void readOnlyStoresAreReadAndTold()
    {
        const QString folder = path("locked");
        QDir().mkpath(folder);
        const QString store = folder + u"/store.demarche"_s;
        QCOMPARE(backup(m_store, store).status, 0);
        QCOMPARE(import(store, m_articles).status, 0); // brings it into WAL mode
        const QByteArray before = bytesOf(store);
        QFile::setPermissions(store, QFileDevice::ReadOwner | QFileDevice::ReadOther);
        QFile::setPermissions(folder, QFileDevice::Permissions(0x5055));
        const auto asNobody = [](const QStringList &arguments) {
            return program::run(arguments, {}, becomeNobody);
        };
        if (asNobody({u"--version"_s}).status != 0)
            QSKIP("the program cannot be run by another user here");
        const Outcome exported = asNobody(
            {u"export"_s, u"--what"_s, u"articles"_s, u"--format"_s, u"jsonl"_s, u"--store"_s, store});
        QCOMPARE(exported.status, 0);
        QCOMPARE(exported.out.count('\n'), 12);
        writeFile(path("one/new.txt"), report(99));
        isOneLine(asNobody({u"import"_s, u"--store"_s, store, path("one")}), 1,
                  "store.demarche: cannot be"_L1);
        isOneLine(asNobody({u"import"_s, u"--store"_s, folder + u"/new.demarche"_s, path("one")}), 1,
                  "cannot be opened or made"_L1);
        isOneLine(asNobody({u"backup"_s, u"--store"_s, store, u"--out"_s, folder + u"/copy"_s}), 1,
                  "no copy was made"_L1);
        const Outcome checked = asNobody({u"check"_s, u"--store"_s, store});
        isOneLine({0, {}, checked.errors}, 0, "could not be checked, for the store is read-only"_L1);
        QCOMPARE(checked.status, 0);
        QVERIFY(checked.out.contains("sound, 12 articles"));
        QCOMPARE(bytesOf(store), before);
        QFile::setPermissions(folder, QFileDevice::Permissions(0x7755));
    }

    void columnsOfTablesAreSaid()
    {
        const QString table = path("riddle.csv");
        QByteArray rows = "F1;F2;F3\n";
        for (int n = 0; n < 4; ++n)
            rows += QByteArray::number(n) + ";Envoy number " + QByteArray::number(n) + ";" +
                    "Norland recalled its envoy from Sudria.\n";
        writeFile(table, rows);
        const QString store = path("columns.demarche");
        const Outcome refused = import(store, table);
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.errors.value(0).contains(u"a table whose columns are not known"));
        const auto mapped = [&](const QString &map) {
            return program::run({u"import"_s, u"--store"_s, store, u"--map"_s, map, table});
        };
        isOneLine({mapped(u"colour=2"_s).status, {}, {mapped(u"colour=2"_s).errors.value(0)}}, 2,
                  "colour: is no field"_L1);
        QCOMPARE(mapped(u"title=F2,text=3"_s).status, 0);
        QCOMPARE(storedIn(store), 4);
        const Outcome exported = program::run({u"export"_s, u"--store"_s, store, u"--what"_s, u"articles"_s});
        QVERIFY(exported.out.contains("Envoy number 3"));
    }

    /// A limit on the size of files stands for the full disk: writing fails in the middle.
    void aFullDiskLosesNothing()
    {
        const QString many = path("many");
        for (int n = 0; n < 300; ++n)
            writeFile(many + u"/%1.txt"_s.arg(n), report(n) + QByteArray("Words follow. ").repeated(200));
        const auto limited = [](rlim_t bytes) {
            return [bytes] {
                const rlimit limit{bytes, bytes};
                std::signal(SIGXFSZ, SIG_IGN);
                setrlimit(RLIMIT_FSIZE, &limit);
            };
        };
        const QString full = path("full.demarche");
        QCOMPARE(import(full, m_articles).status, 0);
        isOneLine(import(full, many, limited(400'000)), 1, "what was stored before is safe"_L1);
        QCOMPARE(check(full).status, 0);
        QVERIFY(storedIn(full) >= 12);
        QCOMPARE(import(full, many).status, 0);
        QCOMPARE(storedIn(full), 312);

        const QString copy = path("half.demarche");
        const Outcome failed =
            program::run({u"backup"_s, u"--store"_s, full, u"--out"_s, copy}, {}, limited(100'000));
        isOneLine(failed, 1, "no copy was made"_L1);
        QVERIFY(!QFile::exists(copy));
        QVERIFY(files().filter(u".part"_s).isEmpty());
    }

    void severalProcessesAtOnce()
    {
        const QString shared = path("shared.demarche");
        std::array<QProcess, 3> importers;
        for (int i = 0; i < 3; ++i) {
            const QString folder = path("from") + QString::number(i);
            for (int n = 0; n < 20; ++n)
                writeFile(folder + u"/%1.txt"_s.arg(n), report(1000 + i * 15 + n)); // some in two folders
            importers[size_t(i)].start(QStringLiteral(DEMARCHE_PROGRAM),
                                       {u"import"_s, u"--store"_s, shared, folder});
        }
        for (QProcess &importer : importers) {
            QVERIFY(importer.waitForFinished(120'000));
            QVERIFY2(importer.exitCode() == 0, importer.readAllStandardError().constData());
        }
        QCOMPARE(storedIn(shared), 50);
        QCOMPARE(check(shared).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestStoreCommands)
#include "tst_storecommands.moc"
