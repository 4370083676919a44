/// Makes what is measured on.
///     measure_data make FOLDER FIRST COUNT [FROM]          articles as JSON lines, a thousand a file
///     measure_data lay STORE COUNT EVIDENCE [FROM]         a store of COUNT articles and EVIDENCE pieces, laid
///                                                          by the real batch writing with findings recombined
/// FROM is a folder of real articles; else the samples serve.

#include "models/corpus/analysing.h"
#include "tests/bench/measure/recombine.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace demarche;
using namespace demarche::measure;
using namespace Qt::StringLiterals;

namespace {

constexpr int perFile = 1000;
constexpr int perBatch = 128; ///< as an import writes them

int failed(const QString &line)
{
    std::fprintf(stderr, "measure_data: %s\n", qUtf8Printable(line));
    return 1;
}

int make(const QString &folder, int first, int count, const Recombiner &recombiner)
{
    QDir().mkpath(folder);
    for (int begin = first; begin < first + count; begin += perFile) {
        QFile file(folder + u"/%1.jsonl"_s.arg(begin, 7, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::WriteOnly))
            return failed(file.fileName() + u": cannot be written"_s);
        for (int n = begin; n < std::min(begin + perFile, first + count); ++n) {
            const corpus::Article article = recombiner.article(n);
            const QJsonObject record{{u"url"_s, article.uri},
                                     {u"title"_s, article.title},
                                     {u"publisher"_s, article.publisher},
                                     {u"date"_s, article.published.date.toString(Qt::ISODate)},
                                     {u"text"_s, article.text}};
            file.write(QJsonDocument(record).toJson(QJsonDocument::Compact) + '\n');
        }
    }
    return 0;
}

int lay(const QString &storeFile, int count, int evidence, const Recombiner &recombiner)
{
    const Result<corpus::Analyze> analyze = corpus::shippedAnalysis();
    Result<corpus::Store> store = corpus::Store::open(storeFile);
    if (!analyze || !store)
        return failed(!analyze ? analyze.error().line() : store.error().line());
    std::vector<analysis::Analysis> findings;
    for (const corpus::Article &article : recombiner.base())
        findings.push_back((*analyze)(article));
    qint64 written = 0;
    std::vector<corpus::AnalysedArticle> batch;
    for (int n = 0; n < count; ++n) {
        // What is left over the articles that are left over, so that the sum comes out.
        const int each = int((evidence - written + (count - n) / 2) / (count - n));
        batch.push_back(recombiner.analysed(n, findings, std::max(each, 1)));
        written += qint64(batch.back().analysis.evidence.size());
        if (int(batch.size()) < perBatch && n + 1 < count)
            continue;
        if (const auto stored = store->add(batch); !stored)
            return failed(stored.error().line());
        batch.clear();
    }
    std::fprintf(stderr, "measure_data: %d articles, %lld pieces of evidence laid\n", count,
                 static_cast<long long>(written));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 5)
        return failed(u"make FOLDER FIRST COUNT [FROM] or lay STORE COUNT EVIDENCE [FROM]"_s);
    std::vector<corpus::Article> base = baseArticles(words.value(5));
    if (base.empty())
        return failed(u"no articles to recombine"_s);
    const Recombiner recombiner(std::move(base));
    return words[1] == "make"_L1 ? make(words[2], words[3].toInt(), words[4].toInt(), recombiner)
                                 : lay(words[2], words[3].toInt(), words[4].toInt(), recombiner);
}
