#include "models/knowledge/knowledge.h"
#include "models/knowledge/surnames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using knowledge::Knowledge;
using knowledge::Match;
using knowledge::Sense;

namespace {

const Knowledge &shipped()
{
    return **Knowledge::shipped();
}

/// "state CHL", "place Gaza", … for the first sense of a match that holds on a day.
QString told(const Match &match, QDate day)
{
    for (const Sense &sense : match.senses) {
        if (!sense.holdsOn(day.isValid() ? day.toJulianDay() : 0))
            continue;
        switch (sense.kind) {
        case Sense::Kind::State:
            return u"state "_s + shipped().state(sense).iso3;
        case Sense::Kind::FormerState:
            return u"former "_s + shipped().formerState(sense).name;
        case Sense::Kind::Adjective:
            return u"adjective "_s + shipped().people(sense).country;
        case Sense::Kind::People:
            return u"people "_s + shipped().people(sense).country;
        case Sense::Kind::Seat:
            return u"seat "_s + shipped().state(sense).iso3;
        case Sense::Kind::Place:
            return u"place "_s + shipped().place(sense).country;
        case Sense::Kind::Organisation:
            return u"organisation "_s + shipped().organisation(sense).name;
        case Sense::Kind::Person:
            return u"person "_s + shipped().person(sense).name;
        case Sense::Kind::Title:
            return u"title "_s + shipped().title(sense).role;
        }
    }
    return u"nothing"_s;
}

QDate day(const char *iso)
{
    return QDate::fromString(QLatin1StringView(iso), Qt::ISODate);
}

} // namespace

class KnowledgeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsEveryMember();
    void finds_data();
    void finds();
    void standing_data();
    void standing();
    void holders();
    void surnames_data();
    void surnames();
    void genders();
};

void KnowledgeTest::initTestCase()
{
    const auto loaded = Knowledge::shipped();
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().line()));
}

void KnowledgeTest::knowsEveryMember()
{
    QVERIFY(shipped().states().size() >= 193 + 5);
    for (const char *code : {"TWN", "XKX", "PSE", "VAT", "ESH"})
        QVERIFY2(shipped().state(QString::fromLatin1(code)), code);
    QCOMPARE(shipped().state(u"DEU"_s)->capital, u"Berlin"_s);
    QVERIFY(shipped().state(u"CHL"_s)->blocs.contains(u"OAS"_s));
    QVERIFY(!shipped().state(u"CHL"_s)->blocs.contains(u"EU"_s));
    QCOMPARE(shipped().state(u"ZZZ"_s), nullptr);
}

void KnowledgeTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("on");
    QTest::addColumn<QStringList>("expected");

    const auto row = [](const char *name, const QString &text, QDate on, const QStringList &expected) {
        QTest::newRow(name) << text << on << expected;
    };
    row("acronym, not pronoun", u"The US told us nothing"_s, {}, {u"state USA"_s});
    row("with stops", u"The U.S. ambassador"_s, {}, {u"state USA"_s, u"title ambassador"_s});
    row("a bird", u"They ate turkey in Turkey"_s, {}, {u"state TUR"_s});
    row("longest name", u"Papua New Guinea and Equatorial Guinea and Guinea-Bissau and Guinea"_s, {},
        {u"state PNG"_s, u"state GNQ"_s, u"state GNB"_s, u"state GIN"_s});
    row("two Chinas", u"the Republic of China and the People's Republic of China"_s, {},
        {u"state TWN"_s, u"state CHN"_s});
    row("two Koreas", u"North Korea warned South Korea"_s, {}, {u"state PRK"_s, u"state KOR"_s});
    row("Congo before 1997", u"Congo said"_s, day("1996-08-30"), {u"state COG"_s});
    row("Congo after 1997", u"Congo said"_s, day("2003-02-01"), {u"state COD"_s});
    row("Bonn in its years", u"Bonn said"_s, day("1996-08-30"), {u"seat DEU"_s});
    row("Bonn later", u"Bonn said"_s, day("2023-08-30"), {u"place DEU"_s});
    row("accents make no difference", u"BRASÍLIA, Brasilia, Brasília"_s, {},
        {u"seat BRA"_s, u"seat BRA"_s, u"seat BRA"_s});
    row("possessive", u"Israel's and Colombia’s"_s, {}, {u"state ISR"_s, u"state COL"_s});
    row("a house", u"the Kremlin and the White House"_s, {}, {u"seat RUS"_s, u"seat USA"_s});
    row("former state", u"Zaire and Soviet forces"_s, {},
        {u"former Zaire"_s, u"adjective RUS"_s, u"title troops"_s});
    row("demonyms", u"a Briton, two Filipinos and a Kosovar"_s, {},
        {u"people GBR"_s, u"people PHL"_s, u"adjective XKX"_s});
    row("organisations", u"the IAEA, Médecins Sans Frontières and al-Shabaab"_s, {},
        {u"organisation International Atomic Energy Agency"_s, u"organisation Doctors Without Borders"_s,
         u"organisation al-Shabaab"_s});
    row("title in any case", u"Foreign Minister and foreign minister"_s, {},
        {u"title foreign minister"_s, u"title foreign minister"_s});
    row("regions", u"from Rafah to Darfur"_s, {}, {u"place PSE"_s, u"place SDN"_s});
    row("names do not cross commas", u"in South, Korea and others"_s, {}, {u"state KOR"_s});
    row("nothing", u"A quiet day at the seaside."_s, {}, {});
}

void KnowledgeTest::finds()
{
    QFETCH(QString, text);
    QFETCH(QDate, on);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const Match &match : shipped().find(text))
        found.append(told(match, on));
    QCOMPARE(found, expected);
}

void KnowledgeTest::standing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QDate>("on");
    QTest::addColumn<QString>("expected");

    QTest::newRow("in office") << u"Boris Yeltsin"_s << day("1996-08-30") << u"now president RUS"_s;
    QTest::newRow("another office") << u"Vladimir Putin"_s << day("2009-06-01")
                                    << u"now prime minister RUS"_s;
    QTest::newRow("out of office") << u"Boris Yeltsin"_s << day("2003-01-01") << u"once president RUS"_s;
}

void KnowledgeTest::standing()
{
    QFETCH(QString, name);
    QFETCH(QDate, on);
    QFETCH(QString, expected);
    const auto senses = shipped().lookUp(name);
    QVERIFY(!senses.empty());
    const knowledge::Standing found = knowledge::standing(shipped().person(senses.front()), on);
    QVERIFY(found.tenure);
    const QString when = found.when == knowledge::Standing::When::Current ? u"now"_s : u"once"_s;
    QCOMPARE(u"%1 %2 %3"_s.arg(when, found.tenure->office, found.tenure->country), expected);
}

void KnowledgeTest::holders()
{
    const QList<int> found = shipped().holders(u"CHL"_s, u"president"_s, day("2023-11-01"));
    QCOMPARE(found.size(), 1);
    QCOMPARE(shipped().persons()[size_t(found.first())].name, u"Gabriel Boric"_s);
    QVERIFY(shipped().holders(u"CHL"_s, u"president"_s, QDate()).isEmpty());
    QVERIFY(shipped().holders(u"CHL"_s, u"conductor"_s, day("2023-11-01")).isEmpty());
}

void KnowledgeTest::surnames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("surname");

    QTest::newRow("plain") << u"Gabriel Boric"_s << u"CHL"_s << u"boric"_s;
    QTest::newRow("two surnames") << u"Andrés Manuel López Obrador"_s << u"MEX"_s << u"lopez obrador"_s;
    QTest::newRow("particle") << u"Ursula von der Leyen"_s << u"DEU"_s << u"von der leyen"_s;
    QTest::newRow("Arabic article") << u"Bashar al-Assad"_s << u"SYR"_s << u"assad"_s;
    QTest::newRow("with the article") << u"Bashar al-Assad"_s << u"SYR"_s << u"al assad"_s;
    QTest::newRow("family name first") << u"Xi Jinping"_s << u"CHN"_s << u"xi"_s;
    QTest::newRow("suffix") << u"Ferdinand Marcos Jr."_s << u"PHL"_s << u"marcos"_s;
    QTest::newRow("one word") << u"Suharto"_s << u"IDN"_s << u"suharto"_s;
}

void KnowledgeTest::surnames()
{
    QFETCH(QString, name);
    QFETCH(QString, country);
    QFETCH(QString, surname);
    QVERIFY2(knowledge::surnames(name, country).contains(surname),
             qPrintable(knowledge::surnames(name, country).join(u", "_s)));
}

void KnowledgeTest::genders()
{
    QCOMPARE(shipped().genderOfGivenName(u"Madeleine"), knowledge::Gender::Female);
    QCOMPARE(shipped().genderOfGivenName(u"Viktor"), knowledge::Gender::Male);
    QCOMPARE(shipped().genderOfGivenName(u"Qwx"), knowledge::Gender::Unknown);
}

QTEST_APPLESS_MAIN(KnowledgeTest)
#include "tst_knowledge.moc"
