#include "models/analysis/training/quotecorpus.h"

#include "models/analysis/codepoints.h"
#include "models/analysis/record.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace demarche::analysis::training {

using namespace Qt::StringLiterals;
using text::Span;

namespace {

std::vector<Span> spans(const QJsonArray &pairs, const CodePoints &points, qsizetype length)
{
    std::vector<Span> all;
    for (const QJsonValue pair : pairs) {
        const Span span = points.toUnits({pair[0].toInteger(), pair[1].toInteger()});
        if (span.begin >= 0 && !span.isEmpty() && span.end <= length)
            all.push_back(span);
    }
    return all;
}

QuoteDocument document(const QJsonObject &object)
{
    QuoteDocument document{object["id"_L1].toString(), object["text"_L1].toString(), {}};
    const CodePoints points(document.text);
    const qsizetype length = document.text.size();
    for (const QJsonValue value : object["quotes"_L1].toArray()) {
        GoldQuote quote;
        quote.kind = fromName(value["type"_L1].toString(), QuoteKind::Direct);
        quote.content = spans(value["spans"_L1].toArray(), points, length);
        quote.cue = spans(value["cue"_L1]["spans"_L1].toArray(), points, length);
        quote.cueLemma = value["cue"_L1]["lemma_silver"_L1].toString();
        const std::vector<Span> speaker = spans(value["speaker"_L1]["spans"_L1].toArray(), points, length);
        if (!speaker.empty())
            quote.speaker = speaker.front();
        if (!quote.content.empty())
            document.quotes.push_back(std::move(quote));
    }
    return document;
}

} // namespace

Result<std::vector<QuoteDocument>> readQuoteCorpus(const QString &path, const QString &split)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem{path, file.errorString()});
    std::vector<QuoteDocument> documents;
    for (int line = 1; !file.atEnd(); ++line) {
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(file.readLine(), &error);
        if (!json.isObject())
            return std::unexpected(Problem{u"%1:%2"_s.arg(path).arg(line), error.errorString()});
        if (json["split"_L1].toString() == split)
            documents.push_back(document(json.object()));
    }
    if (documents.empty())
        return std::unexpected(Problem{path, u"holds no documents of the part “%1”"_s.arg(split)});
    return documents;
}

} // namespace demarche::analysis::training
