#include "models/language/annotator.h"
#include "models/language/training/train.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace demarche;
using namespace demarche::language;
using namespace Qt::StringLiterals;

/// Training as a whole, on a treebank of a few sentences that the test writes.
class TestTraining : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void trainingIsDeterministic();
    void trainedModelLoads();
    void onePartIsTrainedApart();
    void vectorsBecomeClusters();
    void missingCorpusIsNamed();

private:
    training::TrainingPlan m_plan;
    QTemporaryDir m_folder;
};

static bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// "form lemma UPOS XPOS head deprel" a word.
static QByteArray tree(const QList<QByteArray> &words)
{
    QByteArray out;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QList<QByteArray> c = words[i].split(' ');
        out += QByteArray::number(i + 1) + '\t' + c[0] + '\t' + c[1] + '\t' + c[2] + '\t' + c[3] + "\t_\t" +
               c[4] + '\t' + c[5] + "\t_\t_\n";
    }
    return out + '\n';
}

void TestTraining::initTestCase()
{
    const QString root = m_folder.path();
    QVERIFY(QDir(root).mkpath(u"ud"_s) && QDir(root).mkpath(u"ner"_s));
    QByteArray trees;
    for (int i = 0; i < 12; ++i) {
        trees += tree({"Peru Peru PROPN NNP 2 nsubj", "recalled recall VERB VBD 0 root",
                       "envoys envoy NOUN NNS 2 obj", ". . PUNCT . 2 punct"});
        trees += tree({"She she PRON PRP 2 nsubj", "signed sign VERB VBD 0 root", "a a DET DT 4 det",
                       "treaty treaty NOUN NN 2 obj", ". . PUNCT . 2 punct"});
    }
    const QByteArray names =
        QByteArray("-DOC- O\nPeru B-LOC\nrecalled O\nenvoys O\n\nAnna B-PER\nBell I-PER\nleft O\n\n")
            .repeated(12);
    QVERIFY(write(root + u"/ud/en_ewt-ud-train.conllu"_s, trees) &&
            write(root + u"/ud/en_gum-ud-train.conllu"_s, trees));
    QVERIFY(write(root + u"/ner/eww.train"_s, names) && write(root + u"/ner/uner.train"_s, names));
    QVERIFY(write(root + u"/clusters.tsv"_s, "# test\n3\t0\t1\tperu chile\n4\t7\t2\tenvoys ships\n"));
    QVERIFY(write(root + u"/gazetteer.tsv"_s, "# test\nplace\tPeru|Chile|Costa Rica\ngiven\tAnna\n"));
    m_plan.data = m_plan.resources = root;
    m_plan.taggerEpochs = m_plan.parserEpochs = m_plan.nameEpochs = 6;
    m_plan.folds = 2;
}

static const training::Report silent = [](const QString &) {};

void TestTraining::trainingIsDeterministic()
{
    const auto first = training::train(m_plan, silent), second = training::train(m_plan, silent);
    QVERIFY(first && second);
    QVERIFY(*first == *second);
}

void TestTraining::trainedModelLoads()
{
    const auto bytes = training::train(m_plan, silent);
    const QString path = m_folder.filePath(u"small.model"_s);
    QVERIFY(bytes && write(path, *bytes));
    const auto annotator = Annotator::load(path);
    QVERIFY2(annotator.has_value(), annotator ? "" : qPrintable(annotator.error().line()));
    // So little data leave hardly a weight above the pruning: what comes out must be a tree, not a good one.
    const Annotation a = (*annotator)->annotate(text::segment(u"Peru recalled envoys ."_s));
    QCOMPARE(a.words.size(), size_t(4));
    QCOMPARE(std::ranges::count_if(a.words, [](const Word &w) { return w.head < 0; }), 1);
}

void TestTraining::onePartIsTrainedApart()
{
    const auto whole = training::train(m_plan, silent);
    const QString path = m_folder.filePath(u"base.model"_s);
    QVERIFY(whole && write(path, *whole));
    training::TrainingPlan plan = m_plan;
    plan.base = path;
    plan.parts = QStringList{u"names"_s};
    const auto again = training::train(plan, silent);
    QVERIFY(again && *again == *whole);
}

void TestTraining::vectorsBecomeClusters()
{
    QByteArray vectors;
    for (int i = 0; i < 1200; ++i)
        vectors +=
            "w" + QByteArray::number(i) + (i % 2 ? " 1 0.0" : " 0.0 1") + QByteArray::number(i % 7) + "\n";
    const QString path = m_folder.filePath(u"vectors.txt"_s);
    QVERIFY(write(path, vectors));
    QTemporaryDir other;
    QVERIFY(write(other.filePath(u"gazetteer.tsv"_s), "place\tPeru\n"));
    training::TrainingPlan plan = m_plan;
    plan.resources = other.path();
    plan.vectors = path;
    QVERIFY(training::train(plan, silent).has_value());
    QFile table(other.filePath(u"clusters.tsv"_s));
    QVERIFY(table.open(QIODevice::ReadOnly));
    QVERIFY(table.readAll().contains("w17"));
}

void TestTraining::missingCorpusIsNamed()
{
    training::TrainingPlan plan = m_plan;
    plan.data = u"/no/such/folder"_s;
    const auto bytes = training::train(plan, silent);
    QVERIFY(!bytes);
    QVERIFY(bytes.error().where.startsWith(u"/no/such/folder"_s));
}

QTEST_GUILESS_MAIN(TestTraining)
#include "tst_training.moc"
