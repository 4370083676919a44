/// How many tokens a second the analysis takes, in whole and step by step, on one thread and on several.
///
/// usage: bench_analysis [FOLDER]   text files to read; without one the sample articles shipped with the
/// program

#include "models/analysis/order.h"
#include "models/analysis/pipeline.h"
#include "models/analysis/reading.h"
#include "models/analysis/record.h"
#include "models/knowledge/knowledge.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <thread>

using namespace demarche;
using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QString &folder)
{
    QStringList all;
    QDirIterator files(folder, {u"*.txt"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += QString::fromUtf8(file.readAll());
    }
    return all;
}

/// What this thread has spent on a processor so far: steps are timed so that a busy machine does not disturb
/// them.
qint64 processorNanoseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return qint64(spent.tv_sec) * 1'000'000'000 + spent.tv_nsec;
}

/// Nanoseconds by step, summed over articles, in the order of the steps.
class Clock
{
public:
    template <typename Work>
    auto time(QLatin1StringView step, Work work)
    {
        struct Stop
        {
            Clock &clock;
            QLatin1StringView step;
            qint64 begun = processorNanoseconds();
            ~Stop() { clock.add(step, processorNanoseconds() - begun); }
        } stop{*this, step};
        return work();
    }

    void print(QTextStream &out, qint64 tokens) const
    {
        qint64 whole = 0;
        for (const auto &[step, spent] : m_spent)
            whole += spent;
        line(out, u"all steps"_s, whole, tokens);
        for (const auto &[step, spent] : m_spent)
            line(out, step, spent, tokens);
    }

private:
    static void line(QTextStream &out, const QString &step, qint64 spent, qint64 tokens)
    {
        out << step.leftJustified(24)
            << QString::number(double(spent) / double(tokens) / 1000, 'f', 2).rightJustified(8)
            << u" µs/token "_s
            << QString::number(double(tokens) / double(spent) * 1e9, 'f', 0).rightJustified(10)
            << u" tokens/s\n"_s;
    }

    void add(QLatin1StringView step, qint64 nanoseconds)
    {
        const auto found = std::ranges::find(m_spent, QString(step), &std::pair<QString, qint64>::first);
        if (found == m_spent.end())
            m_spent.emplace_back(step, nanoseconds);
        else
            found->second += nanoseconds;
    }

    std::vector<std::pair<QString, qint64>> m_spent;
};

/// Goes through the pipeline's steps by hand to see what each costs; gives the count of tokens.
qint64 bySteps(const QStringList &all, const language::Annotator &annotator,
               const knowledge::Knowledge &knowledge, Clock &clock)
{
    const analysis::Circumstances circumstances;
    qint64 tokens = 0;
    for (const QString &text : all) {
        auto document = clock.time("segment"_L1, [&] { return text::segment(text); });
        tokens += qint64(document.tokens.size());
        const auto annotation =
            clock.time("annotate"_L1, [&] { return annotator.annotate(std::move(document)); });
        const auto tree = clock.time("tree"_L1, [&] { return language::Tree(annotation); });
        analysis::Reading reading{annotation, tree, knowledge, circumstances, {}, {}, {}, {}};
        reading.actorAt.assign(annotation.words.size(), -1);
        for (const analysis::Step &step : analysis::steps())
            clock.time(step.name, [&] { step.run(reading); });
        clock.time("order"_L1, [&] { analysis::putInTextOrder(reading.analysis); });
        corpus::Article article;
        article.text = text;
        clock.time("record"_L1, [&] { return analysis::record(article, reading.analysis); });
    }
    return tokens;
}

double tokensPerSecond(const QStringList &all, const analysis::Pipeline &pipeline, int threads, qint64 tokens)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<std::jthread> pool;
    pool.reserve(std::size_t(threads));
    std::atomic<qsizetype> next = 0;
    for (int t = 0; t < threads; ++t) {
        pool.emplace_back([&] {
            for (qsizetype i = next++; i < all.size(); i = next++)
                (void)pipeline.analyze(all[i], {});
        });
    }
    pool.clear();
    return double(tokens) / double(timer.nsecsElapsed()) * 1e9;
}

} // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    const QStringList all = texts(argc > 1 ? QString::fromLocal8Bit(argv[1])
                                           : QStringLiteral(DEMARCHE_SHARED "/corpora/articles"));
    const auto pipeline = analysis::Pipeline::shipped();
    const auto annotator = language::Annotator::shipped();
    const auto knowledge = knowledge::Knowledge::shipped();
    if (all.isEmpty() || !pipeline || !annotator || !knowledge) {
        QTextStream(stderr) << "bench_analysis: no text files, or the models could not be read\n";
        return 1;
    }
    Clock clock;
    const qint64 tokens = bySteps(all, **annotator, **knowledge, clock);
    out << all.size() << u" articles, "_s << tokens << u" tokens\n"_s;
    clock.print(out, tokens);
    for (const int threads : {1, 2}) {
        out << u"whole, %1 thread(s): "_s.arg(threads)
            << QString::number(tokensPerSecond(all, *pipeline, threads, tokens), 'f', 0) << u" tokens/s\n"_s;
    }
    return 0;
}
