#include "models/language/evaluation/scores.h"

#include <set>

namespace demarche::language::evaluation {

namespace {

using text::Span;

/// A treebank document as raw text, with the spans that its tokens and sentences ought to have.
struct RawDocument
{
    QString id, text;
    std::vector<Span> tokens, sentences;
};

// Words of a contraction that do not spell it ("its" for "it's") count as the one stretch that they stand
// for.
void placeTokens(const ConlluSentence &s, qsizetype begin, RawDocument &document)
{
    const QStringView all(document.text);
    qsizetype at = begin;
    for (size_t i = 0; i < s.tokens.size(); ++i) {
        while (at < all.size() && all[at].isSpace())
            ++at;
        const QString &form = s.tokens[i].form;
        if (all.mid(at).startsWith(form)) {
            document.tokens.push_back({at, at + form.size()});
            at += form.size();
            continue;
        }
        qsizetype end = at;
        while (end < all.size() && !all[end].isSpace())
            ++end;
        document.tokens.push_back({at, end});
        at = end;
        while (!s.tokens[i].spaceAfter && i + 1 < s.tokens.size())
            ++i;
    }
}

std::vector<RawDocument> rawDocuments(const std::vector<ConlluSentence> &gold)
{
    std::vector<RawDocument> documents;
    for (const ConlluSentence &s : gold) {
        if (!s.document.isEmpty() || documents.empty())
            documents.push_back({s.document, {}, {}, {}});
        RawDocument &d = documents.back();
        if (!d.text.isEmpty())
            d.text += s.paragraph ? QStringLiteral("\n\n") : QStringLiteral(" ");
        const qsizetype begin = d.text.size();
        d.text += s.text;
        d.sentences.push_back({begin, d.text.size()});
        placeTokens(s, begin, d);
    }
    return documents;
}

void compare(const std::vector<Span> &gold, const std::vector<Span> &found, Tally &tally)
{
    const std::set<Span> right(gold.begin(), gold.end());
    int hits = 0;
    for (Span s : found)
        hits += int(right.contains(s));
    tally.right += hits;
    tally.spurious += int(found.size()) - hits;
    tally.missed += int(right.size()) - hits;
}

} // namespace

SegmentationScore scoreSegmentation(const std::vector<ConlluSentence> &gold, const QString &part)
{
    SegmentationScore score;
    for (const RawDocument &d : rawDocuments(gold)) {
        if (!d.id.contains(part))
            continue;
        const text::Document found = text::segment(d.text);
        std::vector<Span> tokens, sentences;
        for (const text::Token &t : found.tokens)
            tokens.push_back(t.span);
        for (const text::Sentence &s : found.sentences)
            sentences.push_back(s.span);
        compare(d.tokens, tokens, score.tokens);
        compare(d.sentences, sentences, score.sentences);
    }
    return score;
}

} // namespace demarche::language::evaluation
