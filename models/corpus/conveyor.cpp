#include "models/corpus/conveyor.h"

#include "models/corpus/files.h"
#include "models/text/interruption.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// Enough that nobody waits while a batch is written into a large store.
constexpr size_t waitingPerJob = 32;
constexpr qsizetype longestText = 5'000'000; ///< UTF-16 units: thrice the longest novels, minutes of work

constexpr qsizetype mostKept = 4'000'000; ///< bytes of what was fetched; no page of words is longer

const QString outOfMemory = u"is too large for this machine's memory"_s;

Result<void> readWithin(const FileEntry &file, const Sink &sink)
try {
    return readEntry(file, sink);
} catch (const std::bad_alloc &) {
    return std::unexpected(Problem{file.path, outOfMemory});
}

/// One place on the belt: an article on its way, a problem, the news that bytes are done, or the end of a
/// file.
struct Slot
{
    enum class State : unsigned char { Waiting, Taken, Done };
    State state = State::Done;
    bool hasArticle = false;
    AnalysedArticle content;
    std::optional<Problem> problem;
    qint64 bytesDone = -1;
    qint64 bytesSkipped = 0;
    bool endsFile = false;
    SourceFile file; ///< where it ends one
};

/// The belt itself: slots in reading order. Slots keep their address while they lie on it.
class Belt
{
public:
    Belt(size_t capacity, std::stop_token stop)
        : m_capacity(capacity)
        , m_stop(std::move(stop))
    {
    }

    /// Waits for room; false once the run is over.
    bool put(Slot slot)
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_slots.size() < m_capacity || ended(); });
        if (ended())
            return false;
        m_slots.push_back(std::move(slot));
        m_work.notify_one();
        m_ready.notify_one();
        return true;
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        wakeAll();
    }

    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        wakeAll();
    }

    /// The next article to analyse; null when there will be none.
    Slot *take()
    {
        std::unique_lock lock(m_mutex);
        Slot *slot = nullptr;
        m_work.wait(lock, [&] { return ended() || (slot = firstWaiting()) != nullptr || m_closed; });
        if (ended() || slot == nullptr)
            return nullptr;
        slot->state = Slot::State::Taken;
        return slot;
    }

    void finish(Slot *slot)
    {
        const std::lock_guard lock(m_mutex);
        slot->state = Slot::State::Done;
        m_ready.notify_one();
    }

    /// The next finished slot in reading order; nothing at the end.
    std::optional<Slot> next()
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [this] {
            return (m_slots.empty() ? m_closed : m_slots.front().state == Slot::State::Done) || ended();
        });
        if (m_slots.empty() || m_slots.front().state != Slot::State::Done)
            return std::nullopt;
        Slot slot = std::move(m_slots.front());
        m_slots.pop_front();
        m_room.notify_one();
        return slot;
    }

    void wake()
    {
        const std::lock_guard lock(m_mutex);
        wakeAll();
    }

private:
    [[nodiscard]] bool ended() const { return m_ended || m_stop.stop_requested(); }

    Slot *firstWaiting()
    {
        const auto found =
            std::ranges::find_if(m_slots, [](const Slot &s) { return s.state == Slot::State::Waiting; });
        return found == m_slots.end() ? nullptr : &*found;
    }

    void wakeAll()
    {
        m_room.notify_all();
        m_work.notify_all();
        m_ready.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_room, m_work, m_ready;
    std::deque<Slot> m_slots;
    size_t m_capacity;
    std::stop_token m_stop;
    bool m_closed = false;
    bool m_ended = false;
};

/// Puts everything that the files hold on the belt.
class Loader
{
public:
    Loader(Belt &belt, const ConveyorHooks &hooks)
        : m_belt(belt)
        , m_hooks(hooks)
    {
    }

    void load(const std::vector<FileEntry> &files)
    {
        qint64 before = 0;
        for (const FileEntry &file : files) {
            // What an input completes or leaves out for itself is always read, and so is what is laid out
            // anew.
            SourceFile source{file.path, file.size, file.from.admit ? 0 : file.modified, 0};
            if (m_hooks.skip && file.from.columns.isEmpty() && m_hooks.skip(source)) {
                before += file.size;
                m_skipped += file.size;
                if (!tell(before))
                    return;
                continue;
            }
            m_articles = 0;
            m_judged.clear();
            const Sink sink{[this, &file](Article &&article) { return give(std::move(article), file); },
                            [this](Problem &&problem) { report(std::move(problem)); },
                            [this, before](qint64 bytes) { tell(before + bytes); }};
            if (Result<void> read = readWithin(laidOut(file), sink); !read)
                report(std::move(read.error()));
            before += file.size;
            source.articles = m_articles;
            if (!tell(before, &source))
                return;
        }
    }

private:
    /// The file with what was said of its tables earlier.
    [[nodiscard]] FileEntry laidOut(FileEntry file) const
    {
        if (m_hooks.columns && !file.from.isFetched())
            file.from.columns.completeFrom(m_hooks.columns(file.path));
        return file;
    }

    /// What it can be read from again, in another encoding.
    void keepSource(Article &article, const FileEntry &file)
    {
        const QByteArray &bytes = file.from.bytes;
        if (!file.from.isFetched() && file.path != "-"_L1)
            article.source = file.path;
        else if (!article.encoding.isEmpty() && bytes.size() <= mostKept &&
                 isAmbiguous(bytes, article.encoding))
            article.fetched = {file.path, bytes, article.uri};
    }

    /// mayMeanOtherwise(), looked for once in what a feed's many articles come from.
    bool isAmbiguous(const QByteArray &bytes, const QString &encoding)
    {
        if (m_judged != encoding) {
            m_judged = encoding;
            m_isAmbiguous = mayMeanOtherwise(bytes, encoding);
        }
        return m_isAmbiguous;
    }

    bool give(Article &&article, const FileEntry &file)
    {
        ++m_articles;
        keepSource(article, file);
        if (file.from.admit && !file.from.admit(article))
            return m_open;
        if (article.text.size() > longestText) {
            report({article.uri,
                    u"is too long for an article (over %1 million letters)"_s.arg(longestText / 1'000'000)});
            return m_open;
        }
        if (m_hooks.admit && !m_hooks.admit(article))
            return m_open;
        Slot slot;
        slot.state = Slot::State::Waiting;
        slot.hasArticle = true;
        slot.content.article = std::move(article);
        return m_open = m_belt.put(std::move(slot));
    }

    void report(Problem &&problem)
    {
        Slot slot;
        slot.problem = std::move(problem);
        m_open = m_belt.put(std::move(slot));
    }

    /// `complete` is the file that ends there; null inside one.
    bool tell(qint64 bytes, const SourceFile *complete = nullptr)
    {
        Slot slot;
        slot.bytesDone = bytes;
        slot.bytesSkipped = m_skipped;
        if (complete != nullptr) {
            slot.endsFile = true;
            slot.file = *complete;
        }
        return m_open = m_belt.put(std::move(slot));
    }

    Belt &m_belt;
    const ConveyorHooks &m_hooks;
    bool m_open = true;
    qint64 m_articles = 0; ///< of the file that is being read
    qint64 m_skipped = 0;  ///< bytes
    QString m_judged;      ///< the encoding that m_isAmbiguous is about; empty where nothing was judged yet
    bool m_isAmbiguous = false; ///< the bytes of the file that is being read may mean otherwise
};

void work(Belt &belt, const Analyze &analyze, const std::stop_token &stop)
{
    const text::Interruptible interruptible(stop);
    while (Slot *slot = belt.take()) {
        try {
            slot->content.analysis = analyze(slot->content.article);
        } catch (const std::bad_alloc &) {
            slot->problem = Problem{slot->content.article.uri, outOfMemory};
        }
        if (stop.stop_requested())
            return; // what was found may be a part only
        belt.finish(slot);
    }
}

/// Hands one finished slot to the hooks; false ends the run. `flawed` tells of problems since the last file's
/// end.
bool deliver(Slot &&slot, const ConveyorHooks &hooks, Progress &progress, bool &flawed)
{
    bool goOn = true;
    if (slot.problem) {
        ++progress.problems;
        flawed = true;
        if (hooks.problem)
            hooks.problem(std::move(*slot.problem));
    } else if (slot.hasArticle) {
        ++progress.articles;
        goOn = hooks.deliver(std::move(slot.content));
    } else {
        progress.bytesDone = std::max(progress.bytesDone, slot.bytesDone);
        progress.bytesSkipped = slot.bytesSkipped;
        if (slot.endsFile && !std::exchange(flawed, false) && hooks.complete)
            hooks.complete(std::move(slot.file));
    }
    return goOn;
}

} // namespace

QString durationInWords(double seconds)
{
    if (!(seconds >= 0 && seconds < 1e8))
        return {};
    const qint64 whole = std::llround(seconds);
    if (whole < 60)
        return u"%1 s"_s.arg(whole);
    const qint64 minutes = (whole + 30) / 60;
    return minutes < 60 ? u"%1 min"_s.arg(minutes) : u"%1 h %2 min"_s.arg(minutes / 60).arg(minutes % 60);
}

Progress convey(const QStringList &paths, int jobs, const ConveyorHooks &hooks, std::stop_token stop)
{
    return convey(inputsOf(paths), jobs, hooks, std::move(stop));
}

Progress convey(const std::vector<Input> &inputs, int jobs, const ConveyorHooks &hooks, std::stop_token stop)
{
    QElapsedTimer clock;
    clock.start();
    std::vector<Problem> unfound;
    const std::vector<FileEntry> files = filesOf(inputs, unfound);
    Progress progress;
    for (const FileEntry &file : files)
        progress.bytesTotal += file.size;
    for (Problem &problem : unfound) {
        ++progress.problems;
        if (hooks.problem)
            hooks.problem(std::move(problem));
    }

    const auto threads = size_t(std::max(jobs, 1));
    Belt belt(threads * waitingPerJob, stop);
    const std::stop_callback wake(stop, [&belt] { belt.wake(); });
    std::vector<std::jthread> workers;
    std::jthread loader([&] {
        Loader(belt, hooks).load(files);
        if (hooks.readingEnds)
            hooks.readingEnds();
        belt.close();
    });
    workers.reserve(threads);
    for (size_t i = 0; i < threads; ++i)
        workers.emplace_back([&] { work(belt, hooks.analyze, stop); });

    bool flawed = false;
    while (std::optional<Slot> slot = belt.next()) {
        if (!deliver(std::move(*slot), hooks, progress, flawed))
            break;
        progress.seconds = double(clock.nsecsElapsed()) / 1e9;
        if (hooks.progress)
            hooks.progress(progress);
    }
    belt.end();
    return progress;
}

} // namespace demarche::corpus
