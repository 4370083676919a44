#include "models/corpus/html/asides.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche::corpus::html;

/// Headings that end an article's text or stand in it, and those of sections that are its own.
class TestAsides : public QObject
{
    Q_OBJECT

private slots:
    void headings_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<int>("aside");
        const auto row = [](const char *heading, Aside aside) {
            QTest::newRow(heading) << QString::fromUtf8(heading) << int(aside);
        };
        row("Comments", Aside::Comments);
        row("7 comments", Aside::Comments);
        row("Comments (12)", Aside::Comments);
        row("12 responses", Aside::Comments);
        row("Leave a reply", Aside::Comments);
        row("Discussion", Aside::None);
        row("Responses from the capitals", Aside::None);
        row("Comments by the minister", Aside::None);
        row("Subscribe to unlock this article", Aside::Offer);
        row("The Monday newsletter", Aside::Offer);
        row("Already a subscriber?", Aside::Offer);
        row("Media contact", Aside::Offer);
        row("Unlock the frozen funds", Aside::None);
        row("Support our troops", Aside::None);
        row("Contacts between the two armies", Aside::None);
        row("Related stories", Aside::Others);
        row("More on this story", Aside::Others);
        row("More from Rolf Tamm", Aside::Others);
        row("Most read", Aside::Others);
        row("Read more:", Aside::Others);
        row("Popular uprising", Aside::None);
        row("Recommended sanctions", Aside::None);
        row("What comes next", Aside::None);
        row("", Aside::None);
    }
    void headings()
    {
        QFETCH(QString, heading);
        QFETCH(int, aside);
        QCOMPARE(int(asideOf(heading)), aside);
    }
};

QTEST_APPLESS_MAIN(TestAsides)
#include "tst_asides.moc"
