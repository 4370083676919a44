#include "models/corpus/document/article.h"
#include "models/corpus/pdf/pages.h"
#include "models/corpus/pdf/paragraphs.h"
#include "models/corpus/pdf/transfer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace demarche;
using namespace demarche::corpus;

/// What demarche-pdf does with any bytes, in this process, and what the program does with any answer of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    static_cast<void>(pdf::unpacked(bytes));
    const Result<pdf::Pages> pages = pdf::readPages(bytes);
    if (!pages)
        return 0;
    const document::Document document = pdf::documentOf(*pages);
    const Result<document::Document> travelled = pdf::unpacked(pdf::packed(document));
    if (!travelled || travelled->paragraphs.size() != document.paragraphs.size())
        std::abort();
    const Result<Article> article = document::articleOf(*travelled);
    if (article && article->text.isEmpty())
        std::abort();
    return 0;
}
