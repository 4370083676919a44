#include "models/corpus/readers/reader.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

const QString cases = QStringLiteral(DEMARCHE_CASES);

constexpr qint64 largestSample = 24 * 1024;

/// Bombs are tried by tst_readers once, not by every mutation.
bool isSample(const QFileInfo &file)
{
    static const QStringList others{u"truth"_s, u"expected"_s, u"actual"_s, u"md"_s};
    return !others.contains(file.suffix()) && !file.fileName().startsWith("bomb"_L1) &&
           file.size() <= largestSample;
}

/// A sample of every format: what mutations start from.
QList<QByteArray> samples()
{
    QList<QByteArray> all;
    for (const QString &folder : {u"/readers"_s, u"/pages"_s}) {
        QDirIterator files(cases + folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (isSample(QFileInfo(file)) && file.open(QIODevice::ReadOnly))
                all << file.readAll();
        }
    }
    std::ranges::sort(all); // the same order on every machine
    return all;
}

bool isWellFormed(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (text.at(i).isSurrogate() ||
                 (text.at(i).unicode() < 0x20 && text.at(i) != u'\n' && text.at(i) != u'\t'))
            return false;
    }
    return true;
}

/// What every reader owes for any bytes whatever. Reads twice: the same bytes give the same articles.
void checkSource(const QByteArray &bytes)
{
    QStringList runs[2];
    for (QStringList &texts : runs) {
        int problems = 0;
        const Sink sink{[&](Article &&article) {
                            if (!isWellFormed(article.text) || !isWellFormed(article.title))
                                QTest::qFail("a text is not well formed", __FILE__, __LINE__);
                            if (article.text.trimmed().isEmpty() || article.uri.isEmpty())
                                QTest::qFail("an article has no text or no uri", __FILE__, __LINE__);
                            if (article.published.date.isValid() !=
                                (article.published.basis != analysis::DateBasis::Unknown))
                                QTest::qFail("a date and its basis disagree", __FILE__, __LINE__);
                            texts << article.title + u'\t' + article.text;
                            return true;
                        },
                        [&](Problem &&problem) {
                            ++problems;
                            if (problem.what.isEmpty() || problem.line().contains(u'\n'))
                                QTest::qFail("a problem is not one line", __FILE__, __LINE__);
                        }};
        const Result<void> read = readSource({u"made"_s, bytes}, sink);
        if (read && texts.isEmpty() && problems == 0)
            QTest::qFail("nothing was read and nothing was said", __FILE__, __LINE__);
        if (!read && (read.error().what.isEmpty() || read.error().line().contains(u'\n')))
            QTest::qFail("a failure is not one line", __FILE__, __LINE__);
    }
    QCOMPARE(runs[0], runs[1]);
}

QByteArray mutated(QByteArray bytes, QRandomGenerator &random)
{
    const int changes = 1 + int(random.bounded(6));
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const qsizetype at = random.bounded(bytes.size());
        const qsizetype length = std::min<qsizetype>(random.bounded(40), bytes.size() - at);
        switch (random.bounded(6)) {
        case 0:
            bytes[at] = char(random.bounded(256));
            break;
        case 1:
            bytes.truncate(at);
            break;
        case 2:
            bytes.remove(at, length);
            break;
        case 3:
            bytes.insert(at, bytes.mid(random.bounded(bytes.size()), length));
            break;
        case 4:
            bytes.insert(at, QByteArray(int(random.bounded(64)), "<\"{[\n,\0\xFF"[random.bounded(8)]));
            break;
        default:
            bytes.replace(at, length, bytes.mid(random.bounded(bytes.size()), length));
        }
    }
    return bytes;
}

} // namespace

/// The contract of reader.h, held by every reader of the registry for good, cut, changed and senseless bytes.
/// DEMARCHE_ROUNDS sets how many mutations are tried.
class TestContract : public QObject
{
    Q_OBJECT

private slots:
    void namesAreDistinct()
    {
        QStringList names;
        for (const Reader *reader : readers())
            names << QString(reader->name());
        QCOMPARE(names.size(), QSet<QString>(names.begin(), names.end()).size());
    }

    void likenessIsInBounds()
    {
        for (const QByteArray &sample : samples()) {
            for (const Reader *reader : readers()) {
                const int likeness = reader->likeness({u"made"_s, sample});
                QVERIFY(likeness >= 0 && likeness <= 100);
            }
        }
    }

    void goodBytes()
    {
        for (const QByteArray &sample : samples())
            checkSource(sample);
    }

    /// Any reader may be handed what is not in its format.
    void foreignBytes()
    {
        const Sink sink{[](Article &&) { return true; }, [](Problem &&) {}};
        for (const QByteArray &sample : samples()) {
            for (const Reader *reader : readers())
                static_cast<void>(reader->read({u"made"_s, sample}, sink));
        }
    }

    void cutBytes()
    {
        for (const QByteArray &sample : samples()) {
            for (qsizetype size = 0; size < sample.size(); size += 1 + sample.size() / 40)
                checkSource(sample.first(size));
        }
    }

    void changedBytes()
    {
        const int rounds = qEnvironmentVariableIntValue("DEMARCHE_ROUNDS") > 0
                               ? qEnvironmentVariableIntValue("DEMARCHE_ROUNDS")
                               : 1500;
        const QList<QByteArray> all = samples();
        QRandomGenerator random(20240305);
        for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round)
            checkSource(mutated(all[random.bounded(all.size())], random));
    }

    void senselessBytes()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes(int(random.bounded(4000)), Qt::Uninitialized);
            for (char &c : bytes)
                c = char(random.bounded(256));
            checkSource(bytes);
        }
    }

    void stoppingIsObeyed()
    {
        const QByteArray lines =
            QByteArray("{\"title\": \"x\", \"text\": \"Some words of a report.\"}\n").repeated(50);
        int given = 0;
        const Sink sink{[&given](Article &&) { return ++given < 3; }, [](Problem &&) {}};
        QVERIFY(readSource({u"made"_s, lines}, sink).has_value());
        QCOMPARE(given, 3);
    }

    void deepNestingIsRefusedOrRead()
    {
        checkSource("<html><body>" + QByteArray("<div>").repeated(200'000) + "words");
        checkSource("<html><body>" + QByteArray("<b><p>").repeated(3'000) + "words");
        checkSource("{\"text\": " + QByteArray("[").repeated(100'000));
        checkSource("<html><body>" + QByteArray("<table><tr><td>").repeated(2'000) + "words");
    }
};

QTEST_APPLESS_MAIN(TestContract)
#include "tst_contract.moc"
