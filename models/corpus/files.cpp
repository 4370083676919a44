#include "models/corpus/files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qint64 largestFile = qint64{8} * 1024 * 1024 * 1024;

/// The digits at `at`, without zeros before them.
QStringView numberAt(const QString &text, qsizetype &at)
{
    while (at < text.size() && text.at(at) == u'0')
        ++at;
    const qsizetype begin = at;
    while (at < text.size() && text.at(at).isDigit())
        ++at;
    return QStringView(text).sliced(begin, at - begin);
}

/// "a2" before "a10"; the same order on every machine.
bool naturallyBefore(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a.at(i).isDigit() && b.at(j).isDigit()) {
            const QStringView m = numberAt(a, i);
            const QStringView n = numberAt(b, j);
            if (m != n)
                return m.size() != n.size() ? m.size() < n.size() : m < n;
        } else if (a.at(i) != b.at(j)) {
            return a.at(i) < b.at(j);
        } else {
            ++i, ++j;
        }
    }
    const bool aEnds = i == a.size();
    const bool bEnds = j == b.size();
    return aEnds != bEnds ? aEnds : a < b;
}

/// "Page_files" beside "Page.html": what a browser saved with it.
bool isSavedWithPage(const QFileInfo &folder)
{
    const QString name = folder.filePath();
    if (!name.endsWith("_files"_L1))
        return false;
    const QString page = name.chopped(6);
    return QFileInfo::exists(page + u".html"_s) || QFileInfo::exists(page + u".htm"_s);
}

qint64 modifiedOf(const QFileInfo &file)
{
    return file.isNativePath() && file.lastModified().isValid() ? file.lastModified().toMSecsSinceEpoch() : 0;
}

void walk(const QString &folder, bool recursive, std::vector<FileEntry> &files,
          std::vector<Problem> &problems)
{
    const QDir dir(folder);
    if (!dir.isReadable()) {
        problems.push_back({folder, u"the folder may not be read"_s});
        return;
    }
    QFileInfoList entries = dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    std::ranges::sort(entries, naturallyBefore, &QFileInfo::fileName);
    for (const QFileInfo &entry : entries) {
        const QString path = (folder.endsWith(u'/') ? folder : folder + u'/') + entry.fileName();
        if (entry.isDir() && recursive && !entry.isSymLink() && !isSavedWithPage(entry))
            walk(path, recursive, files, problems);
        else if (!entry.isDir() && !isNoArticle(entry.fileName()))
            files.push_back({path, entry.size(), modifiedOf(entry)});
    }
}

QString reason(const QFile &file)
{
    return file.error() == QFileDevice::PermissionsError ? u"may not be read (permission denied)"_s
                                                         : u"cannot be read: "_s + file.errorString();
}

Result<void> readStandardInput(const csv::TableColumns &columns, const Sink &sink)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return std::unexpected(Problem{u"-"_s, reason(input)});
    const QByteArray bytes = input.readAll();
    return readSource({u"-"_s, bytes, 0, {}, columns}, sink);
}

} // namespace

bool isNoArticle(const QString &path)
{
    const QFileInfo file(path);
    static const QSet<QString> endings{
        u"css"_s,    u"js"_s,  u"mjs"_s,    u"map"_s,    u"ico"_s,  u"png"_s,   u"jpg"_s, u"jpeg"_s,
        u"gif"_s,    u"svg"_s, u"webp"_s,   u"avif"_s,   u"woff"_s, u"woff2"_s, u"ttf"_s, u"otf"_s,
        u"mp3"_s,    u"mp4"_s, u"webm"_s,   u"wav"_s,    u"py"_s,   u"cpp"_s,   u"c"_s,   u"h"_s,
        u"hpp"_s,    u"sh"_s,  u"cmake"_s,  u"yaml"_s,   u"yml"_s,  u"toml"_s,  u"ini"_s, u"lock"_s,
        u"sqlite"_s, u"db"_s,  u"db-wal"_s, u"db-shm"_s, u"exe"_s,  u"so"_s,    u"o"_s,   u"a"_s};
    static const QSet<QString> names{u"readme"_s,    u"license"_s, u"licence"_s,      u"copying"_s,
                                     u"changelog"_s, u"notice"_s,  u"contributing"_s, u"cmakelists"_s,
                                     u"makefile"_s,  u"authors"_s};
    return endings.contains(file.suffix().toLower()) || names.contains(file.baseName().toLower());
}

std::vector<FileEntry> filesOf(const QStringList &paths, std::vector<Problem> &problems)
{
    return filesOf(inputsOf(paths), problems);
}

std::vector<FileEntry> filesOf(const std::vector<Input> &inputs, std::vector<Problem> &problems)
{
    std::vector<FileEntry> files;
    for (const Input &input : inputs) {
        const size_t before = files.size();
        const QFileInfo info(input.path);
        if (input.isFetched())
            files.push_back({input.path, input.bytes.size()});
        else if (input.path == "-"_L1)
            files.push_back({input.path, 0});
        else if (info.isDir())
            walk(input.path, true, files, problems);
        else if (!info.exists())
            problems.push_back({input.path, u"no such file or folder"_s});
        else
            files.push_back({input.path, info.size(), modifiedOf(info)});
        for (size_t i = before; i < files.size(); ++i)
            files[i].from = input;
    }
    return files;
}

std::vector<FileEntry> filesIn(const QString &folder, bool recursive, std::vector<Problem> &problems)
{
    std::vector<FileEntry> files;
    walk(folder, recursive, files, problems);
    return files;
}

QString fileOf(const QString &path)
{
    QString file = path;
    while (!file.isEmpty() && !QFileInfo(file).isFile())
        file.truncate(std::max(qsizetype{0}, file.lastIndexOf(u'/')));
    return file;
}

Result<void> readFetched(const Input &input, const Sink &sink)
{
    return readSource({input.path, input.bytes, 0, input.charset, input.columns}, sink);
}

Result<void> readEntry(const FileEntry &entry, const Sink &sink)
{
    return entry.from.isFetched() ? readFetched(entry.from, sink)
                                  : readFile(entry.path, {}, entry.from.columns, sink);
}

Result<void> readFile(const QString &path, const Sink &sink)
{
    return readFile(path, {}, {}, sink);
}

Result<void> readFile(const QString &path, const Charset &charset, const csv::TableColumns &columns,
                      const Sink &sink)
{
    if (path == "-"_L1)
        return readStandardInput(columns, sink);
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return std::unexpected(Problem{path, u"is not a file"_s});
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem{path, reason(file)});
    if (file.size() > largestFile)
        return std::unexpected(Problem{path, u"is too large (over 8 GB)"_s});
    if (file.size() == 0)
        return std::unexpected(Problem{path, u"is empty"_s});
    const uchar *mapped = file.map(0, file.size());
    if (mapped != nullptr)
        return readSource({path, QByteArrayView(mapped, file.size()), 0, charset, columns}, sink);
    const QByteArray bytes = file.readAll();
    return readSource({path, bytes, 0, charset, columns}, sink);
}

} // namespace demarche::corpus
