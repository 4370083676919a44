#include "models/corpus/document/document.h"

#include <algorithm>

namespace demarche::corpus::document {

QString Paragraph::text() const
{
    QString all;
    for (const Run &run : runs)
        all += run.text;
    return all.trimmed();
}

bool Paragraph::isBold() const
{
    const auto hasLetters = [](const Run &run) {
        return std::ranges::any_of(run.text, [](QChar c) { return c.isLetter(); });
    };
    return std::ranges::any_of(runs, hasLetters) &&
           std::ranges::all_of(runs, [&](const Run &run) { return run.bold || !hasLetters(run); });
}

QString Paragraph::link() const
{
    const auto linked = std::ranges::find_if(runs, [](const Run &run) { return !run.link.isEmpty(); });
    return linked == runs.end() ? QString() : linked->link;
}

} // namespace demarche::corpus::document
