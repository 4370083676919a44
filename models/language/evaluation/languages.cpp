#include "models/language/evaluation/scores.h"

#include "models/language/identify.h"
#include "models/language/training/corpora.h"

#include <QDir>

#include <ctime>

using namespace Qt::StringLiterals;

namespace demarche::language::evaluation {

LanguageCount countLanguages(const QString &folder)
{
    LanguageCount count;
    const QDir articles(folder);
    (void)LanguageTable::shipped(); // read once, outside the time taken
    for (const QString &name : articles.entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        const auto bytes = training::readFile(articles.filePath(name));
        if (!bytes)
            continue;
        const QString text = QString::fromUtf8(*bytes);
        const std::clock_t start = std::clock();
        const QString code = identify(text).code;
        count.seconds += double(std::clock() - start) / CLOCKS_PER_SEC;
        count.files[code].append(name);
        ++count.articles;
    }
    return count;
}

} // namespace demarche::language::evaluation
