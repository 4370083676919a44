#include "models/language/annotator.h"
#include "models/language/conllu.h"

#include <QDir>
#include <QTemporaryFile>
#include <QTest>

#include <algorithm>

using namespace demarche;
using namespace demarche::language;
using namespace Qt::StringLiterals;

/// The shipped models on texts written for this test. A case file holds a text, "====", and what must be
/// found: "NAME kind" of a name, "word LEMMA lemma", "word TAG upos", "dependent label head".
class TestAnnotator : public QObject
{
    Q_OBJECT
private slots:
    void cases_data();
    void cases();
    void treesAreWellFormed_data();
    void treesAreWellFormed();
    void oneEndlessSentence();
    void sameTextSameTrees();
    void missingFileIsNamed();
    void wrongFileIsNamed();
};

static Annotation annotated(const QString &text)
{
    const auto annotator = Annotator::shipped();
    return annotator ? (*annotator)->annotate(text::segment(text)) : Annotation();
}

static QString kindName(NameKind kind)
{
    return kind == NameKind::Person         ? u"PER"_s
           : kind == NameKind::Organization ? u"ORG"_s
           : kind == NameKind::Location     ? u"LOC"_s
                                            : u"MISC"_s;
}

/// Everything that a case may ask for, as lines.
static QStringList facts(const Annotation &a)
{
    QStringList all;
    for (const Name &n : a.names) {
        const text::Span span{a.document.tokens[size_t(n.firstToken)].span.begin,
                              a.document.tokens[size_t(n.endToken) - 1].span.end};
        all.append(span.of(a.document.text).toString() + u" NAME "_s + kindName(n.kind));
    }
    for (int i = 0; i < int(a.words.size()); ++i) {
        const Word &w = a.word(i);
        const QString form = a.form(i).toString();
        all.append(form + u" LEMMA "_s + w.lemma);
        all.append(form + u" TAG "_s + name(w.upos));
        all.append(form + u' ' + name(w.deprel) + u' ' +
                   (w.head < 0 ? u"ROOT"_s : a.form(w.head).toString()));
    }
    return all;
}

void TestAnnotator::cases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("wanted");
    const QDir folder(QStringLiteral(DEMARCHE_CASES "/language"));
    const QStringList names = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList halves = QString::fromUtf8(file.readAll()).split(u"====\n"_s);
        QCOMPARE(halves.size(), 2);
        QTest::newRow(qPrintable(name)) << halves[0].trimmed() << halves[1].split(u'\n', Qt::SkipEmptyParts);
    }
}

void TestAnnotator::cases()
{
    QFETCH(QString, text);
    QFETCH(QStringList, wanted);
    const QStringList found = facts(annotated(text));
    for (const QString &fact : wanted)
        QVERIFY2(found.contains(fact), qPrintable(fact + u"\nfound:\n"_s + found.join(u'\n')));
}

void TestAnnotator::treesAreWellFormed_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("one word") << u"Go"_s;
    QTest::newRow("marks") << u"...!!! -- ((( \"' $ %"_s;
    QTest::newRow("a very long sentence") << u"the minister of the "_s.repeated(3000);
    QTest::newRow("shouting") << u"PRESIDENT SACKS PRIME MINISTER IN SURPRISE MOVE"_s;
    QTest::newRow("other scripts") << QString::fromUtf8("Путин сказал. 中国外交部发言人。 قال الوزير 👍");
    QTest::newRow("names without end") << u"Anna Bell Carl Dahl "_s.repeated(2000);
    QTest::newRow("a million characters without a space") << u"abcDef"_s.repeated(170'000);
    QTest::newRow("marks without a space") << u"a-b/c.d,"_s.repeated(25'000);
    QTest::newRow("lone surrogates") << QString(5, QChar(0xdc00)) + u" said. "_s + QString(3, QChar(0xd801));
    QTest::newRow("many sentences") << u"He left. She stayed in Rome.\n\n"_s.repeated(800);
}

void TestAnnotator::treesAreWellFormed()
{
    QFETCH(QString, text);
    const Annotation a = annotated(text);
    QCOMPARE(a.words.size(), a.document.tokens.size());
    for (const text::Sentence &s : a.document.sentences) {
        int roots = 0;
        for (int i = s.firstToken; i < s.endToken; ++i) {
            const Word &w = a.word(i);
            roots += w.head < 0;
            QCOMPARE(w.deprel == Deprel::Root, w.head < 0);
            QVERIFY(w.head < 0 || (w.head >= s.firstToken && w.head < s.endToken));
            QVERIFY(!w.lemma.isEmpty());
            int steps = 0;
            for (int at = i; at >= 0 && steps <= s.size(); at = a.word(at).head)
                ++steps;
            QVERIFY(steps <= s.size());
        }
        QCOMPARE(roots, 1);
    }
    int last = 0;
    for (const Name &n : a.names) {
        QVERIFY(n.firstToken >= last && n.endToken > n.firstToken && n.endToken <= int(a.words.size()));
        QVERIFY(n.kind != NameKind::None);
        last = n.endToken;
    }
}

// As given by whoever cuts sentences himself: the work must grow with the length, not with its square.
void TestAnnotator::oneEndlessSentence()
{
    static const QStringList words{u"the"_s, u"minister"_s, u"Anna"_s, u"Bell"_s, u"of"_s, u"Chile"_s, u"said"_s, u"that"_s};
    ConlluSentence sentence;
    for (qsizetype i = 0; i < 200'000; ++i)
        sentence.tokens.emplace_back().form = words[i % words.size()];
    const Annotation a = (*Annotator::shipped())->annotate(documentOf({sentence}));
    QCOMPARE(a.document.sentences.size(), size_t(1));
    QCOMPARE(a.words.size(), size_t(200'000));
    QCOMPARE(std::ranges::count_if(a.words, [](const Word &w) { return w.head < 0; }), std::ptrdiff_t(1));
    QVERIFY(a.names.size() > 40'000);
}

void TestAnnotator::sameTextSameTrees()
{
    const QString text =
        u"Kenya recalled its envoy. \"We had no choice,\" said Ruth Wanjiru, the foreign minister."_s;
    QCOMPARE(writeConllu(annotated(text)), writeConllu(annotated(text)));
}

void TestAnnotator::missingFileIsNamed()
{
    const auto annotator = Annotator::load(u"/no/such.model"_s);
    QVERIFY(!annotator);
    QVERIFY(annotator.error().line().startsWith(u"/no/such.model: "_s));
}

void TestAnnotator::wrongFileIsNamed()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("this is no model of any language");
    file.flush();
    const auto annotator = Annotator::load(file.fileName());
    QVERIFY(!annotator);
    QCOMPARE(annotator.error().where, file.fileName());
}

QTEST_GUILESS_MAIN(TestAnnotator)
#include "tst_annotator.moc"
