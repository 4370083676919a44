#include "models/corpus/sources/gatherer.h"
#include "models/corpus/store.h"
#include "tests/models/corpus/sources/gathering.h"
#include "tests/views/answering.h"
#include "views/dialogs/addressdialog.h"
#include "views/dialogs/fetchsettings.h"
#include "views/dialogs/sourcesdialog.h"
#include "views/dialogs/subscriptiondialog.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus::sources;
using namespace demarche::dialogs;
using example::answers;
using example::WebServer;
using tables::SourcesModel;

namespace {

constexpr int longest = 30'000; ///< ms that something may take on a busy machine

QPushButton *button(const QWidget *parent, const QString &text)
{
    for (QPushButton *one : parent->findChildren<QPushButton *>()) {
        if (one->text().remove(u'&') == text)
            return one;
    }
    return nullptr;
}

void click(const QWidget *parent, const QString &text)
{
    QPushButton *one = button(parent, text);
    QVERIFY2(one != nullptr && one->isEnabled(), qPrintable(text));
    QTest::mouseClick(one, Qt::LeftButton);
}

} // namespace

/// Feeds and folders, with clicks and keys, over a server of the test's own.
class TestSourcesDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void emptySaysWhatToDo();
    void anAddressBecomesASubscription();
    void aPageBecomesAnArticle();
    void errorsAreToldPlainly();
    void nothingIsFetchedBeforeLook();
    void editsAndGroups();
    void removingAsks();
    void keysDoIt();
    void settings();

private:
    void takePicture(const QWidget &window, const QString &name) const;
    void subscribe(const SubscriptionList &list);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WebServer> m_server;
    std::unique_ptr<Sources> m_sources;
    std::unique_ptr<SourcesDialog> m_dialog;
    std::vector<corpus::Input> m_imported;
};

void TestSourcesDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<WebServer>();
    m_server->on("/feed", answers(rss({{"/1", "Norland recalled its envoy."}}), "text/xml"));
    m_server->on(
        "/page",
        answers(articlePage("the envoy")
                    .replace("</title>",
                             "</title><link rel='alternate' type='application/rss+xml' title='All news' "
                             "href='/feed'>")));
    m_imported.clear();
    m_sources = std::make_unique<Sources>(std::make_unique<Gatherer>(
        m_folder->filePath(u"store"_s), Settings{corpus::fetch::everythingAllowed(), false, 60},
        corpus::fetch::serverInPublic(), corpus::fetch::smallLimits()));
    // What arrives is as good as stored.
    connect(m_sources.get(), &Sources::arrived, this, [this](const std::vector<corpus::Input> &inputs) {
        m_sources->settle({inputs.front().receipt}, {});
    });
    m_sources->start();
    m_dialog = std::make_unique<SourcesDialog>(*m_sources);
    connect(m_dialog.get(), &SourcesDialog::importWanted, this,
            [this](const std::vector<corpus::Input> &inputs) { m_imported = inputs; });
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestSourcesDialog::cleanup()
{
    if (m_dialog)
        takePicture(*m_dialog, QLatin1StringView(QTest::currentTestFunction()));
    m_dialog.reset();
    m_sources.reset();
}

/// For looking at: with DEMARCHE_PICTURES set to a folder.
void TestSourcesDialog::takePicture(const QWidget &window, const QString &name) const
{
    const QString folder = qEnvironmentVariable("DEMARCHE_PICTURES");
    if (!folder.isEmpty())
        const_cast<QWidget &>(window).grab().save(folder + u"/sources-"_s + name + u".png"_s);
}

void TestSourcesDialog::subscribe(const SubscriptionList &list)
{
    const size_t before = m_sources->list().size();
    m_sources->add(list);
    QTRY_COMPARE_WITH_TIMEOUT(m_sources->list().size(), before + list.size(), longest);
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::none_of(m_sources->list(),
                                                  [](const Subscription &one) {
                                                      return one.state == corpus::sources::State::New;
                                                  }),
                             longest);
    QTRY_VERIFY_WITH_TIMEOUT(m_sources->busy().isEmpty(), longest);
}

void TestSourcesDialog::emptySaysWhatToDo()
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->tree()->isVisible(), longest);
    bool told = false;
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text().contains(u"Add the address of a feed"));
    QVERIFY(told);
    for (const QString &text : {u"Edit …"_s, u"Remove"_s, u"Refresh"_s, u"Refresh all"_s, u"Export list …"_s})
        QVERIFY2(!button(m_dialog.get(), text)->isEnabled(), qPrintable(text));
    QVERIFY(button(m_dialog.get(), u"Add address …"_s)->isEnabled());
}

void TestSourcesDialog::anAddressBecomesASubscription()
{
    answer<AddressDialog>([this](AddressDialog &dialog) {
        QTest::keyClicks(dialog.findChild<QLineEdit *>(), m_server->url("/feed").toString());
        click(&dialog, u"Look"_s);
        QTRY_VERIFY_WITH_TIMEOUT(button(&dialog, u"Subscribe"_s) != nullptr, longest);
        takePicture(dialog, u"address-feed"_s);
        dialog.findChild<QComboBox *>()->setCurrentText(u"Agencies / South"_s);
        click(&dialog, u"Subscribe"_s);
    });
    click(m_dialog.get(), u"Add address …"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_sources->list().size(), 1U, longest);
    const Subscription &feed = m_sources->list().front();
    QCOMPARE(feed.address, m_server->url("/feed").toString());
    QCOMPARE(feed.groups, (QStringList{u"Agencies"_s, u"South"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(m_sources->list().front().state, State::Good, longest);
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->tree()->isVisible(), longest);
    const QAbstractItemModelTester tester(&m_dialog->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(m_dialog->model().indexOf(feed.id).data().toString(), u"The News"_s);
    QVERIFY(m_imported.empty());
}

void TestSourcesDialog::aPageBecomesAnArticle()
{
    answer<AddressDialog>([this](AddressDialog &dialog) {
        click(&dialog, u"Look"_s);
        auto *page = dialog.findChildren<QCheckBox *>().front();
        QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), longest);
        QVERIFY(page->isChecked());
        QVERIFY(page->text().contains(u"the envoy"));
        auto *feeds = dialog.findChild<QListWidget *>();
        QCOMPARE(feeds->count(), 1);
        QCOMPARE(feeds->item(0)->checkState(), Qt::Unchecked);
        takePicture(dialog, u"address-page"_s);
        click(&dialog, u"OK"_s);
    });
    m_dialog->askForAddress(m_server->url("/page").toString());
    QCOMPARE(m_imported.size(), 1U);
    QCOMPARE(m_imported.front().path, m_server->url("/page").toString());
    QCOMPARE(m_server->askedFor("/page"), 1); // fetched once, for looking and for importing
    QVERIFY(m_sources->list().empty());
}

void TestSourcesDialog::errorsAreToldPlainly()
{
    answer<AddressDialog>([](AddressDialog &dialog) {
        click(&dialog, u"Look"_s);
        auto told = [&dialog] { return dialog.findChild<QLabel *>()->text(); };
        QTRY_COMPARE_WITH_TIMEOUT(told(), u"is not there (404)"_s, longest);
        QVERIFY(!button(&dialog, u"OK"_s)->isEnabled());
        dialog.findChild<QLineEdit *>()->setText(u"ftp://news.example/"_s);
        click(&dialog, u"Look"_s);
        QTRY_VERIFY2(told().startsWith(u"is not a web address"), qPrintable(told()));
        dialog.reject();
    });
    m_dialog->askForAddress(m_server->url("/none").toString());

    Subscription feed;
    feed.address = m_server->url("/none").toString();
    subscribe({feed});
    QTRY_COMPARE_WITH_TIMEOUT(m_sources->list().front().state, State::Failing, longest);
    const QModelIndex index = m_dialog->model().indexOf(m_sources->list().front().id);
    QCOMPARE(index.siblingAtColumn(SourcesModel::Status).data().toString(), u"⚠ is not there (404)"_s);
    m_dialog->tree()->setCurrentIndex(index);
    bool told = false;
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        told = told || label->text().endsWith(u"is not there (404)");
    QVERIFY(told);
}

void TestSourcesDialog::nothingIsFetchedBeforeLook()
{
    answer<AddressDialog>([](AddressDialog &dialog) {
        QTest::qWait(50);
        dialog.reject();
    });
    m_dialog->askForAddress(m_server->url("/feed").toString());
    QVERIFY(m_server->asked().empty());
}

void TestSourcesDialog::editsAndGroups()
{
    Subscription feed;
    feed.address = m_server->url("/feed").toString();
    feed.groups = QStringList{u"Agencies"_s};
    subscribe({feed});
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->model().indexOf(1).isValid(), longest);
    m_dialog->tree()->setCurrentIndex(m_dialog->model().indexOf(1));
    answer<SubscriptionDialog>([this](SubscriptionDialog &dialog) {
        dialog.findChildren<QLineEdit *>().front()->setText(u"My feed"_s);
        dialog.findChild<QComboBox *>()->setCurrentText(u"North/ East"_s);
        dialog.findChild<QSpinBox *>()->setValue(30);
        QTest::keyClick(dialog.findChild<QCheckBox *>(), Qt::Key_Space);
        takePicture(dialog, u"edit"_s);
        click(&dialog, u"OK"_s);
    });
    click(m_dialog.get(), u"Edit …"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_sources->list().front().name, u"My feed"_s, longest);
    const Subscription changed = m_sources->list().front();
    QCOMPARE(changed.groups, (QStringList{u"North"_s, u"East"_s}));
    QCOMPARE(changed.minutes, 30);
    QVERIFY(changed.pages);
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->model().rowCount(), 1, longest);
    QCOMPARE(m_dialog->model().index(0, 0).data().toString(), u"North"_s);
}

void TestSourcesDialog::removingAsks()
{
    Subscription feed;
    feed.address = m_server->url("/feed").toString();
    subscribe({feed});
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->model().indexOf(1).isValid(), longest);
    m_dialog->tree()->setCurrentIndex(m_dialog->model().indexOf(1));
    answer<QMessageBox>([](QMessageBox &box) { click(&box, u"Cancel"_s); });
    click(m_dialog.get(), u"Remove"_s);
    QTest::qWait(50);
    QCOMPARE(m_sources->list().size(), 1U);
    answer<QMessageBox>([](QMessageBox &box) { click(&box, u"Remove"_s); });
    click(m_dialog.get(), u"Remove"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_sources->list().empty(), longest);
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->tree()->isVisible(), longest);
}

void TestSourcesDialog::keysDoIt()
{
    Subscription feed;
    feed.address = m_server->url("/feed").toString();
    subscribe({feed});
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->model().indexOf(1).isValid(), longest);
    m_dialog->activateWindow();
    m_dialog->tree()->setFocus();
    m_dialog->tree()->setCurrentIndex(m_dialog->model().indexOf(1));
    const int before = m_server->askedFor("/feed");
    QTest::keyClick(m_dialog->tree(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->askedFor("/feed"), before + 1, longest);
    // While the first look lasts the key does nothing.
    QTRY_VERIFY_WITH_TIMEOUT((QTest::keyClick(m_dialog->tree(), Qt::Key_F5, Qt::ControlModifier),
                              m_server->askedFor("/feed") > before + 1),
                             longest);
    answer<SubscriptionDialog>([](SubscriptionDialog &dialog) { dialog.reject(); });
    QTest::keyClick(m_dialog->tree(), Qt::Key_Return);
    m_dialog->activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->isActiveWindow(), longest);
    answer<QMessageBox>([](QMessageBox &box) { click(&box, u"Remove"_s); });
    QTest::keyClick(m_dialog->tree(), Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(m_sources->list().empty(), longest);
}

void TestSourcesDialog::settings()
{
    Settings changed;
    connect(m_dialog.get(), &SourcesDialog::settingsChanged, this,
            [&changed](const Settings &settings) { changed = settings; });
    answer<FetchSettings>([this](FetchSettings &dialog) {
        QCOMPARE(dialog.settings(), Settings()); // https, public, by itself
        takePicture(dialog, u"settings"_s);
        dialog.findChild<QSpinBox *>()->setValue(90);
        QTest::keyClick(dialog.findChildren<QCheckBox *>()[1], Qt::Key_Space);
        click(&dialog, u"OK"_s);
    });
    click(m_dialog.get(), u"Settings …"_s);
    QCOMPARE(changed, (Settings{{true, false}, true, 90}));
    QCOMPARE(m_sources->settings(), changed);
}

QTEST_MAIN(TestSourcesDialog)
#include "tst_sourcesdialog.moc"
