#include "views/dialogs/about.h"
#include "views/dialogs/articledetails.h"
#include "views/dialogs/beginfolder.h"
#include "views/dialogs/importreport.h"
#include "views/dialogs/keys.h"
#include "views/dialogs/shortcuts.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QGuiApplication>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace demarche;
using namespace Qt::StringLiterals;

namespace {

/// A menu with two commands whose keys can be changed.
struct Commands
{
    Commands()
    {
        dialogs::setStandardKeys(*next, u"go-next"_s, QKeySequence(u"J"_s));
        dialogs::setStandardKeys(*find, u"edit-find"_s, QKeySequence(u"Ctrl+F"_s));
    }
    QMenu menu{u"&Go"_s};
    QAction *next = menu.addAction(u"&Next article"_s);
    QAction *find = menu.addAction(u"&Find in text"_s);
};

void select(const QDialog &dialog, const QString &command)
{
    auto *tree = dialog.findChild<QTreeWidget *>();
    tree->setCurrentItem(tree->findItems(command, Qt::MatchExactly | Qt::MatchRecursive).front());
}

void press(const QDialog &dialog, const QString &button)
{
    for (QPushButton *found : dialog.findChildren<QPushButton *>()) {
        if (found->text().remove(u'&') == button)
            found->click();
    }
}

} // namespace

class tst_Dialogs : public QObject
{
    Q_OBJECT

private slots:
    void reportListsEachProblem();
    void shortcutsListMenusAndGestures();
    void keysAreChanged();
    void enterInTheSearchChangesNoKeys();
    void takenKeysAreRefused();
    void changedKeysAreRemembered();
    void theListIsSearched();
    void aboutIsPlainText();
    void detailsGiveOnlyWhatIsNotAsFound();
    void detailsOfferNoEncodingWithoutBytes();
    void dialogsForFilesBeginWhereTheyCan();
    void detailsShowWhatWasSaidBefore();
    void detailsKnowTheEncoding();
};

namespace {

corpus::Correctable found()
{
    corpus::Correctable article;
    article.found.uri = u"/home/ana/<b>one</b>.txt"_s;
    article.found.title = u"Envoy <i>recalled</i>"_s;
    article.found.publisher = u"The Harbour Post"_s;
    article.found.publisherBasis = corpus::Basis::Metadata;
    article.found.published = {QDate(2024, 3, 5), analysis::DateBasis::Dateline};
    article.found.languageBasis = corpus::Basis::Text;
    article.found.encoding = u"UTF-8"_s;
    article.found.encodingBasis = corpus::Basis::Text;
    return article;
}

template <typename Widget>
Widget *named(const QWidget &within, const QString &name)
{
    for (Widget *widget : within.findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

} // namespace

void tst_Dialogs::detailsGiveOnlyWhatIsNotAsFound()
{
    dialogs::ArticleDetails dialog(found(), nullptr);
    dialog.show();
    QVERIFY(dialog.corrections().isEmpty());
    QVERIFY(!named<QToolButton>(dialog, u"Publisher as found"_s)->isEnabled());
    auto *publisher = named<QLineEdit>(dialog, u"Publisher"_s);
    publisher->selectAll();
    QTest::keyClicks(publisher, u"Evening Wire"_s);
    auto *language = named<QComboBox>(dialog, u"Language"_s);
    language->setCurrentIndex(language->findData(u"fr"_s));
    named<QDateEdit>(dialog, u"Published"_s)->setDate(QDate(2023, 12, 24));
    const corpus::Corrections said = dialog.corrections();
    QCOMPARE(said.publisher, u"Evening Wire"_s);
    QCOMPARE(said.language, u"fr"_s);
    QCOMPARE(said.day, QDate(2023, 12, 24));
    QVERIFY(!said.title);
    for (const QString &field : {u"Publisher"_s, u"Language"_s, u"Published"_s})
        QTest::mouseClick(named<QToolButton>(dialog, field + u" as found"_s), Qt::LeftButton);
    QVERIFY(dialog.corrections().isEmpty());
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
}

/// What it was read in is shown as found; other fields lie over what was read in the encoding that was set.
void tst_Dialogs::detailsKnowTheEncoding()
{
    corpus::Correctable article = found();
    article.reread = article.found;
    article.reread->title = u"Envoy recalled"_s;
    article.corrections.encoding = u"KOI8-R"_s;
    dialogs::ArticleDetails dialog(article, nullptr);
    auto *encoding = named<QComboBox>(dialog, u"Encoding"_s);
    QCOMPARE(encoding->currentText(), u"Cyrillic (KOI8-R)"_s);
    QCOMPARE(named<QLineEdit>(dialog, u"Title"_s)->text(), u"Envoy recalled"_s);
    QCOMPARE(dialog.corrections(), article.corrections);
    named<QToolButton>(dialog, u"Encoding as found"_s)->click();
    QCOMPARE(encoding->currentText(), u"Unicode (UTF-8)"_s);
    QVERIFY(dialog.corrections().isEmpty());

    article = found();
    article.found.encoding.clear(); // a format that says so itself
    const dialogs::ArticleDetails without(article, nullptr);
    QVERIFY(!named<QComboBox>(without, u"Encoding"_s)->isEnabled());
    QVERIFY(without.corrections().isEmpty());
}

/// Bytes that are not kept cannot be read otherwise; what was set before can still be taken back.
void tst_Dialogs::detailsOfferNoEncodingWithoutBytes()
{
    corpus::Correctable article = found();
    article.found.uri = u"https://post.example/1"_s;
    article.corrections.encoding = u"KOI8-R"_s;
    const dialogs::ArticleDetails without(article, nullptr);
    QVERIFY(!named<QComboBox>(without, u"Encoding"_s)->isEnabled());
    named<QToolButton>(without, u"Encoding as found"_s)->click();
    QVERIFY(without.corrections().isEmpty());
    article.found.fetched = {article.found.uri, "caf\xe9", article.found.uri};
    const dialogs::ArticleDetails with(article, nullptr);
    QVERIFY(named<QComboBox>(with, u"Encoding"_s)->isEnabled());
}

void tst_Dialogs::dialogsForFilesBeginWhereTheyCan()
{
    const QTemporaryDir folder;
    QCOMPARE(dialogs::beginFolder(folder.path(), QStandardPaths::HomeLocation), folder.path());
    const QString gone = folder.filePath(u"gone"_s);
    QCOMPARE(dialogs::beginFolder(gone, QStandardPaths::TempLocation), QDir::tempPath());
    QCOMPARE(dialogs::beginFolder({}, QStandardPaths::TempLocation), QDir::tempPath());
    qputenv("XDG_CACHE_HOME", QFile::encodeName(gone));
    QCOMPARE(dialogs::beginFolder({}, QStandardPaths::GenericCacheLocation), QDir::homePath());
    qunsetenv("XDG_CACHE_HOME");
}

void tst_Dialogs::detailsShowWhatWasSaidBefore()
{
    corpus::Correctable article = found();
    article.found.published = {};
    article.corrections.day = QDate(2020, 2, 29);
    article.corrections.title = u"Envoy called home"_s;
    dialogs::ArticleDetails dialog(article, nullptr);
    QCOMPARE(named<QLineEdit>(dialog, u"Title"_s)->text(), u"Envoy called home"_s);
    QCOMPARE(named<QDateEdit>(dialog, u"Published"_s)->date(), QDate(2020, 2, 29));
    QCOMPARE(dialog.corrections(), article.corrections);
    named<QToolButton>(dialog, u"Published as found"_s)->click();
    QCOMPARE(named<QDateEdit>(dialog, u"Published"_s)->text(), u"unknown"_s);
    QVERIFY(!dialog.corrections().day);
}

void tst_Dialogs::reportListsEachProblem()
{
    corpus::ImportReport report;
    report.progress.added = 12;
    report.progress.duplicates = 3;
    report.problems = {{u"a/<b>one</b>.pdf"_s, u"is encrypted"_s}, {u"two.txt"_s, u"is empty"_s}};
    dialogs::ImportReport dialog(report, nullptr);
    dialog.show();
    QCOMPARE(dialog.findChild<QLabel *>()->text(),
             u"12 articles added; 3 were there already; 2 could not be read."_s);
    auto *list = dialog.findChild<QTreeWidget *>();
    const auto shows = [&dialog](const QString &line) {
        return std::ranges::any_of(dialog.findChildren<QLabel *>(), [&line](const QLabel *label) {
            return label->text() == line && label->textFormat() == Qt::PlainText;
        });
    };
    QVERIFY(shows(u"a/<b>one</b>.pdf: is encrypted"_s));
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(shows(u"two.txt: is empty"_s));
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(0), u"a/<b>one</b>.pdf"_s);
    QCOMPARE(list->topLevelItem(1)->text(1), u"is empty"_s);
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == "Copy list"_L1)
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a/<b>one</b>.pdf: is encrypted\ntwo.txt: is empty"_s);
}

void tst_Dialogs::shortcutsListMenusAndGestures()
{
    QMenu menu(u"&Go"_s);
    menu.addAction(u"&Next article"_s)->setShortcut(QKeySequence(u"J"_s));
    menu.addAction(u"Without a key"_s);
    const dialogs::Shortcuts dialog({&menu}, nullptr);
    const auto *tree = dialog.findChild<QTreeWidget *>();
    const auto found = tree->findItems(u"Next article"_s, Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.front()->text(1), u"J"_s);
    QCOMPARE(found.front()->parent()->text(0), u"Menu Go"_s);
    QVERIFY(tree->findItems(u"Without a key"_s, Qt::MatchExactly | Qt::MatchRecursive).isEmpty());
    QVERIFY(!tree->findItems(u"Ctrl+click"_s, Qt::MatchExactly | Qt::MatchRecursive, 1).isEmpty());
}

void tst_Dialogs::keysAreChanged()
{
    const Commands commands;
    const dialogs::Shortcuts dialog({const_cast<QMenu *>(&commands.menu)}, nullptr);
    auto *keys = dialog.findChild<QKeySequenceEdit *>();
    QVERIFY(!keys->isEnabled());
    select(dialog, u"Next article"_s);
    QVERIFY(keys->isEnabled());
    QCOMPARE(keys->keySequence(), QKeySequence(u"J"_s));
    QTest::keyClick(keys, Qt::Key_B, Qt::ControlModifier);
    QTRY_COMPARE(commands.next->shortcut(), QKeySequence(u"Ctrl+B"_s));
    const auto *tree = dialog.findChild<QTreeWidget *>();
    QCOMPARE(tree->currentItem()->text(1), u"Ctrl+B"_s);
    press(dialog, u"None"_s);
    QVERIFY(commands.next->shortcut().isEmpty());
    press(dialog, u"Standard"_s);
    QCOMPARE(commands.next->shortcut(), QKeySequence(u"J"_s));
}

void tst_Dialogs::enterInTheSearchChangesNoKeys()
{
    const Commands commands;
    dialogs::Shortcuts dialog({const_cast<QMenu *>(&commands.menu)}, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    select(dialog, u"Next article"_s);
    auto *search = dialog.findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClicks(search, u"next"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(commands.next->shortcut(), QKeySequence(u"J"_s));
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.findChild<QTreeWidget *>()->hasFocus());
}

void tst_Dialogs::takenKeysAreRefused()
{
    const Commands commands;
    const dialogs::Shortcuts dialog({const_cast<QMenu *>(&commands.menu)}, nullptr);
    select(dialog, u"Next article"_s);
    QTest::keyClick(dialog.findChild<QKeySequenceEdit *>(), Qt::Key_F, Qt::ControlModifier);
    const auto isTold = [&](const QString &line) {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == line; });
    };
    QTRY_VERIFY(isTold(u"Ctrl+F is taken by “Find in text”"_s));
    QCOMPARE(commands.next->shortcut(), QKeySequence(u"J"_s));
    QCOMPARE(commands.find->shortcut(), QKeySequence(u"Ctrl+F"_s));
}

void tst_Dialogs::changedKeysAreRemembered()
{
    const Commands commands;
    const QList<QAction *> actions{commands.next, commands.find};
    QVERIFY(dialogs::changedKeys(actions).isEmpty());
    commands.next->setShortcut(QKeySequence(u"Ctrl+B"_s));
    commands.find->setShortcut({});
    const dialogs::ChangedKeys changed = dialogs::changedKeys(actions);
    QCOMPARE(changed, (dialogs::ChangedKeys{{u"go-next"_s, u"Ctrl+B"_s}, {u"edit-find"_s, QString()}}));
    dialogs::applyKeys(actions, {});
    QCOMPARE(commands.next->shortcut(), QKeySequence(u"J"_s));
    dialogs::applyKeys(actions, changed);
    QCOMPARE(commands.next->shortcut(), QKeySequence(u"Ctrl+B"_s));
    QVERIFY(commands.find->shortcut().isEmpty());
}

void tst_Dialogs::theListIsSearched()
{
    const Commands commands;
    const dialogs::Shortcuts dialog({const_cast<QMenu *>(&commands.menu)}, nullptr);
    const auto *tree = dialog.findChild<QTreeWidget *>();
    for (auto *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->placeholderText() == "Find a command or a key"_L1)
            edit->setText(u"ctrl+f"_s);
    }
    const auto shown = [&](const QString &command) {
        return !tree->findItems(command, Qt::MatchExactly | Qt::MatchRecursive).front()->isHidden();
    };
    QVERIFY(shown(u"Find in text"_s));
    QVERIFY(!shown(u"Next article"_s));
}

void tst_Dialogs::aboutIsPlainText()
{
    const dialogs::About dialog(nullptr);
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(tst_Dialogs)
#include "tst_dialogs.moc"
