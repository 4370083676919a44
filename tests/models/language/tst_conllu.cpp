#include "models/language/conllu.h"

#include <QTest>

using namespace demarche::language;
using namespace Qt::StringLiterals;

/// CoNLL-U in and out.
class TestConllu : public QObject
{
    Q_OBJECT
private slots:
    void wordsAreRead();
    void contractionsHoldTogether();
    void wrongLinesAreNamed();
    void documentsAreJoined();
    void annotationIsWritten();
};

static const QByteArray sample = "# newdoc id = first\n# newpar\n# text = It isn't over.\n"
                                 "1\tIt\tit\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n"
                                 "2-3\tisn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                 "2\tis\tbe\tAUX\tVBZ\t_\t4\tcop\t_\t_\n"
                                 "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
                                 "4\tover\tover\tADV\tRB\t_\t0\troot\t_\tSpaceAfter=No\n"
                                 "4.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                 "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"
                                 "1\tBye\tbye\tINTJ\tUH\t_\t0\troot\t_\t_\n";

void TestConllu::wordsAreRead()
{
    const auto sentences = readConllu(sample, u"sample"_s);
    QVERIFY(sentences.has_value());
    QCOMPARE(sentences->size(), size_t(2));
    const ConlluSentence &s = sentences->front();
    QCOMPARE(s.document, u"first"_s);
    QVERIFY(s.paragraph);
    QCOMPARE(s.text, u"It isn't over."_s);
    QCOMPARE(s.tokens.size(), size_t(5));
    QCOMPARE(s.tokens[1].lemma, u"be"_s);
    QCOMPARE(s.tokens[1].upos, Upos::Aux);
    QCOMPARE(xposName(s.tokens[1].xpos), QLatin1StringView("VBZ"));
    QCOMPARE(s.tokens[3].head, 0);
    QCOMPARE(s.tokens[4].deprel, Deprel::Punct);
}

void TestConllu::contractionsHoldTogether()
{
    const auto sentences = readConllu(sample, u"sample"_s);
    QVERIFY(!sentences->front().tokens[1].spaceAfter);
    QVERIFY(sentences->front().tokens[2].spaceAfter);
}

void TestConllu::wrongLinesAreNamed()
{
    const auto sentences = readConllu("1\tIt\tit\n", u"bad.conllu"_s);
    QVERIFY(!sentences);
    QCOMPARE(sentences.error().line(), u"bad.conllu: line 1 has 3 columns, CoNLL-U has ten"_s);
    QVERIFY(readConllu("", u"empty"_s)->empty());
}

void TestConllu::documentsAreJoined()
{
    const demarche::text::Document d = documentOf(*readConllu(sample, u"sample"_s));
    QCOMPARE(d.text, u"It isn't over.\nBye\n"_s);
    QCOMPARE(d.sentences.size(), size_t(2));
    QCOMPARE(d.sentences[1].firstToken, 5);
    QCOMPARE(d.form(2), u"n't"_s);
}

void TestConllu::annotationIsWritten()
{
    Annotation a;
    a.document = documentOf(*readConllu(sample, u"sample"_s));
    a.words.resize(a.document.tokens.size());
    a.words[0] = {3, Upos::Pron, 0, Deprel::Nsubj, u"it"_s};
    a.words[5].deprel = Deprel::Root;
    a.names.push_back({0, 2, NameKind::Person});
    const QByteArray out = writeConllu(a);
    const QList<QByteArray> lines = out.split('\n');
    QCOMPARE(lines[0], QByteArray("# text = It isn't over."));
    QCOMPARE(lines[1], QByteArray("1\tIt\tit\tPRON\t$\t_\t4\tnsubj\t_\tNER=B-PER"));
    QVERIFY(lines[2].endsWith("NER=I-PER|SpaceAfter=No"));
    QVERIFY(out.contains("# text = Bye\n1\tBye"));
    QVERIFY(out.endsWith("\n\n"));
    const auto again = readConllu(out, u"again"_s);
    QCOMPARE(again->size(), size_t(2));
    QCOMPARE(again->front().tokens[0].head, 4);
}

QTEST_GUILESS_MAIN(TestConllu)
#include "tst_conllu.moc"
