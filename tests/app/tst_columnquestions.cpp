#include "app/columnquestions.h"

#include "tests/models/corpus/madearchives.h"
#include "tests/models/corpus/madefiles.h"
#include "views/dialogs/columnsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;
using app::ColumnQuestions;
using corpus::Input;
using dialogs::ColumnsDialog;

/// Tables are asked for one after the other, and what is said of all of them comes at once.
class tst_ColumnQuestions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tablesAlikeAreAskedForOnce();
    void tablesAlikeCanBeAskedForEach();
    void whatIsPassedOverComesToNothing();
    void whatCannotBeShownIsTold();

private:
    void ask(const QStringList &tables);
    [[nodiscard]] ColumnsDialog *dialog();
    void import(int textColumn);
    [[nodiscard]] QStringList said(const QString &table) const;

    QTemporaryDir m_folder;
    QString m_archive;
    std::unique_ptr<QWidget> m_window;
    QPointer<ColumnQuestions> m_questions;
    std::vector<Input> m_inputs;
    int m_answers = 0;
    QStringList m_failures;
};

void tst_ColumnQuestions::init()
{
    const QByteArray rows = "One;Norland recalled its envoy from Sudria.\nTwo;Sudria answered at once.\n";
    m_archive = m_folder.filePath(u"week.zip"_s);
    corpus::writeFile(m_archive, corpus::zipped({{"a/one.csv", "F1;F2\n" + rows},
                                                 {"two.csv", "F1;F2\n" + rows},
                                                 {"three.csv", "G1;G2\n" + rows}}));
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_inputs.clear();
    m_failures.clear();
    m_answers = 0;
}

void tst_ColumnQuestions::ask(const QStringList &tables)
{
    QStringList paths;
    for (const QString &table : tables)
        paths << m_archive + u'/' + table;
    m_questions = new ColumnQuestions(paths, m_window.get());
    connect(m_questions, &ColumnQuestions::answered, this, [this](const std::vector<Input> &inputs) {
        m_inputs = inputs;
        ++m_answers;
    });
    connect(m_questions, &ColumnQuestions::failed, this, [this](const QString &line) { m_failures << line; });
    m_questions->ask();
}

ColumnsDialog *tst_ColumnQuestions::dialog()
{
    ColumnsDialog *shown = nullptr;
    (void)QTest::qWaitFor([&] {
        for (auto *found : m_window->findChildren<ColumnsDialog *>()) {
            if (found->isVisible())
                shown = found;
        }
        return shown != nullptr;
    });
    return shown;
}

void tst_ColumnQuestions::import(int textColumn)
{
    ColumnsDialog *shown = dialog();
    QVERIFY(shown);
    QComboBox *box = shown->findChildren<QComboBox *>().at(textColumn - 1);
    box->setCurrentIndex(box->findText(u"Text"_s));
    for (QPushButton *button : shown->findChildren<QPushButton *>()) {
        if (button->text() == "Import"_L1)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

QStringList tst_ColumnQuestions::said(const QString &table) const
{
    return m_inputs.empty() ? QStringList() : m_inputs.front().columns.of(m_archive + u'/' + table).written();
}

void tst_ColumnQuestions::tablesAlikeAreAskedForOnce()
{
    ask({u"a/one.csv"_s, u"three.csv"_s, u"two.csv"_s});
    ColumnsDialog *first = dialog();
    QVERIFY(first && first->findChild<QCheckBox *>()->isVisible());
    QVERIFY(first->findChild<QCheckBox *>()->text().contains(u"1 further table"));
    import(2);
    ColumnsDialog *second = dialog();
    QVERIFY(second && !second->findChild<QCheckBox *>()->isVisible());
    QCOMPARE(m_answers, 0);
    import(1);
    QCOMPARE(m_answers, 1);
    QCOMPARE(m_inputs.size(), 1U);
    QCOMPARE(m_inputs.front().path, m_archive);
    QCOMPARE(said(u"a/one.csv"_s), QStringList{u"text=2"_s});
    QCOMPARE(said(u"two.csv"_s), QStringList{u"text=2"_s});
    QCOMPARE(said(u"three.csv"_s), QStringList{u"text=1"_s});
    QTRY_VERIFY(!m_questions);
}

void tst_ColumnQuestions::tablesAlikeCanBeAskedForEach()
{
    ask({u"a/one.csv"_s, u"two.csv"_s});
    QTest::mouseClick(dialog()->findChild<QCheckBox *>(), Qt::LeftButton, {}, {8, 8});
    import(2);
    import(1);
    QCOMPARE(said(u"a/one.csv"_s), QStringList{u"text=2"_s});
    QCOMPARE(said(u"two.csv"_s), QStringList{u"text=1"_s});
}

void tst_ColumnQuestions::whatIsPassedOverComesToNothing()
{
    ask({u"a/one.csv"_s, u"three.csv"_s});
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_questions);
    QCOMPARE(m_answers, 0);
}

void tst_ColumnQuestions::whatCannotBeShownIsTold()
{
    ask({u"gone.csv"_s, u"two.csv"_s});
    import(2);
    QCOMPARE(m_failures.size(), 1);
    QVERIFY(m_failures.front().contains(u"gone.csv"));
    QCOMPARE(said(u"two.csv"_s), QStringList{u"text=2"_s});
}

QTEST_MAIN(tst_ColumnQuestions)
#include "tst_columnquestions.moc"
