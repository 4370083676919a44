#include "tests/app/samplewindow.h"

#include "models/tables/articles.h"
#include "models/tables/stances.h"
#include "views/article/reader.h"
#include "views/article/textview.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/chip.h"
#include "views/panels/findingspanel.h"
#include "views/panels/tableview.h"
#include "views/panels/targetbox.h"
#include "views/timeline/timelineview.h"

using namespace demarche;
using namespace Qt::StringLiterals;
using panels::FindingsPanel;

/// From the sample articles to a sentence, by mouse and keys in the real window.
class tst_SamplesLens : public SampleWindow
{
    Q_OBJECT

private slots:
    void theFirstViewIsRich();
    void countriesFilterEverything();
    void ctrlClickAddsAndAChipTakesAway();
    void manyCountriesAreOneChip();
    void daysAreDragged();
    void theTargetIsChosenByTyping();
    void aFigureOpensToItsSentence();
    void filtersAndZoomsAreTakenBackInTheirOrder();
    void monthsArePlayed();

private:
    [[nodiscard]] const charts::CountryStance *stanceOf(const QString &iso3) const;
};

const charts::CountryStance *tst_SamplesLens::stanceOf(const QString &iso3) const
{
    const auto &countries = m_window->map()->data().countries;
    const auto found = std::ranges::find(countries, iso3, &charts::CountryStance::iso3);
    return found == countries.end() ? nullptr : &*found;
}

void tst_SamplesLens::theFirstViewIsRich()
{
    QCOMPARE(m_window->session().target(), u"ISR"_s);
    QVERIFY(m_window->map()->data().countries.size() >= 12);
    QVERIFY(m_window->timeline()->data().series.size() >= 4);
    QVERIFY(!m_window->timeline()->data().marks.empty());
    for (const QString &critic : {u"COL"_s, u"CHL"_s, u"JOR"_s, u"BOL"_s}) {
        const charts::CountryStance *stance = stanceOf(critic);
        QVERIFY2(stance && stance->score < -1, qPrintable(critic));
        QVERIFY2(!stance->history.empty(), qPrintable(critic));
    }
    QVERIFY(!title().isEmpty());
}

void tst_SamplesLens::countriesFilterEverything()
{
    const int all = shownArticles();
    clickCountry(u"JOR"_s);
    QCOMPARE(chips(), QStringList{u"Jordan"_s});
    QVERIFY(shownArticles() > 0 && shownArticles() < all);
    const auto *list = m_window->articles()->table()->model();
    QCOMPARE(list->rowCount(), shownArticles());
    for (int row = 0; row < list->rowCount(); ++row)
        QVERIFY(list->index(row, tables::ArticlesModel::Countries).data().toString().contains(u"Jordan"_s));
    QCOMPARE(m_window->timeline()->data().series.size(), 1U);
    QCOMPARE(m_window->timeline()->data().series.front().name, u"Jordan"_s);
    QVERIFY(m_window->session().shows(m_window->reader()->articleId())); // the reader obeys too
    QVERIFY(stanceOf(u"COL"_s));                                         // the others can still be chosen
    clickCountry(u"JOR"_s);
    QCOMPARE(shownArticles(), all);
    QTRY_VERIFY(chips().isEmpty());
}

void tst_SamplesLens::ctrlClickAddsAndAChipTakesAway()
{
    clickCountry(u"JOR"_s);
    const int jordans = shownArticles();
    clickCountry(u"COL"_s, Qt::ControlModifier);
    clickCountry(u"BOL"_s, Qt::ControlModifier);
    QCOMPARE(chips(), (QStringList{u"Bolivia"_s, u"Colombia"_s, u"Jordan"_s}));
    QVERIFY(shownArticles() > jordans);
    QTest::mouseClick(chip(u"Colombia"_s), Qt::LeftButton);
    QTRY_COMPARE(chips(), (QStringList{u"Bolivia"_s, u"Jordan"_s}));
    QTest::keyClick(chip(u"Bolivia"_s), Qt::Key_Delete);
    QTRY_COMPARE(chips(), QStringList{u"Jordan"_s});
    QCOMPARE(shownArticles(), jordans);
}

void tst_SamplesLens::manyCountriesAreOneChip()
{
    lens::Lens lens = m_window->session().lens();
    for (const charts::CountryStance &stance : m_window->map()->data().countries)
        lens = lens::toggled(lens, stance.iso3);
    QVERIFY(lens.countries.size() > 8);
    m_window->session().look(lens);
    QCOMPARE(chips(), QStringList{u"%1 countries"_s.arg(lens.countries.size())});
    QCOMPARE(m_window->map()->selected(), lens.countries);
    QTest::mouseClick(chip(chips().front()), Qt::LeftButton);
    QTRY_VERIFY(chips().isEmpty());
    QVERIFY(m_window->session().lens().showsAll());
}

void tst_SamplesLens::daysAreDragged()
{
    views::TimelineView *timeline = m_window->timeline();
    drag(timeline, timeline->positionOf(QDate(2023, 10, 30), 0).toPoint(),
         timeline->positionOf(QDate(2023, 11, 10), 0).toPoint());
    const lens::Lens &lens = m_window->session().lens();
    QVERIFY(std::abs(lens.from.daysTo(QDate(2023, 10, 30))) <= 1);
    QVERIFY(std::abs(lens.to.daysTo(QDate(2023, 11, 10))) <= 1);
    const auto *list = m_window->articles()->table()->model();
    QVERIFY(list->rowCount() >= 5);
    QCOMPARE(list->rowCount(), shownArticles());
    for (const lens::ArticleAt at : m_window->session().aggregates().articles) {
        const QDate day = lens::dateOf(m_window->session().index().day(at));
        QVERIFY(day >= lens.from && day <= lens.to);
    }
    QCOMPARE(chips().size(), 1);
    QVERIFY(stanceOf(u"BOL"_s) && !stanceOf(u"SVN"_s)); // Slovenia's recognition came in June
}

void tst_SamplesLens::theTargetIsChosenByTyping()
{
    auto *box = m_window->findChild<panels::TargetBox *>();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box, u"Ukraine"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(m_window->session().target(), u"UKR"_s);
    QCOMPARE(m_window->map()->data().targetName, u"Ukraine"_s);
    const charts::CountryStance *russia = stanceOf(u"RUS"_s);
    QVERIFY(!russia || russia->score < 0);
    QVERIFY(shownArticles() >= 60); // whom a stance is toward filters nothing
}

void tst_SamplesLens::aFigureOpensToItsSentence()
{
    m_window->findings()->setTab(FindingsPanel::Stances);
    panels::TableView *stances = m_window->findings()->table(FindingsPanel::Stances);
    const auto found = stances->model()->match(stances->model()->index(0, tables::StancesModel::Country),
                                               Qt::DisplayRole, u"Bolivia"_s);
    QCOMPARE(found.size(), 1);
    stances->scrollTo(found.front());
    QTest::mouseClick(stances->viewport(), Qt::LeftButton, {}, stances->visualRect(found.front()).center());
    QCOMPARE(chips(), QStringList{u"Bolivia"_s});
    QCOMPARE(m_window->findings()->tab(), FindingsPanel::Evidence);
    panels::TableView *evidence = m_window->findings()->table(FindingsPanel::Evidence);
    QVERIFY(evidence->model()->rowCount() > 0);
    const QModelIndex piece = evidence->model()->index(0, 0);
    QTest::mouseClick(evidence->viewport(), Qt::LeftButton, {}, evidence->visualRect(piece).center());
    const auto place = piece.data(tables::TableModel::PlaceRole).value<tables::Place>();
    QCOMPARE(m_window->reader()->articleId(), place.article);
    const article::TextView *text = m_window->reader()->textView();
    QVERIFY(text->textCursor().hasSelection());
    const QRect place_ =
        text->rectOf({text->textCursor().selectionStart(), text->textCursor().selectionEnd()});
    QVERIFY(text->rect().contains(place_.topLeft())); // in sight
}

void tst_SamplesLens::filtersAndZoomsAreTakenBackInTheirOrder()
{
    views::TimelineView *timeline = m_window->timeline();
    QAction *undo = action(u"Undo"_s);
    QVERIFY(undo && !undo->isEnabled());
    clickCountry(u"JOR"_s);
    timeline->setFocus();
    QTest::keyClick(timeline, Qt::Key_Plus);
    QTest::keyClick(timeline, Qt::Key_Plus);
    const views::TimeWindow zoomed = timeline->window();
    QVERIFY(!zoomed.isWhole());
    QVERIFY(undo->isEnabled());
    m_window->map()->setFocus();
    clickCountry(u"COL"_s, Qt::ControlModifier);
    QCOMPARE(undo->text(), u"&Undo filter"_s);
    undo->trigger();
    QCOMPARE(chips(), QStringList{u"Jordan"_s});
    QCOMPARE(timeline->window(), zoomed);
    QCOMPARE(undo->text(), u"&Undo zoom of the timeline"_s);
    undo->trigger();
    QVERIFY(timeline->window().isWhole());
    QTRY_COMPARE(chips(), QStringList{u"Jordan"_s});
    undo->trigger();
    QTRY_VERIFY(chips().isEmpty());
    QVERIFY(!undo->isEnabled());
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(chips(), (QStringList{u"Colombia"_s, u"Jordan"_s}));
    QCOMPARE(timeline->window(), zoomed);
}

void tst_SamplesLens::monthsArePlayed()
{
    const auto month = [this] { return m_window->session().lens().from; };
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(month(), QDate(2023, 10, 1));
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(month(), QDate(2023, 11, 1));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(month(), QDate(2023, 10, 1));
    QAction *play = action(u"Play months"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(play->isChecked());
    QCOMPARE(month(), QDate(2023, 11, 1));
    QTRY_COMPARE(month(), QDate(2023, 12, 1)); // by itself
    QVERIFY(play->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(!play->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier); // all of the playing at once
    QCOMPARE(month(), QDate(2023, 10, 1));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    clickCountry(u"JOR"_s); // who chooses something else has seen enough
    QVERIFY(!play->isChecked());
}

QTEST_MAIN(tst_SamplesLens)
#include "tst_samples_lens.moc"
