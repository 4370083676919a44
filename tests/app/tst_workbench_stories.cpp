#include "tests/app/workbenchtest.h"

#include "tests/example/example.h"
#include "views/article/reader.h"
#include "views/panels/articlespanel.h"
#include "views/panels/chip.h"
#include "views/panels/delegates.h"
#include "views/panels/tableview.h"
#include "views/timeline/timelineview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace demarche;
using namespace Qt::StringLiterals;
using tables::ArticlesModel;
using tables::TableModel;

/// Copies of a story in the list, the reader and the lens, by mouse and keys.
class tst_WorkbenchStories : public WorkbenchTest
{
    Q_OBJECT

private slots:
    void aStoryIsOneRowThatOpens();
    void keysOpenAndCloseIt();
    void theReaderLeadsToEachCopy();
    void theMenuCountsEveryCopy();
    void readingOneCopyReadsTheStory();
    void aFilterByPublisherShowsItsCopy();
    void actorsCountAStoryOnceToo();

private:
    void addCopies();
    [[nodiscard]] panels::TableView *table() const { return m_window->articles()->table(); }
    [[nodiscard]] QModelIndex storyRow() const;
    void pressNumber(const QModelIndex &index);
};

/// Five papers print what the first reported, each with a line of its own.
void tst_WorkbenchStories::addCopies()
{
    m_window.reset();
    Result<corpus::Store> store = corpus::Store::open(m_folder->filePath(u"test.demarche"_s));
    QVERIFY(store.has_value());
    for (int copy = 1; copy <= 5; ++copy) {
        corpus::AnalysedArticle made = example::recall();
        made.article.uri = u"example/recall-%1.txt"_s.arg(copy);
        made.article.publisher = u"Copy %1 & Sons"_s.arg(copy);
        made.article.text += u"\nThis was printed by paper number %1 of that coast."_s.arg(copy);
        made.article.published.date = made.article.published.date.addDays(copy);
        made.analysis.published = made.article.published;
        QVERIFY(store->add(std::vector{made}).has_value());
    }
    m_window = made();
    QVERIFY(m_window);
}

QModelIndex tst_WorkbenchStories::storyRow() const
{
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, ArticlesModel::Title);
        if (index.data(TableModel::FoldCountRole).toInt() > 1)
            return index;
    }
    return {};
}

void tst_WorkbenchStories::pressNumber(const QModelIndex &index)
{
    table()->scrollTo(index, QAbstractItemView::PositionAtTop);
    const QRect number =
        panels::TwoLineDelegate::foldRect(table()->visualRect(index), table()->font(), index);
    QVERIFY(!number.isEmpty());
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, number.center());
}

void tst_WorkbenchStories::aStoryIsOneRowThatOpens()
{
    addCopies();
    const QAbstractItemModelTester tester(table()->model());
    QCOMPARE(m_window->session().aggregates().articles.size(), 307U);
    QCOMPARE(table()->model()->rowCount(), 302);
    const QPersistentModelIndex story = storyRow();
    QCOMPARE(story.data(TableModel::FoldCountRole).toInt(), 6);
    QVERIFY(story.data(Qt::AccessibleTextRole).toString().endsWith(u"6 copies"_s));
    const qint64 open = m_window->reader()->articleId();
    pressNumber(story);
    QCOMPARE(m_window->reader()->articleId(), open); // the number opens the list, not an article
    QCOMPARE(table()->model()->rowCount(), 307);
    QCOMPARE(story.data(TableModel::FoldRole).toInt(), int(TableModel::Open));
    takePicture(u"stories-open"_s);
    const QModelIndex third = story.sibling(story.row() + 3, ArticlesModel::Title);
    QCOMPARE(third.data(TableModel::FoldRole).toInt(), int(TableModel::Inner));
    table()->scrollTo(third);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(third).center());
    QCOMPARE(m_window->reader()->article().article.publisher, u"Copy 3 & Sons"_s);
    pressNumber(story);
    QCOMPARE(table()->model()->rowCount(), 302);
}

void tst_WorkbenchStories::keysOpenAndCloseIt()
{
    addCopies();
    const QPersistentModelIndex story = storyRow();
    table()->setFocus();
    table()->setCurrentIndex(story);
    QTest::keyClick(table(), Qt::Key_Right);
    QCOMPARE(table()->model()->rowCount(), 307);
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Left); // from a copy back to its story
    QCOMPARE(table()->model()->rowCount(), 302);
    QCOMPARE(table()->currentIndex().row(), story.row());
}

void tst_WorkbenchStories::theReaderLeadsToEachCopy()
{
    addCopies();
    m_window->openArticle(301);
    QList<QToolButton *> copies = m_window->reader()->findChildren<QToolButton *>();
    copies.removeIf([](const QToolButton *button) {
        return !button->isVisible() || !button->accessibleName().startsWith(u"Open the copy"_s);
    });
    QCOMPARE(copies.size(), 5);
    QTest::mouseClick(copies.at(1), Qt::LeftButton);
    QCOMPARE(m_window->reader()->article().article.publisher, u"Copy 2 & Sons"_s);
}

void tst_WorkbenchStories::theMenuCountsEveryCopy()
{
    addCopies();
    const int once = m_window->session().aggregates().evidence;
    QVERIFY(m_window->timeline()->data().areStories);
    QAction *switched = action(u"Count every copy of a story"_s);
    QVERIFY(switched);
    QVERIFY(!switched->isChecked());
    switched->trigger();
    QVERIFY(switched->isChecked());
    QVERIFY(m_window->session().aggregates().evidence > once);
    QVERIFY(!m_window->timeline()->data().areStories);
    QCOMPARE(table()->model()->rowCount(), 307);
    QCOMPARE(chips().size(), 1);
    QTest::mouseClick(chips().front(), Qt::LeftButton);
    QCOMPARE(m_window->session().aggregates().evidence, once);
    QVERIFY(!switched->isChecked());
    m_window->session().undo();
    QVERIFY(switched->isChecked());
}

void tst_WorkbenchStories::readingOneCopyReadsTheStory()
{
    addCopies();
    QModelIndex story = storyRow();
    QVERIFY(story.data(TableModel::EmphasisRole).toBool());
    m_window->openArticle(305);
    story = storyRow();
    QVERIFY(!story.data(TableModel::EmphasisRole).toBool());
    QCOMPARE(table()->currentIndex().row(), story.row()); // the story's row stands for its copy
}

void tst_WorkbenchStories::aFilterByPublisherShowsItsCopy()
{
    addCopies();
    lens::Lens lens;
    lens.publishers = QStringList{u"Copy 4 & Sons"_s};
    m_window->session().look(lens);
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->index(0, 1).data(TableModel::FoldRole).toInt(), int(TableModel::Plain));
    QVERIFY(m_window->session().aggregates().evidence > 0);
}

/// The table that is exported counts as stances do: in how many stories somebody figures.
void tst_WorkbenchStories::actorsCountAStoryOnceToo()
{
    addCopies();
    const auto articlesOf = [this](bool countCopies) {
        const QString path = m_folder->filePath(u"actors-%1.csv"_s.arg(countCopies));
        QSignalSpy exported(&m_window->library(), &app::Library::exported);
        m_window->library().exportTable(u"actors"_s, path, {}, countCopies);
        QFile file(path);
        if (!exported.wait() || !file.open(QIODevice::ReadOnly))
            return QByteArray();
        while (!file.atEnd()) {
            if (const QByteArray line = file.readLine(); line.startsWith("Gabriel Boric,"))
                return line.trimmed().split(',').value(5);
        }
        return QByteArray();
    };
    QCOMPARE(articlesOf(false), "1");
    QCOMPARE(articlesOf(true), "6");
}

QTEST_MAIN(tst_WorkbenchStories)
#include "tst_workbench_stories.moc"
