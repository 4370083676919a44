#pragma once

#include "models/corpus/conveyor.h"

namespace demarche::corpus {

/// Whether it is known where an article's bytes are.
[[nodiscard]] bool isReadable(const Article &article);

/// Reads an article's source anew in an encoding. A Problem tells in one line where that cannot be: its
/// bytes may not be kept, a file may be gone, or hold the article no more.
[[nodiscard]] Result<Article> reread(const Article &article, const QString &encoding);

/// The article with other corrections, its source read anew where they name another encoding than before.
[[nodiscard]] Result<Correctable> withCorrections(Correctable article, const Corrections &corrections);

/// A newer version of an article with the corrections of the older one, analysed so. Where it cannot be read
/// in the encoding that was set, that is left out and a warning says so.
[[nodiscard]] Recorrected recorrected(const Article &newer, const Corrections &corrections,
                                      const Analyze &analyze);

} // namespace demarche::corpus
