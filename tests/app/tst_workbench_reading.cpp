#include "tests/app/workbenchtest.h"

#include "tests/example/example.h"
#include "views/article/reader.h"
#include "views/article/textview.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"
#include "views/panels/tableview.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;
using panels::FindingsPanel;

/// From lists and findings to places in the text, by mouse and keys.
class tst_WorkbenchReading : public WorkbenchTest
{
    Q_OBJECT

private slots:
    void opensTheNewestArticle();
    void aRowLeadsToItsPlace_data();
    void aRowLeadsToItsPlace();
    void evidenceOfACountryIsOneClickAway();
    void keysGoThroughArticles();
    void openingMarksAsRead();
    void aTitleOfSeveralLinesIsShownWhole();
    void typingIsNoShortcut();
};

void tst_WorkbenchReading::opensTheNewestArticle()
{
    const lens::Aggregates &shown = m_window->session().aggregates();
    QCOMPARE(shown.articles.size(), 302U);
    QCOMPARE(m_window->reader()->articleId(), m_window->session().index().id(shown.articles.front()));
}

void tst_WorkbenchReading::aRowLeadsToItsPlace_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("words");
    QTest::newRow("actor") << int(FindingsPanel::Actors) << 2 << u"President Gabriel Boric"_s;
    QTest::newRow("quote") << int(FindingsPanel::Quotes) << 1 << u"remains a friend"_s;
    QTest::newRow("action") << int(FindingsPanel::Actions) << 2
                            << u"President Gustavo Petro praised Norway"_s;
    QTest::newRow("evidence") << int(FindingsPanel::Evidence) << 3 << u"Chile had broken its word"_s;
}

void tst_WorkbenchReading::aRowLeadsToItsPlace()
{
    QFETCH(int, tab);
    QFETCH(int, row);
    QFETCH(QString, words);
    m_window->openArticle(301);
    QCOMPARE(m_window->reader()->article().article.title, example::recall().article.title);
    m_window->findings()->setTab(FindingsPanel::Tab(tab));
    panels::TableView *table = m_window->findings()->table(FindingsPanel::Tab(tab));
    const QRect cell = table->visualRect(table->model()->index(row, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(m_window->reader()->textView()->textCursor().selectedText(), words);
}

void tst_WorkbenchReading::evidenceOfACountryIsOneClickAway()
{
    m_window->findings()->setTab(FindingsPanel::Stances);
    panels::TableView *stances = m_window->findings()->table(FindingsPanel::Stances);
    const QModelIndex first = stances->model()->index(0, tables::StancesModel::Country);
    const QString country = first.data(tables::StancesModel::CountryRole).toString();
    const int pieces = first.siblingAtColumn(tables::StancesModel::Evidence).data().toInt();
    QTest::mouseClick(stances->viewport(), Qt::LeftButton, {}, stances->visualRect(first).center());
    QCOMPARE(m_window->session().lens().countries, QStringList{country});
    QCOMPARE(m_window->findings()->tab(), FindingsPanel::Evidence);
    panels::TableView *evidence = m_window->findings()->table(FindingsPanel::Evidence);
    QCOMPARE(evidence->model()->rowCount(), pieces);
    // One more click opens the article there.
    const QModelIndex piece = evidence->model()->index(pieces - 1, 0);
    evidence->scrollTo(piece);
    QTest::mouseClick(evidence->viewport(), Qt::LeftButton, {}, evidence->visualRect(piece).center());
    const auto place = piece.data(tables::TableModel::PlaceRole).value<tables::Place>();
    QCOMPARE(m_window->reader()->articleId(), place.article);
    QCOMPARE(m_window->reader()->textView()->markings().current, place.finding);
}

void tst_WorkbenchReading::keysGoThroughArticles()
{
    const auto *list = m_window->articles()->table()->model();
    const auto idAt = [&](int row) {
        return list->index(row, 0).data(tables::ArticlesModel::IdRole).toLongLong();
    };
    m_window->reader()->textView()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QCOMPARE(m_window->reader()->articleId(), idAt(2));
    QTest::keyClick(m_window.get(), Qt::Key_K);
    QCOMPARE(m_window->reader()->articleId(), idAt(1));
    QTest::keyClick(m_window->reader()->textView(), Qt::Key_Space);
    QCOMPARE(m_window->reader()->articleId(), idAt(3)); // 1 and 2 are read
}

void tst_WorkbenchReading::openingMarksAsRead()
{
    const qint64 id = m_window->reader()->articleId();
    QVERIFY(m_window->session().index().unread(
        lens::ArticleAt(m_window->session().index().find(id)))); // only shown
    QTest::mouseClick(m_window->articles()->table()->viewport(), Qt::LeftButton, {}, QPoint(60, 15));
    QVERIFY(!m_window->session().index().unread(lens::ArticleAt(m_window->session().index().find(id))));
    const Result<corpus::StoredArticle> stored = m_window->library().store().article(id);
    QVERIFY(stored && !stored->unread);
}

void tst_WorkbenchReading::aTitleOfSeveralLinesIsShownWhole()
{
    const QLabel *title = nullptr;
    for (const QLabel *label : m_window->reader()->findChildren<QLabel *>()) {
        if (label->accessibleName() == "Title"_L1)
            title = label;
    }
    QVERIFY(title);
    for (const int width : {1600, 640, 1280}) {
        m_window->resize(width, 800);
        m_window->openArticle(width == 640 ? 301 : 302);
        QTRY_VERIFY(title->height() >= title->heightForWidth(title->width()));
    }
}

void tst_WorkbenchReading::typingIsNoShortcut()
{
    const qint64 open = m_window->reader()->articleId();
    m_window->articles()->focusSearch();
    QTest::keyClicks(m_window->articles()->searchBox(), u"junk"_s);
    QCOMPARE(m_window->articles()->searchBox()->text(), u"junk"_s);
    QCOMPARE(m_window->reader()->articleId(), open);
    m_window->map()->setFocus();
    QTest::keyClicks(m_window->map(), u"ken"_s);
    QCOMPARE(m_window->map()->current(), u"KEN"_s);
    QCOMPARE(m_window->reader()->articleId(), open);
}

QTEST_MAIN(tst_WorkbenchReading)
#include "tst_workbench_reading.moc"
