#pragma once

#include <QString>

namespace demarche::corpus {

/// A file on this machine as it was when it was read: same path, size and time are the same content.
struct SourceFile
{
    QString path;        ///< canonical
    qint64 size = 0;     ///< bytes
    qint64 modified = 0; ///< milliseconds since 1970; 0 for what is no file of its own and is always read
    qint64 articles = 0; ///< that it gave
};

/// A path in the one form by which a store knows it: absolute, without links and dots; what lies nowhere only
/// absolute. Standard input, web addresses and what is built into the program stay as they are.
[[nodiscard]] QString canonicalPath(const QString &path);

} // namespace demarche::corpus
