#include "models/language/nametagger.h"
#include "models/language/occurrences.h"
#include "models/language/training/chain.h"
#include "models/language/training/corpora.h"

#include <QTemporaryDir>
#include <QTest>

using namespace demarche::language;
using namespace demarche::language::training;
using namespace Qt::StringLiterals;

/// The parts of the name tagger, each by itself.
class TestNames : public QObject
{
    Q_OBJECT
private slots:
    void otherPlacesAreLookedAt();
    void soManyPlacesAndNoMore();
    void ownSentenceDoesNotCount();
    void longestSentences();
    void chainLearns();
    void onlyWhatIsSeenIsLearnt();
    void runsAreAveraged();
    void prunedWeightsStayOut();
    void everyTenthDocumentIsHeldOut_data();
    void everyTenthDocumentIsHeldOut();
};

static WorkSentence sentenceOf(const QString &text)
{
    const QStringList words = text.split(u' ');
    WorkSentence s;
    s.resize(int(words.size()));
    for (int i = 0; i < s.size(); ++i) {
        s.lex(i) = lexeme(words[i], Clusters());
        s.head(i) = i == 0 ? s.size() : 0;
    }
    return s;
}

static std::vector<std::uint64_t> about(const Occurrences &occurrences, const WorkSentence &s, int i)
{
    FeatureList features;
    occurrences.features(s, i, features);
    return {features.all().begin(), features.all().end()};
}

void TestNames::otherPlacesAreLookedAt()
{
    const WorkSentence first = sentenceOf(u"Mr Kato left"_s), again = sentenceOf(u"then Kato said so"_s),
                       alone = sentenceOf(u"then Kato said so"_s);
    Occurrences both, one;
    both.add(first);
    both.add(again);
    one.add(alone);
    QVERIFY(about(both, again, 1).size() > about(one, alone, 1).size());
    QVERIFY(about(both, again, 0).empty()); // in small letters
    // What stands about the word itself is not what others say of it.
    QVERIFY(about(both, first, 1) != about(both, again, 1));
}

void TestNames::soManyPlacesAndNoMore()
{
    const WorkSentence s = sentenceOf(u"Kato "_s.repeated(5000).trimmed());
    Occurrences occurrences;
    occurrences.add(s);
    for (int i : {0, 1, 100, 4999})
        QVERIFY(about(occurrences, s, i).size() < 64);
}

void TestNames::ownSentenceDoesNotCount()
{
    const WorkSentence one = sentenceOf(u"Anna Kato left"_s), other = sentenceOf(u"so did Kato Kato"_s);
    const std::vector<std::uint8_t> named{std::uint8_t(nameClass(NameKind::Person, NamePart::Begin)),
                                          std::uint8_t(nameClass(NameKind::Person, NamePart::Last)),
                                          OutsideName};
    const std::vector<std::uint8_t> unnamed(4, OutsideName);
    NameContext context;
    context.add(one, named);
    context.add(other, unnamed);
    std::vector<NameContext::Use> uses;
    context.uses(other, unnamed, uses);
    QCOMPARE(uses.size(), size_t(4));
    QVERIFY(uses[0].isEmpty());
    QCOMPARE(uses[2].kind, std::uint8_t(NameKind::Person));
    QCOMPARE(uses[2].strength, std::uint8_t(1));
    context.uses(one, named, uses);
    QVERIFY(uses[0].isEmpty()); // nobody else speaks of Anna
    QCOMPARE(uses[1].kind, std::uint8_t(NameKind::None));
    QCOMPARE(uses[1].strength, std::uint8_t(3)); // twice, and both times unnamed
}

void TestNames::longestSentences()
{
    // Scores that would leave the range of 32 bits if they were only added up.
    NameScores unit{};
    unit[size_t(nameClass(NameKind::Location, NamePart::Unit))] = 10'000;
    const std::vector<NameScores> emissions(400'000, unit);
    std::vector<std::uint8_t> classes;
    bestNames(emissions, {}, 0xff, classes);
    QCOMPARE(std::ranges::count(classes, nameClass(NameKind::Location, NamePart::Unit)),
             std::ptrdiff_t(400'000));
}

// Three sentences of three words: feature 0 speaks for a person, 1 for a place, 2 for nothing.
struct Toy
{
    std::vector<std::uint8_t> classes{OutsideName, std::uint8_t(nameClass(NameKind::Person, NamePart::Unit)),
                                      std::uint8_t(nameClass(NameKind::Location, NamePart::Unit))};
    ChainExample example{{{2, 3}, {0, 2}, {1, 2}}, {}, {}, classes, 0xff};
    FeatureIndex index;
    Random random{5};

    Toy()
    {
        for (std::uint64_t f : {100, 200, 300, 400})
            (void)index.number(f);
    }
    Chain trained()
    {
        Chain chain(index.size());
        for (int epoch = 0; epoch < 60; ++epoch)
            chain.learn(example, {false, false}, random);
        chain.keep();
        chain.settle();
        return chain;
    }
};

static int weight(const std::vector<WeightRow> &rows, std::uint64_t feature, int cls)
{
    for (const WeightRow &row : rows) {
        for (const auto &[c, w] : row.cells) {
            if (row.feature == feature && c == cls)
                return w;
        }
    }
    return 0;
}

void TestNames::chainLearns()
{
    Toy toy;
    const auto rows = toy.trained().rows(toy.index);
    const int person = nameClass(NameKind::Person, NamePart::Unit),
              place = nameClass(NameKind::Location, NamePart::Unit);
    QVERIFY(weight(rows, 100, person) > 0);
    QVERIFY(weight(rows, 100, place) < 0);
    QVERIFY(weight(rows, 200, place) > 0);
    QVERIFY(weight(rows, 400, OutsideName) > 0);
    QVERIFY(std::ranges::is_sorted(rows, {}, &WeightRow::feature));
}

void TestNames::onlyWhatIsSeenIsLearnt()
{
    for (const bool seen : {true, false}) {
        Toy toy;
        toy.example.elsewhere = {{}, {4}, {}}; // only the other places tell that the second word is a person
        toy.example.own[1] = {2};
        (void)toy.index.number(500);
        Chain chain(toy.index.size());
        for (int epoch = 0; epoch < 60; ++epoch)
            chain.learn(toy.example, {seen, false}, toy.random);
        const int learnt = weight(chain.rows(toy.index), 500, nameClass(NameKind::Person, NamePart::Unit));
        QCOMPARE(learnt > 0, seen);
    }
}

void TestNames::runsAreAveraged()
{
    Toy toy;
    Chain chain(toy.index.size());
    for (int epoch = 0; epoch < 60; ++epoch)
        chain.learn(toy.example, {false, false}, toy.random);
    chain.keep();
    chain.restart();
    const int person = nameClass(NameKind::Person, NamePart::Unit);
    QCOMPARE(weight(chain.rows(toy.index), 100, person), 0); // begun anew
    chain.settle();
    QVERIFY(weight(chain.rows(toy.index), 100, person) > 0); // what the first run had learnt
}

void TestNames::prunedWeightsStayOut()
{
    Toy toy;
    Chain chain = toy.trained();
    chain.prune(4);
    for (int epoch = 0; epoch < 10; ++epoch)
        chain.learn(toy.example, {false, false}, toy.random);
    size_t cells = 0;
    for (const WeightRow &row : chain.rows(toy.index)) {
        if (row.feature == 100 || row.feature == 200 || row.feature == 300 || row.feature == 400)
            cells += row.cells.size();
    }
    QVERIFY2(cells > 0 && cells <= 4, qPrintable(QString::number(cells)));
}

void TestNames::everyTenthDocumentIsHeldOut_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("a mark before the first") << QByteArray("-DOC- O\n\n");
    QTest::newRow("none before the first") << QByteArray();
    QTest::newRow("an empty document before the first") << QByteArray("-DOC- O\n\n-DOC- O\n\n");
}

void TestNames::everyTenthDocumentIsHeldOut()
{
    QFETCH(QByteArray, begin);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"names"_s);
    QByteArray text = begin;
    for (int document = 0; document < 25; ++document)
        text += "Peru" + QByteArray::number(document) + " B-LOC\n\n-DOC- O\n\n";
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    for (int tenth : {0, 3, 9}) {
        const auto held = readNames(path, Clusters(), Part::HeldOut, tenth);
        const auto learnt = readNames(path, Clusters(), Part::Training, tenth);
        QVERIFY(held && learnt);
        QCOMPARE(held->size() + learnt->size(), size_t(25));
        QCOMPARE(held->size(), size_t(tenth < 5 ? 3 : 2));
        for (const NameSentence &s : *held)
            QCOMPARE(s.forms.front().mid(4).toInt() % 10, tenth);
    }
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
