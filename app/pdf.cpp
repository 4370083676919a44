#include "models/corpus/pdf/helper.h"
#include "models/corpus/pdf/pages.h"
#include "models/corpus/pdf/paragraphs.h"
#include "models/corpus/pdf/transfer.h"

#include <QFile>

#include <cstdio>

using namespace demarche;
using namespace demarche::corpus;

/// demarche-pdf: a PDF on standard input, its paragraphs on standard output (models/corpus/pdf/transfer.h).
/// The program calls it; nobody else needs to.
int main()
{
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return 1;
    const QByteArray bytes = input.readAll();
    pdf::limitThisProcess(bytes.size());
    const Result<pdf::Pages> pages = pdf::readPages(bytes);
    const Result<document::Document> document =
        pages ? Result<document::Document>(pdf::documentOf(*pages)) : std::unexpected(pages.error());
    const QByteArray answer = pdf::packed(document);
    return output.write(answer) == answer.size() ? 0 : 1;
}
