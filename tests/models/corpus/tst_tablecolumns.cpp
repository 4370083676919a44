#include "madearchives.h"
#include "madefiles.h"
#include "models/corpus/files.h"
#include "models/corpus/import.h"
#include "models/corpus/readers/csv.h"
#include "models/corpus/rereading.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

const QString russian = QStringLiteral("Посол покинул столицу после того, как переговоры сорвались.");

/// A table whose header tells nothing; its second column holds the text, its third the title.
QByteArray riddle(const QByteArray &text, int rows = 7)
{
    QByteArray table = "F1;F2;F3\n";
    for (int n = 1; n <= rows; ++n) {
        const QByteArray number = QByteArray::number(n);
        table += "x" + number + ";" + text + " " + number + ".;Envoy " + number + "\n";
    }
    return table;
}

QByteArray inKoi8(const QString &text)
{
    QStringEncoder encoder("KOI8-R");
    return encoder.encode(text);
}

analysis::Analysis analysed(const Article &article)
{
    analysis::Analysis found;
    found.published = article.published;
    return found;
}

const csv::ColumnMap said = *csv::ColumnMap::parsed({u"text=F2"_s, u"title=3"_s});

} // namespace

/// What was said of a table's columns is kept with it, and reaches the tables in archives.
class TestTableColumns : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_store;
    QString m_file;

    ImportReport import(const csv::TableColumns &columns = {})
    {
        Input input{m_file, {}, {}, 0};
        input.columns = columns;
        const Result<ImportReport> report = importInputs(
            m_store, {input}, 1, {.analyze = analysed, .progress = {}, .problem = {}, .stored = {}});
        return report ? *report : ImportReport{};
    }

    [[nodiscard]] Store store() const { return *Store::open(m_store); }

private slots:
    void init()
    {
        static int round = 0;
        m_store = m_folder.filePath(u"%1/store"_s.arg(++round));
        m_file = m_folder.filePath(u"%1/made.csv"_s.arg(round));
    }

    void writtenTheyAreTheSame()
    {
        const QStringList written = said.written();
        QCOMPARE(csv::ColumnMap::parsed(written)->written(), written);
        using Columns = std::vector<std::optional<Field>>;
        const Columns wanted{std::nullopt, Field::Text, Field::Title};
        QVERIFY(csv::ColumnMap::parsed(written)->columnsOf({u"F1"_s, u"F2"_s, u"F3"_s}) == wanted);
        for (const Field field : {Field::Text, Field::Title, Field::Uri, Field::Date, Field::Byline,
                                  Field::Publisher, Field::Language, Field::Summary})
            QVERIFY(fieldByName(QString(nameOf(field))) == field);
    }

    void aChangedTableIsReadAsBefore()
    {
        writeFile(m_file, riddle("Norland recalled its envoy"));
        QCOMPARE(import().problems.size(), 1U);
        QCOMPARE(import(said).progress.added, 7);
        QCOMPARE(import().progress.duplicates, 7);
        writeFile(m_file, riddle("Norland recalled its envoy", 9));
        const ImportReport again = import();
        QVERIFY(again.problems.empty());
        QCOMPARE(again.progress.added, 2);
        QCOMPARE(store().articles({})->front().title.left(5), u"Envoy"_s);
    }

    void whatIsSaidLastHolds()
    {
        writeFile(m_file, riddle("Norland recalled its envoy"));
        static_cast<void>(import(said));
        static_cast<void>(import(*csv::ColumnMap::parsed({u"text=2"_s})));
        QCOMPARE(store().columnsIn(m_file)->value(m_file), QStringList{u"text=2"_s});
    }

    void anotherEncodingKeepsThem_data()
    {
        QTest::addColumn<bool>("isZip");
        QTest::newRow("file") << false;
        QTest::newRow("archive") << true;
    }
    void anotherEncodingKeepsThem()
    {
        QFETCH(bool, isZip);
        const QByteArray table = riddle(inKoi8(russian));
        writeFile(m_file, isZip ? zipped({{"a/one.csv", table}}) : table);
        QCOMPARE(import(said).progress.added, 7);
        Store open = store();
        const Correctable before = *open.correctable(3);
        Corrections corrections;
        corrections.encoding = u"KOI8-R"_s;
        const Result<Correctable> now = withCorrections(before, corrections);
        QVERIFY2(now.has_value(), now ? "" : qPrintable(now.error().line()));
        QCOMPARE(now->reread->text, russian + u" 3."_s);
        QCOMPARE(now->reread->title, u"Envoy 3"_s);
    }

    void eachTableOfAnArchiveHasItsOwn()
    {
        const QByteArray turned = QByteArray(riddle("Sudria answered")).replace("F1;F2;F3", "G1;G2;G3");
        writeFile(m_file, zipped({{"one.csv", riddle("Norland recalled its envoy")}, {"b/two.csv", turned}}));
        const ImportReport first = import();
        QCOMPARE(first.problems.size(), 2U);
        QCOMPARE(first.problems[1].where, m_file + u"/b/two.csv"_s);
        QCOMPARE(fileOf(first.problems[1].where), m_file);
        csv::TableColumns columns;
        columns.set(first.problems[1].where, *csv::ColumnMap::parsed({u"text=3"_s}));
        const ImportReport second = import(columns);
        QCOMPARE(second.problems.size(), 1U);
        QCOMPARE(second.progress.added, 7);
        QCOMPARE(store().article(1)->article.text, u"Envoy 1"_s);
        QCOMPARE(import(said).progress.added, 7);
        QCOMPARE(store().columnsIn(m_file)->size(), 2);
    }

    void firstRowsInsideArchivesAreShown_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("inside");
        const QByteArray table = riddle("Norland", 1);
        QTest::newRow("file") << table << QString();
        QTest::newRow("zip") << zipped({{"x.csv", "a;b\n"}, {"b/two.csv", table}}) << u"/b/two.csv"_s;
        QTest::newRow("zip in zip") << zipped({{"in.zip", zipped({{"t.csv", table}})}}) << u"/in.zip/t.csv"_s;
    }
    void firstRowsInsideArchivesAreShown()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, inside);
        writeFile(m_file, bytes);
        const auto rows = firstRowsOf(m_file + inside);
        QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().line()));
        QCOMPARE(*rows, (std::vector<QStringList>{{u"F1"_s, u"F2"_s, u"F3"_s},
                                                  {u"x1"_s, u"Norland 1."_s, u"Envoy 1"_s}}));
        QVERIFY(!firstRowsOf(m_file + u"/none.csv"_s) || inside.isEmpty());
        QVERIFY(!firstRowsOf(u"/nowhere/none.csv"_s));
    }
};

QTEST_GUILESS_MAIN(TestTableColumns)
#include "tst_tablecolumns.moc"
