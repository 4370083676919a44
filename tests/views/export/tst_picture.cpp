#include "tests/views/map/sampledata.h"
#include "views/export/picturefile.h"

#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;

class TestPicture : public QObject
{
    Q_OBJECT
private slots:
    void pictures();
};

void TestPicture::pictures()
{
    const charts::Caption caption{u"How countries stand toward Israel"_s, u"Search: recall · 5 countries"_s,
                                  u"2 Oct 2023 – 30 Jun 2024"_s, 142, 17};
    views::Picture picture{
        views::PictureContent::Both, sample::map(), sample::timeline(), caption, {u"COL"_s}};
    const QString folder = qEnvironmentVariable("PICTURES");
    if (folder.isEmpty())
        return;
    QVERIFY(views::save(picture, folder + u"/both.png"_s, {1600, 900}, 1, views::Theme::light()));
    QVERIFY(views::save(picture, folder + u"/both.svg"_s, {1600, 900}, 1, views::Theme::light()));
    QVERIFY(views::save(picture, folder + u"/both.pdf"_s, {1600, 900}, 1, views::Theme::light()));
    QVERIFY(views::save(picture, folder + u"/dark.png"_s, {1200, 1200}, 1, views::Theme::darkened()));
    picture.content = views::PictureContent::Map;
    QVERIFY(views::save(picture, folder + u"/map.png"_s, {1200, 700}, 1.5, views::Theme::light()));
    picture.content = views::PictureContent::Timeline;
    QVERIFY(views::save(picture, folder + u"/timeline.png"_s, {1200, 700}, 1, views::Theme::light()));
}

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
