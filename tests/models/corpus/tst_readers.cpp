#include "models/corpus/files.h"
#include "printed.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

const QString cases = QStringLiteral(DEMARCHE_CASES "/readers");

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Each file of tests/cases/readers/FORMAT/ beside its NAME.expected: all that the registry makes of it.
class TestReaders : public QObject
{
    Q_OBJECT

private slots:
    void readsAsExpected_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(cases, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (!path.endsWith(".expected"_L1) && !path.endsWith(".actual"_L1) && !path.endsWith(".md"_L1))
                QTest::newRow(qUtf8Printable(QDir(cases).relativeFilePath(path))) << path;
        }
    }

    void readsAsExpected()
    {
        QFETCH(QString, path);
        Printer printer;
        QDir::setCurrent(cases);
        const Result<void> read = readFile(QDir(cases).relativeFilePath(path), printer.sink());
        const QString actual =
            printer.text + (read ? QString() : u"failed: "_s + read.error().line() + u'\n');
        const QString expected = QString::fromUtf8(contents(path + u".expected"_s));
        if (actual != expected) {
            QFile file(path + u".actual"_s);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(actual.toUtf8());
        }
        QCOMPARE(actual, expected);
        QFile::remove(path + u".actual"_s);
    }

    /// What a plain text keeps is one uncut stretch of its file.
    void plainTextIsUncut_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &name : QDir(cases + u"/text"_s).entryList({u"*.txt"_s}))
            QTest::newRow(qUtf8Printable(name)) << cases + u"/text/"_s + name;
    }

    void plainTextIsUncut()
    {
        QFETCH(QString, path);
        Printer printer;
        if (!readFile(path, printer.sink()))
            return;
        QCOMPARE(printer.articles.size(), size_t{1});
        const QString file = QString::fromUtf8(contents(path)).replace(u"\r\n"_s, u"\n"_s);
        if (!file.contains(QChar::ReplacementCharacter) && !file.contains(QChar::Null))
            QVERIFY(file.contains(printer.articles.front().text));
    }
};

QTEST_APPLESS_MAIN(TestReaders)
#include "tst_readers.moc"
