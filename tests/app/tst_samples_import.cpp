#include "tests/app/samplewindow.h"

#include "views/dialogs/importreport.h"
#include "views/panels/articlespanel.h"
#include "views/panels/emptynotice.h"
#include "views/panels/tableview.h"

#include <QDir>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>

using namespace demarche;
using namespace Qt::StringLiterals;
using app::Library;

/// Articles come in through the window: wholly, cancelled, partly unreadable.
class tst_SamplesImport : public SampleWindow
{
    Q_OBJECT

private slots:
    void anEmptyStoreSaysHowToBegin();
    void cancelKeepsWhatIsDone();
    void theSameArticlesAddNothing();
    void whatCannotBeReadIsNamed();
    void whatWasOpenedIsOfferedAgain();
};

void tst_SamplesImport::anEmptyStoreSaysHowToBegin()
{
    m_window = opened(m_folder->filePath(u"empty.demarche"_s));
    QVERIFY(m_window);
    QCOMPARE(shownArticles(), 0);
    const auto *notice = m_window->findChild<panels::EmptyNotice *>();
    QVERIFY(notice && notice->isVisible());
    m_window->openPaths({samples()});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->articles()->table()->isVisible(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->library().isImporting(), 120'000);
    QTRY_VERIFY(shownArticles() >= 60);
    QCOMPARE(m_window->session().target(), u"ISR"_s);
}

void tst_SamplesImport::cancelKeepsWhatIsDone()
{
    const QString store = m_folder->filePath(u"cancelled.demarche"_s);
    m_window = opened(store);
    QVERIFY(m_window);
    QSignalSpy finished(&m_window->library(), &Library::importFinished);
    QSignalSpy stored(&m_window->library(), &Library::stored);
    // Far more than is read before someone presses the button.
    m_window->openPaths(QStringList(400, samples()));
    auto *cancel = m_window->findChild<QToolButton *>(u"cancelImport"_s);
    QTRY_VERIFY(cancel->isVisible());
    QVERIFY(!stored.empty() || stored.wait(60'000));
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!finished.empty() || finished.wait(60'000));
    const auto report = finished.at(0).at(0).value<corpus::ImportReport>();
    QVERIFY(report.cancelled);
    QVERIFY(report.progress.added > 0);
    QTRY_VERIFY(!cancel->isVisible());
    QCOMPARE(shownArticles(), report.progress.added);
    m_window = opened(store); // as the next day
    QVERIFY(m_window);
    QCOMPARE(shownArticles(), report.progress.added);
}

void tst_SamplesImport::theSameArticlesAddNothing()
{
    const int before = shownArticles();
    QSignalSpy finished(&m_window->library(), &Library::importFinished);
    m_window->openPaths({samples()});
    QVERIFY(!finished.empty() || finished.wait(120'000));
    const auto report = finished.at(0).at(0).value<corpus::ImportReport>();
    QCOMPARE(report.progress.added, 0);
    QCOMPARE(report.progress.duplicates, before);
    QCOMPARE(shownArticles(), before);
}

void tst_SamplesImport::whatCannotBeReadIsNamed()
{
    const QString broken = m_folder->filePath(u"broken.zip"_s);
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("PK\x03\x04 and then nothing that follows from it");
    file.close();
    m_window->openPaths({broken, m_folder->filePath(u"missing.txt"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<dialogs::ImportReport *>() != nullptr, 60'000);
    const auto *report = m_window->findChild<dialogs::ImportReport *>();
    const auto *list = report->findChild<QTreeWidget *>();
    QStringList files;
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        files.append(list->topLevelItem(i)->text(0));
    QVERIFY2(files.join(u' ').contains(u"missing.txt"_s), qPrintable(files.join(u' ')));
    QVERIFY2(files.join(u' ').contains(u"broken.zip"_s), qPrintable(files.join(u' ')));
    QVERIFY(shownArticles() >= 60);
}

void tst_SamplesImport::whatWasOpenedIsOfferedAgain()
{
    const auto offered = [this] {
        QMenu *menu = nullptr;
        for (QMenu *found : m_window->findChildren<QMenu *>()) {
            if (found->title().remove(u'&') == "Open recent"_L1)
                menu = found;
        }
        emit menu->aboutToShow();
        QStringList words;
        for (const QAction *one : menu->actions())
            words.append(one->text());
        return words;
    };
    QSignalSpy finished(&m_window->library(), &Library::importFinished);
    m_window->openPaths({samples()});
    QVERIFY(!finished.empty() || finished.wait(120'000));
    QVERIFY(offered().front().endsWith("resources/samples"_L1));
    QCOMPARE(m_window->remembered().recent, QStringList{QDir(samples()).absolutePath()});
}

QTEST_MAIN(tst_SamplesImport)
#include "tst_samples_import.moc"
