#include "program.h"
#include "tests/models/corpus/madefiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using demarche::corpus::writeFile;
using program::Outcome;
using program::report;

namespace {

QJsonArray records(const QByteArray &lines)
{
    QJsonArray all;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            all.append(QJsonDocument::fromJson(line).object());
    }
    return all;
}

} // namespace

/// The program from outside: outputs, exit statuses and messages of CONTRACT.
class TestCommands : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_articles;

    QString store(const char *name) { return m_folder.filePath(QString::fromLatin1(name)); }

    static qint64 storedIn(const QString &file)
    {
        return program::run(
                   {u"export"_s, u"--store"_s, file, u"--what"_s, u"articles"_s, u"--format"_s, u"jsonl"_s})
            .out.count('\n');
    }

    static QString integrityOf(const QString &file)
    {
        QString answer;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"check"_s);
            database.setDatabaseName(file);
            if (database.open()) {
                QSqlQuery query(u"PRAGMA integrity_check"_s, database);
                answer = query.next() ? query.value(0).toString() : QString();
            }
        }
        QSqlDatabase::removeDatabase(u"check"_s);
        return answer;
    }

private slots:
    void parseReadsTextsOnly_data();
    void parseReadsTextsOnly();
    void initTestCase()
    {
        m_articles = m_folder.filePath(u"articles"_s);
        for (int n = 0; n < 24; ++n)
            writeFile(m_articles + u"/%1.txt"_s.arg(n), report(n));
    }

    void wrongUsageIsOneLineAndTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *line) {
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
        };
        row("analyse x");
        row("analyze");
        row("analyze --no-such-option x");
        row("analyze --format brief x");
        row("analyze --jobs none x");
        row("analyze --jobs 0 x");
        row("analyze --published yesterday x");
        row("import x");
        row("import --store s");
        row("export --what quotes");
        row("export --store s");
        row("export --store s --what all");
        row("export --store s --what quotes --country Chile");
        row("export --store s --what quotes --from then");
        row("--no-such-option");
        row("export --what quotes --store postgresql://host/db");
        row("export --store s --what quotes --from 2024-02-01 --to 2024-01-01");
        row("export --store s --what articles --kind person");
        row("export --store s --what actors --kind direct");
        row("export --store s --what quotes --kind SANCTION");
        row("export --store s --what actions --kind 9999");
        row("export --store s --what stances --kind person");
        row("export --store s --what quotes more");
        row("export --store s --what quotes --search %");
        row("backup");
        row("backup --out x");
        row("backup --store s");
        row("backup --store s --out x y");
        row("check");
        row("check --store s x");
        row("parse");
        row("train");
        row("eval");
#ifdef DEMARCHE_GUI
        row("chart map");
        row("chart --store s --out x.png");
        row("chart globe --store s --out x.png");
        row("chart map --store s --out x.bmp");
        row("chart map --store s --out x.png --size large");
        row("chart map --store s --out x.png --size 1600");
        row("chart map --store s --out x.png --size 1600x900x2");
        row("chart map --store s --out x.png --size -5x900");
        row("chart map --store s --out x.png --size 999999x999999");
        row("chart map --store s --out x.png --size 9000x9000 --scale 10");
        row("chart map --store s --out x.png --scale none");
        row("chart map --store s --out x.png --kind person");
        row("chart map --store s --out x.png --from 2024-02-01 --to 2024-01-01");
#endif
    }
    void wrongUsageIsOneLineAndTwo()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = program::run(arguments);
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.errors.size(), 1);
        QVERIFY(outcome.errors[0].startsWith(u"demarche: "));
        QVERIFY(outcome.out.isEmpty());
    }

    void helpAndVersion()
    {
        for (const QString &command : {u"analyze"_s, u"import"_s, u"export"_s, u"backup"_s, u"check"_s,
                                       u"parse"_s, u"eval"_s, u"train"_s}) {
            const Outcome outcome = program::run({command, u"-h"_s});
            QCOMPARE(outcome.status, 0);
            QVERIFY(outcome.out.contains("demarche " + command.toLatin1()));
        }
        QVERIFY(program::run({u"--help"_s}).out.contains("analyze"));
        QVERIFY(program::run({u"--version"_s}).out.startsWith("demarche "));
    }

    void analyzePrintsInOrderOfInput()
    {
        const Outcome outcome = program::run({u"analyze"_s, u"--jobs"_s, u"4"_s, m_articles});
        QCOMPARE(outcome.status, 0);
        const QJsonArray all = records(outcome.out);
        QCOMPARE(all.size(), 24);
        for (int n = 0; n < 24; ++n)
            QCOMPARE(all[n]["uri"_L1].toString(), m_articles + u"/%1.txt"_s.arg(n));
        QCOMPARE(all[3]["title"_L1].toString(), u"Chile recalls ambassador"_s);
        QCOMPARE(all[3]["published"_L1]["date"_L1].toString(), u"2024-03-04"_s);
        QCOMPARE(all[3]["published"_L1]["basis"_L1].toString(), u"metadata"_s);
        QVERIFY(all[3]["text"_L1].toString().startsWith(u"Chile recalled"));
        QCOMPARE(program::run({u"analyze"_s, u"--jobs"_s, u"1"_s, m_articles}).out, outcome.out);
    }

    void publishedOption()
    {
        const Outcome outcome =
            program::run({u"analyze"_s, u"--published"_s, u"2020-02-29"_s, m_articles + u"/3.txt"_s});
        const QJsonValue published = records(outcome.out)[0]["published"_L1];
        QCOMPARE(published["date"_L1].toString(), u"2020-02-29"_s);
        QCOMPARE(published["basis"_L1].toString(), u"option"_s);
    }

    void standardInput()
    {
        const Outcome outcome = program::run({u"analyze"_s, u"-"_s}, report(1));
        QCOMPARE(outcome.status, 0);
        QCOMPARE(records(outcome.out)[0]["uri"_L1].toString(), u"-"_s);
    }

    void whatCannotBeReadIsNamedAndTheRestDone()
    {
        const QString folder = m_folder.filePath(u"mixed"_s);
        writeFile(folder + u"/a.txt"_s, report(1));
        writeFile(folder + u"/b_empty.txt"_s, "");
        writeFile(folder + u"/c_noise.txt"_s, QByteArray(100, '\0'));
        writeFile(folder + u"/d.txt"_s, report(2));
        const Outcome outcome = program::run({u"analyze"_s, folder, u"no_such_file"_s});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(records(outcome.out).size(), 2);
        QCOMPARE(outcome.errors.size(), 3);
        QVERIFY(outcome.errors[0].contains(u"no_such_file: "));
        QVERIFY(outcome.errors[1].contains(u"b_empty.txt: "));
        QVERIFY(outcome.errors[2].contains(u"c_noise.txt: "));
    }

    void csvHasOneHeader()
    {
        const Outcome outcome = program::run(
            {u"analyze"_s, u"--format"_s, u"csv"_s, m_articles + u"/1.txt"_s, m_articles + u"/2.txt"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out.count("uri,"), 1);
        QVERIFY(outcome.out.contains("\r\n"));
    }

    void otherLanguagesAreKeptAndSaidToBeUnanalysed()
    {
        const QString file = m_folder.filePath(u"languages/visite.txt"_s);
        writeFile(
            file,
            "La visite\nThe Harbour Post, 2024-03-01\n\nLe ministre des affaires étrangères s’est rendu à "
            "Oslo, "
            "où il a rencontré son homologue pour parler de la paix et des sanctions contre le pays.\n");
        const QJsonValue record = records(program::run({u"analyze"_s, file}).out)[0];
        QCOMPARE(record["language"_L1].toString(), u"fr"_s);
        QCOMPARE(record["language_basis"_L1].toString(), u"text"_s);
        QCOMPARE(record["encoding"_L1].toString(), u"UTF-8"_s);
        QVERIFY(record["actors"_L1].toArray().isEmpty());
        QVERIFY(record["warnings"_L1].toArray()[0].toString().contains(u"in French, which is not analysed"));
        const QString stored = store("languages.demarche");
        QCOMPARE(program::run({u"import"_s, u"--store"_s, stored, file}).status, 0);
        const QStringList found{u"export"_s,   u"--store"_s,  stored,     u"--what"_s,
                                u"articles"_s, u"--format"_s, u"jsonl"_s, u"--search"_s};
        QCOMPARE(program::run(found + QStringList{u"language:french etrangeres"_s}).out.count('\n'), 1);
        const Outcome noted = program::run(found + QStringList{u"country:Atlantis"_s});
        QCOMPARE(noted.status, 0);
        QVERIFY(noted.errors.join(u' ').contains(u"names no state"));
    }

    void kindsOfEachTable()
    {
        const QString file = store("kinds");
        QCOMPARE(program::run({u"import"_s, u"--store"_s, file, m_articles + u"/7.txt"_s}).status, 0);
        const auto rows = [&](const QString &what, const QStringList &kinds) {
            QStringList arguments{u"export"_s, u"--store"_s, file, u"--what"_s, what};
            for (const QString &kind : kinds)
                arguments << u"--kind"_s << kind;
            const Outcome outcome = program::run(arguments);
            return outcome.status == 0 ? outcome.out.count("\r\n") - 1 : -1;
        };
        for (const auto &[what, parts] :
             {std::pair{u"actors"_s,
                        QStringList{u"person"_s, u"country"_s, u"organization"_s, u"group"_s, u"place"_s}},
              std::pair{u"quotes"_s, QStringList{u"direct"_s, u"mixed"_s, u"indirect"_s}}}) {
            qsizetype sum = 0;
            for (const QString &kind : parts)
                sum += rows(what, {kind});
            QCOMPARE(sum, rows(what, {}));
            QVERIFY(sum > 0);
        }
        QVERIFY(rows(u"actions"_s, {u"sanction"_s}) > 0);
        QCOMPARE(rows(u"actions"_s, {u"16"_s}), rows(u"actions"_s, {u"SANCTION"_s}));
        QCOMPARE(rows(u"actions"_s, {u"ASSAULT"_s}), 0);
        QVERIFY(rows(u"stances"_s, {u"action"_s}) > 0);
    }

    void importTwiceAddsNothing()
    {
        const QString file = store("twice");
        QCOMPARE(program::run({u"import"_s, u"--store"_s, file, m_articles}).status, 0);
        QCOMPARE(storedIn(file), 24);
        const Outcome again = program::run({u"import"_s, u"--store"_s, file, m_articles});
        QCOMPARE(again.status, 0);
        QVERIFY(again.errors.join(u' ').contains(u"0 added"));
        QCOMPARE(storedIn(file), 24);
    }

    void exportsWhatWasAnalysed()
    {
        const QString file = store("exported");
        QCOMPARE(
            program::run({u"import"_s, u"--store"_s, file, u"--jobs"_s, u"1"_s, m_articles + u"/7.txt"_s})
                .status,
            0);
        const QStringList base{u"export"_s, u"--store"_s, file, u"--what"_s};
        // The record of `analyze` and the number of its story.
        QCOMPARE(program::run(base + QStringList{u"articles"_s, u"--format"_s, u"jsonl"_s}).out,
                 program::run({u"analyze"_s, m_articles + u"/7.txt"_s}).out.chopped(2) +
                     ",\"story_id\":1}\n");
        for (const QString &what : {u"articles"_s, u"actors"_s, u"quotes"_s, u"actions"_s, u"stances"_s}) {
            const Outcome csv = program::run(base + QStringList{what});
            const Outcome jsonl = program::run(base + QStringList{what, u"--format"_s, u"jsonl"_s});
            QCOMPARE(csv.status, 0);
            QCOMPARE(jsonl.status, 0);
            QVERIFY(csv.out.count("\r\n") >= 1);
            if (what != u"articles")
                QCOMPARE(csv.out.count("\r\n") - 1, jsonl.out.count('\n'));
        }
        QCOMPARE(program::run(base + QStringList{u"quotes"_s, u"--search"_s, u"zebra"_s}).out.count("\r\n"),
                 1);
        QCOMPARE(
            program::run(base + QStringList{u"quotes"_s, u"--from"_s, u"2030-01-01"_s}).out.count("\r\n"), 1);
        QCOMPARE(program::run({u"export"_s, u"--store"_s, store("absent"), u"--what"_s, u"quotes"_s}).status,
                 1);
        QVERIFY(!QFile::exists(store("absent")));
    }

    /// A process killed at any moment leaves a store that is sound, and the next run completes it.
    void killedImportsContinue()
    {
        const QString file = store("killed");
        const QString many = m_folder.filePath(u"many"_s);
        for (int n = 0; n < 400; ++n)
            writeFile(many + u"/%1.txt"_s.arg(n),
                      report(n) + "Word" + QByteArray::number(n * 7919) + " follows.\n");
        QRandomGenerator random(5);
        for (int round = 0; round < 6; ++round) {
            QProcess process;
            process.start(QStringLiteral(DEMARCHE_PROGRAM), {u"import"_s, u"--store"_s, file, many});
            QVERIFY(process.waitForStarted());
            process.waitForFinished(30 + random.bounded(400));
            process.kill();
            process.waitForFinished();
            if (QFile::exists(file))
                QCOMPARE(integrityOf(file), u"ok"_s);
        }
        QCOMPARE(program::run({u"import"_s, u"--store"_s, file, many}).status, 0);
        QCOMPARE(storedIn(file), 400);
    }
};

void TestCommands::parseReadsTextsOnly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("tokenized");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("lines");
    QTest::addColumn<QString>("error");
    QByteArray noise;
    QRandomGenerator random(3);
    for (int i = 0; i < 50'000; ++i)
        noise.append(char(random.bounded(256)));
    QTest::newRow("empty") << QByteArray() << false << 0 << 0 << QString();
    QTest::newRow("empty, tokenized") << QByteArray() << true << 0 << 0 << QString();
    QTest::newRow("blanks") << QByteArray(" \n\t\n") << false << 0 << 0 << QString();
    QTest::newRow("noise") << noise << false << 1 << 0 << u"-: not a text: the file is binary"_s;
    QTest::newRow("noise, tokenized") << noise << true << 1 << 0 << u"-: not a text: the file is binary"_s;
    QTest::newRow("zero bytes") << QByteArray(5000, '\0') << false << 1 << 0
                                << u"-: not a text: the file is binary"_s;
    QTest::newRow("text, not CoNLL-U")
        << QByteArray("He left.\n") << true << 1 << 0 << u"-: line 1 has 1 columns, CoNLL-U has ten"_s;
    QTest::newRow("text") << QByteArray("He left.\n") << false << 0 << 5 << QString();
    QTest::newRow("UTF-16") << QByteArray("\xff\xfeH\0e\0 \0l\0e\0f\0t\0.\0", 18) << false << 0 << 5
                            << QString();
}

void TestCommands::parseReadsTextsOnly()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, tokenized);
    QStringList arguments{u"parse"_s, u"-"_s};
    if (tokenized)
        arguments.insert(1, u"--tokenized"_s);
    const Outcome outcome = program::run(arguments, bytes);
    QTEST(outcome.status, "status");
    QTEST(int(outcome.out.count('\n')), "lines");
    QFETCH(QString, error);
    QCOMPARE(outcome.errors.size(), error.isEmpty() ? 0 : 1);
    if (!error.isEmpty())
        QVERIFY2(outcome.errors.constFirst().endsWith(error), qPrintable(outcome.errors.constFirst()));
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
