#include "models/analysis/dates.h"

#include <QFile>
#include <QTest>

using namespace demarche;
using namespace demarche::analysis;
using namespace Qt::StringLiterals;

namespace {

QString readCases(const char *name)
{
    QFile file(QStringLiteral(DEMARCHE_CASES "/analysis/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString day(QDate date)
{
    return date.toString(Qt::ISODate);
}

} // namespace

class TestDates : public QObject
{
    Q_OBJECT

private slots:
    void expressions_data();
    void expressions();
    void limits();
    void withoutADayOfWriting();
    void published_data();
    void published();
    void givenAndStated_data();
    void givenAndStated();
};

void TestDates::expressions_data()
{
    QTest::addColumn<QDate>("written");
    QTest::addColumn<bool>("ahead");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    int rows = 0;
    for (const QString &line : readCases("dates.txt").split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        QStringList cells = line.split(u'|');
        QCOMPARE(cells.size(), 5);
        for (QString &cell : cells)
            cell = cell.trimmed();
        QTest::newRow(qPrintable(cells[0] + u' ' + cells[2]))
            << QDate::fromString(cells[0], Qt::ISODate) << (cells[1] == u"ahead") << cells[2] << cells[3]
            << cells[4];
        ++rows;
    }
    QVERIFY(rows > 60);
}

void TestDates::expressions()
{
    QFETCH(QDate, written);
    QFETCH(bool, ahead);
    QFETCH(QString, text);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const qsizetype open = text.indexOf(u'[');
    const QString words = open < 0 ? QString() : text.mid(open + 1, text.indexOf(u']') - open - 1);
    const text::Document document = text::segment(text.remove(u'[').remove(u']'));
    QStringList found;
    DateRange range;
    for (const text::Sentence &sentence : document.sentences) {
        for (const DateExpression &e : dateExpressions(document, sentence)) {
            found << e.span.of(document.text).toString();
            range = resolve(e, written, ahead);
        }
    }
    QCOMPARE(found.join(u" / "_s), words);
    QCOMPARE(day(range.first), first);
    QCOMPARE(day(range.last), last);
}

void TestDates::limits()
{
    const text::Document document = text::segment(u"They will put it off until December 31, 2001."_s);
    const auto found = dateExpressions(document, document.sentences[0]);
    QCOMPARE(found.size(), size_t(1));
    QVERIFY(found[0].limit);
    QCOMPARE(found[0].span.of(document.text).toString(), u"until December 31, 2001"_s);
}

void TestDates::withoutADayOfWriting()
{
    const text::Document document = text::segment(u"On Tuesday they met, as on May 3, 1990."_s);
    const auto found = dateExpressions(document, document.sentences[0]);
    QCOMPARE(found.size(), size_t(2));
    QVERIFY(!resolve(found[0], {}, false).isValid());
    QCOMPARE(day(resolve(found[1], {}, false).first), u"1990-05-03"_s);
}

void TestDates::published_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("text");
    const QString cases = readCases("published.txt");
    const QString body = cases.mid(cases.indexOf(u"\n\n"_s) + 2);
    for (const QString &block : body.split(u"-----\n"_s)) {
        const qsizetype name = block.indexOf(u'\n');
        const qsizetype head = block.indexOf(u'\n', name + 1);
        QTest::newRow(qPrintable(block.left(name)))
            << block.mid(name + 1, head - name - 1) << block.mid(head + 1);
    }
}

void TestDates::published()
{
    QFETCH(QString, text);
    const StatedDay stated = statedDay(text::segment(text));
    const QString basis = stated.published.basis == DateBasis::Dateline ? u"dateline"_s
                          : stated.published.basis == DateBasis::Text   ? u"text"_s
                                                                        : u"unknown"_s;
    QTEST((stated.published.date.isValid() ? day(stated.published.date) : u"-"_s) + u' ' + basis, "expected");
}

void TestDates::givenAndStated_data()
{
    QTest::addColumn<DateBasis>("given");
    QTest::addColumn<DateBasis>("stated");
    QTest::addColumn<QString>("expected");
    const QString first = u"2024-03-06"_s;
    const QString second = u"2024-03-05"_s;
    QTest::newRow("metadata stands") << DateBasis::Metadata << DateBasis::Dateline << first;
    QTest::newRow("what the analyst says stands") << DateBasis::Option << DateBasis::Dateline << first;
    QTest::newRow("a dateline before a file's day") << DateBasis::File << DateBasis::Dateline << second;
    QTest::newRow("a file's day before a guess") << DateBasis::File << DateBasis::Text << first;
    QTest::newRow("nothing stated") << DateBasis::File << DateBasis::Unknown << first;
    QTest::newRow("nothing given") << DateBasis::Unknown << DateBasis::Text << second;
}

void TestDates::givenAndStated()
{
    QFETCH(DateBasis, given);
    QFETCH(DateBasis, stated);
    const auto dayWith = [](DateBasis basis, QDate day) {
        return Published{basis == DateBasis::Unknown ? QDate() : day, basis};
    };
    const Published taken =
        publishedDay(dayWith(given, {2024, 3, 6}), {dayWith(stated, {2024, 3, 5}), false});
    QTEST(day(taken.date), "expected");
}

QTEST_APPLESS_MAIN(TestDates)
#include "tst_dates.moc"
