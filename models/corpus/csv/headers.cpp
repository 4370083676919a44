#include "models/corpus/csv/headers.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace demarche::corpus::csv {

namespace {

/// "ArticleBody_text (full)" as its words in small letters.
QStringList wordsOf(QString header)
{
    static const QRegularExpression hump(u"(?<=\\p{Ll})(?=\\p{Lu})"_s);
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    header.replace(hump, u" "_s);
    return header.toLower().split(between, Qt::SkipEmptyParts);
}

/// Words that say nothing of what a column holds, in the languages of fields.cpp.
bool isFiller(const QString &word)
{
    static const QSet<QString> fillers{
        u"article"_s, u"articles"_s, u"item"_s,     u"doc"_s,     u"document"_s, u"record"_s,   u"of"_s,
        u"the"_s,     u"a"_s,        u"an"_s,       u"name"_s,    u"names"_s,    u"full"_s,     u"main"_s,
        u"raw"_s,     u"clean"_s,    u"original"_s, u"de"_s,      u"du"_s,       u"des"_s,      u"la"_s,
        u"le"_s,      u"les"_s,      u"l"_s,        u"d"_s,       u"nom"_s,      u"intégral"_s, u"der"_s,
        u"die"_s,     u"das"_s,      u"el"_s,       u"los"_s,     u"nombre"_s,   u"completo"_s, u"il"_s,
        u"del"_s,     u"della"_s,    u"nome"_s,     u"do"_s,      u"da"_s,       u"van"_s,      u"het"_s,
        u"gmt"_s,     u"utc"_s,      u"local"_s,    u"artikel"_s, u"artículo"_s};
    return fillers.contains(word);
}

/// "word_count", "author_id", "date of access": about the article's record, not the article.
bool countsOrNumbers(const QStringList &words)
{
    static const QSet<QString> about{u"count"_s,   u"id"_s,       u"ids"_s,      u"no"_s,     u"nr"_s,
                                     u"number"_s,  u"length"_s,   u"type"_s,     u"size"_s,   u"hash"_s,
                                     u"score"_s,   u"rank"_s,     u"accessed"_s, u"access"_s, u"retrieved"_s,
                                     u"scraped"_s, u"modified"_s, u"updated"_s,  u"image"_s,  u"country"_s};
    return std::ranges::any_of(words, [](const QString &word) { return about.contains(word); });
}

} // namespace

std::optional<Field> fieldByHeader(const QString &header)
{
    if (const auto whole = fieldByName(header))
        return whole;
    QStringList words = wordsOf(header);
    if (words.size() > 6 || countsOrNumbers(words))
        return std::nullopt;
    words.removeIf(isFiller);
    if (const auto rest = fieldByName(words.join(QString())))
        return rest;
    const auto isDate = [](const QString &word) { return fieldByName(word) == Field::Date; };
    if (std::ranges::any_of(words, isDate)) // "Date de publication"
        return Field::Date;
    // Of several, the last says what the others are of: "publication date", "source url", "author name".
    for (const QString &word : words | std::views::reverse) {
        if (const auto field = fieldByName(word))
            return field;
    }
    return std::nullopt;
}

} // namespace demarche::corpus::csv
