#pragma once

#include "models/corpus/readers/reader.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>

/// What reader.h promises, as checks, and bytes of all kinds to hold readers to it.
namespace demarche::corpus {

using namespace Qt::StringLiterals;

inline const QString cases = QStringLiteral(DEMARCHE_CASES);

inline constexpr qint64 largestSample = 24 * 1024;

/// The share of inputs that are tried, one in so many: under the sanitizer each process that reads a PDF takes a
/// tenth of a second to start.
#ifdef __SANITIZE_ADDRESS__
inline constexpr int oneIn = 5;
#else
inline constexpr int oneIn = 1;
#endif

/// Bombs are tried by tst_readers once, not by every mutation.
inline bool isSample(const QFileInfo &file)
{
    static const QStringList others{u"truth"_s, u"expected"_s, u"actual"_s, u"md"_s};
    return !others.contains(file.suffix()) && !file.fileName().startsWith("bomb"_L1) &&
           file.size() <= largestSample;
}

/// Samples by format, which are the folders' names; in the same order on every machine.
inline std::map<QString, QList<QByteArray>> samplesByFormat()
{
    std::map<QString, QList<QByteArray>> all;
    for (const QString &folder : {u"/readers"_s, u"/pages"_s}) {
        QDirIterator files(cases + folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (isSample(QFileInfo(file)) && file.open(QIODevice::ReadOnly))
                all[QFileInfo(file).dir().dirName()] << file.readAll();
        }
    }
    for (auto &[format, bytes] : all)
        std::ranges::sort(bytes);
    return all;
}

/// A sample of every format and kind: what mutations start from.
inline QList<QByteArray> samples()
{
    QList<QByteArray> all;
    for (const auto &[format, bytes] : samplesByFormat())
        all << bytes;
    return all;
}

inline bool isWellFormed(const QString &text)
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

/// What every reader owes for any bytes whatever. Read twice, the same bytes give the same articles.
inline void checkSource(const QByteArray &bytes, int times = 2)
{
    QList<QStringList> runs(times);
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
    QCOMPARE(runs.front(), runs.back());
}

inline QByteArray senseless(QRandomGenerator &random)
{
    QByteArray bytes(random.bounded(4000), Qt::Uninitialized);
    for (char &c : bytes)
        c = char(random.bounded(256));
    return bytes;
}

inline QByteArray mutated(QByteArray bytes, QRandomGenerator &random)
{
    const int changes = 1 + random.bounded(6);
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
            bytes.insert(at, QByteArray(random.bounded(64), "<\"{[\n,\0\xFF"[random.bounded(8)]));
            break;
        default:
            bytes.replace(at, length, bytes.mid(random.bounded(bytes.size()), length));
        }
    }
    return bytes;
}

} // namespace demarche::corpus
