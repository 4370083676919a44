/// Measures a store that stands.
///     measure_store search|lens|open STORE   prints their figures
///     measure_store check STORE              opens it, checks it, prints how many articles it holds; fails
///                                            where it is damaged or holds an article twice

#include "models/corpus/store.h"
#include "models/lens/loading.h"
#include "models/lens/session.h"
#include "tests/bench/measure/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

using namespace demarche;
using namespace demarche::measure;
using namespace Qt::StringLiterals;

namespace {

constexpr int newest = 100;
constexpr int rounds = 3;
constexpr std::size_t wordsEach = 15; ///< searched for, rare and common
constexpr std::size_t sampled = 300;  ///< articles out of which the words are taken
constexpr int rare = 20;              ///< a rare word stands in no more articles

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

QSet<QString> wordsOf(const QString &text)
{
    QSet<QString> words;
    for (qsizetype begin = 0, end = 0; begin < text.size(); begin = end + 1) {
        for (end = begin; end < text.size() && text[end].isLetter(); ++end) {
        }
        if (end - begin >= 3)
            words.insert(text.mid(begin, end - begin).toLower());
    }
    return words;
}

/// The words of articles spread over the store: those in most of them first, of those in equally many the
/// first by the alphabet.
QStringList sampleWords(const corpus::Store &store)
{
    const std::vector<corpus::ArticleId> ids = store.ids({}).value_or(std::vector<corpus::ArticleId>());
    QHash<QString, int> counts;
    for (std::size_t at = 0; at < ids.size(); at += std::max<std::size_t>(1, ids.size() / sampled)) {
        if (const Result<corpus::StoredArticle> stored = store.article(ids[at])) {
            for (const QString &word : wordsOf(stored->article.text))
                ++counts[word];
        }
    }
    QStringList words = counts.keys();
    std::ranges::sort(words, {}, [&](const QString &word) { return std::pair(-counts[word], word); });
    return words;
}

struct SearchWords
{
    QStringList words;
    qint64 fewest = 0; ///< articles in which one of them stands
    qint64 most = 0;

    void add(const QString &word, qint64 articles)
    {
        fewest = words.isEmpty() ? articles : std::min(fewest, articles);
        most = std::max(most, articles);
        words << word;
    }
    [[nodiscard]] bool full() const { return words.size() >= qsizetype(wordsEach); }
};

qint64 articlesWith(const corpus::Store &store, const QString &word)
{
    corpus::Filter filter;
    filter.search = word;
    return store.count(filter).value_or(0);
}

SearchWords commonWords(const corpus::Store &store, const QStringList &words)
{
    SearchWords common;
    for (const QString &word : words.first(std::min<qsizetype>(wordsEach, words.size())))
        common.add(word, articlesWith(store, word));
    return common;
}

SearchWords rareWords(const corpus::Store &store, const QStringList &words)
{
    SearchWords found;
    for (qsizetype at = words.size() - 1; at >= 0 && !found.full(); at -= 7) {
        if (const qint64 articles = articlesWith(store, words[at]); articles > 0 && articles <= rare)
            found.add(words[at], articles);
    }
    return found;
}

/// The newest hundred of each word, as lists show them.
void printSearchTime(const char *name, const corpus::Store &store, const SearchWords &search)
{
    std::fprintf(stderr, "measure_store: %s: %s, in %lld to %lld articles\n", name,
                 qUtf8Printable(search.words.join(u' ')), static_cast<long long>(search.fewest),
                 static_cast<long long>(search.most));
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &word : search.words) {
            corpus::Filter filter;
            filter.search = word;
            times.push_back(milliseconds([&] { static_cast<void>(store.articles(filter, {0, newest})); }));
        }
    }
    printFigure(name, median(std::move(times)), "ms");
}

void search(const corpus::Store &store)
{
    const QStringList words = sampleWords(store);
    printSearchTime("search_common_ms", store, commonWords(store, words));
    printSearchTime("search_rare_ms", store, rareWords(store, words));
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
    std::vector<double> times(5);
    for (double &time : times)
        time = milliseconds([&] { static_cast<void>(openedIndex(file)); });
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
    search(*store);
    return 0;
}
