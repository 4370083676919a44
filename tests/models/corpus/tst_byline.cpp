#include "models/corpus/byline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche::corpus;

class TestByline : public QObject
{
    Q_OBJECT

private slots:
    void readsFields_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("people");
        const auto row = [](const char *field, const char *people) {
            QTest::newRow(field) << QString::fromUtf8(field) << QString::fromUtf8(people);
        };
        row("Ana Ruiz", "Ana Ruiz");
        row("By Ana Ruiz", "Ana Ruiz");
        row("By: Ana Ruiz", "Ana Ruiz");
        row("By Ana Ruiz and Tom Vale, Reuters", "Ana Ruiz; Tom Vale");
        row("ANA RUIZ, TOM VALE AND LEE MOSS", "Ana Ruiz; Tom Vale; Lee Moss");
        row("ANA O'BRIEN-VALE", "Ana O'Brien-Vale");
        row("Ana McVale", "Ana McVale");
        row("Ana Ruiz in Lys and Tom Vale in Oster Port", "Ana Ruiz; Tom Vale");
        row("Ana Ruiz, Diplomatic Editor", "Ana Ruiz");
        row("Ana Ruiz; Tom Vale; Staff Writers", "Ana Ruiz; Tom Vale");
        row("Ana Ruiz | Harbour Post", "Ana Ruiz");
        row("Ana Ruiz (NNA)", "Ana Ruiz");
        row("Ana Ruiz, aruiz@post.example", "Ana Ruiz");
        row("Ana Ruiz @anaruiz", "Ana Ruiz");
        row("Written by Ana Ruiz & Tom Vale", "Ana Ruiz; Tom Vale");
        row("Von Ana Ruiz und Tom Vale", "Ana Ruiz; Tom Vale");
        row("Par Ana Ruiz et Tom Vale", "Ana Ruiz; Tom Vale");
        row("Ludwig van der Velde", "Ludwig van der Velde");
        row("Ruiz, Ana", "Ana Ruiz");
        row("Staff and agencies", "Staff and agencies");
        row("Reuters", "Reuters");
        row("By the Coastal Dispatch desk", "Coastal Dispatch desk");
        row("https://post.example/ana", "");
        row("", "");
    }
    void readsFields()
    {
        QFETCH(QString, field);
        QFETCH(QString, people);
        QCOMPARE(peopleOf(field).join(u"; "_s), people);
    }

    void knowsBylines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("people");
        const auto row = [](const char *line, const char *people) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(people);
        };
        row("By Ana Ruiz", "Ana Ruiz");
        row("BY ANA RUIZ", "Ana Ruiz");
        row("By Ana Ruiz and TOM VALE, Reuters", "Ana Ruiz; Tom Vale");
        row("Ana Ruiz", "");
        row("By Monday the talks had failed.", "");
        row("By the end of June, 40 cases had been heard", "");
        row("By the sea", "");
        row("by Ana Ruiz", "Ana Ruiz");
        row("by Monday", "");
        row("Reporter: Ana Ruiz", "Ana Ruiz");
        row("By Ana Ruiz in Lys | Harbour Post | Updated: 2024-03-13 08:11", "Ana Ruiz");
    }
    void knowsBylines()
    {
        QFETCH(QString, line);
        QFETCH(QString, people);
        QCOMPARE(bylineNames(line).join(u"; "_s), people);
    }
};

QTEST_APPLESS_MAIN(TestByline)
#include "tst_byline.moc"
