#include "models/corpus/files.h"
#include "printed.h"

#include <QDir>
#include <QHash>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

const QString pages = QStringLiteral(DEMARCHE_CASES "/pages");

struct Truth
{
    QHash<QString, QString> metadata;
    QString text;
};

Truth truthOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString whole = QString::fromUtf8(file.readAll());
    const qsizetype parting = whole.indexOf(u"\n--\n"_s);
    Truth truth;
    truth.text = whole.mid(parting + 4);
    for (const QString &line : whole.left(parting).split(u'\n'))
        truth.metadata.insert(line.section(u':', 0, 0), line.section(u':', 1).trimmed());
    return truth;
}

/// F1 of the words of two texts as bags.
double wordF1(const QString &got, const QString &wanted)
{
    QHash<QString, int> left;
    const QStringList wantedWords = wanted.simplified().split(u' ', Qt::SkipEmptyParts);
    const QStringList gotWords = got.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : wantedWords)
        ++left[word];
    int common = 0;
    for (const QString &word : gotWords) {
        if (int &n = left[word]; n > 0) {
            --n;
            ++common;
        }
    }
    return wantedWords.isEmpty() || gotWords.isEmpty()
               ? 0
               : 2.0 * common / double(wantedWords.size() + gotWords.size());
}

Article articleOf(const QString &file)
{
    Printer printer;
    QDir::setCurrent(pages);
    const Result<void> read = readFile(file, printer.sink());
    if (!read || printer.articles.size() != 1)
        return {};
    return printer.articles.front();
}

void addPages()
{
    QTest::addColumn<QString>("name");
    for (const QString &file : QDir(pages).entryList({u"*.html"_s}))
        QTest::newRow(qUtf8Printable(file.chopped(5))) << file.chopped(5);
}

} // namespace

/// Pages written for the project after the layouts of common content systems; NAME.truth says what each
/// holds.
class TestHtml : public QObject
{
    Q_OBJECT

private slots:
    void text_data() { addPages(); }
    void text()
    {
        QFETCH(QString, name);
        const Truth truth = truthOf(pages + u'/' + name + u".truth"_s);
        const Article article = articleOf(name + u".html"_s);
        const double f1 = wordF1(article.text, truth.text);
        QVERIFY2(f1 >= 0.95, qUtf8Printable(u"F1 %1 of\n%2"_s.arg(QString::number(f1), article.text)));
    }

    void metadata_data() { addPages(); }
    void metadata()
    {
        QFETCH(QString, name);
        const Truth truth = truthOf(pages + u'/' + name + u".truth"_s);
        const Article article = articleOf(name + u".html"_s);
        QCOMPARE(article.title, truth.metadata.value(u"title"_s));
        QCOMPARE(article.byline.join(u"; "_s), truth.metadata.value(u"byline"_s));
        QCOMPARE(article.publisher, truth.metadata.value(u"publisher"_s));
        QCOMPARE(article.published.date.toString(Qt::ISODate), truth.metadata.value(u"published"_s));
        QCOMPARE(article.uri, truth.metadata.value(u"uri"_s));
        QCOMPARE(article.language, truth.metadata.value(u"language"_s));
    }

    void worthOfTheWhole()
    {
        double sum = 0;
        double least = 1;
        const QStringList files = QDir(pages).entryList({u"*.html"_s});
        for (const QString &file : files) {
            const double f1 =
                wordF1(articleOf(file).text, truthOf(pages + u'/' + file.chopped(5) + u".truth"_s).text);
            if (f1 < 1)
                qInfo("%.4f %s", f1, qUtf8Printable(file));
            sum += f1;
            least = std::min(least, f1);
        }
        qInfo("F1 by words over %lld pages: mean %.4f, least %.4f", qlonglong(files.size()),
              sum / double(files.size()), least);
        QVERIFY(files.size() >= 35);
        QVERIFY(sum / double(files.size()) >= 0.99);
    }
};

QTEST_APPLESS_MAIN(TestHtml)
#include "tst_html.moc"
