#pragma once

#include "models/corpus/input.h"
#include "models/corpus/readers/reader.h"

#include <QStringList>

#include <vector>

namespace demarche::corpus {

/// A file to be read, or standard input ("-").
struct FileEntry
{
    QString path; ///< as given, or the folder as given with what lies below it
    qint64 size = 0;
    qint64 modified = 0; ///< milliseconds since 1970; 0 for standard input and what is built in
    Input from = {};     ///< what named it
};

/// The files that paths name: folders are walked to their bottom in order of name, hidden files and folders
/// in them and links to folders left out. Paths that name nothing become problems.
[[nodiscard]] std::vector<FileEntry> filesOf(const QStringList &paths, std::vector<Problem> &problems);
[[nodiscard]] std::vector<FileEntry> filesOf(const std::vector<Input> &inputs,
                                             std::vector<Problem> &problems);

/// The files in a folder, as filesOf() finds them; those in folders below it only where `recursive`.
[[nodiscard]] std::vector<FileEntry> filesIn(const QString &folder, bool recursive,
                                             std::vector<Problem> &problems);

/// True for what goes with articles and is none, by its name: pictures, styles, programs, READMEs. Nobody
/// wants a line about each of those in a folder or an archive.
[[nodiscard]] bool isNoArticle(const QString &path);

/// The file that a path names or leads into ("week.zip" of "week.zip/table.csv"); empty where there is none.
[[nodiscard]] QString fileOf(const QString &path);

/// Reads one file into the sink. A Problem tells in one line why it could not be read.
[[nodiscard]] Result<void> readFile(const QString &path, const Sink &sink);
[[nodiscard]] Result<void> readFile(const QString &path, const Charset &charset,
                                    const csv::TableColumns &columns, const Sink &sink);
/// What was fetched, as its server declares it.
[[nodiscard]] Result<void> readFetched(const Input &input, const Sink &sink);
/// The same of a file, or of what was fetched.
[[nodiscard]] Result<void> readEntry(const FileEntry &entry, const Sink &sink);

} // namespace demarche::corpus
