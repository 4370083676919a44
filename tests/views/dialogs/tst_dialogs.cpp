#include "views/dialogs/about.h"
#include "views/dialogs/importreport.h"
#include "views/dialogs/shortcuts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace demarche;
using namespace Qt::StringLiterals;

class tst_Dialogs : public QObject
{
    Q_OBJECT

private slots:
    void reportListsEachProblem();
    void shortcutsListMenusAndGestures();
    void aboutIsPlainText();
};

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
    const auto *list = dialog.findChild<QTreeWidget *>();
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

void tst_Dialogs::aboutIsPlainText()
{
    const dialogs::About dialog(nullptr);
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(tst_Dialogs)
#include "tst_dialogs.moc"
