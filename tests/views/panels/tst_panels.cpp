#include "models/lens/loading.h"
#include "tests/example/example.h"
#include "views/panels/chip.h"
#include "views/panels/datesbox.h"
#include "views/panels/flowlayout.h"
#include "views/panels/lensbar.h"
#include "views/panels/targetbox.h"

#include <QAction>
#include <QCalendarWidget>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTextCharFormat>
#include <QToolButton>

using namespace demarche;
using namespace demarche::panels;
using namespace Qt::StringLiterals;

namespace {

lens::EvidenceIndex someIndex()
{
    lens::EvidenceIndex index;
    qint64 id = 0;
    for (const corpus::AnalysedArticle &article : example::many(80)) {
        QStringList countries;
        for (const analysis::Actor &actor : article.analysis.actors)
            countries.append(actor.country);
        index.addArticle({++id, article.article.published.date, article.article.publisher, countries, true});
        for (const analysis::Evidence &piece : article.analysis.evidence)
            index.addEvidence(
                {id, lens::Kind::Action, 0, piece.country, piece.target, piece.day, piece.value, 1});
    }
    return index;
}

} // namespace

class tst_Panels : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { delete m_session; }

    void aChipObeysKeys_data();
    void aChipObeysKeys();
    void chipsFlowIntoLines();
    void lensBarShowsEachPart();
    void manyFiltersLeaveTheChartsTheirRoom();
    void chipsStandInTheMiddleOfTheBar();
    void clearAllKeepsTheTarget();
    void menuAddsACountry();
    void typingFindsATarget();
    void whatIsNoTargetIsPutBack();
    void calendarsAreOfOneKind();
    void datesBoxGivesBothDays();

private:
    lens::LensSession *m_session = nullptr;
};

void tst_Panels::init()
{
    m_session = new lens::LensSession([](const QString &) { return Result<std::vector<qint64>>(); });
    m_session->setIndex(someIndex());
}

void tst_Panels::aChipObeysKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Space") << int(Qt::Key_Space);
    QTest::newRow("Enter") << int(Qt::Key_Return);
    QTest::newRow("Delete") << int(Qt::Key_Delete);
    QTest::newRow("Backspace") << int(Qt::Key_Backspace);
}

void tst_Panels::aChipObeysKeys()
{
    QFETCH(int, key);
    Chip chip(u"Country"_s, u"Norway <b>"_s);
    chip.show();
    QSignalSpy clicked(&chip, &Chip::clicked);
    QTest::keyClick(&chip, Qt::Key(key));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(chip.accessibleName(), u"Country: Norway <b>"_s);
    QVERIFY(chip.toolTip().contains(u"Norway &lt;b&gt;"_s));
}

void tst_Panels::chipsFlowIntoLines()
{
    QWidget area;
    auto *flow = new FlowLayout(&area);
    flow->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < 12; ++i)
        flow->addWidget(new Chip(u"Country"_s, u"A country of some length"_s, &area));
    const int oneLine = flow->heightForWidth(10'000);
    QVERIFY(flow->heightForWidth(500) > 3 * oneLine);
    area.resize(500, 400);
    area.show();
    for (int i = 0; i < flow->count(); ++i)
        QVERIFY(flow->itemAt(i)->geometry().right() < 500);
}

void tst_Panels::lensBarShowsEachPart()
{
    LensBar bar(*m_session, [](const QString &key) { return key; });
    bar.resize(900, 60);
    bar.show();
    lens::Lens lens = lens::withDates(lens::withOnly({}, u"PER"_s), QDate(2023, 2, 1), QDate(2023, 3, 1));
    lens.kinds = lens::Kind::Action;
    m_session->look(lens);
    QStringList shown;
    for (const Chip *chip : bar.findChildren<Chip *>())
        shown.append(chip->text());
    QCOMPARE(shown, (QStringList{u"PER"_s, u"1 Feb 2023 – 1 Mar 2023"_s, u"actions only"_s}));
}

/// Of a dozen filters the countries become one chip; each of the others can still be taken away by itself.
void tst_Panels::manyFiltersLeaveTheChartsTheirRoom()
{
    LensBar bar(*m_session, [](const QString &key) { return key; });
    bar.resize(900, 60);
    bar.show();
    lens::Lens lens = lens::withDates({}, QDate(2023, 2, 1), QDate(2023, 3, 1));
    lens.countries = QStringList{u"BOL"_s, u"BRA"_s, u"CHL"_s, u"COL"_s};
    lens.kinds = lens::Kind::Action;
    lens.countCopies = true;
    const auto shown = [&bar] {
        QStringList words;
        for (const Chip *chip : bar.findChildren<Chip *>()) {
            if (chip->isVisible())
                words.append(chip->text());
        }
        return words;
    };
    m_session->look(lens);
    QCOMPARE(shown().size(), 7);
    lens.publishers = QStringList{u"A"_s, u"B"_s, u"C"_s, u"D"_s};
    m_session->look(lens);
    QCOMPARE(shown().size(), 8);
    QVERIFY(shown().contains(u"4 countries"_s));
}

void tst_Panels::chipsStandInTheMiddleOfTheBar()
{
    LensBar bar(*m_session, [](const QString &key) { return key; });
    bar.resize(900, 60);
    bar.show();
    m_session->look(lens::withOnly({}, u"PER"_s));
    QTest::qWait(20); // layouts settle
    const auto middleOf = [&bar](const QWidget *widget) {
        return widget->mapTo(&bar, QPoint(0, widget->height() / 2)).y();
    };
    const int offBy = middleOf(bar.findChild<Chip *>()) - middleOf(bar.findChild<TargetBox *>());
    QVERIFY2(qAbs(offBy) <= 1, qPrintable(QString::number(offBy)));
}

void tst_Panels::clearAllKeepsTheTarget()
{
    LensBar bar(*m_session, [](const QString &key) { return key; });
    bar.resize(900, 60);
    bar.show();
    lens::Lens lens = lens::withOnly({}, u"PER"_s);
    lens.target = u"CHL"_s;
    m_session->look(lens);
    for (QToolButton *button : bar.findChildren<QToolButton *>()) {
        if (button->text() == "Clear all"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(m_session->lens().showsAll());
    QCOMPARE(m_session->lens().target, u"CHL"_s);
    QVERIFY(m_session->history().canUndo());
}

void tst_Panels::menuAddsACountry()
{
    LensBar bar(*m_session, [](const QString &key) { return key; });
    auto *add = bar.findChild<QToolButton *>();
    QMetaObject::invokeMethod(add->menu(), "aboutToShow");
    QMenu *countries = add->menu()->actions().constFirst()->menu();
    QVERIFY(countries && !countries->actions().isEmpty());
    const QString country = countries->actions().constFirst()->text();
    countries->actions().constFirst()->trigger();
    QCOMPARE(m_session->lens().countries, QStringList{country});
}

void tst_Panels::typingFindsATarget()
{
    TargetBox box(*m_session, [](const QString &key) { return u"Land "_s + key; });
    box.show();
    QCOMPARE(box.currentText(), u"Land NOR"_s);
    box.lineEdit()->selectAll();
    QTest::keyClicks(box.lineEdit(), u"Land KEN"_s);
    QTest::keyClick(box.lineEdit(), Qt::Key_Return);
    QCOMPARE(m_session->target(), u"KEN"_s);
}

void tst_Panels::whatIsNoTargetIsPutBack()
{
    TargetBox box(*m_session, [](const QString &key) { return key; });
    box.show();
    box.lineEdit()->selectAll();
    QTest::keyClicks(box.lineEdit(), u"Nowhere"_s);
    QTest::keyClick(box.lineEdit(), Qt::Key_Return);
    QCOMPARE(m_session->target(), u"NOR"_s);
    QCOMPARE(box.currentText(), u"NOR"_s);
}

void tst_Panels::calendarsAreOfOneKind()
{
    DatesBox box(QDate(2023, 1, 5), QDate(2023, 2, 6), nullptr);
    for (const QDateEdit *edit : box.findChildren<QDateEdit *>()) {
        QCOMPARE(edit->calendarWidget()->firstDayOfWeek(), Qt::Monday);
        QVERIFY(
            !edit->calendarWidget()->weekdayTextFormat(Qt::Sunday).hasProperty(QTextFormat::ForegroundBrush));
        QVERIFY(edit->text().endsWith(u"2023"_s));
    }
    QCOMPARE(box.findChildren<QDateEdit *>().size(), 2);
}

void tst_Panels::datesBoxGivesBothDays()
{
    QWidget parent;
    auto *box = new DatesBox(QDate(2023, 1, 1), QDate(2023, 12, 31), &parent);
    QSignalSpy chosen(box, &DatesBox::chosen);
    box->popup({});
    box->findChildren<QDateEdit *>().at(1)->setDate(QDate(2023, 6, 30));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toDate(), QDate(2023, 1, 1));
    QCOMPARE(chosen.at(0).at(1).toDate(), QDate(2023, 6, 30));
}

QTEST_MAIN(tst_Panels)
#include "tst_panels.moc"
