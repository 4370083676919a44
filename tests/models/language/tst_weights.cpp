#include "models/language/hash.h"
#include "models/language/modelfile.h"
#include "models/language/smallmap.h"
#include "models/language/training/learner.h"
#include "models/language/weights.h"

#include <QTest>

using namespace demarche::language;
using namespace Qt::StringLiterals;

/// What is written for the model file is read back, and damage is refused.
class TestWeights : public QObject
{
    Q_OBJECT
private slots:
    void weightsComeBack();
    void triplesComeBack();
    void mapComesBack();
    void damagedWeightsAreRefused();
    void fileComesBack();
    void damagedFileIsRefused_data();
    void damagedFileIsRefused();
    void learnerSeparates();
    void heaviestStay();
};

static std::vector<WeightRow> rows(int count, int classes)
{
    std::vector<WeightRow> all;
    for (int i = 0; i < count; ++i) {
        WeightRow row{feature(7, std::uint64_t(i)), {}};
        for (int c = i % classes; c < classes; c += 2)
            row.cells.emplace_back(std::uint8_t(c), std::int8_t(1 + (i + c) % 120));
        all.push_back(row);
    }
    return all;
}

void TestWeights::weightsComeBack()
{
    const auto all = rows(2000, 9);
    const QByteArray bytes = Weights::write(9, all);
    const auto weights = Weights::open(bytes, u"test"_s);
    QVERIFY(weights.has_value());
    QCOMPARE(weights->classes(), 9);
    for (const WeightRow &row : all) {
        std::int32_t scores[9] = {}, expected[9] = {};
        weights->score({&row.feature, 1}, scores);
        for (auto [cls, weight] : row.cells)
            expected[cls] = std::int8_t(weight);
        for (int c = 0; c < 9; ++c)
            QCOMPARE(scores[c], expected[c]);
    }
    const std::uint64_t absent = feature(8, 1);
    std::int32_t scores[9] = {};
    weights->score({&absent, 1}, scores);
    for (std::int32_t score : scores)
        QCOMPARE(score, 0);
}

void TestWeights::triplesComeBack()
{
    const auto all = rows(300, 3);
    const QByteArray bytes = TripleWeights::write(all);
    const auto weights = TripleWeights::open(bytes, u"test"_s);
    QVERIFY(weights.has_value());
    int kept = 0;
    for (const WeightRow &row : all) {
        std::int32_t scores[3] = {}, expected[3] = {};
        weights->score({&row.feature, 1}, scores);
        for (auto [cls, weight] : row.cells)
            expected[cls] = std::int8_t(weight);
        kept += std::equal(scores, scores + 3, expected);
    }
    QVERIFY2(kept > 280, qPrintable(QString::number(kept))); // a full line drops its lightest
}

void TestWeights::mapComesBack()
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
    for (std::uint64_t i = 0; i < 5000; ++i)
        entries.emplace_back(feature(1, i), std::uint32_t(1 + i * 100));
    const QByteArray bytes = SmallMap::write(entries, 50);
    const auto map = SmallMap::open(bytes, u"test"_s);
    QVERIFY(map.has_value());
    int right = 0, ghosts = 0;
    for (auto [key, value] : entries)
        right += map->value(key) == value;
    for (std::uint64_t i = 0; i < 5000; ++i)
        ghosts += map->value(feature(2, i)) != 0;
    QVERIFY(right > 4900);
    QVERIFY(ghosts < 20);
    QCOMPARE(SmallMap().value(1), std::uint32_t(0));
    QVERIFY(!SmallMap::open(bytes.chopped(1), u"test"_s));
}

void TestWeights::damagedWeightsAreRefused()
{
    const QByteArray whole = Weights::write(9, rows(50, 9));
    QVERIFY(!Weights::open({}, u"test"_s));
    QVERIFY(!Weights::open(whole.chopped(1), u"test"_s));
    training::Random random{3};
    for (int i = 0; i < 2000; ++i) { // whatever is accepted must be safe to score with
        QByteArray damaged = whole;
        damaged[qsizetype(random.below(std::uint64_t(damaged.size())))] = char(random.next());
        if (const auto weights = Weights::open(damaged, u"test"_s)) {
            std::vector<std::int32_t> scores(size_t(weights->classes()));
            for (std::uint64_t k = 0; k < 60; ++k) {
                const std::uint64_t f = feature(7, k);
                weights->score({&f, 1}, scores.data());
            }
        }
    }
    QVERIFY(!TripleWeights::open(TripleWeights::write(rows(9, 3)).chopped(3), u"test"_s));
}

void TestWeights::fileComesBack()
{
    const QByteArray bytes =
        ModelFile::write({{"one", "first"}, {"two", QByteArray()}, {"three", QByteArray(1000, 'x')}});
    const auto file = ModelFile::open(bytes, u"test"_s);
    QVERIFY(file.has_value());
    QCOMPARE(file->section("one").toByteArray(), QByteArray("first"));
    QCOMPARE(file->section("three").size(), 1000);
    QVERIFY(file->section("four").isEmpty());
    QCOMPARE(file->names().size(), size_t(3));
}

void TestWeights::damagedFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = ModelFile::write({{"one", "first"}, {"two", "second"}});
    QByteArray flipped = whole;
    flipped[whole.size() - 2] = '?';
    QByteArray version = whole;
    version[4] = 99;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another file") << QByteArray("PK\3\4 and so on, long enough");
    QTest::newRow("cut short") << whole.left(30);
    QTest::newRow("a byte changed") << flipped;
    QTest::newRow("another version") << version;
}

void TestWeights::damagedFileIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto file = ModelFile::open(bytes, u"some.model"_s);
    QVERIFY(!file);
    QCOMPARE(file.error().where, u"some.model"_s);
}

void TestWeights::learnerSeparates()
{
    training::Learner learner(4);
    const auto feature4 = [](int c) { return feature(1, std::uint64_t(c)); };
    for (int round = 0; round < 50; ++round) {
        for (int c = 0; c < 4; ++c) {
            const std::uint64_t f[] = {feature4(c), feature(2, 0)};
            std::int32_t scores[4] = {};
            learner.score(f, scores);
            learner.update(f, c, int(std::max_element(scores, scores + 4) - scores));
            learner.tick();
        }
    }
    const QByteArray bytes = Weights::write(4, learner.quantised(0.25, 0.1));
    const auto weights = Weights::open(bytes, u"test"_s);
    QVERIFY(weights.has_value());
    for (int c = 0; c < 4; ++c) {
        const std::uint64_t f[] = {feature4(c), feature(2, 0)};
        std::int32_t scores[4] = {};
        weights->score(f, scores);
        QCOMPARE(int(std::max_element(scores, scores + 4) - scores), c);
    }
}

void TestWeights::heaviestStay()
{
    const auto kept = training::heaviest({{5, {{0, 1}}}, {3, {{0, -90}}}, {9, {{1, 40}}}}, 2);
    QCOMPARE(kept.size(), size_t(2));
    QCOMPARE(kept[0].feature, std::uint64_t(3));
    QCOMPARE(kept[1].feature, std::uint64_t(9));
}

QTEST_GUILESS_MAIN(TestWeights)
#include "tst_weights.moc"
