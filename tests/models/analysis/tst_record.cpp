#include "models/analysis/codepoints.h"
#include "models/analysis/order.h"
#include "models/analysis/record.h"
#include "models/analysis/rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace demarche;
using namespace demarche::analysis;
using namespace Qt::StringLiterals;

namespace {

Span place(const QString &text, const QString &words)
{
    const qsizetype at = text.indexOf(words);
    return {at, at + words.size()};
}

/// An article with one finding of each kind, and characters beyond the basic plane before all of them.
Record example()
{
    Record r;
    r.article.uri = u"a/1.txt"_s;
    r.article.title = u"𝔊reetings"_s;
    r.article.byline = {u"A. Writer"_s};
    r.article.publisher = u"The “Daily” Test"_s;
    r.article.text =
        u"🕊️ Freedonia said Sylvania was \"a good 𝒷 neighbour\".\nFreedonia recalled its envoy."_s;
    r.article.published = {QDate(2024, 2, 29), DateBasis::Metadata};
    const QString &text = r.article.text;
    Analysis &a = r.analysis;
    a.published = r.article.published;
    a.sentences = {{0, text.indexOf(u'\n')}, {text.indexOf(u'\n') + 1, text.size()}};
    a.actors = {
        {u"Freedonia"_s,
         ActorKind::Country,
         u"FRE"_s,
         {},
         true,
         u"FREGOV"_s,
         {{place(text, u"Freedonia"_s), MentionForm::Name, -1}}},
        {u"Sylvania"_s,
         ActorKind::Country,
         {},
         {},
         false,
         {},
         {{place(text, u"Sylvania"_s), MentionForm::Name, -1}}},
    };
    Quote q;
    q.span = place(text, u"a good 𝒷 neighbour"_s);
    q.content = place(text, u"Sylvania was \"a good 𝒷 neighbour\""_s);
    q.kind = QuoteKind::Mixed;
    q.speaker = 0;
    q.cue = place(text, u"said"_s);
    q.about = {1};
    q.polarity = 0.5;
    a.quotes = {q};
    Action e;
    e.span = place(text, u"Freedonia recalled its envoy"_s);
    e.trigger = place(text, u"recalled"_s);
    e.source = {0};
    e.target = {1};
    e.cameo = u"161"_s;
    e.plover = u"SANCTION"_s;
    e.goldstein = -4;
    e.realis = Realis::Future;
    e.date = DateRange{QDate(2024, 2, 27), QDate(2024, 2, 28), u"this week"_s};
    a.actions = {e};
    a.evidence = {{Evidence::Kind::Quote, 0, u"FRE"_s, u"SYL"_s, 5, 0.5, QDate(2024, 2, 29)},
                  {Evidence::Kind::Action, 0, u"FRE"_s, u"SYL"_s, -4, 1, QDate(2024, 2, 27)}};
    a.stances = {{u"FRE"_s, u"SYL"_s, -1.5, {0, 1}}};
    a.warnings = {u"a warning"_s};
    return r;
}

QString at(const QJsonObject &record, const QJsonValue &start, const QJsonValue &end)
{
    const QList<uint> points = record["text"_L1].toString().toUcs4();
    const auto begin = start.toInt();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.data()) + begin, end.toInt() - begin);
}

} // namespace

class TestRecord : public QObject
{
    Q_OBJECT

private slots:
    void codePoints_data();
    void codePoints();
    void offsetsCountCodePoints();
    void contractMembers();
    void roundTrip();
    void loneSurrogatesKeepTheCount();
    void refuses_data();
    void refuses();
    void stanceLabels_data();
    void stanceLabels();
    void cells_data();
    void cells();
    void rowsHaveAllColumns();
    void textOrder();
};

void TestRecord::codePoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("basic plane only") << u"Démarche – ok"_s;
    QTest::newRow("pairs at both ends") << u"🕊 peace 🕊"_s;
    QTest::newRow("pairs side by side") << u"a🕊🕊𝒷b"_s;
    QTest::newRow("lone surrogates") << (u"a"_s + QChar(0xd800) + u"b"_s + QChar(0xdc00) + u"🕊c"_s);
}

void TestRecord::codePoints()
{
    QFETCH(QString, text);
    const CodePoints points(text);
    qsizetype expected = 0;
    for (qsizetype unit = 0; unit <= text.size(); ++unit) {
        const bool inside =
            unit > 0 && unit < text.size() && text[unit].isLowSurrogate() && text[unit - 1].isHighSurrogate();
        if (inside)
            continue;
        QCOMPARE(points.fromUnit(unit), expected);
        QCOMPARE(points.toUnit(expected), unit);
        ++expected;
    }
}

void TestRecord::offsetsCountCodePoints()
{
    const Record r = example();
    const QJsonObject o = QJsonDocument::fromJson(record(r.article, r.analysis)).object();
    const QJsonObject quote = o["quotes"_L1][0].toObject();
    QCOMPARE(at(o, quote["start"_L1], quote["end"_L1]), u"a good 𝒷 neighbour"_s);
    QCOMPARE(quote["text"_L1].toString(), u"a good 𝒷 neighbour"_s);
    QCOMPARE(at(o, quote["cue"_L1]["start"_L1], quote["cue"_L1]["end"_L1]), u"said"_s);
    const QJsonObject mention = o["actors"_L1][1]["mentions"_L1][0].toObject();
    QCOMPARE(at(o, mention["start"_L1], mention["end"_L1]), u"Sylvania"_s);
    QCOMPARE(at(o, o["sentences"_L1][1][0], o["sentences"_L1][1][1]), u"Freedonia recalled its envoy."_s);
}

void TestRecord::contractMembers()
{
    const Record r = example();
    const QByteArray line = record(r.article, r.analysis);
    QVERIFY(!line.contains('\n'));
    const QJsonObject o = QJsonDocument::fromJson(line).object();
    QCOMPARE(o["schema"_L1].toString(), u"demarche/1"_s);
    QCOMPARE(o["published"_L1].toObject(),
             (QJsonObject{{u"date"_s, u"2024-02-29"_s}, {u"basis"_s, u"metadata"_s}}));
    QVERIFY(o["actors"_L1][1]["country"_L1].isNull());
    QCOMPARE(o["actors"_L1][0]["code"_L1].toString(), u"FREGOV"_s);
    QCOMPARE(o["quotes"_L1][0]["speaker"_L1].toString(), u"a1"_s);
    QCOMPARE(o["quotes"_L1][0]["kind"_L1].toString(), u"mixed"_s);
    QCOMPARE(o["quotes"_L1][0]["about"_L1].toArray(), QJsonArray{u"a2"_s});
    const QJsonObject action = o["actions"_L1][0].toObject();
    QCOMPARE(action["date"_L1]["end"_L1].toString(), u"2024-02-28"_s);
    QCOMPARE(action["goldstein"_L1].toDouble(), -4.0);
    QCOMPARE(action["realis"_L1].toString(), u"future"_s);
    QVERIFY(!action["label"_L1].toString().isEmpty());
    QVERIFY(action["quote"_L1].isNull());
    QCOMPARE(o["stances"_L1][0]["evidence"_L1].toArray(), (QJsonArray{u"q1"_s, u"e1"_s}));
    QCOMPARE(o["stances"_L1][0]["label"_L1].toString(), u"critical"_s);
    QCOMPARE(o["warnings"_L1].toArray(), QJsonArray{u"a warning"_s});
}

void TestRecord::roundTrip()
{
    const Record r = example();
    const QByteArray line = record(r.article, r.analysis);
    const Result<Record> back = readRecord(line);
    QVERIFY2(back, qPrintable(back ? QString() : back.error().line()));
    QCOMPARE(back->article.text, r.article.text);
    QCOMPARE(back->analysis.quotes[0].span, r.analysis.quotes[0].span);
    QCOMPARE(back->analysis.stances[0].evidence, r.analysis.stances[0].evidence);
    QCOMPARE(record(back->article, back->analysis), line);
}

void TestRecord::loneSurrogatesKeepTheCount()
{
    Record r;
    r.article.text = u"a"_s + QChar(0xd800) + u"b"_s;
    r.analysis.sentences = {{2, 3}};
    const QJsonObject o = QJsonDocument::fromJson(record(r.article, r.analysis)).object();
    QCOMPARE(at(o, o["sentences"_L1][0][0], o["sentences"_L1][0][1]), u"b"_s);
}

void TestRecord::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("what");
    const QByteArray head = R"({"schema":"demarche/1","text":"Hello",)";
    QTest::newRow("no JSON") << QByteArray("{") << u"unterminated object"_s;
    QTest::newRow("no object") << QByteArray("[1]") << u"no JSON object"_s;
    QTest::newRow("another schema") << QByteArray(R"({"schema":"x/9"})") << u"not a demarche/1 record"_s;
    QTest::newRow("span past the end") << head + R"("sentences":[[0,6]]})" << u"outside the text"_s;
    QTest::newRow("span backwards") << head + R"("sentences":[[3,1]]})" << u"outside the text"_s;
    QTest::newRow("huge span") << head + R"("sentences":[[0,9223372036854775807]]})" << u"outside the text"_s;
    QTest::newRow("unknown speaker") << head + R"("quotes":[{"id":"q1","start":0,"end":1,"speaker":"a9"}]})"
                                     << u"“a9”"_s;
    QTest::newRow("doubled id") << head + R"("actors":[{"id":"a1"},{"id":"a1"}]})" << u"same id"_s;
}

void TestRecord::refuses()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, what);
    const Result<Record> read = readRecord(line);
    QVERIFY(!read);
    QVERIFY2(read.error().line().contains(what), qPrintable(read.error().line()));
}

void TestRecord::stanceLabels_data()
{
    QTest::addColumn<double>("score");
    QTest::addColumn<QString>("label");
    QTest::newRow("lowest") << -10.0 << u"hostile"_s;
    QTest::newRow("minus five") << -5.0 << u"hostile"_s;
    QTest::newRow("minus two") << -2.0 << u"critical"_s;
    QTest::newRow("nought") << 0.0 << u"mixed"_s;
    QTest::newRow("one") << 1.0 << u"favourable"_s;
    QTest::newRow("highest") << 10.0 << u"supportive"_s;
}

void TestRecord::stanceLabels()
{
    QFETCH(double, score);
    QTEST(QString(stanceLabel(score)), "label");
}

void TestRecord::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"Bonn"_s << QByteArray("Bonn");
    QTest::newRow("comma") << u"a, b"_s << QByteArray("\"a, b\"");
    QTest::newRow("quote") << u"a \"b\""_s << QByteArray("\"a \"\"b\"\"\"");
    QTest::newRow("line end") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("formula with comma") << u"@SUM(1,2)"_s << QByteArray("\"'@SUM(1,2)\"");
}

void TestRecord::cells()
{
    QFETCH(QString, text);
    QTEST(csvCell(text), "cell");
}

void TestRecord::rowsHaveAllColumns()
{
    const Record r = example();
    const qsizetype commas = findingColumns().count(',');
    const QList<QByteArray> lines = findingRows(r.article, r.analysis).trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    for (const QByteArray &line : lines)
        QCOMPARE(line.count(','), commas);
    QVERIFY(lines[0].startsWith("a/1.txt,2024-02-29,actor,a1,3,12,Freedonia,country,"));
    QVERIFY(lines[4].contains("stance") && lines[4].contains("q1 e1"));
}

void TestRecord::textOrder()
{
    Analysis a;
    a.actors.resize(3);
    a.actors[0].name = u"later"_s;
    a.actors[0].mentions = {{{50, 55}}, {{20, 25}}};
    a.actors[1].name = u"never named"_s;
    a.actors[2].name = u"first"_s;
    a.actors[2].mentions = {{{0, 5}}};
    a.quotes.resize(2);
    a.quotes[0].span = {60, 70};
    a.quotes[0].speaker = 0;
    a.quotes[0].about = {1, 2};
    a.quotes[1].span = {10, 15};
    a.quotes[1].speaker = 1;
    a.evidence = {{Evidence::Kind::Quote, 0, u"AAA"_s, u"BBB"_s, 1, 1, {}},
                  {Evidence::Kind::Quote, 1, u"CCC"_s, u"BBB"_s, 1, 1, {}}};
    a.stances = {{u"AAA"_s, u"BBB"_s, 1, {0}}, {u"CCC"_s, u"BBB"_s, 1, {1}}};
    putInTextOrder(a);
    QCOMPARE(a.actors.size(), size_t(2));
    QCOMPARE(a.actors[0].name, u"first"_s);
    QCOMPARE(a.actors[1].mentions[0].span, (Span{20, 25}));
    QCOMPARE(a.quotes[0].speaker, -1);
    QCOMPARE(a.quotes[1].speaker, 1);
    QCOMPARE(a.quotes[1].about, std::vector<int>{0});
    QCOMPARE(a.evidence[0].country, u"CCC"_s);
    QCOMPARE(a.evidence[0].finding, 0);
    QCOMPARE(a.stances[0].country, u"CCC"_s);
    QCOMPARE(a.stances[0].evidence, std::vector<int>{0});
}

QTEST_APPLESS_MAIN(TestRecord)
#include "tst_record.moc"
