#pragma once

#include "models/corpus/article.h"
#include "models/corpus/readers/source.h"
#include "models/text/result.h"

#include <functional>
#include <span>

namespace demarche::corpus {

/// Where a reader puts what it reads. Called in the order of the source, on the reader's thread.
struct Sink
{
    std::function<bool(Article &&)> article; ///< false: the reader shall stop
    std::function<void(Problem &&)> problem; ///< a part that could not be read; the rest goes on
    std::function<void(qint64)> position =
        {}; ///< tells how many of the source's bytes are done; may be empty
};

/// Reads one format. Readers are stateless, never run or fetch anything, and answer any bytes whatever with
/// articles or a Problem; tests/models/corpus/readercontract.h holds each of them to that.
class Reader
{
public:
    virtual ~Reader() = default;

    [[nodiscard]] virtual QLatin1StringView name() const = 0; ///< "HTML"

    /// How sure it is, by content, that the source is in its format: 0 not at all … 100 beyond doubt.
    [[nodiscard]] virtual int likeness(const Source &) const = 0;

    /// Gives all its articles to the sink. A Problem when nothing at all could be read.
    [[nodiscard]] virtual Result<void> read(const Source &, const Sink &) const = 0;
};

/// Every reader of this build.
[[nodiscard]] std::span<const Reader *const> readers();

/// The reader that is surest of the source; a Problem where none is.
[[nodiscard]] Result<const Reader *> readerFor(const Source &);

/// Reads with the reader that fits; refuses what is empty.
[[nodiscard]] Result<void> readSource(const Source &, const Sink &);

} // namespace demarche::corpus
