#include "tests/views/map/sampledata.h"
#include "views/export/exportdialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QLabel>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;
using views::ExportDialog;
using views::PictureContent;

class TestExportDialog : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void offersTheContentAskedFor();
    void savesWhatIsChosen();
    void remembersTheChoice();
    void tellsAFailureInOneLine();
    void presetsSetTheSize();
    void previewFollowsTheChoice();

private:
    [[nodiscard]] static views::Picture picture(PictureContent content = PictureContent::Both);
};

views::Picture TestExportDialog::picture(PictureContent content)
{
    return {content, sample::map(), sample::timeline(), {u"Stance toward Israel"_s, {}, {}, 12, 3}, {}};
}

void TestExportDialog::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"demarche-tests"_s);
    QCoreApplication::setApplicationName(u"tst_exportdialog"_s);
}

void TestExportDialog::init()
{
    QSettings().clear();
}

void TestExportDialog::offersTheContentAskedFor()
{
    for (const PictureContent content : {PictureContent::Map, PictureContent::Timeline, PictureContent::Both})
        QCOMPARE(ExportDialog(picture(content)).content(), content);
}

void TestExportDialog::savesWhatIsChosen()
{
    const QTemporaryDir folder;
    ExportDialog dialog(picture(PictureContent::Map));
    const auto sizes = dialog.findChildren<QSpinBox *>();
    QCOMPARE(sizes.size(), 2);
    sizes[0]->setValue(640);
    sizes[1]->setValue(400);
    dialog.findChild<QDoubleSpinBox *>()->setValue(1.5);
    const QString path = folder.filePath(u"map.png"_s);
    QVERIFY(dialog.saveTo(path));
    QCOMPARE(QImage(path).size(), QSize(960, 600));
}

void TestExportDialog::remembersTheChoice()
{
    const QTemporaryDir folder;
    {
        ExportDialog dialog(picture());
        dialog.findChildren<QSpinBox *>()[0]->setValue(777);
        dialog.findChild<QDoubleSpinBox *>()->setValue(3);
        QVERIFY(dialog.saveTo(folder.filePath(u"a.png"_s)));
    }
    const ExportDialog again(picture());
    QCOMPARE(again.pictureSize().width(), 777);
    QCOMPARE(again.scale(), 3.0);
}

void TestExportDialog::tellsAFailureInOneLine()
{
    ExportDialog dialog(picture());
    dialog.show();
    QVERIFY(!dialog.saveTo(u"/no/such/folder/map.png"_s));
    QStringList shown;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible())
            shown << label->text();
    }
    const QStringList told = shown.filter(u"/no/such/folder/map.png: "_s);
    QCOMPARE(told.size(), 1);
    QVERIFY(!told.front().contains(u'\n'));
}

void TestExportDialog::presetsSetTheSize()
{
    ExportDialog dialog(picture());
    for (QComboBox *box : dialog.findChildren<QComboBox *>()) {
        if (const int square = box->findData(QSize(1200, 1200)); square >= 0)
            box->setCurrentIndex(square);
    }
    QCOMPARE(dialog.pictureSize(), QSize(1200, 1200));
}

void TestExportDialog::previewFollowsTheChoice()
{
    ExportDialog dialog(picture(PictureContent::Map));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QLabel *preview = nullptr;
    for (QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->accessibleName().startsWith(u"Preview"_s))
            preview = label;
    }
    QVERIFY(preview);
    QTRY_VERIFY(!preview->pixmap().isNull());
    const QSize size = dialog.pictureSize();
    const QSize shown = preview->pixmap().size();
    QVERIFY(std::abs(double(shown.width()) / shown.height() - double(size.width()) / size.height()) < 0.02);
    const QImage before = preview->pixmap().toImage();
    dialog.findChild<QComboBox *>()->setCurrentIndex(2); // the timeline
    QTRY_VERIFY(preview->pixmap().toImage() != before);
    if (const QString file = qEnvironmentVariable("PICTURE"); !file.isEmpty())
        dialog.grab().save(file);
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
