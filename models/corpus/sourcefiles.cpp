#include "models/corpus/sourcefiles.h"

#include "models/corpus/storeinner.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

QString canonicalPath(const QString &path)
{
    if (path == "-"_L1 || path.startsWith(u':') || path.contains("://"_L1))
        return path;
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty() ? info.absoluteFilePath() : canonical;
}

Result<void> Store::Inner::keepFiles(std::span<const SourceFile> files)
{
    for (const SourceFile &file : files) {
        const auto kept = database->run(
            u"INSERT OR REPLACE INTO source_file (path, size, modified, articles) VALUES (?, ?, ?, ?)"_s,
            {file.path, file.size, file.modified, file.articles});
        if (!kept)
            return std::unexpected(kept.error());
    }
    return {};
}

Result<std::optional<qint64>> Store::complete(const SourceFile &file) const
{
    if (file.modified == 0)
        return std::nullopt;
    const Result<QVariant> articles =
        m->database->value(u"SELECT articles FROM source_file WHERE path = ? AND size = ? AND modified = ?"_s,
                           {file.path, file.size, file.modified});
    if (!articles)
        return std::unexpected(articles.error());
    return articles->isValid() ? std::optional(articles->toLongLong()) : std::nullopt;
}

} // namespace demarche::corpus
