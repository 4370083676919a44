#include "models/language/nametagger.h"
#include "models/language/parsestate.h"
#include "models/language/training/learner.h"

#include <QTest>

#include <functional>

using namespace demarche::language;

/// Trees and name sequences are well formed whatever the classifiers say.
class TestParseState : public QObject
{
    Q_OBJECT
private slots:
    void anyMovesGiveATree_data();
    void anyMovesGiveATree();
    void childrenAreKept();
    void namesAreWellFormed();
};

void TestParseState::anyMovesGiveATree_data()
{
    QTest::addColumn<int>("words");
    QTest::addColumn<int>("seed");
    for (int words : {1, 2, 3, 7, 40, 300}) {
        for (int seed = 1; seed <= 5; ++seed)
            QTest::addRow("%d words, seed %d", words, seed) << words << seed;
    }
}

void TestParseState::anyMovesGiveATree()
{
    QFETCH(int, words);
    QFETCH(int, seed);
    training::Random random{std::uint64_t(seed)};
    ParseState state;
    state.reset(words);
    int moves = 0;
    while (!state.done()) {
        const Move move = Move(random.below(MoveCount));
        if (!state.legal(move))
            continue;
        if (const auto forced = state.forced())
            QCOMPARE(move, *forced);
        state.apply(move, Deprel::Obj);
        ++moves;
    }
    QCOMPARE(moves, 2 * words);
    int roots = 0;
    for (int i = 0; i < words; ++i) {
        roots += state.node(i).head == words;
        int climbed = 0;
        for (int at = i; at != words; at = state.node(at).head)
            QVERIFY(++climbed <= words);
    }
    QCOMPARE(roots, 1);
}

void TestParseState::childrenAreKept()
{
    ParseState state; // "old ships sank": old <- ships <- sank
    state.reset(3);
    state.apply(Move::Shift, Deprel::Dep);
    state.apply(Move::Left, Deprel::Amod);
    state.apply(Move::Shift, Deprel::Dep);
    state.apply(Move::Left, Deprel::Nsubj);
    QCOMPARE(state.node(1).left, 0);
    QCOMPARE(state.node(2).left, 1);
    QCOMPARE(state.node(2).leftLabels, std::uint64_t(1) << int(Deprel::Nsubj));
    QCOMPARE(state.node(0).label, Deprel::Amod);
}

void TestParseState::namesAreWellFormed()
{
    training::Random random{5};
    for (int round = 0; round < 200; ++round) {
        std::vector<NameScores> emissions(1 + random.below(12));
        std::array<NameScores, NameClasses> transitions{};
        for (NameScores &scores : emissions) {
            for (auto &score : scores)
                score = std::int32_t(random.below(200)) - 100;
        }
        std::vector<std::uint8_t> classes;
        const unsigned kinds = round % 2 ? 0xff : 1u << unsigned(NameKind::Person);
        bestNames(emissions, transitions, kinds, classes);
        int before = OutsideName;
        for (std::uint8_t cls : classes) {
            QVERIFY(mayFollow(before, cls));
            QVERIFY(cls == OutsideName || (kinds >> unsigned(kindOf(cls)) & 1u));
            before = cls;
        }
        QVERIFY(mayFollow(before, OutsideName));
    }
}

QTEST_GUILESS_MAIN(TestParseState)
#include "tst_parsestate.moc"
