/// Measures a store that stands.
///     measure_store FIGURE… STORE [FROM]     search, lens, open: prints their figures
///     measure_store check STORE              opens it, checks it, prints how many articles it holds; fails
///                                            where it is damaged or holds an article twice

#include "models/corpus/store.h"
#include "models/lens/loading.h"
#include "models/lens/session.h"
#include "tests/bench/measure/figure.h"
#include "tests/bench/measure/recombine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSet>

using namespace demarche;
using namespace demarche::measure;
using namespace Qt::StringLiterals;

namespace {

constexpr int newest = 100;
constexpr int rounds = 3;

int failed(const QString &line)
{
    std::fprintf(stderr, "measure_store: %s\n", qUtf8Printable(line));
    return 1;
}

double milliseconds(auto &&work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

/// The newest hundred of each word, as lists show them.
double searchTime(const corpus::Store &store, const QStringList &words)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &word : words) {
            corpus::Filter filter;
            filter.search = word;
            times.push_back(milliseconds([&] { static_cast<void>(store.articles(filter, {0, newest})); }));
        }
    }
    return median(std::move(times));
}

void search(const corpus::Store &store, const QString &from)
{
    const QStringList words = Recombiner(baseArticles(from)).words();
    printFigure("search_common_ms", searchTime(store, words.first(std::min<qsizetype>(15, words.size()))), "ms");
    printFigure("search_rare_ms", searchTime(store, words.last(std::min<qsizetype>(15, words.size()))), "ms");
}

/// Until the store is open and all evidence lies in memory.
Result<lens::EvidenceIndex> openedIndex(const QString &file)
{
    const Result<corpus::Store> store = corpus::Store::open(file);
    if (!store)
        return std::unexpected(store.error());
    lens::EvidenceIndex index;
    const Result<void> loaded = lens::extend(index, *store);
    return loaded ? Result<lens::EvidenceIndex>(std::move(index)) : std::unexpected(loaded.error());
}

void open(const QString &file)
{
    std::vector<double> times;
    for (int round = 0; round < 5; ++round)
        times.push_back(milliseconds([&] { static_cast<void>(openedIndex(file)); }));
    printFigure("store_open_ms", median(std::move(times)), "ms");
}

int lensChange(const QString &file)
{
    Result<lens::EvidenceIndex> index = openedIndex(file);
    if (!index)
        return failed(index.error().line());
    std::fprintf(stderr, "measure_store: %zu articles, %zu pieces of evidence\n", index->articleCount(),
                 index->evidenceCount());
    lens::LensSession session([](const QString &) { return Result<std::vector<qint64>>(); });
    session.setIndex(*std::move(index));
    const QDate first = session.index().firstDay();
    std::vector<double> times;
    for (int step = 0; step < 60; ++step) {
        lens::Lens lens;
        if (step % 3 != 0 && !session.aggregates().countries.empty()) {
            const auto &countries = session.aggregates().countries;
            const lens::CountryId id = countries[std::size_t(step) % countries.size()].country;
            lens.countries = QStringList{session.index().countryNames().at(id)};
        }
        if (step % 2 == 1)
            lens = lens::withDates(lens, first.addDays(step * 20), first.addDays(step * 20 + 700));
        if (step % 5 == 4)
            lens.kinds = lens::Kind::Action;
        times.push_back(milliseconds([&] { session.look(lens); }));
    }
    printFigure("lens_change_ms", median(std::move(times)), "ms");
    return 0;
}

int check(const QString &file)
{
    const Result<corpus::Store> store = corpus::Store::open(file);
    if (!store)
        return failed(store.error().line());
    if (const Result<void> sound = store->check(); !sound)
        return failed(sound.error().line());
    QSet<QString> uris;
    qint64 count = 0;
    const Result<std::vector<corpus::ArticleRow>> rows = store->articles({});
    if (!rows)
        return failed(rows.error().line());
    for (const corpus::ArticleRow &row : *rows) {
        uris.insert(row.uri);
        ++count;
    }
    std::printf("%lld\n", static_cast<long long>(count));
    return uris.size() == count ? 0 : failed(u"an article is there twice"_s);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 3)
        return failed(u"search, lens, open or check, and the store"_s);
    const QString &what = words[1];
    const QString &file = words[2];
    if (what == "check"_L1)
        return check(file);
    if (what == "open"_L1) {
        open(file);
        return 0;
    }
    if (what == "lens"_L1)
        return lensChange(file);
    const Result<corpus::Store> store = corpus::Store::open(file);
    if (!store)
        return failed(store.error().line());
    search(*store, words.value(3));
    return 0;
}
