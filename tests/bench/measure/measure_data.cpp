/// Makes what is measured on.
///     measure_data make FOLDER FIRST COUNT [FROM]          articles as JSON lines, a thousand a file
///     measure_data lay STORE COUNT EVIDENCE [FROM]         a store of COUNT articles and EVIDENCE pieces,
///     laid
///                                                          by the real batch writing with findings
///                                                          recombined
/// FROM is a folder of real articles; else the samples serve.

#include "models/corpus/analysing.h"
#include "tests/bench/measure/recombine.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <future>

using namespace demarche;
using namespace demarche::measure;
using namespace Qt::StringLiterals;

namespace {

constexpr int perFile = 1000;
constexpr int perBatch = 2048;
constexpr int perNews = 20'000; ///< articles between two lines of progress

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

/// Articles with findings, batch after batch.
class Layer
{
public:
    Layer(const Recombiner &recombiner, const corpus::Analyze &analyze, int count, int evidence)
        : m_recombiner(recombiner)
        , m_count(count)
        , m_evidence(evidence)
    {
        for (const corpus::Article &article : recombiner.base())
            m_findings.push_back(analyze(article));
    }

    /// The next batch; empty at the end.
    std::vector<corpus::AnalysedArticle> next()
    {
        std::vector<corpus::AnalysedArticle> batch;
        for (; m_made < m_count && int(batch.size()) < perBatch; ++m_made) {
            // What is left over the articles that are left over, so that the sum comes out.
            const int left = m_count - m_made;
            const int each = int((m_evidence - m_laid + left / 2) / left);
            batch.push_back(m_recombiner.analysed(m_made, m_findings, std::max(each, 1)));
            m_laid += qint64(batch.back().analysis.evidence.size());
        }
        return batch;
    }

    [[nodiscard]] qint64 evidence() const { return m_laid; }

private:
    const Recombiner &m_recombiner;
    std::vector<analysis::Analysis> m_findings; ///< of each article of the base
    int m_count;
    qint64 m_evidence;
    int m_made = 0;
    qint64 m_laid = 0;
};

int lay(const QString &storeFile, int count, int evidence, const Recombiner &recombiner)
{
    const Result<corpus::Analyze> analyze = corpus::shippedAnalysis();
    Result<corpus::Store> store = corpus::Store::open(storeFile);
    if (!analyze || !store)
        return failed(!analyze ? analyze.error().line() : store.error().line());
    Layer layer(recombiner, *analyze, count, evidence);
    const auto prepare = [&layer] { return std::async(std::launch::async, &Layer::next, &layer); };
    int laid = 0;
    for (auto coming = prepare();;) {
        const std::vector<corpus::AnalysedArticle> batch = coming.get();
        if (batch.empty())
            break;
        coming = prepare();
        if (const auto stored = store->add(batch); !stored)
            return failed(stored.error().line());
        const int before = std::exchange(laid, laid + int(batch.size()));
        if (before / perNews != laid / perNews)
            std::fprintf(stderr, "measure_data: %d of %d articles laid\n", laid, count);
    }
    std::fprintf(stderr, "measure_data: %d articles, %lld pieces of evidence laid\n", laid,
                 static_cast<long long>(layer.evidence()));
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
