#pragma once

#include <QString>
#include <QStringView>

namespace demarche::corpus {

/// The tag (BCP 47) of a language called by its name in English, German, French, Spanish, Italian, Dutch or
/// in itself ("German", "Deutsch", "allemand" → "de"); empty for other words.
[[nodiscard]] QString languageNamed(QStringView name);

/// The tag in its usual form ("en-GB" for "EN_gb") of a language given by tag or by name; empty where it is
/// neither.
[[nodiscard]] QString languageTag(const QString &given);

} // namespace demarche::corpus
