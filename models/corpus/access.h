#pragma once

#include <cstdint>

namespace demarche::corpus {

/// What a store is opened for. What is only read must be there, and may lie where nothing can be written.
enum class Access : std::uint8_t { Write, Read };

} // namespace demarche::corpus
