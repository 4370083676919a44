#include "tests/app/workbenchtest.h"

#include "models/corpus/provenance.h"
#include "models/lens/background.h"
#include "tests/models/corpus/madefiles.h"
#include "views/article/header.h"
#include "views/article/reader.h"
#include "views/article/textview.h"
#include "views/dialogs/articledetails.h"
#include "views/dialogs/columnsdialog.h"
#include "views/dialogs/importreport.h"
#include "views/dialogs/problemlist.h"
#include "views/panels/articlespanel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>
#include <QtConcurrentRun>

#include <csignal>
#include <sys/resource.h>

using namespace demarche;
using namespace Qt::StringLiterals;
using app::Library;

/// The store as a whole, and what the analyst says of its articles.
class tst_WorkbenchStore : public WorkbenchTest
{
    Q_OBJECT

private slots:
    void copiesAreSaved();
    void afterTheWindowOneFileIsTheWhole();
    void theStoreIsChecked();
    void detailsAreChangedAndTakenBack();
    void anEncodingIsSet();
    void otherLanguagesAreSaidToBeUnanalysed();
    void searchesThatMayBeMeantOtherwiseSaySo();
    void excerptsStandInTheList();
    void aFullDiskIsSaid();
    void columnsOfTablesAreAskedFor();

private:
    template <typename Dialog>
    Dialog *opened()
    {
        Dialog *dialog = nullptr;
        (void)QTest::qWaitFor(
            [&] { return (dialog = m_window->findChild<Dialog *>()) && dialog->isVisible(); });
        return dialog;
    }
    static void press(QDialog *dialog, QDialogButtonBox::StandardButton button)
    {
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(button), Qt::LeftButton);
    }
    [[nodiscard]] corpus::Article open() const { return m_window->reader()->article().article; }
};

void tst_WorkbenchStore::copiesAreSaved()
{
    const QString file = m_folder->filePath(u"copy.demarche"_s);
    QSignalSpy copied(&m_window->library(), &Library::copied);
    m_window->library().copyTo(file, false);
    QVERIFY(!copied.empty() || copied.wait());
    QCOMPARE(*corpus::Store::open(file)->count(), 302);
    QSignalSpy failed(&m_window->library(), &Library::failed);
    m_window->library().copyTo(file, false);
    QVERIFY(!failed.empty() || failed.wait());
    QVERIFY(failed.at(0).at(0).toString().contains(u"exists already"));
}

void tst_WorkbenchStore::afterTheWindowOneFileIsTheWhole()
{
    const QString file = m_window->library().file();
    QSemaphore isOpen;
    QSemaphore mayClose;
    const QFuture<bool> reading = QtConcurrent::run(&lens::background(), [&] {
        const Result<corpus::Store> store = corpus::Store::open(file, corpus::Access::Read);
        const bool isRead = store && store->count().has_value(); // SQLite opens with the first reading
        isOpen.release();
        mayClose.acquire();
        return isRead;
    });
    isOpen.acquire();
    m_window->library().setRead(m_window->session().index().id(0));
    m_window.reset();
    mayClose.release();
    QVERIFY(reading.result());
    QVERIFY(QFileInfo(file + u"-wal"_s).size() > 0); // so it would stay
    Library::makeWhole(file);
    QVERIFY(!QFile::exists(file + u"-wal"_s));
    const QString alone = m_folder->filePath(u"alone.demarche"_s);
    QVERIFY(QFile::copy(file, alone));
    QCOMPARE(*corpus::Store::open(alone)->count(), 302);
}

void tst_WorkbenchStore::theStoreIsChecked()
{
    action(u"Check the store"_s)->trigger();
    auto *dialog = opened<dialogs::ProblemList>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLabel *>()->text().contains(u"sound: 302 articles"));
    takePicture(u"checkDialog"_s, dialog);
    press(dialog, QDialogButtonBox::Close);
}

void tst_WorkbenchStore::detailsAreChangedAndTakenBack()
{
    m_window->openArticle(301);
    const corpus::Article before = open();
    QSignalSpy corrected(&m_window->library(), &Library::corrected);
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    auto *dialog = opened<dialogs::ArticleDetails>();
    QVERIFY(dialog);
    takePicture(u"detailsDialog"_s, dialog);
    auto *day = dialog->findChild<QDateEdit *>();
    QCOMPARE(day->date(), before.published.date);
    day->setDate(QDate(2022, 5, 17));
    for (QLineEdit *edit : dialog->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == "Publisher"_L1) {
            edit->selectAll();
            QTest::keyClicks(edit, u"Evening Wire"_s);
        }
    }
    press(dialog, QDialogButtonBox::Ok);
    QVERIFY(!corrected.empty() || corrected.wait());
    QCOMPARE(open().publisher, u"Evening Wire"_s);
    QCOMPARE(open().published.date, QDate(2022, 5, 17));
    QTRY_COMPARE(m_window->session().index().firstDay(), QDate(2022, 5, 17));

    corrected.clear();
    QVERIFY(action(u"Undo article details"_s));
    action(u"Undo article details"_s)->trigger();
    QVERIFY(!corrected.empty() || corrected.wait());
    QCOMPARE(open().publisher, before.publisher);
    QCOMPARE(open().published.date, before.published.date);
    corrected.clear();
    action(u"Redo article details"_s)->trigger();
    QVERIFY(!corrected.empty() || corrected.wait());
    QCOMPARE(open().publisher, u"Evening Wire"_s);
}

/// A report with typographic quotation marks as an old Macintosh wrote it; read as Windows-1252 its quotes
/// are none.
void tst_WorkbenchStore::anEncodingIsSet()
{
    const QString path = m_folder->filePath(u"old.txt"_s);
    const QByteArray bytes =
        "Norway recalls envoy\nThe Harbour Post, 2024-03-05\n\n"
        "\xd2We have nothing more to say,\xd3 Norway\xd5s foreign minister said in Oslo on Tuesday.\n";
    corpus::writeFile(path, bytes);
    QSignalSpy finished(&m_window->library(), &Library::importFinished);
    m_window->library().import(QStringList{path});
    QVERIFY(!finished.isEmpty() || finished.wait());
    m_window->openArticle(303);
    QCOMPARE(open().encoding, u"windows-1252"_s);
    const QString before = open().text;

    QSignalSpy corrected(&m_window->library(), &Library::corrected);
    const auto choose = [this](const QString &encoding) {
        action(u"Article details …"_s)->trigger();
        auto *dialog = opened<dialogs::ArticleDetails>();
        QVERIFY(dialog);
        for (QComboBox *box : dialog->findChildren<QComboBox *>()) {
            if (box->accessibleName() == "Encoding"_L1)
                box->setCurrentIndex(box->findData(encoding));
        }
        takePicture(u"encodingDialog"_s, dialog);
        press(dialog, QDialogButtonBox::Ok);
    };
    choose(u"macintosh"_s);
    QVERIFY(!corrected.isEmpty() || corrected.wait());
    QVERIFY2(open().text.contains(u"“We have nothing more to say,” Norway’s"), qPrintable(open().text));
    QCOMPARE(open().encodingBasis, corpus::Basis::Analyst);
    takePicture(u"encodingSet"_s);

    corrected.clear();
    action(u"Undo article details"_s)->trigger();
    QVERIFY(!corrected.isEmpty() || corrected.wait());
    QCOMPARE(open().text, before);

    // Where the file is gone that is said, and there is nothing to undo.
    QVERIFY(QFile::remove(path));
    QSignalSpy uncorrected(&m_window->library(), &Library::uncorrected);
    QTRY_VERIFY(!m_window->findChild<dialogs::ArticleDetails *>());
    choose(u"KOI8-R"_s);
    QVERIFY(!uncorrected.isEmpty() || uncorrected.wait());
    QVERIFY(uncorrected.at(0).at(1).toString().contains(u"there no more"));
    QCOMPARE(open().text, before);
    QVERIFY(!action(u"Undo article details"_s));
}

/// A limit on the size of files stands for the full disk.
void tst_WorkbenchStore::aFullDiskIsSaid()
{
    const QString many = m_folder->filePath(u"many"_s);
    for (int n = 0; n < 150; ++n)
        corpus::writeFile(many + u"/%1.txt"_s.arg(n), "Report " + QByteArray::number(n) +
                                                          "\n\nNorland recalled its envoy. " +
                                                          QByteArray("Words follow ").repeated(400) + ".\n");
    QSignalSpy failed(&m_window->library(), &Library::importFailed);
    QSignalSpy finished(&m_window->library(), &Library::importFinished);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto limited = [&before](rlim_t bytes) {
        const rlimit limit{bytes, before.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        return setrlimit(RLIMIT_FSIZE, &limit) == 0;
    };
    QVERIFY(limited(900'000));
    m_window->library().import(QStringList{many});
    const bool told = !failed.isEmpty() || failed.wait(20'000);
    QVERIFY(limited(before.rlim_cur));
    QVERIFY(told);
    QVERIFY2(failed.at(0).at(0).toString().contains(u"what was stored before is safe"),
             qPrintable(failed.at(0).at(0).toString()));
    QVERIFY(visible<QProgressBar>().isEmpty());
    takePicture(u"fullDisk"_s);
    QTRY_VERIFY(!m_window->library().isImporting());
    {
        const corpus::Store store = *corpus::Store::open(m_window->library().file());
        QVERIFY(store.check());
        QVERIFY(*store.count() >= 302);
    }
    m_window->library().import(QStringList{many}); // there is room again
    QVERIFY(!finished.isEmpty() || finished.wait(20'000));
    QCOMPARE(*corpus::Store::open(m_window->library().file())->count(), 302 + 150);
}

void tst_WorkbenchStore::columnsOfTablesAreAskedFor()
{
    const QString path = m_folder->filePath(u"riddle.csv"_s);
    QByteArray table = "F1;F2;F3\n";
    for (int n = 0; n < 5; ++n)
        table += QByteArray::number(n) + ";Envoy number " + QByteArray::number(n) +
                 ";Norland recalled its envoy from Sudria.\n";
    corpus::writeFile(path, table);
    m_window->library().import(QStringList{path});
    auto *report = opened<dialogs::ImportReport>();
    QVERIFY(report);
    QPushButton *ask = nullptr;
    for (QPushButton *button : report->findChildren<QPushButton *>()) {
        if (button->text() == u"Columns of tables …")
            ask = button;
    }
    QVERIFY(ask);
    takePicture(u"columnsReport"_s, report);
    QTest::mouseClick(ask, Qt::LeftButton);
    auto *dialog = opened<dialogs::ColumnsDialog>();
    QVERIFY(dialog);
    const QList<QComboBox *> fields = dialog->findChildren<QComboBox *>();
    QCOMPARE(fields.size(), 3);
    QPushButton *import = nullptr;
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == "Import"_L1)
            import = button;
    }
    QVERIFY(import && !import->isEnabled());
    for (QComboBox *box : fields) {
        if (box->accessibleName() == "Column 2"_L1)
            box->setCurrentIndex(box->findText(u"Title"_s));
        else if (box->accessibleName() == "Column 3"_L1)
            box->setCurrentIndex(box->findText(u"Text"_s));
    }
    takePicture(u"columnsDialog"_s, dialog);
    QSignalSpy stored(&m_window->library(), &Library::stored);
    QVERIFY(import->isEnabled());
    QTest::mouseClick(import, Qt::LeftButton);
    QVERIFY(!stored.isEmpty() || stored.wait());
    QTRY_COMPARE(*m_window->library().store().count(), 302 + 5);
    QCOMPARE(m_window->library().article(303).article.title, u"Envoy number 0"_s);
}

void tst_WorkbenchStore::otherLanguagesAreSaidToBeUnanalysed()
{
    QSignalSpy corrected(&m_window->library(), &Library::corrected);
    m_window->openArticle(301);
    corpus::Corrections french;
    french.language = u"fr"_s;
    m_window->library().correct(301, french);
    QVERIFY(!corrected.empty() || corrected.wait());
    auto *header = m_window->reader()->findChild<article::Header *>();
    QToolButton *english = nullptr;
    for (QToolButton *button : header->findChildren<QToolButton *>()) {
        if (button->text() == "Analyse as English"_L1)
            english = button;
    }
    QVERIFY(english && english->isVisible());
    takePicture(u"unanalysed"_s);
    corrected.clear();
    QTest::mouseClick(english, Qt::LeftButton);
    QVERIFY(!corrected.empty() || corrected.wait());
    QVERIFY(!english->isVisible());
    QVERIFY(corpus::isAnalysed(open().language));
}

void tst_WorkbenchStore::searchesThatMayBeMeantOtherwiseSaySo()
{
    QLineEdit *box = m_window->articles()->searchBox();
    const auto notes = [this] {
        QStringList shown;
        for (const QLabel *label : m_window->articles()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->accessibleName() == "How the search was understood"_L1)
                shown << label->text();
        }
        return shown.join(u' ');
    };
    const auto search = [box](const QString &typed) {
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, typed);
        QTest::keyClick(box, Qt::Key_Return);
    };
    search(u"ambassador"_s);
    QVERIFY(notes().isEmpty());
    search(u"%"_s);
    QTRY_VERIFY(notes().contains(u"no word to look for"));
    QTRY_COMPARE(m_window->session().aggregates().articles.size(), 302U);
    search(u"country:Atlantis"_s);
    QTRY_VERIFY(notes().contains(u"names no state"));
    search(u"country:Norway -title:zebra"_s);
    QTRY_VERIFY(notes().isEmpty());
}

void tst_WorkbenchStore::excerptsStandInTheList()
{
    QLineEdit *box = m_window->articles()->searchBox();
    box->setFocus();
    QTest::keyClicks(box, u"ambassador"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(m_window->session().aggregates().articles.size(), 1U);
    const auto *model = m_window->findChild<tables::ArticlesModel *>();
    const QString tip = model->index(0, tables::ArticlesModel::Title).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"ambassador"), qPrintable(tip));
    QCOMPARE(m_window->reader()->textView()->markings().hits.size(), 1U);
}

QTEST_MAIN(tst_WorkbenchStore)
#include "tst_workbench_store.moc"
