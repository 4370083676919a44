#include "models/language/annotator.h"

#include <QDir>
#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;

/// From raw text to trees and names, in tokens a second of processor time. Run by hand: the figures depend on
/// the machine.
class BenchLanguage : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void load();
    void segment();
    void annotate();

private:
    std::vector<QString> m_texts;
};

void BenchLanguage::initTestCase()
{
    const QDir folder(QStringLiteral(DEMARCHE_SHARED "/corpora/articles"));
    for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name).mid(0, 200)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            m_texts.push_back(QString::fromUtf8(file.readAll()));
    }
    if (m_texts.empty())
        m_texts.assign(
            200,
            u"The foreign minister of Kenya, Ruth Wanjiru, recalled her envoy on Tuesday. \"We had no choice,\" she said.\n\n"_s
                .repeated(20));
}

void BenchLanguage::load()
{
    QBENCHMARK_ONCE
    {
        QVERIFY(language::Annotator::shipped().has_value());
    }
}

void BenchLanguage::segment()
{
    size_t tokens = 0;
    QBENCHMARK
    {
        tokens = 0;
        for (const QString &text : m_texts)
            tokens += text::segment(text).tokens.size();
    }
    qInfo("%zu tokens", tokens);
}

void BenchLanguage::annotate()
{
    const auto annotator = *language::Annotator::shipped();
    size_t words = 0;
    QBENCHMARK
    {
        words = 0;
        for (const QString &text : m_texts)
            words += annotator->annotate(text::segment(text)).words.size();
    }
    qInfo("%zu tokens", words);
}

QTEST_GUILESS_MAIN(BenchLanguage)
#include "bench_language.moc"
