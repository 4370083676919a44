#pragma once

#include "models/corpus/fetch/rules.h"
#include "models/text/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace demarche::corpus::fetch {

/// What a request says it takes; anything else is refused.
inline constexpr QByteArrayView packingsTaken = "gzip, deflate";

/// Collects a body as it arrives and unpacks it within the limits, so that neither a huge body nor a small
/// one that unpacks to a huge one fills the memory.
class Unpacking
{
public:
    /// `packing` is the Content-Encoding header. A Problem for a packing that was not asked for.
    [[nodiscard]] static Result<Unpacking> by(QByteArrayView packing, const Limits &limits);

    Unpacking(Unpacking &&) noexcept;
    Unpacking &operator=(Unpacking &&) noexcept;
    ~Unpacking();

    /// A Problem where a limit is passed or the bytes are not what they are said to be.
    [[nodiscard]] Result<void> add(QByteArrayView bytes);
    /// The whole body; a Problem where the packing does not come to its end.
    [[nodiscard]] Result<QByteArray> finish();

private:
    struct Stream;
    explicit Unpacking(const Limits &limits);
    [[nodiscard]] Result<void> inflate(QByteArrayView bytes);
    [[nodiscard]] Result<void> keep(QByteArrayView bytes);

    Limits m_limits;
    qint64 m_packed = 0;
    QByteArray m_body;
    std::unique_ptr<Stream> m_stream; ///< null for a body that is not packed
};

} // namespace demarche::corpus::fetch
