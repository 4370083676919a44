#pragma once

#include <QString>
#include <QStringView>

namespace demarche::corpus {

/// The tag (BCP 47) of a language called by its name in English, German, French, Spanish, Italian, Dutch or
/// in itself ("German", "Deutsch", "allemand" → "de"); empty for other words.
[[nodiscard]] QString languageNamed(QStringView name);

} // namespace demarche::corpus
