#pragma once

#include <QString>

#include <expected>

namespace demarche {

/// An expected failure, told as a value. `what` is one line for a person; `where` names the file or place.
struct Problem
{
    QString where; ///< file path, table row, address; may be empty
    QString what;  ///< one sentence without a full stop, no markup

    [[nodiscard]] QString line() const
    {
        return where.isEmpty() ? what : where + QStringLiteral(": ") + what;
    }
};

template <typename T>
using Result = std::expected<T, Problem>;

} // namespace demarche
