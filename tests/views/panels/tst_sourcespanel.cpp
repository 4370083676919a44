#include "tests/example/example.h"
#include "views/panels/chip.h"
#include "views/panels/lensbar.h"
#include "views/panels/sourcespanel.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace demarche;
using namespace demarche::panels;
using namespace Qt::StringLiterals;
using corpus::sources::Subscription;
using tables::SourcesModel;

namespace {

Subscription subscription(qint64 id, const QString &name, const QStringList &groups)
{
    Subscription one;
    one.id = id;
    one.name = name;
    one.address = u"https://%1.example/feed"_s.arg(id);
    one.groups = groups;
    return one;
}

} // namespace

/// The tree of feeds and folders beside the articles.
class tst_SourcesPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aClickShowsOnlyThatSource();
    void aClickOnAGroupShowsAllInIt();
    void ctrlAddsAndTakesAway();
    void aSecondClickTakesAway();
    void keysChoose_data();
    void keysChoose();
    void arrowsMoveAndChooseNothing();
    void openingAGroupChoosesNothing();
    void theTreeShowsWhatTheLensSays();
    void theMenuOfFiltersHasSources();
    void theButtonAsksForTheDialog();

private:
    [[nodiscard]] QModelIndex row(const QString &name) const;
    void click(const QString &name, Qt::KeyboardModifiers keys = {});
    [[nodiscard]] QStringList chosen() const { return m_session->lens().sources; }
    [[nodiscard]] QStringList marked() const;

    std::unique_ptr<lens::LensSession> m_session;
    std::unique_ptr<SourcesPanel> m_panel;
    QString m_group = lens::groupKey({u"Agencies"_s});
};

void tst_SourcesPanel::init()
{
    m_session =
        std::make_unique<lens::LensSession>([](const QString &) { return Result<std::vector<qint64>>(); });
    lens::EvidenceIndex index;
    for (qint64 id = 1; id <= 6; ++id)
        index.addArticle({id, QDate(2024, 1, int(id)), u"Paper"_s, {}, true});
    m_session->setSources(lens::SourceTable({{1, u"North"_s, {u"Agencies"_s}, {1, 2, 3}},
                                             {2, u"South"_s, {u"Agencies"_s}, {3, 4}},
                                             {3, u"Paper & Sons"_s, {}, {5}}}));
    m_session->setIndex(std::move(index));
    m_panel = std::make_unique<SourcesPanel>(*m_session);
    new QAbstractItemModelTester(m_panel->tree()->model(), m_panel.get());
    m_panel->setList({subscription(1, u"North"_s, {u"Agencies"_s}),
                      subscription(2, u"South"_s, {u"Agencies"_s}), subscription(3, u"Paper & Sons"_s, {})},
                     {});
    m_panel->resize(240, 300);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void tst_SourcesPanel::cleanup()
{
    m_panel.reset();
    m_session.reset();
}

QModelIndex tst_SourcesPanel::row(const QString &name) const
{
    const QAbstractItemModel *model = m_panel->tree()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive)
        .value(0);
}

void tst_SourcesPanel::click(const QString &name, Qt::KeyboardModifiers keys)
{
    QVERIFY(row(name).isValid());
    QTest::mouseClick(m_panel->tree()->viewport(), Qt::LeftButton, keys,
                      m_panel->tree()->visualRect(row(name)).center());
}

QStringList tst_SourcesPanel::marked() const
{
    QStringList names;
    for (const QModelIndex &index : m_panel->tree()->selectionModel()->selectedRows())
        names.append(index.data().toString());
    names.sort();
    return names;
}

void tst_SourcesPanel::aClickShowsOnlyThatSource()
{
    click(u"North"_s);
    QCOMPARE(chosen(), QStringList{u"1"_s});
    QCOMPARE(marked(), QStringList{u"North"_s});
    QCOMPARE(m_session->aggregates().articles.size(), 3U);
    click(u"South"_s);
    QCOMPARE(chosen(), QStringList{u"2"_s});
    m_session->undo();
    QCOMPARE(marked(), QStringList{u"North"_s});
}

void tst_SourcesPanel::aClickOnAGroupShowsAllInIt()
{
    click(u"Agencies"_s);
    QCOMPARE(chosen(), QStringList{m_group});
    QCOMPARE(m_session->aggregates().articles.size(), 4U);
}

void tst_SourcesPanel::ctrlAddsAndTakesAway()
{
    click(u"North"_s);
    click(u"Paper & Sons"_s, Qt::ControlModifier);
    QCOMPARE(m_session->aggregates().articles.size(), 4U);
    QCOMPARE(marked(), (QStringList{u"North"_s, u"Paper & Sons"_s}));
    click(u"North"_s, Qt::ControlModifier);
    QCOMPARE(chosen(), QStringList{u"3"_s});
}

void tst_SourcesPanel::aSecondClickTakesAway()
{
    click(u"North"_s);
    click(u"North"_s);
    QVERIFY(chosen().isEmpty());
    QVERIFY(marked().isEmpty());
}

void tst_SourcesPanel::keysChoose_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << int(Qt::Key_Return);
    QTest::newRow("Enter of the number pad") << int(Qt::Key_Enter);
    QTest::newRow("Space") << int(Qt::Key_Space);
}

void tst_SourcesPanel::keysChoose()
{
    QFETCH(int, key);
    m_panel->tree()->setCurrentIndex(row(u"South"_s));
    QTest::keyClick(m_panel->tree(), Qt::Key(key));
    QCOMPARE(chosen(), QStringList{u"2"_s});
    m_panel->tree()->setCurrentIndex(row(u"Agencies"_s));
    QTest::keyClick(m_panel->tree(), Qt::Key(key), Qt::ControlModifier);
    QCOMPARE(chosen(), (QStringList{m_group, u"2"_s}));
}

void tst_SourcesPanel::arrowsMoveAndChooseNothing()
{
    m_panel->tree()->setCurrentIndex(row(u"Agencies"_s));
    QTest::keyClick(m_panel->tree(), Qt::Key_Down);
    QCOMPARE(m_panel->tree()->currentIndex().siblingAtColumn(0), row(u"North"_s));
    QVERIFY(chosen().isEmpty());
    QVERIFY(marked().isEmpty());
}

void tst_SourcesPanel::openingAGroupChoosesNothing()
{
    const QRect name = m_panel->tree()->visualRect(row(u"Agencies"_s));
    QTest::mouseClick(m_panel->tree()->viewport(), Qt::LeftButton, {},
                      QPoint(name.left() - 7, name.center().y()));
    QVERIFY(chosen().isEmpty());
    QVERIFY(!m_panel->tree()->visualRect(row(u"North"_s)).isValid());
}

void tst_SourcesPanel::theTreeShowsWhatTheLensSays()
{
    lens::Lens lens;
    lens.sources = QStringList{m_group, u"3"_s};
    m_session->look(lens);
    QCOMPARE(marked(), (QStringList{u"Agencies"_s, u"Paper & Sons"_s}));
    m_panel->setList({subscription(3, u"Paper & Sons"_s, {})}, {}); // the tree is built anew
    QCOMPARE(marked(), QStringList{u"Paper & Sons"_s});
    m_session->look({});
    QVERIFY(marked().isEmpty());
}

void tst_SourcesPanel::theMenuOfFiltersHasSources()
{
    LensBar bar(*m_session, [](const QString &key) { return key; });
    bar.resize(800, 40);
    bar.show();
    QMenu *filters = nullptr;
    for (const QToolButton *button : bar.findChildren<QToolButton *>())
        filters = button->menu() ? button->menu() : filters;
    QVERIFY(filters);
    emit filters->aboutToShow();
    QMenu *sources = nullptr;
    for (QMenu *menu : filters->findChildren<QMenu *>())
        sources = menu->title() == "&Source"_L1 ? menu : sources;
    QVERIFY(sources);
    QStringList words;
    for (const QAction *action : sources->actions())
        words.append(action->text());
    QCOMPARE(words, (QStringList{u"Agencies"_s, u"North"_s, u"Paper && Sons"_s, u"South"_s}));
    sources->actions().at(2)->trigger();
    QCOMPARE(chosen(), QStringList{u"3"_s});
    const auto chips = bar.findChildren<Chip *>();
    QCOMPARE(chips.last()->text(), u"Paper & Sons"_s);
    chips.last()->click();
    QVERIFY(chosen().isEmpty());
}

void tst_SourcesPanel::theButtonAsksForTheDialog()
{
    QSignalSpy wanted(m_panel.get(), &SourcesPanel::manageWanted);
    m_panel->findChild<QToolButton *>()->click();
    QCOMPARE(wanted.size(), 1);
}

QTEST_MAIN(tst_SourcesPanel)
#include "tst_sourcespanel.moc"
