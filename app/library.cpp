#include "app/library.h"

#include "app/commands/exporttables.h"
#include "models/corpus/rereading.h"
#include "models/corpus/searchhits.h"
#include "models/lens/background.h"
#include "models/lens/loading.h"
#include "models/tables/card.h"

#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThread>
#include <QtConcurrentRun>

#include <spdlog/spdlog.h>

namespace demarche::app {

using namespace Qt::StringLiterals;
using lens::EvidenceIndex;

namespace {

constexpr qsizetype lettersOfExcerpt = 120;
constexpr qsizetype lettersOfTrigger = 40;

struct Contents
{
    std::shared_ptr<EvidenceIndex> index;
    lens::SourceTable sources;
};

using Loaded = Result<Contents>;

Result<lens::SourceTable> readSources(const QString &file)
{
    const Result<corpus::Store> store = corpus::Store::open(file, corpus::Access::Read);
    return store ? lens::sourcesOf(*store) : std::unexpected(store.error());
}

/// Whether a lens that names any of them comes to the same.
bool broughtTheSame(const corpus::sources::SubscriptionList &a, const corpus::sources::SubscriptionList &b)
{
    return std::ranges::equal(a, b, [](const auto &x, const auto &y) {
        return x.id == y.id && x.articles == y.articles && x.groups == y.groups && x.shown() == y.shown();
    });
}

Loaded loadContents(const QString &file)
{
    const Result<corpus::Store> store = corpus::Store::open(file);
    if (!store)
        return std::unexpected(store.error());
    auto index = std::make_shared<EvidenceIndex>();
    if (const Result<void> done = lens::extend(*index, *store); !done)
        return std::unexpected(done.error());
    index->arrange();
    Result<lens::SourceTable> sources = lens::sourcesOf(*store);
    return sources ? Loaded({std::move(index), *std::move(sources)}) : std::unexpected(sources.error());
}

Result<void> writeTable(const QString &storeFile, const QString &what, const QString &file,
                        const corpus::Filter &filter, bool countCopies)
{
    const Result<corpus::Store> store = corpus::Store::open(storeFile);
    if (!store)
        return std::unexpected(store.error());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return std::unexpected(Problem{file, out.errorString()});
    const bool csv = !file.endsWith(".jsonl"_L1, Qt::CaseInsensitive);
    const Result<void> done =
        app::exportTable(*store, what, csv, filter, countCopies,
                         [&](const QByteArray &line) { return out.write(line) == line.size(); });
    if (done && !out.commit())
        return std::unexpected(Problem{file, out.errorString()});
    return done;
}

QString triggerOf(const corpus::Store &store, const ActionAt &at)
{
    const Result<corpus::StoredArticle> stored = store.article(at.first);
    if (!stored || at.second < 0 || std::size_t(at.second) >= stored->analysis.actions.size())
        return {};
    const text::Span trigger = stored->analysis.actions[std::size_t(at.second)].trigger;
    return tables::shortened(trigger.of(stored->article.text), lettersOfTrigger);
}

std::vector<QString> triggersIn(const corpus::Store &store, const std::vector<ActionAt> &actions)
{
    std::vector<QString> triggers;
    std::ranges::transform(actions, std::back_inserter(triggers),
                           [&store](const ActionAt &at) { return triggerOf(store, at); });
    return triggers;
}

Result<std::vector<qint64>> byTitle(const QString &file)
{
    const Result<corpus::Store> store = corpus::Store::open(file, corpus::Access::Read);
    if (!store)
        return std::unexpected(store.error());
    std::vector<std::pair<QString, qint64>> titled;
    const Result<void> read = store->loadTitles(
        [&titled](qint64 id, const QString &title) { titled.emplace_back(title.toCaseFolded(), id); });
    if (!read)
        return std::unexpected(read.error());
    std::ranges::sort(titled);
    std::vector<qint64> ids;
    std::ranges::transform(titled, std::back_inserter(ids), &std::pair<QString, qint64>::second);
    return ids;
}

struct CheckReport
{
    std::vector<Problem> problems;
    QStringList unchecked;
};

Result<CheckReport> checkReport(const QString &file)
{
    const Result<corpus::Store> store = corpus::Store::open(file);
    if (!store)
        return std::unexpected(store.error());
    CheckReport report;
    const Result<corpus::Checked> checked =
        store->check([&report](const Problem &problem) { report.problems.push_back(problem); });
    if (!checked)
        return std::unexpected(checked.error());
    report.unchecked = checked->unchecked;
    return report;
}

Result<void> analysedAnew(const QString &file, const corpus::ImportJob::Prepare &prepare, qint64 id,
                          const corpus::Corrections &corrections)
{
    const Result<corpus::Analyze> analyze = prepare();
    if (!analyze)
        return std::unexpected(analyze.error());
    Result<corpus::Store> store = corpus::Store::open(file);
    if (!store)
        return std::unexpected(store.error());
    const Result<corpus::Correctable> before = store->correctable(id);
    const Result<corpus::Correctable> article =
        before ? corpus::withCorrections(*before, corrections) : std::unexpected(before.error());
    if (!article)
        return std::unexpected(article.error());
    return store->correct(id, *article, (*analyze)(corpus::corrected(*article)));
}

} // namespace

/// Does work in the background and takes its result on the GUI thread; a failure is told.
template <typename Work, typename Take>
void Library::inBackground(Work work, Take take)
{
    using Done = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Done>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, take = std::move(take)] {
        watcher->deleteLater();
        if (const Done done = watcher->result())
            take(done);
        else
            emit failed(done.error().line());
    });
    watcher->setFuture(QtConcurrent::run(&lens::background(), std::move(work)));
}

Library::Library(QString file, corpus::Store store, corpus::ImportJob::Prepare prepare)
    : m_file(std::move(file))
    , m_store(std::move(store))
    , m_prepare(prepare)
    , m_job(m_file, std::move(prepare), std::max(1, QThread::idealThreadCount() - 1))
{
    using corpus::ImportJob;
    connect(&m_job, &ImportJob::started, this, &Library::importStarted, Qt::QueuedConnection);
    connect(&m_job, &ImportJob::progressed, this, &Library::importProgressed, Qt::QueuedConnection);
    connect(&m_job, &ImportJob::stored, this, &Library::stored, Qt::QueuedConnection);
    connect(&m_job, &ImportJob::finished, this, &Library::importFinished, Qt::QueuedConnection);
    connect(&m_job, &ImportJob::failed, this, &Library::importFailed, Qt::QueuedConnection);
}

Result<std::unique_ptr<Library>> Library::open(const QString &file, corpus::ImportJob::Prepare prepare)
{
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return std::unexpected(Problem{file, u"its folder cannot be made"_s});
    Result<corpus::Store> store = corpus::Store::open(file);
    if (!store)
        return std::unexpected(store.error());
    return std::unique_ptr<Library>(new Library(file, std::move(*store), std::move(prepare)));
}

QString Library::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/demarche/articles.demarche"_s;
}

void Library::makeWhole(const QString &file)
{
    lens::background().waitForDone();
    if (const Result<corpus::Store> last = corpus::Store::open(file); !last)
        spdlog::warn("what stands beside the store stays there");
}

void Library::load()
{
    inBackground([file = m_file] { return loadContents(file); },
                 [this](const Loaded &contents) {
                     emit sourcesLoaded(contents->sources);
                     emit loaded(contents->index);
                 });
    if (!m_grouping.joinable())
        groupOlderArticles();
}

void Library::loadSources()
{
    inBackground([file = m_file] { return readSources(file); },
                 [this](const Result<lens::SourceTable> &sources) { emit sourcesLoaded(*sources); });
}

void Library::followSources()
{
    emit gathering();
    if (broughtTheSame(m_known, m_sources->list()))
        return;
    m_known = m_sources->list();
    loadSources();
}

void Library::groupOlderArticles()
{
    m_grouping = std::jthread([this, file = m_file](const std::stop_token &stop) {
        Result<corpus::Store> store = corpus::Store::open(file);
        const Result<bool> grouped = store ? store->groupAllDue(stop) : std::unexpected(store.error());
        if (!grouped)
            spdlog::warn("stories of older articles could not be found");
        else if (*grouped && !stop.stop_requested())
            QMetaObject::invokeMethod(this, &Library::load, Qt::QueuedConnection);
    });
}

lens::LensSession::Search Library::search() const
{
    return [file = m_file](const QString &text) -> Result<std::vector<qint64>> {
        const Result<corpus::Store> store = corpus::Store::open(file, corpus::Access::Read);
        if (!store)
            return std::unexpected(store.error());
        corpus::Filter filter;
        filter.search = text;
        return store->ids(filter);
    };
}

corpus::StoredArticle Library::article(qint64 id)
{
    Result<corpus::StoredArticle> article = m_store.article(id);
    if (article)
        return *std::move(article);
    emit failed(article.error().line());
    return {};
}

std::vector<QString> Library::triggers(const std::vector<ActionAt> &actions) const
{
    return triggersIn(m_store, actions);
}

void Library::readTriggers(const std::vector<ActionAt> &actions,
                           const std::function<void(const std::vector<QString> &triggers)> &take)
{
    using Triggers = Result<std::vector<QString>>;
    inBackground(
        [file = m_file, actions]() -> Triggers {
            const Result<corpus::Store> store = corpus::Store::open(file, corpus::Access::Read);
            return store ? triggersIn(*store, actions) : std::vector<QString>(actions.size());
        },
        [take](const Triggers &triggers) { take(*triggers); });
}

std::vector<corpus::ArticleRow> Library::rows(std::span<const qint64> ids, const QString &search)
{
    Result<std::vector<corpus::ArticleRow>> rows = m_store.rows(ids);
    if (!rows) {
        emit failed(rows.error().line());
        return {};
    }
    if (const corpus::SearchQuery query = corpus::searchQuery(search); query.root) {
        for (corpus::ArticleRow &row : *rows) {
            if (const Result<QString> text = m_store.text(row.id))
                row.excerpt = corpus::searchExcerpt(query, *text, lettersOfExcerpt);
        }
    }
    return *std::move(rows);
}

std::vector<corpus::ArticleRow> Library::copies(qint64 id)
{
    const Result<std::vector<corpus::ArticleId>> copies = m_store.copies(id);
    if (!copies)
        emit failed(copies.error().line());
    return copies && copies->size() > 1 ? rows(*copies) : std::vector<corpus::ArticleRow>();
}

void Library::orderByTitle(const std::function<void(const std::vector<qint64> &ids)> &take)
{
    inBackground([file = m_file] { return byTitle(file); },
                 [take](const Result<std::vector<qint64>> &ids) { take(*ids); });
}

void Library::setRead(qint64 id)
{
    if (const Result<void> done = m_store.setUnread(std::span(&id, 1), false); !done)
        emit failed(done.error().line());
    if (m_sources)
        m_sources->recount();
}

void Library::exportTable(const QString &what, const QString &file, const corpus::Filter &filter,
                          bool countCopies)
{
    inBackground([store = m_file, what, file, filter,
                  countCopies] { return writeTable(store, what, file, filter, countCopies); },
                 [this, file](const Result<void> &) { emit exported(file); });
}

void Library::copyTo(const QString &file, bool replace)
{
    inBackground(
        [from = m_file, file, replace]() -> Result<void> {
            const Result<corpus::Store> store = corpus::Store::open(from, corpus::Access::Read);
            return store ? store->copyTo(file, replace) : std::unexpected(store.error());
        },
        [this, file](const Result<void> &) { emit copied(file); });
}

void Library::check()
{
    inBackground(
        [file = m_file] { return checkReport(file); },
        [this](const Result<CheckReport> &report) { emit checked(report->problems, report->unchecked); });
}

void Library::correct(qint64 id, const corpus::Corrections &corrections)
{
    inBackground(
        [file = m_file, prepare = m_prepare, id, corrections]() -> Result<std::optional<Problem>> {
            const Result<void> done = analysedAnew(file, prepare, id, corrections);
            return done ? std::nullopt : std::optional(done.error());
        },
        [this, id](const Result<std::optional<Problem>> &problem) {
            if (*problem)
                emit uncorrected(id, (*problem)->line());
            else
                emit corrected(id);
        });
}

std::optional<corpus::Correctable> Library::correctable(qint64 id)
{
    Result<corpus::Correctable> article = m_store.correctable(id);
    if (article)
        return *std::move(article);
    emit failed(article.error().line());
    return std::nullopt;
}

void Library::import(const QStringList &paths)
{
    m_job.start(paths);
}

void Library::import(const std::vector<corpus::Input> &inputs)
{
    m_job.start(inputs, false);
}

void Library::gather(const corpus::sources::Settings &settings)
{
    using corpus::sources::Sources;
    m_sources = std::make_unique<Sources>(m_file, settings);
    connect(m_sources.get(), &Sources::arrived, this,
            [this](const std::vector<corpus::Input> &inputs) { m_job.start(inputs, true); });
    connect(&m_job, &corpus::ImportJob::settled, m_sources.get(), &Sources::settle);
    connect(m_sources.get(), &Sources::changed, this, &Library::followSources);
    connect(m_sources.get(), &Sources::failed, this, &Library::failed);
    m_sources->start();
}

void Library::cancelImport()
{
    m_job.cancel();
}

} // namespace demarche::app
