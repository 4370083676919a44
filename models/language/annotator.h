#pragma once

#include "models/language/annotation.h"
#include "models/text/result.h"

#include <memory>

namespace demarche::language {

/// The trained English models: tagger, lemmatiser, parser, names. Immutable once loaded, so one instance
/// serves every thread at the same time.
class Annotator
{
public:
    /// The models shipped in resources/language, loaded once for the process.
    [[nodiscard]] static Result<std::shared_ptr<const Annotator>> shipped();
    /// Models from a file that `demarche train` wrote.
    [[nodiscard]] static Result<std::shared_ptr<const Annotator>> load(const QString &file);

    virtual ~Annotator() = default;

    /// Tags, parses and names a document whose sentences and tokens stand. Pure.
    [[nodiscard]] virtual Annotation annotate(text::Document document) const = 0;
};

} // namespace demarche::language
