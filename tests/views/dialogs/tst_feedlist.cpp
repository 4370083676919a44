#include "models/corpus/sources/sources.h"
#include "views/dialogs/addressdialog.h"
#include "views/dialogs/feedlist.h"
#include "views/dialogs/fetchsettings.h"
#include "views/dialogs/sourcesdialog.h"
#include "views/dialogs/subscriptiondialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus::sources;
using namespace demarche::dialogs;

namespace {

Subscription feed(const QString &address, const QStringList &groups = {})
{
    Subscription one;
    one.address = address;
    one.groups = groups;
    return one;
}

void click(const QWidget &parent, const QString &text)
{
    for (QPushButton *one : parent.findChildren<QPushButton *>()) {
        if (one->text().remove(u'&') == text) {
            QVERIFY2(one->isEnabled(), qPrintable(text));
            QTest::mouseClick(one, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(text + u" is not there"_s));
}

} // namespace

/// Choosing from lists of feeds, and what holds for all dialogs about feeds.
class TestFeedList : public QObject
{
    Q_OBJECT

private slots:
    void knownFeedsAreNotOffered();
    void groupsCheckWhatLiesInThem();
    void subscriptionsThatAreNoneCannotBeKept();
    void everythingHasAnAccessibleName();
};

void TestFeedList::knownFeedsAreNotOffered()
{
    const Subscription known = feed(u"https://a.example/feed"_s);
    FeedList dialog(
        {u"Desk"_s,
         {known, feed(u"https://b.example/feed"_s, {u"Agencies"_s}), feed(u"https://c.example/"_s)},
         {}},
        {known});
    dialog.show();
    QCOMPARE(dialog.wanted().size(), 2U);
    click(dialog, u"None"_s);
    QVERIFY(dialog.wanted().empty());
    click(dialog, u"All"_s);
    click(dialog, u"Subscribe to 2 feeds"_s);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.wanted()[0].groups, QStringList{u"Agencies"_s});
}

void TestFeedList::groupsCheckWhatLiesInThem()
{
    const QStringList group{u"Agencies"_s};
    const Subscription known = feed(u"https://a.example/feed"_s, group);
    FeedList dialog(
        {{}, {known, feed(u"https://b.example/feed"_s, group), feed(u"https://c.example/"_s)}, {}}, {known});
    QTreeWidgetItem *item = dialog.findChild<QTreeWidget *>()->topLevelItem(0);
    QCOMPARE(item->text(0), u"Agencies"_s);
    item->setCheckState(0, Qt::Unchecked);
    QCOMPARE(dialog.wanted().size(), 1U);
    item->setCheckState(0, Qt::Checked);
    QCOMPARE(dialog.wanted().size(), 2U); // never the known one
}

void TestFeedList::subscriptionsThatAreNoneCannotBeKept()
{
    SubscriptionDialog dialog(feed(u"https://a.example/feed"_s), {});
    auto *address = dialog.findChildren<QLineEdit *>()[1];
    QPushButton *ok = nullptr;
    for (QPushButton *one : dialog.findChildren<QPushButton *>())
        ok = one->isDefault() || one->text().contains(u"OK") ? one : ok;
    QVERIFY(ok != nullptr && ok->isEnabled());
    address->setText(u"ftp://a.example/"_s);
    QVERIFY(!ok->isEnabled());
    address->setText(u" https://a.example/other "_s);
    QVERIFY(ok->isEnabled());
    QCOMPARE(dialog.subscription().address, u"https://a.example/other"_s);
}

void TestFeedList::everythingHasAnAccessibleName()
{
    const QTemporaryDir folder;
    Sources sources(folder.filePath(u"store"_s), {});
    const SourcesDialog all(sources);
    const AddressDialog address(sources, {});
    const SubscriptionDialog subscription(feed(u"https://a.example/feed"_s), {});
    const FetchSettings settings({});
    const FeedList list({u"L"_s, {feed(u"https://a.example/feed"_s)}, {}}, {});
    for (const QWidget *window :
         std::initializer_list<const QWidget *>{&all, &address, &subscription, &settings, &list}) {
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            const bool control =
                qobject_cast<const QTreeView *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                qobject_cast<const QListWidget *>(widget) || qobject_cast<const QSpinBox *>(widget);
            if (control)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
}

QTEST_MAIN(TestFeedList)
#include "tst_feedlist.moc"
