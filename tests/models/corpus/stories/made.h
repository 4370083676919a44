#pragma once

#include "models/corpus/store.h"

#include <QStringList>

#include <random>

/// Texts made for tests of stories.
namespace demarche::corpus {

/// `words` words at random, others for every `seed`, the same at every run.
inline QString report(int seed, int words)
{
    using namespace Qt::StringLiterals;
    static const QStringList syllables{u"nor"_s, u"su"_s, u"dri"_s, u"ka"_s, u"lem"_s, u"to"_s, u"vi"_s, u"ra"_s,
                                       u"hol"_s, u"ben"_s, u"ti"_s,  u"mo"_s, u"sek"_s, u"lu"_s, u"fa"_s, u"gan"_s};
    std::mt19937 random(std::uint32_t(seed) * 7919U + 1U);
    QStringList all;
    for (int i = 0; i < words; ++i) {
        QString word;
        for (int part = 0; part < 3; ++part)
            word += syllables.at(qsizetype(random() % std::uint32_t(syllables.size())));
        all << word;
    }
    return all.join(u' ');
}

/// An article of nothing but a text.
inline AnalysedArticle plainArticle(const QString &uri, const QString &text)
{
    AnalysedArticle made;
    made.article.uri = uri;
    made.article.title = uri;
    made.article.text = text;
    made.article.published = {QDate(2024, 3, 5), analysis::DateBasis::Metadata};
    return made;
}

} // namespace demarche::corpus
