#include "models/tables/sources.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus::sources;
using tables::SourcesModel;

namespace {

constexpr qint64 now = 1'700'000'000;

qint64 clockOfTheTest()
{
    return now;
}

Subscription feed(qint64 id, const QString &name, const QStringList &groups = {})
{
    Subscription one;
    one.id = id;
    one.name = name;
    one.address = u"https://%1.example/feed"_s.arg(id);
    one.groups = groups;
    one.unread = int(id);
    return one;
}

/// The tree as text: one line a row, two spaces a level.
QStringList printed(const SourcesModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines << QString(depth * 2, u' ') + index.data().toString();
        lines += printed(model, index, depth + 1);
    }
    return lines;
}

} // namespace

/// The tree of subscriptions.
class TestSources : public QObject
{
    Q_OBJECT

private slots:
    void groupsComeFirstAndAllByName();
    void changedStatesLoseNothing();
    void figuresOfGroupsAreSums();
    void stateIsToldInWords_data();
    void stateIsToldInWords();
    void timesAreToldInWords_data();
    void timesAreToldInWords();
    void foreignTextIsNoMarkup();
};

void TestSources::groupsComeFirstAndAllByName()
{
    SourcesModel model(nullptr, clockOfTheTest);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setList({feed(1, u"Zed"_s), feed(2, u"Beta"_s, {u"South"_s, u"Inner"_s}),
                   feed(3, u"Alpha"_s, {u"South"_s}), feed(4, u"Able"_s),
                   feed(5, u"Beta"_s, {u"Agencies"_s})},
                  {});
    QCOMPARE(printed(model), (QStringList{u"Agencies"_s, u"  Beta"_s, u"South"_s, u"  Inner"_s, u"    Beta"_s,
                                          u"  Alpha"_s, u"Able"_s, u"Zed"_s}));
    QCOMPARE(model.indexOf(2).data().toString(), u"Beta"_s);
    QCOMPARE(model.indexOf(2).data(SourcesModel::GroupRole).toStringList(),
             (QStringList{u"South"_s, u"Inner"_s}));
    QCOMPARE(model.idsBelow(model.indexOf(3).parent()), (std::vector<qint64>{2, 3}));
    QVERIFY(!model.indexOf(99).isValid());
    model.setList({feed(1, u"Zed"_s)}, {});
    QCOMPARE(printed(model), QStringList{u"Zed"_s});
    model.setList({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestSources::changedStatesLoseNothing()
{
    SourcesModel model(nullptr, clockOfTheTest);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SubscriptionList list{feed(1, u"A"_s, {u"G"_s}), feed(2, u"B"_s)};
    model.setList(list, {});
    const QPersistentModelIndex kept = model.indexOf(1);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    list[0].unread = 77;
    model.setList(list, {1});
    QVERIFY(kept.isValid());
    QVERIFY(changed.size() >= 2); // in the group, and beside it
    QCOMPARE(kept.sibling(kept.row(), SourcesModel::Unread).data().toString(), u"77"_s);
    QCOMPARE(kept.sibling(kept.row(), SourcesModel::Status).data().toString(), u"Looking …"_s);
    list[1].name = u"C"_s;
    model.setList(list, {});
    QVERIFY(!kept.isValid());
}

void TestSources::figuresOfGroupsAreSums()
{
    SourcesModel model(nullptr, clockOfTheTest);
    SubscriptionList list{feed(1, u"A"_s, {u"G"_s}), feed(2, u"B"_s, {u"G"_s, u"H"_s}), feed(10, u"C"_s)};
    list[0].fresh = 5;
    model.setList(list, {});
    const QModelIndex group = model.index(0, 0);
    QCOMPARE(group.siblingAtColumn(SourcesModel::Unread).data().toString(), u"3"_s);
    QCOMPARE(group.siblingAtColumn(SourcesModel::Fresh).data().toString(), u"5"_s);
    QCOMPARE(model.indexOf(2).siblingAtColumn(SourcesModel::Fresh).data().toString(), QString());
    QVERIFY(model.subscription(group) == nullptr);
    QCOMPARE(model.subscription(model.indexOf(10))->id, 10);
}

void TestSources::stateIsToldInWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("busy");
    QTest::addColumn<QString>("told");
    QTest::newRow("new") << int(State::New) << QString() << false << u"Not looked at yet"_s;
    QTest::newRow("good") << int(State::Good) << QString() << false << u"Good"_s;
    QTest::newRow("partly") << int(State::Good) << u"2 could not be read"_s << false
                            << u"⚠ 2 could not be read"_s;
    QTest::newRow("failing") << int(State::Failing) << u"is not there (404)"_s << false
                             << u"⚠ is not there (404)"_s;
    QTest::newRow("gone") << int(State::Gone) << u"is gone for good (410)"_s << false
                          << u"⚠ is gone for good (410)"_s;
    QTest::newRow("busy") << int(State::Failing) << u"x"_s << true << u"Looking …"_s;
}

void TestSources::stateIsToldInWords()
{
    QFETCH(int, state);
    QFETCH(QString, error);
    QFETCH(bool, busy);
    Subscription one;
    one.state = State(state);
    one.error = error;
    QTEST(tables::stateInWords(one, busy), "told");
}

void TestSources::timesAreToldInWords_data()
{
    QTest::addColumn<qint64>("then");
    QTest::addColumn<QString>("told");
    QTest::newRow("never") << qint64(0) << u"never"_s;
    QTest::newRow("now") << now << u"just now"_s;
    QTest::newRow("clock went back") << now + 500 << u"just now"_s;
    QTest::newRow("minutes") << now - 119 << u"1 min ago"_s;
    QTest::newRow("hours") << now - 3 * 3600 << u"3 h ago"_s;
    QTest::newRow("a day") << now - 30 * 3600 << u"30 h ago"_s;
    QTest::newRow("days") << now - 9 * 86400 << u"9 days ago"_s;
}

void TestSources::timesAreToldInWords()
{
    QFETCH(qint64, then);
    QTEST(tables::agoInWords(then, now), "told");
}

void TestSources::foreignTextIsNoMarkup()
{
    SourcesModel model(nullptr, clockOfTheTest);
    Subscription one = feed(1, {});
    one.title = u"<b>News</b>"_s;
    one.address = u"https://a.example/?<img src=x>"_s;
    model.setList({one}, {});
    QCOMPARE(model.index(0, 0).data().toString(), u"<b>News</b>"_s);
    QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<img"));
}

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
