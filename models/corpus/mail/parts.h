#pragma once

#include "models/corpus/encoding.h"
#include "models/corpus/mail/gmime.h"

#include <vector>

namespace demarche::corpus::mail {

/// Parts of one message: its words, the first of each kind, and what came with it.
struct Parts
{
    Decoded plain;
    Decoded html;
    std::vector<GMimePart *> documents;   ///< attached
    std::vector<GMimeMessage *> messages; ///< forwarded, or gathered in a digest
};

/// The parts of a message, which must outlive them. An encoding that the analyst chose goes before those that
/// the parts declare.
[[nodiscard]] Parts partsOf(GMimeMessage *message, const Charset &charset);

} // namespace demarche::corpus::mail
