#include "tests/app/workbenchtest.h"

#include "models/lens/loading.h"
#include "tests/models/corpus/fetch/fetching.h"
#include "views/article/reader.h"
#include "views/dialogs/sourcesdialog.h"
#include "views/map/mapview.h"
#include "views/panels/startpage.h"
#include "views/panels/tableview.h"

#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace demarche;
using namespace Qt::StringLiterals;
using app::Library;

/// Articles come in and tables go out.
class tst_WorkbenchLibrary : public WorkbenchTest
{
    Q_OBJECT

private slots:
    void droppedFilesAreImported();
    void tablesAreExportedInTheBackground();
    void closingCancelsTheImport();
    void anEmptyWindowSaysWhatToDo();
};

void tst_WorkbenchLibrary::droppedFilesAreImported()
{
    const QString path = m_folder->filePath(u"dropped.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "A report that came by mouse\n\nLIMA, July 9 (Example Wire) - Peru thanked Kenya for its help on "
        "Tuesday, the ministry said in a long statement about aid and trade.\n");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QSignalSpy finished(&m_window->library(), &Library::importFinished);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(!finished.empty() || finished.wait());
    const auto report = finished.at(0).at(0).value<corpus::ImportReport>();
    QVERIFY2(report.problems.empty(),
             qPrintable(report.problems.empty() ? QString() : report.problems.front().line()));
    QTRY_COMPARE(m_window->session().index().articleCount(), 303U);
    // The same article again is none.
    finished.clear();
    m_window->openPaths({path});
    QVERIFY(!finished.empty() || finished.wait());
    QCOMPARE(finished.at(0).at(0).value<corpus::ImportReport>().progress.duplicates, 1);
    QCOMPARE(m_window->session().index().articleCount(), 303U);
}

void tst_WorkbenchLibrary::tablesAreExportedInTheBackground()
{
    clickCountry(u"BRA"_s);
    const QString file = m_folder->filePath(u"articles.jsonl"_s);
    QSignalSpy exported(&m_window->library(), &Library::exported);
    m_window->library().exportTable(u"articles"_s, file,
                                    lens::filterOf(m_window->session().lens(), m_window->session().sources()),
                                    false);
    QVERIFY(!exported.empty() || exported.wait());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().count('\n'), qsizetype(m_window->session().aggregates().articles.size()));
    QSignalSpy failed(&m_window->library(), &Library::failed);
    m_window->library().exportTable(u"articles"_s, m_folder->filePath(u"no/such/folder.csv"_s), {}, false);
    QVERIFY(!failed.empty() || failed.wait());
    QVERIFY(failed.at(0).at(0).toString().contains(u"folder.csv"_s));
}

void tst_WorkbenchLibrary::closingCancelsTheImport()
{
    for (int i = 0; i < 400; ++i) {
        QFile file(m_folder->filePath(u"report-%1.txt"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("A report of its own\n\nPeru thanked Kenya, number ") + QByteArray::number(i) +
                   " of many that say so.\n");
    }
    QSignalSpy finished(&m_window->library(), &Library::importFinished);
    m_window->openPaths({m_folder->path()});
    QVERIFY(m_window->library().isImporting());
    m_window->close();
    QVERIFY(!m_window->isVisible());
    QVERIFY(!finished.empty() || finished.wait());
    QVERIFY(finished.at(0).at(0).value<corpus::ImportReport>().cancelled);
}

/// One page, once, with a way to each thing that brings articles; the first article takes its place.
void tst_WorkbenchLibrary::anEmptyWindowSaysWhatToDo()
{
    QVERIFY(visible<panels::StartPage>().isEmpty());
    m_window.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = made();
    QVERIFY(m_window);
    QTRY_COMPARE(visible<panels::StartPage>().size(), 1);
    QVERIFY(!m_window->map()->isVisible());
    QVERIFY(!m_window->reader()->isVisible());
    const auto ways = visible<panels::StartPage>().front()->findChildren<QPushButton *>();
    QCOMPARE(ways.size(), 4);
    for (QPushButton *way : ways) {
        QVERIFY(way->isVisible() && !way->accessibleDescription().isEmpty());
        QVERIFY(action(way->text().remove(u'&')) != nullptr);
    }
    takePicture(u"empty"_s);
    m_window->library().gather({corpus::fetch::everythingAllowed(), false, 60});
    QTest::mouseClick(ways.back(), Qt::LeftButton);
    QTRY_VERIFY(m_window->sourcesDialog()->isVisible());
    m_window->sourcesDialog()->close();

    QFile file(m_folder->filePath(u"first.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "The first report\n\nLIMA, July 9 (Example Wire) - Peru thanked Kenya for its help on Tuesday, the "
        "ministry said in a long statement about aid and trade.\n");
    file.close();
    m_window->openPaths({file.fileName()});
    QTRY_VERIFY(m_window->map()->isVisible());
    QVERIFY(visible<panels::StartPage>().isEmpty());
    QTRY_COMPARE(m_window->reader()->article().article.title, u"The first report"_s);
}

QTEST_MAIN(tst_WorkbenchLibrary)
#include "tst_workbench_library.moc"
