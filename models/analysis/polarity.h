#pragma once

#include "models/analysis/parties.h"

namespace demarche::analysis {

/// How friendly the words of a stretch are, -1 hostile … 1 friendly, by the table of praise and blame
/// (resources/knowledge/polarity.tsv) with negation turned round; 0 where no word judges. Pure.
[[nodiscard]] double polarity(const Reading &, Span content);

/// The same toward one actor: what the stretch says of it as the one who acts ("Israel violates the law"), as
/// the owner of a thing judged ("Israel's brutal offensive"), or as the one the speaker acts on ("we support
/// Israel"). Actors of the same state count as one. 0 where nothing judges it. `parties` are the reading's.
[[nodiscard]] double polarity(const Reading &, const Parties &, Span content, ActorId toward);

} // namespace demarche::analysis
