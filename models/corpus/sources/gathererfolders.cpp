#include "models/corpus/sources/gatherer.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace demarche::corpus::sources {

/// Each folder has its watch as long as it is subscribed.
void Gatherer::watchFolders()
{
    const QString store = QFileInfo(m_file).absoluteFilePath();
    for (const Subscription &one : m_list) {
        if (one.kind != Kind::Folder || m_watches.contains(one.id))
            continue;
        const Result<FileMarks> imported = m_subscriptions->files(one.id);
        if (!tell(imported))
            continue;
        auto watch = std::make_unique<FolderWatch>(
            one, *imported, QStringList{store, store + u"-wal"_s, store + u"-shm"_s}, m_settings.settledMs,
            [this, id = one.id](const Result<FileMarks> &files) { takeFolder(id, files); }, this);
        watch->look();
        m_watches.emplace(one.id, std::move(watch));
    }
}

void Gatherer::lookAtFolder(const Subscription &subscription)
{
    const auto watch = m_watches.find(subscription.id);
    if (watch == m_watches.end())
        m_busy.remove(subscription.id);
    else
        watch->second->look(true);
}

void Gatherer::takeFolder(qint64 id, const Result<FileMarks> &files)
{
    const Subscription *now = known(id);
    const bool waits = std::ranges::any_of(
        m_pending, [id](const auto &pending) { return pending.second.subscription.id == id; });
    if (now == nullptr || waits)
        return;
    Subscription folder = *now;
    folder.state = files ? State::Good : State::Failing;
    folder.error = files ? QString() : files.error().what;
    if (!files || files->isEmpty()) {
        finish(std::move(folder), files.has_value(), {});
        return;
    }
    m_busy.insert(id);
    QStringList paths = files->keys();
    std::ranges::sort(paths);
    std::vector<Input> inputs;
    for (const QString &path : paths)
        inputs.push_back(fileInput(id, path));
    hand(std::move(inputs), {std::move(folder), {}, *files, 0});
}

} // namespace demarche::corpus::sources
