#include "models/corpus/csv/headers.h"
#include "models/corpus/csv/layout.h"
#include "models/corpus/readers/csv.h"
#include "tests/models/corpus/madefiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

const QByteArray prose =
    "Norland recalled its envoy from Sudria and said that there was nothing more to be said.";

/// Headers that tell nothing, in three columns of which one is prose of the record's own making.
QByteArray riddle(char delimiter)
{
    QByteArray table = "F1_F2_F3_F4";
    for (int n = 1; n < 8; ++n)
        table += "\n" + QByteArray::number(n) + "_x" + QByteArray::number(n) + "_\"" + prose + "\"_Envoy " +
                 QByteArray::number(n);
    return table.replace('_', delimiter) + '\n';
}

struct Read
{
    std::vector<Article> articles;
    QStringList problems;
};

Read read(const QByteArray &bytes, const QStringList &map)
{
    Read all;
    const Sink sink{[&all](Article &&one) { return all.articles.push_back(std::move(one)), true; },
                    [&all](Problem &&one) { all.problems << one.line(); }};
    const Result<csv::ColumnMap> columns = csv::ColumnMap::parsed(map);
    if (const Result<void> done = readSource({u"made.csv"_s, bytes, 0, {}, *columns}, sink); !done)
        all.problems << done.error().line();
    return all;
}

} // namespace

/// What the columns of a table hold, by their headers and by what a person says.
class TestColumns : public QObject
{
    Q_OBJECT

private slots:
    void headersOfManyWords_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<int>("field"); ///< -1 for none
        const auto row = [](const char *header, Field field) {
            QTest::newRow(header) << QString::fromUtf8(header) << int(field);
        };
        row("Article Full Text", Field::Text);
        row("article_body_text", Field::Text);
        row("Texte intégral", Field::Text);
        row("Heading of item", Field::Title);
        row("Titre de l’article", Field::Title);
        row("publication_name", Field::Publisher);
        row("Nom du journal", Field::Publisher);
        row("Name of newspaper", Field::Publisher);
        row("article_publication_date", Field::Date);
        row("Date de publication", Field::Date);
        row("Pub. Date", Field::Date);
        row("PublicationDate", Field::Date);
        row("Source URL", Field::Uri);
        row("URL/Link", Field::Uri);
        row("Author name(s)", Field::Byline);
        for (const char *none : {"word_count", "Article ID", "Text length", "Date of access", "Notes", ""})
            QTest::newRow(*none == '\0' ? "empty" : none) << QString::fromUtf8(none) << -1;
    }
    void headersOfManyWords()
    {
        QFETCH(QString, header);
        const std::optional<Field> found = csv::fieldByHeader(header);
        QTEST(found ? int(*found) : -1, "field");
    }

    void saidColumnsAreRead_data()
    {
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<QStringList>("map");
        for (const char delimiter : {',', ';', '\t', '|'}) {
            QTest::addRow("by header %d", delimiter) << delimiter << QStringList{u"text=f3"_s, u"title=F4"_s};
            QTest::addRow("by number %d", delimiter)
                << delimiter << QStringList{u"Text=3"_s, u"headline=4"_s};
        }
    }
    void saidColumnsAreRead()
    {
        QFETCH(char, delimiter);
        QFETCH(QStringList, map);
        const Read got = read(riddle(delimiter), map);
        QCOMPARE(got.problems, QStringList());
        QCOMPARE(got.articles.size(), 7U);
        QCOMPARE(got.articles[0].text, QString::fromUtf8(prose));
        QCOMPARE(got.articles[0].title, u"Envoy 1"_s);
        QVERIFY(got.articles[0].warnings.isEmpty());
    }

    void aTableWithoutHeaderKeepsItsFirstRow()
    {
        const QByteArray all = riddle(';');
        const Read got = read(all.sliced(all.indexOf('\n') + 1), {u"text=3"_s});
        QCOMPARE(got.articles.size(), 7U);
    }

    void columnsThatAreNotThereAreNotTaken()
    {
        const Read got = read(riddle(';'), {u"text=Body of it"_s});
        QVERIFY(got.articles.empty());
        QCOMPARE(got.problems, QStringList{u"made.csv: "_s + columnsUnknown});
        QVERIFY(read(riddle(';'), {u"text=9"_s}).articles.empty());
    }

    void whatCannotBeSaidIsTold()
    {
        QVERIFY(csv::ColumnMap::parsed({u"colour=2"_s}).error().line().contains(u"is no field"));
        QVERIFY(csv::ColumnMap::parsed({u"text"_s}).error().line().contains(u"FIELD=COLUMN"));
        QVERIFY(csv::ColumnMap::parsed({})->isEmpty());
    }

    /// Other sources of the same import are read as ever.
    void proseIsNoTable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isTable");
        const QByteArray said = "First, second, and third, he said.\n\nOnce, twice, thrice, she said.\n\n"
                                "Here, there, nowhere, they said.\n";
        QTest::newRow("three paragraphs with three commas each") << said << false;
        QTest::newRow("rows") << riddle(',') << true;
        QTest::newRow("bars") << QByteArray("a|b|c\nd|e|f\ng|h|i\n") << true;
        QTest::newRow("uneven") << QByteArray("a|b|c\nd|e\ng|h|i\n") << false;
    }
    void proseIsNoTable()
    {
        QFETCH(QByteArray, bytes);
        QTEST(csv::isTable(bytes), "isTable");
        if (!csv::isTable(bytes) && bytes.contains("said"))
            QCOMPARE(read(bytes, {u"text=9"_s}).articles.size(), 1U);
    }

    void firstRowsAreShown()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"one.csv"_s);
        writeFile(file, "sep=;\nName;Caf\xe9\n1;\"two\nlines\"\n");
        const auto rows = firstRowsOf(file);
        QCOMPARE(*rows, (std::vector<QStringList>{{u"Name"_s, u"Café"_s}, {u"1"_s, u"two\nlines"_s}}));
        QVERIFY(!firstRowsOf(folder.filePath(u"none"_s)));
    }
};

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
