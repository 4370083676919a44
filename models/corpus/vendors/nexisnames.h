#pragma once

#include "models/corpus/vendors/nexisdocument.h"

/// The lines that name a document and have no labels: headline, publication, day, edition.
namespace demarche::corpus::vendors {

/// "Late Edition - Final", "Correction Appended": what stands with the day.
[[nodiscard]] bool isEdition(const Line &line);

/// "November 1, 2023 Wednesday 10:15 AM GMT", and the "November 2023" of monthlies.
[[nodiscard]] bool isDayLine(const Line &line);

/// Headline, then publication, then day: what newer exports have. Below a cover its last lines may stand
/// above them; `listed` is the headline that the cover's list gives the first document, or empty.
void readNewerNames(LineSpan plain, bool mayHaveCover, const QString &listed, NexisDocument &document);

/// Publication, then day and edition, then headline: what older exports have. The headline may stand above
/// the day.
void readOlderNames(LineSpan plain, NexisDocument &document);

} // namespace demarche::corpus::vendors
