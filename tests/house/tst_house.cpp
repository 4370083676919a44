#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// The rules of the house that a machine can check: who may include what, and what must stand in each room.
class TestHouse : public QObject
{
    Q_OBJECT

private slots:
    void models_drawNothing();
    void only_corpus_speaks_sql();
    void only_timeline_knows_qtcharts();
    void rooms_haveAReadme_data();
    void rooms_haveAReadme();
    void files_haveOneSubject();
};

static QStringList sources(const QString &room)
{
    QStringList all;
    QDirIterator files(QLatin1StringView(DEMARCHE_SOURCE) + u'/' + room, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        all.append(files.next());
    return all;
}

static QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

static QStringList matching(const QStringList &files, const QString &pattern)
{
    const QRegularExpression wanted(pattern, QRegularExpression::MultilineOption);
    QStringList hits;
    for (const QString &file : files) {
        const auto match = wanted.match(read(file));
        if (match.hasMatch())
            hits.append(file + u": "_s + match.captured().trimmed());
    }
    return hits;
}

void TestHouse::models_drawNothing()
{
    QVERIFY(!sources(u"models"_s).isEmpty());
    const QString drawing =
        u"^#include\\s*[<\"](QtWidgets|QtGui|Q(Widget|Painter|Pixmap|Image|Color|Brush|Pen|Font)|Q(Gui)?Application\\b|QChart).*"_s;
    QCOMPARE(matching(sources(u"models"_s), drawing), QStringList());
}

void TestHouse::only_corpus_speaks_sql()
{
    QStringList others;
    for (const QString &room :
         {u"models/text"_s, u"models/language"_s, u"models/knowledge"_s, u"models/analysis"_s,
          u"models/lens"_s, u"models/tables"_s, u"models/charts"_s, u"views"_s, u"app"_s})
        others += sources(room);
    QCOMPARE(matching(others, u"^#include\\s*[<\"](QtSql/)?QSql.*"_s), QStringList());
}

void TestHouse::only_timeline_knows_qtcharts()
{
    QStringList others = sources(u"models"_s) + sources(u"app"_s);
    for (const QString &room : {u"article"_s, u"map"_s, u"panels"_s, u"dialogs"_s, u"export"_s})
        others += sources(u"views/"_s + room);
    QCOMPARE(matching(others, u"^#include\\s*[<\"](QtCharts|Q(Chart|ChartView|LineSeries|ValueAxis))\\b.*"_s),
             QStringList());
}

void TestHouse::rooms_haveAReadme_data()
{
    QTest::addColumn<QString>("room");
    for (const QString &parent : {u"models"_s, u"views"_s, u"resources"_s}) {
        const QDir dir(QLatin1StringView(DEMARCHE_SOURCE) + u'/' + parent);
        for (const QString &room : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(parent + u'/' + room)) << dir.filePath(room);
    }
}

void TestHouse::rooms_haveAReadme()
{
    QFETCH(QString, room);
    QVERIFY2(QFile::exists(room + u"/README.md"_s), "each room says what is in it and how to add one more");
}

void TestHouse::files_haveOneSubject()
{
    QStringList tooLong;
    for (const QString &room : {u"models"_s, u"views"_s, u"app"_s}) {
        for (const QString &file : sources(room)) {
            const auto lines = read(file).count(u'\n');
            if (lines > 450)
                tooLong.append(u"%1: %2 lines"_s.arg(file).arg(lines));
        }
    }
    QCOMPARE(tooLong, QStringList());
}

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
