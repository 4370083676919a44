#include "tests/app/workbenchtest.h"

#include "tests/example/example.h"
#include "views/article/reader.h"
#include "views/article/textview.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/chip.h"
#include "views/panels/emptynotice.h"
#include "views/panels/tableview.h"
#include "views/panels/targetbox.h"
#include "views/timeline/timelineview.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;

/// The lens in the whole window: what clicks on map, timeline, chips and boxes filter, and how it is taken
/// back.
class tst_WorkbenchLens : public WorkbenchTest
{
    Q_OBJECT

private slots:
    void mostFrequentTargetIsTheDefault();
    void aClickOnACountryFilters();
    void ctrlClickAddsACountry();
    void undoTakesAFilterBack();
    void aChipTakesItsFilterAway();
    void draggingOverTheTimelineSelectsDates();
    void searchingFilters();
    void anEmptyResultOffersToWiden();
    void longWordsDoNotWidenTheList();
    void marksAreToldWhenTheyAreRead();
    void choosingATargetChangesTheMap();
};

void tst_WorkbenchLens::mostFrequentTargetIsTheDefault()
{
    QCOMPARE(m_window->session().target(), u"NOR"_s);
    QCOMPARE(m_window->map()->data().target, u"NOR"_s);
    QCOMPARE(m_window->timeline()->data().target, u"NOR"_s);
}

void tst_WorkbenchLens::aClickOnACountryFilters()
{
    clickCountry(u"BRA"_s);
    QCOMPARE(m_window->session().lens().countries, QStringList{u"BRA"_s});
    QCOMPARE(m_window->map()->selected(), QStringList{u"BRA"_s});
    QCOMPARE(m_window->timeline()->data().series.size(), 1U);
    QCOMPARE(m_window->timeline()->data().series.front().iso3, u"BRA"_s);
    const auto *list = m_window->articles()->table()->model();
    QVERIFY(list->rowCount() > 0 && list->rowCount() < 302);
    for (int row = 0; row < list->rowCount(); ++row)
        QVERIFY(list->index(row, tables::ArticlesModel::Countries).data().toString().contains(u"BRA"_s));
    QVERIFY(m_window->map()->data().countries.size() > 1); // the others can still be seen
    clickCountry(u"BRA"_s);
    QVERIFY(m_window->session().lens().countries.isEmpty());
}

void tst_WorkbenchLens::ctrlClickAddsACountry()
{
    clickCountry(u"BRA"_s);
    clickCountry(u"IND"_s, Qt::ControlModifier);
    QCOMPARE(m_window->session().lens().countries, (QStringList{u"BRA"_s, u"IND"_s}));
    QCOMPARE(m_window->timeline()->data().series.size(), 2U);
    QCOMPARE(chips().size(), 2);
}

void tst_WorkbenchLens::undoTakesAFilterBack()
{
    clickCountry(u"BRA"_s);
    clickCountry(u"IND"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->session().lens().countries, QStringList{u"BRA"_s});
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_window->session().lens().showsAll());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->session().lens().countries, QStringList{u"BRA"_s});
}

void tst_WorkbenchLens::aChipTakesItsFilterAway()
{
    clickCountry(u"BRA"_s);
    clickCountry(u"IND"_s, Qt::ControlModifier);
    QCOMPARE(chips().size(), 2);
    QTest::mouseClick(chips().front(), Qt::LeftButton);
    QCOMPARE(m_window->session().lens().countries, QStringList{u"IND"_s});
    QTRY_COMPARE(chips().size(), 1);
}

void tst_WorkbenchLens::draggingOverTheTimelineSelectsDates()
{
    const QDate first(2023, 4, 3);
    const QDate last(2023, 8, 27);
    views::TimelineView *timeline = m_window->timeline();
    const QPoint from = timeline->positionOf(first, 0).toPoint();
    const QPoint to = timeline->positionOf(last, 0).toPoint();
    drag(timeline, from, to);
    const lens::Lens &lens = m_window->session().lens();
    QVERIFY(std::abs(lens.from.daysTo(first)) <= 4);
    QVERIFY(std::abs(lens.to.daysTo(last)) <= 4);
    QVERIFY(m_window->session().aggregates().articles.size() < 302);
    for (const lens::ArticleAt at : m_window->session().aggregates().articles) {
        const QDate day = lens::dateOf(m_window->session().index().day(at));
        QVERIFY(day >= lens.from && day <= lens.to);
    }
}

void tst_WorkbenchLens::searchingFilters()
{
    QTest::keyClick(m_window.get(), Qt::Key_Slash);
    QVERIFY(m_window->articles()->searchBox()->hasFocus());
    QTest::keyClicks(m_window->articles()->searchBox(), u"ambassador"_s);
    QTest::keyClick(m_window->articles()->searchBox(), Qt::Key_Return);
    QTRY_COMPARE(m_window->session().aggregates().articles.size(), 1U);
    QTest::mouseClick(m_window->articles()->table()->viewport(), Qt::LeftButton, {}, QPoint(60, 15));
    QCOMPARE(m_window->reader()->article().article.title, example::recall().article.title);
    QCOMPARE(m_window->reader()->textView()->markings().hits.size(), 1U);
}

void tst_WorkbenchLens::anEmptyResultOffersToWiden()
{
    clickCountry(u"BRA"_s);
    lens::Lens lens = m_window->session().lens();
    lens.search = u"ambassador"_s;
    m_window->session().look(lens);
    QTRY_COMPARE(m_window->session().aggregates().articles.size(), 0U);
    const auto notices = visible<panels::EmptyNotice>();
    QCOMPARE(notices.size(), 1);
    const auto offers = notices.front()->findChildren<QPushButton *>();
    QCOMPARE(offers.size(), 3);
    QCOMPARE(offers.at(0)->text(), u"Without BRA: 1 article"_s);
    QTRY_VERIFY(offers.at(0)->isVisible());
    QTRY_VERIFY(!offers.at(0)->rect().isEmpty()); // laid out
    takePicture(u"nothing"_s);
    QTest::mouseClick(offers.at(0), Qt::LeftButton);
    QTRY_COMPARE(m_window->session().aggregates().articles.size(), 1U);
}

void tst_WorkbenchLens::longWordsDoNotWidenTheList()
{
    clickCountry(u"BRA"_s);
    const int before = m_window->articles()->width();
    lens::Lens lens = m_window->session().lens();
    lens.search = u"ambassador "_s + u"of a country that nobody has named yet "_s.repeated(6).trimmed();
    m_window->session().look(lens);
    QTRY_COMPARE(m_window->session().aggregates().articles.size(), 0U);
    QTRY_COMPARE(visible<panels::EmptyNotice>().size(), 1);
    QTest::qWait(20); // layouts settle
    QCOMPARE(m_window->articles()->width(), before);
    const auto offers = visible<panels::EmptyNotice>().front()->findChildren<QPushButton *>();
    QVERIFY(std::ranges::any_of(offers, [](const QPushButton *offer) {
        return offer->text().contains(u'…') && offer->accessibleName().contains(u"named yet”: "_s);
    }));
    for (const QPushButton *offer : offers)
        QVERIFY(offer->width() >= offer->sizeHint().width());
}

/// The articles behind the marks are read beside the window; a picture does not wait for them.
void tst_WorkbenchLens::marksAreToldWhenTheyAreRead()
{
    const auto &marks = m_window->timeline()->data().marks;
    QVERIFY(!marks.empty());
    const auto isTold = [](const charts::EventMark &mark) { return mark.label.contains(u": "_s); };
    QTRY_VERIFY(std::ranges::all_of(m_window->timeline()->data().marks, isTold));
    for (const charts::EventMark &mark : m_window->timeline()->data().marks) {
        const corpus::StoredArticle stored = m_window->library().article(mark.article);
        const auto &action = stored.analysis.actions.at(std::size_t(mark.action));
        QVERIFY(mark.label.startsWith(mark.country + u" → "_s + m_window->session().target()));
        QVERIFY(mark.label.endsWith(action.trigger.of(stored.article.text)));
    }
    lens::Lens lens = m_window->session().lens();
    lens.target = u"ISR"_s;
    m_window->session().look(lens);
    QTRY_VERIFY(std::ranges::all_of(m_window->timeline()->data().marks, isTold));
}

void tst_WorkbenchLens::choosingATargetChangesTheMap()
{
    auto *box = m_window->findChild<panels::TargetBox *>();
    QVERIFY(box->count() >= 8);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(m_window->session().target() != u"NOR"_s);
    QCOMPARE(m_window->map()->data().target, m_window->session().target());
}

QTEST_MAIN(tst_WorkbenchLens)
#include "tst_workbench_lens.moc"
