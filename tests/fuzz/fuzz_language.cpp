#include "models/language/annotator.h"
#include "models/language/identify.h"

#include <cstdint>
#include <cstdlib>

using namespace demarche;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

// One root, every head inside the sentence, every word below the root.
void checkTree(const language::Annotation &a, const text::Sentence &s)
{
    int roots = 0;
    for (int i = s.firstToken; i < s.endToken; ++i) {
        int steps = 0, at = i;
        for (; a.word(at).head >= 0; at = a.word(at).head) {
            require(a.word(at).head >= s.firstToken && a.word(at).head < s.endToken);
            require(++steps < s.size());
        }
        roots += a.word(i).head < 0;
    }
    require(roots == 1);
}

} // namespace

/// Any bytes as text, told apart by language, cut and annotated: tokens in order, trees well formed, names apart.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto annotator = language::Annotator::shipped();
    require(annotator.has_value());
    const QString text = size % 2 ? QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size))
                                  : QString(reinterpret_cast<const QChar *>(data), qsizetype(size / 2));
    const language::Identification written = language::identify(text);
    require(written.confidence >= 0 && written.confidence <= 1 && written.code.isEmpty() == (written.confidence == 0));
    const language::Annotation a = (*annotator)->annotate(text::segment(text));
    qsizetype end = 0;
    for (const text::Token &t : a.document.tokens) {
        require(t.span.begin >= end && t.span.end > t.span.begin && t.span.end <= text.size());
        end = t.span.end;
    }
    for (const text::Sentence &s : a.document.sentences)
        checkTree(a, s);
    int last = 0;
    for (const language::Name &n : a.names) {
        require(n.firstToken >= last && n.endToken > n.firstToken && n.endToken <= int(a.words.size()));
        last = n.endToken;
    }
    return 0;
}
