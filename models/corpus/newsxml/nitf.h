#pragma once

#include "models/corpus/article.h"
#include "models/corpus/xml/element.h"

namespace demarche::corpus::newsxml {

/// What a <nitf> (IPTC NITF 3.x) says and holds, where the article has not it yet: headline, writers,
/// publication, day and the paragraphs of its body, without editors' notes, captions and tables.
void readNitf(const xml::Element &nitf, Article &article);

/// "20240305T101500Z", IPTC's short form of a time, as ISO 8601 has it; any other as it is.
[[nodiscard]] QString isoDate(const QString &value);

/// All text below the first of that name; empty for none.
[[nodiscard]] QString textOf(const xml::Element *element);

} // namespace demarche::corpus::newsxml
