#pragma once

#include "models/analysis/findings.h"
#include "models/corpus/article.h"
#include "models/text/result.h"

#include <QByteArray>

namespace demarche::analysis {

/// The first member of every record; a reader refuses any other.
inline constexpr char recordSchema[] = "demarche/1";

/// One article with its findings as one line of JSON (without the line end), as the contract gives it: UTF-8,
/// offsets in code points, ids "a1", "q1", "e1" by the lists' order. Beyond the contract it carries
/// `evidence`, of which the stances are made, so that nothing is lost between record() and readRecord().
[[nodiscard]] QByteArray record(const corpus::Article &article, const Analysis &analysis);

struct Record
{
    corpus::Article article;
    Analysis analysis;
};

/// Reads what record() wrote, or another program in the same form; members that are absent read as empty.
/// Spans outside the text and references to ids that are not there are Problems, for they would point at
/// nothing.
[[nodiscard]] Result<Record> readRecord(const QByteArray &line);

/// "hostile" up to -5, "critical" up to -1, "mixed" between, "favourable" from 1, "supportive" from 5.
[[nodiscard]] QLatin1StringView stanceLabel(double score);

[[nodiscard]] QLatin1StringView name(ActorKind);
[[nodiscard]] QLatin1StringView name(MentionForm);
[[nodiscard]] QLatin1StringView name(QuoteKind);
[[nodiscard]] QLatin1StringView name(Realis);
[[nodiscard]] QLatin1StringView name(DateBasis);

/// The value of that name, or `otherwise`.
[[nodiscard]] ActorKind fromName(QStringView text, ActorKind otherwise);
[[nodiscard]] MentionForm fromName(QStringView text, MentionForm otherwise);
[[nodiscard]] QuoteKind fromName(QStringView text, QuoteKind otherwise);
[[nodiscard]] Realis fromName(QStringView text, Realis otherwise);
[[nodiscard]] DateBasis fromName(QStringView text, DateBasis otherwise);

} // namespace demarche::analysis
