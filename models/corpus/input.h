#pragma once

#include "models/corpus/article.h"
#include "models/corpus/csv/columns.h"
#include "models/corpus/encoding.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <vector>

namespace demarche::corpus {

/// Something to be imported: a file or a folder, or what was fetched from an address.
struct Input
{
    QString path;     ///< of the file or folder, "-", or the address that `bytes` came from
    QByteArray bytes; ///< null for files
    /// Completes an article of this input; false leaves it out. On the reading thread; may be empty.
    std::function<bool(Article &)> admit;
    qint64 receipt = 0; ///< by which whoever gave it learns that it is safely stored; 0 for none

    csv::TableColumns columns = {}; ///< of the tables in it; empty where they are to be found out

    Charset charset = {}; ///< that the server of `bytes` declares

    [[nodiscard]] bool isFetched() const { return !bytes.isNull(); }
};

[[nodiscard]] inline std::vector<Input> inputsOf(const QStringList &paths)
{
    std::vector<Input> inputs;
    for (const QString &path : paths)
        inputs.push_back({path, {}, {}, 0});
    return inputs;
}

} // namespace demarche::corpus
