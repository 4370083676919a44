#include "models/text/document.h"
#include "models/text/words.h"

#include <QDir>
#include <QTest>

using namespace demarche::text;
using namespace Qt::StringLiterals;

/// Raw text into paragraphs, sentences and tokens. Each case is a file: the text, "====", a sentence a line
/// with its tokens parted by spaces, headings after "# ".
class TestSegment : public QObject
{
    Q_OBJECT
private slots:
    void cases_data();
    void cases();
    void anyText_data();
    void anyText();
    void paragraphsAreCounted();
    void spacesAreKept();
    void abbreviations_data();
    void abbreviations();
};

static QString printed(const Document &d)
{
    QString out;
    for (const Sentence &s : d.sentences) {
        QStringList words;
        for (int t = s.firstToken; t < s.endToken; ++t)
            words.append(d.form(t).toString());
        out += (s.heading ? u"# "_s : QString()) + words.join(u' ') + u'\n';
    }
    return out;
}

void TestSegment::cases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QDir folder(QStringLiteral(DEMARCHE_CASES "/text"));
    const QStringList names = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList halves = QString::fromUtf8(file.readAll()).split(u"====\n"_s);
        QCOMPARE(halves.size(), 2);
        QTest::newRow(qPrintable(name)) << halves[0] << halves[1];
    }
}

void TestSegment::cases()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(printed(segment(text)), expected);
}

void TestSegment::anyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("spaces") << u" \n\t \r\n "_s;
    QTest::newRow("one mark") << u"."_s;
    QTest::newRow("marks only") << u"...!?''\"\"--((($$%%"_s;
    QTest::newRow("lone surrogate") << u"a "_s + QChar(0xd800) + u" b"_s;
    QTest::newRow("emoji") << QString::fromUtf8("Great 👍👍 news. Yes…");
    QTest::newRow("zero") << QString(u"a\0b. C"_s);
    QTest::newRow("no spaces") << u"a-b—c'd\"e."_s.repeated(5000);
    QTest::newRow("apostrophes") << u"'"_s.repeated(3000);
    QTest::newRow("clitics") << u"x's's's's's"_s.repeated(400);
    QTest::newRow("other scripts") << QString::fromUtf8("Путин сказал. 中国外交部发言人。 قال الوزير");
    QTest::newRow("line ends") << u"One.\rTwo.\r\nThree.\u2028Four."_s;
}

void TestSegment::anyText()
{
    QFETCH(QString, text);
    const Document d = segment(text);
    QCOMPARE(d.text, text);
    qsizetype at = 0;
    for (const Token &t : d.tokens) { // tokens hold every character but white space, in order
        QVERIFY(t.span.begin >= at && t.span.end > t.span.begin && t.span.end <= text.size());
        QVERIFY(QStringView(text).mid(at, t.span.begin - at).trimmed().isEmpty());
        at = t.span.end;
    }
    QVERIFY(QStringView(text).mid(at).trimmed().isEmpty());
    int token = 0;
    for (const Sentence &s : d.sentences) { // sentences hold every token, in order
        QCOMPARE(s.firstToken, token);
        QVERIFY(s.endToken > s.firstToken);
        QCOMPARE(s.span.begin, d.tokens[size_t(s.firstToken)].span.begin);
        QCOMPARE(s.span.end, d.tokens[size_t(s.endToken) - 1].span.end);
        token = s.endToken;
    }
    QCOMPARE(token, int(d.tokens.size()));
}

void TestSegment::paragraphsAreCounted()
{
    const Document d = segment(u"One. Two.\n\nThree.\nFour."_s);
    QCOMPARE(d.sentences.size(), size_t(4));
    QCOMPARE(d.sentences[1].paragraph, 0);
    QCOMPARE(d.sentences[2].paragraph, 1);
    QCOMPARE(d.sentences[3].paragraph, 2);
}

void TestSegment::spacesAreKept()
{
    const Document d = segment(u"It's (over)."_s);
    QStringList glued;
    for (size_t i = 0; i < d.tokens.size(); ++i) {
        if (!d.tokens[i].spaceAfter)
            glued.append(d.form(int(i)).toString());
    }
    QCOMPARE(glued, QStringList({u"It"_s, u"("_s, u"over"_s, u")"_s}));
}

void TestSegment::abbreviations_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("kind");
    QTest::newRow("title") << u"Gen."_s << int(Abbreviation::Title);
    QTest::newRow("month") << u"Sept."_s << int(Abbreviation::Month);
    QTest::newRow("letters") << u"U.N."_s << int(Abbreviation::Letters);
    QTest::newRow("initial") << u"K."_s << int(Abbreviation::Initial);
    QTest::newRow("company") << u"Ltd."_s << int(Abbreviation::Plain);
    QTest::newRow("number") << u"No."_s << int(Abbreviation::Number);
    QTest::newRow("a word") << u"peace."_s << int(Abbreviation::None);
    QTest::newRow("a small word like a title") << u"gen."_s << int(Abbreviation::None);
    QTest::newRow("a stop alone") << u"."_s << int(Abbreviation::None);
}

void TestSegment::abbreviations()
{
    QFETCH(QString, word);
    QFETCH(int, kind);
    QCOMPARE(int(abbreviation(word)), kind);
}

QTEST_GUILESS_MAIN(TestSegment)
#include "tst_segment.moc"
