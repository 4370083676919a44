#include "models/text/dateline.h"
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
        int begin = 0;
        const auto add = [&](int end, bool heading) {
            const Span span{tokens[size_t(begin)].span.begin, tokens[size_t(end) - 1].span.end};
            document.sentences.push_back({span, int(first) + begin, int(first) + end, paragraph, heading});
            begin = end;
        };
        const int dateline = datelineLength(text, tokens);
        if (dateline > 0)
            add(dateline, true);
        const std::vector<int> ends = sentenceEnds(text, tokens.subspan(size_t(dateline)));
        const bool heading = dateline == 0 && ends.size() == 1 && isHeading(text, tokens);
        for (int end : ends)
            add(dateline + end, heading);
        ++paragraph;
    }
    return document;
}

} // namespace demarche::text
