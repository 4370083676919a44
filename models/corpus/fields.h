#pragma once

#include "models/corpus/article.h"
#include "models/text/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringView>

#include <optional>

/// Named fields of records (JSON objects, CSV rows) as parts of an article, by the names that archives and
/// scrapers give.
namespace demarche::corpus {

enum class Field : unsigned char { Text, Title, Uri, Date, Byline, Publisher, Language, Summary };

/// What a field of this name holds; case, spaces, "_", "-" and "." make no difference. Nothing for unknown
/// names.
[[nodiscard]] std::optional<Field> fieldByName(QStringView name);

/// A name that fieldByName() knows the field by.
[[nodiscard]] QLatin1StringView nameOf(Field field);

/// Sets one part of an article; an earlier value stands. Text that is HTML becomes plain text.
void setField(Article &article, Field field, const QString &value);

/// Takes a summary for the text of an article that has none, and says so in a warning.
void useSummary(Article &article, const QString &summary);

/// An article out of a JSON object. A Problem where it has no text.
[[nodiscard]] Result<Article> articleFromJson(const QJsonObject &object, const QString &where);

} // namespace demarche::corpus
