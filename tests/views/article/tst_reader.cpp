#include "tests/example/example.h"
#include "views/article/findbar.h"
#include "views/article/findingcard.h"
#include "views/article/layerbar.h"
#include "views/article/reader.h"
#include "views/article/textview.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace demarche;
using namespace Qt::StringLiterals;
using article::Layer;
using tables::FindingKind;
using tables::FindingRef;

namespace {

tables::Words words()
{
    return {[](const QString &key) { return key; }, [](const QString &code) { return u"act "_s + code; }};
}

corpus::StoredArticle stored(const corpus::AnalysedArticle &made)
{
    return {7, made.article, made.analysis, true};
}

} // namespace

class tst_Reader : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { delete m_reader; }

    void textIsShownAsItIs();
    void aClickOpensTheCard();
    void whereFindingsOverlapAListChooses();
    void stepGoesRound();
    void hiddenLayersAreLeftOut();
    void layersArePainted_data();
    void layersArePainted();
    void markingMovesNoLetter();
    void findMarksAllPlaces();
    void spaceScrollsThenGoesOn();
    void escClosesTheCard();

private:
    void open(const corpus::AnalysedArticle &made);
    [[nodiscard]] QPoint pointOf(const QString &words) const;

    article::Reader *m_reader = nullptr;
};

void tst_Reader::init()
{
    m_reader = new article::Reader(words());
    m_reader->resize(620, 560);
    open(example::recall());
    m_reader->QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(m_reader));
    if (const QString picture = qEnvironmentVariable("DEMARCHE_PICTURES"); !picture.isEmpty())
        m_reader->grab().save(picture +
                              u"/reader-%1.png"_s.arg(QLatin1StringView(QTest::currentTestFunction())));
}

void tst_Reader::open(const corpus::AnalysedArticle &made)
{
    m_reader->setArticle(stored(made));
}

/// The middle of some words in the text view's viewport.
QPoint tst_Reader::pointOf(const QString &words) const
{
    const qsizetype at = m_reader->article().article.text.indexOf(words);
    const text::Span span{at, at + words.size()};
    return m_reader->textView()->rectOf(span).center() - m_reader->textView()->viewport()->pos();
}

void tst_Reader::textIsShownAsItIs()
{
    open(example::treaty());
    QCOMPARE(m_reader->textView()->toPlainText(), example::treaty().article.text);
    for (const QLabel *label : m_reader->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void tst_Reader::aClickOpensTheCard()
{
    QSignalSpy chosen(m_reader, &article::Reader::findingChosen);
    QTest::mouseClick(m_reader->textView()->viewport(), Qt::LeftButton, {}, pointOf(u"visit"_s));
    QVERIFY(m_reader->card()->isVisible());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<FindingRef>(), (FindingRef{FindingKind::Action, 1}));
    QStringList shown;
    for (const QLabel *label : m_reader->card()->findChildren<QLabel *>())
        shown.append(label->text());
    for (const QString &line : {u"Espen Barth Eide"_s, u"not named"_s, u"announced or expected"_s,
                                u"act 042"_s, u"CAMEO 042 · PLOVER CONSULT · Goldstein +1.9"_s})
        QVERIFY2(shown.contains(line), qPrintable(line));
    if (const QString picture = qEnvironmentVariable("DEMARCHE_PICTURES"); !picture.isEmpty())
        m_reader->grab().save(picture + u"/reader-card.png"_s);
}

void tst_Reader::whereFindingsOverlapAListChooses()
{
    // "Norway" is an actor and the beginning of an action's clause.
    QTest::mouseClick(m_reader->textView()->viewport(), Qt::LeftButton, {},
                      pointOf(u"Norway recalled"_s) - QPoint(20, 0));
    auto *menu = m_reader->findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    QVERIFY(!m_reader->card()->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(m_reader->card()->isVisible());
    QCOMPARE(m_reader->textView()->markings().current, (FindingRef{FindingKind::Action, 0}));
}

void tst_Reader::stepGoesRound()
{
    QList<FindingRef> seen;
    connect(m_reader, &article::Reader::findingChosen, this,
            [&](FindingRef finding) { seen.append(finding); });
    const auto places = tables::places(m_reader->article().analysis, m_reader->article().article.text.size());
    for (std::size_t i = 0; i < places.size() + 1; ++i)
        m_reader->step(1);
    QCOMPARE(seen.size(), qsizetype(places.size()) + 1);
    QCOMPARE(seen.last(), seen.first());
    m_reader->step(-1);
    QCOMPARE(seen.last(), places.back().finding);
}

void tst_Reader::hiddenLayersAreLeftOut()
{
    m_reader->setLayers(Layer::Quotes);
    const qsizetype visit = m_reader->article().article.text.indexOf(u"visit"_s);
    QVERIFY(m_reader->textView()->placesAt(visit).empty());
    QSignalSpy chosen(m_reader, &article::Reader::findingChosen);
    for (int i = 0; i < 3; ++i)
        m_reader->step(1);
    for (const QList<QVariant> &arguments : chosen)
        QCOMPARE(arguments.at(0).value<FindingRef>().kind, FindingKind::Quote);
    QCOMPARE(chosen.size(), 3);
}

void tst_Reader::layersArePainted_data()
{
    QTest::addColumn<int>("layer");
    QTest::newRow("actors are filled") << int(Layer::Actors);
    QTest::newRow("actions are underlined") << int(Layer::Actions);
    QTest::newRow("quotes have a bar") << int(Layer::Quotes);
}

void tst_Reader::layersArePainted()
{
    QFETCH(int, layer);
    QWidget *viewport = m_reader->textView()->viewport();
    m_reader->setLayers({});
    const QImage without = viewport->grab().toImage();
    m_reader->setLayers(article::Layers(Layer(layer)));
    const QImage with = viewport->grab().toImage();
    QVERIFY(with != without);
    // Bars stand beside the text, fills and lines in it.
    const int left = m_reader->textView()->rectOf({0, 1}).left() - viewport->x() - 4;
    bool beside = false;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < left; ++x)
            beside = beside || with.pixel(x, y) != without.pixel(x, y);
    }
    QCOMPARE(beside, Layer(layer) == Layer::Quotes);
}

void tst_Reader::markingMovesNoLetter()
{
    m_reader->setLayers({});
    const QRect before = m_reader->textView()->rectOf({300, 310});
    const int height = m_reader->textView()->document()->size().toSize().height();
    m_reader->setLayers(article::allLayers);
    m_reader->show(FindingRef{FindingKind::Quote, 1});
    QCOMPARE(m_reader->textView()->rectOf({300, 310}), before);
    QCOMPARE(m_reader->textView()->document()->size().toSize().height(), height);
}

void tst_Reader::findMarksAllPlaces()
{
    m_reader->openFind();
    auto *edit = m_reader->findChild<QLineEdit *>();
    QVERIFY(edit && edit->isVisible());
    QTest::keyClicks(edit, u"norway"_s);
    const QString &text = m_reader->article().article.text;
    QCOMPARE(m_reader->textView()->markings().found.size(), std::size_t(text.count(u"Norway"_s)));
    QCOMPARE(m_reader->textView()->textCursor().selectedText(), u"Norway"_s);
    const int first = m_reader->textView()->textCursor().position();
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(m_reader->textView()->textCursor().position() > first);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    QVERIFY(m_reader->textView()->markings().found.empty());
}

void tst_Reader::spaceScrollsThenGoesOn()
{
    QSignalSpy wanted(m_reader, &article::Reader::nextUnreadWanted);
    corpus::AnalysedArticle longer = example::recall();
    longer.article.text += QString(u"More of the same, and more again.\n"_s).repeated(120);
    open(longer);
    QScrollBar &bar = *m_reader->textView()->verticalScrollBar();
    QTRY_VERIFY(bar.maximum() > 0);
    QTest::keyClick(m_reader->textView(), Qt::Key_Space);
    QVERIFY(bar.value() > 0);
    QCOMPARE(wanted.size(), 0);
    bar.setValue(bar.maximum());
    QTest::keyClick(m_reader->textView(), Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
}

void tst_Reader::escClosesTheCard()
{
    QTest::mouseClick(m_reader->textView()->viewport(), Qt::LeftButton, {}, pointOf(u"visit"_s));
    QVERIFY(m_reader->card()->isVisible());
    QTest::keyClick(m_reader->card(), Qt::Key_Escape);
    QVERIFY(!m_reader->card()->isVisible());
}

QTEST_MAIN(tst_Reader)
#include "tst_reader.moc"
