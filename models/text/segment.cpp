#include "models/text/document.h"
#include "models/text/sentences.h"
#include "models/text/tokens.h"

namespace demarche::text {

Document segment(const QString &text)
{
    Document document;
    document.text = text;
    document.tokens.reserve(size_t(text.size() / 5));
    int paragraph = 0;
    for (Span range : paragraphs(text)) {
        const auto first = document.tokens.size();
        tokenize(text, range, document.tokens);
        const std::span<const Token> tokens(document.tokens.data() + first, document.tokens.size() - first);
        if (tokens.empty())
            continue;
        const std::vector<int> ends = sentenceEnds(text, tokens);
        const bool heading = ends.size() == 1 && isHeading(text, tokens);
        int begin = 0;
        for (int end : ends) {
            const Span span{tokens[size_t(begin)].span.begin, tokens[size_t(end) - 1].span.end};
            document.sentences.push_back({span, int(first) + begin, int(first) + end, paragraph, heading});
            begin = end;
        }
        ++paragraph;
    }
    return document;
}

} // namespace demarche::text
