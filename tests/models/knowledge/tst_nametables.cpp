#include "models/knowledge/tables.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using knowledge::Tables;

namespace {

/// A small set of tables without a mistake.
const QList<std::pair<QString, QByteArray>> &sound()
{
    static const QList<std::pair<QString, QByteArray>> files{
        {u"states.tsv"_s,
         "iso3\tiso2\tnumeric\tname\tofficial\taliases\tadjective\tpeople\tcapital\tseats\tregion\n"
         "CHL\tCL\t152\tChile\tRepublic of Chile\t\tChilean\tChileans\tSantiago\tLa Moneda\tSouth America\n"
         "DEU\tDE\t276\tGermany\tFederal Republic of "
         "Germany\t\tGerman\tGermans\tBerlin|Bonn@1949..2000\t\tEurope\n"},
        {u"blocs.tsv"_s, "bloc\tmembers\nOAS\tCHL\n"},
        {u"former_states.tsv"_s,
         "code\tname\taliases\tadjective\tpeople\tcapital\tcountry\tfrom\tto\n"
         "DDR\tEast Germany\tGDR\tEast German\tEast Germans\tEast Berlin\tDEU\t1949\t1990-10-02\n"},
        {u"peoples.tsv"_s, "adjective\tpeople\tcountry\nMapuche\tMapuches\tCHL\n"},
        {u"places.tsv"_s, "name\taliases\tcountry\nValparaiso\tValparaíso city\tCHL\n"},
        {u"organisations.tsv"_s, "name\tacronym\taliases\tkind\tcountry\tcode\tfrom\tto\n"
                                 "Organization of American States\tOAS\t\torganization\t\tIGOOAS\t1948\t\n"},
        {u"titles.tsv"_s,
         "name\taliases\trole\ttype\tofficial\tcode\tplural\npresident\t\tpresident\tperson\tyes\tGOV\t\n"},
        {u"given_names.tsv"_s, "gender\tnames\nm\tGabriel\nf\tMichelle\n"},
        {u"holders/chile.tsv"_s, "person\taliases\tgender\tstate\toffice\tfrom\tto\tkind\n"
                                 "Gabriel Boric\t\tm\tCHL\tpresident\t2022-03-11\t\tofficial\n"}};
    return files;
}

void write(const QTemporaryDir &dir, const QString &name, const QByteArray &bytes)
{
    QDir(dir.path()).mkpath(QFileInfo(dir.filePath(name)).path());
    QFile file(dir.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void writeSound(const QTemporaryDir &dir)
{
    for (const auto &[name, bytes] : sound())
        write(dir, name, bytes);
}

} // namespace

class TablesTest : public QObject
{
    Q_OBJECT

private slots:
    void shippedTablesAreSound();
    void smallSet();
    void refuses_data();
    void refuses();
    void compiledFormSaysTheSame();
    void damagedFormIsRefused();
};

void TablesTest::shippedTablesAreSound()
{
    const auto tables = knowledge::readTables(QStringLiteral(DEMARCHE_SOURCE "/resources/knowledge"));
    QVERIFY2(tables.has_value(), tables ? "" : qPrintable(tables.error().line()));
    QVERIFY(tables->states.size() > 200);
    QVERIFY(tables->places.size() > 1000);
    QVERIFY(tables->organisations.size() > 500);
    QVERIFY(tables->titles.size() > 500);
    QVERIFY(tables->persons.size() > 1000);
}

void TablesTest::smallSet()
{
    const QTemporaryDir dir;
    writeSound(dir);
    const auto tables = knowledge::readTables(dir.path());
    QVERIFY2(tables.has_value(), tables ? "" : qPrintable(tables.error().line()));
    QCOMPARE(tables->states.size(), size_t(2));
    QCOMPARE(tables->states[0].blocs, QStringList{u"OAS"_s});
    QCOMPARE(tables->persons.size(), size_t(1));
    QVERIFY(tables->personsBySurname.contains(u"boric"_s));
}

void TablesTest::refuses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("row"); ///< added to the sound table
    QTest::addColumn<QString>("line");

    QTest::newRow("state twice") << u"states.tsv"_s << QByteArray("CHL\tCL\t152\tChile\t\t\t\t\t\t\t\n")
                                 << u"states.tsv:4: \"CHL\" stands twice"_s;
    QTest::newRow("no ISO code") << u"states.tsv"_s << QByteArray("CHILE\tCL\t152\tChile\t\t\t\t\t\t\t\n")
                                 << u"states.tsv:4: \"CHILE\", \"CL\" are no ISO codes"_s;
    QTest::newRow("doubled alias") << u"states.tsv"_s
                                   << QByteArray("PER\tPE\t604\tPeru\t\tPiru|Piru\t\t\t\t\t\n")
                                   << u"states.tsv:4: \"Piru\" stands twice"_s;
    QTest::newRow("unreadable dates of a name")
        << u"states.tsv"_s << QByteArray("PER\tPE\t604\tPeru\t\tPiru@x..y\t\t\t\t\t\n")
        << u"states.tsv:4: \"Piru@x..y\" has dates that cannot be read"_s;
    QTest::newRow("unknown member") << u"blocs.tsv"_s << QByteArray("EU\tCHL|ATL\n")
                                    << u"blocs.tsv:3: \"ATL\" is no state's code"_s;
    QTest::newRow("member twice") << u"blocs.tsv"_s << QByteArray("EU\tCHL|CHL\n")
                                  << u"blocs.tsv:3: \"CHL\" stands twice"_s;
    QTest::newRow("place of no state") << u"places.tsv"_s << QByteArray("Atlantis\t\tATL\n")
                                       << u"places.tsv:3: \"ATL\" is no state's code"_s;
    QTest::newRow("unknown kind") << u"organisations.tsv"_s << QByteArray("Club\t\t\tcircle\t\t\t\t\n")
                                  << u"organisations.tsv:3: \"circle\" is no kind of organisation"_s;
    QTest::newRow("dates out of order")
        << u"organisations.tsv"_s << QByteArray("Club\t\t\tgroup\t\t\t1999\t1990\n")
        << u"organisations.tsv:3: dates \"1999\" to \"1990\" cannot be read or are out of order"_s;
    QTest::newRow("unknown type of title")
        << u"titles.tsv"_s << QByteArray("jester\t\tjester\tfool\tno\t\t\n")
        << u"titles.tsv:3: \"fool\" is no type of title"_s;
    QTest::newRow("title twice") << u"titles.tsv"_s << QByteArray("chief\tpresident\tchief\tperson\tno\t\t\n")
                                 << u"titles.tsv:3: \"president\" stands twice"_s;
    QTest::newRow("holder of nothing known")
        << u"holders/chile.tsv"_s << QByteArray("A B\t\tm\tATL\tking\t1990\t\tofficial\n")
        << u"holders/chile.tsv:3: \"ATL\" is neither a state's code nor an organisation, place or people of the tables"_s;
    QTest::newRow("holder's gender") << u"holders/chile.tsv"_s
                                     << QByteArray("A B\t\tx\tCHL\tpresident\t1990\t\tofficial\n")
                                     << u"holders/chile.tsv:3: gender is neither m nor f"_s;
    QTest::newRow("given name twice") << u"given_names.tsv"_s << QByteArray("f\tGabriel\n")
                                      << u"given_names.tsv:4: \"Gabriel\" stands twice"_s;
}

void TablesTest::refuses()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, row);
    QFETCH(QString, line);
    const QTemporaryDir dir;
    writeSound(dir);
    const auto table =
        std::find_if(sound().begin(), sound().end(), [&](const auto &f) { return f.first == file; });
    QVERIFY(table != sound().end());
    write(dir, file, table->second + row);
    const auto tables = knowledge::readTables(dir.path());
    QVERIFY(!tables.has_value());
    QCOMPARE(tables.error().line(), dir.path() + u'/' + line);
}

void TablesTest::compiledFormSaysTheSame()
{
    const QTemporaryDir dir;
    writeSound(dir);
    const auto tables = knowledge::readTables(dir.path());
    QVERIFY(tables.has_value());
    const QByteArray bytes = knowledge::pack(*tables);
    const auto unpacked = knowledge::unpack(bytes);
    QVERIFY(unpacked.has_value());
    const Tables &again = *unpacked;
    QCOMPARE(again.states[0].name, u"Chile"_s);
    QCOMPARE(again.persons[0].tenures[0].period.from, QDate(2022, 3, 11));
    const auto before =
        tables->lexicon.find(u"The German and Chilean presidents met in Santiago, not in Bonn.");
    const auto after = again.lexicon.find(u"The German and Chilean presidents met in Santiago, not in Bonn.");
    QCOMPARE(after.size(), before.size());
    QCOMPARE(after.size(), size_t(5));
    for (size_t i = 0; i < before.size(); ++i)
        QCOMPARE(after[i].span, before[i].span);
}

void TablesTest::damagedFormIsRefused()
{
    const QTemporaryDir dir;
    writeSound(dir);
    const auto tables = knowledge::readTables(dir.path());
    QVERIFY(tables.has_value());
    const QByteArray bytes = knowledge::pack(*tables);
    QVERIFY(!knowledge::unpack({}).has_value());
    for (qsizetype length = 0; length < bytes.size(); length += 7)
        QVERIFY(!knowledge::unpack(bytes.left(length)).has_value());
    for (qsizetype at = 0; at < bytes.size(); at += 5) { // whatever is read, nothing is reached outside
        QByteArray bent = bytes;
        bent[at] = char(bent[at] ^ 0x7f);
        if (const auto read = knowledge::unpack(bent))
            QVERIFY(read->lexicon.find(u"The German and Chilean presidents met in Santiago.").size() < 10);
    }
}

QTEST_APPLESS_MAIN(TablesTest)
#include "tst_nametables.moc"
