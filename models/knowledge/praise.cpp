#include "models/knowledge/praise.h"

#include <array>
#include <cmath>

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

enum ColumnIndex { Word, Kind, Judged, Object };
constexpr std::array columnsOf{Column{QLatin1StringView("word")}, Column{QLatin1StringView("kind")},
                               Column{QLatin1StringView("judged")}, Column{QLatin1StringView("object")}};

Result<Praise> loadShipped()
{
    const auto table = Table::shipped(u"knowledge/polarity.tsv"_s, Praise::columns());
    if (!table)
        return std::unexpected(table.error());
    return Praise::load(*table);
}

Result<double> onScale(const Table &table, int row, int column)
{
    const auto value = table.number(row, column);
    if (value && !(std::abs(*value) <= 1))
        return std::unexpected(table.problem(row, u"the value is not between -1 and 1"_s));
    return value;
}

} // namespace

std::span<const Column> Praise::columns()
{
    return columnsOf;
}

const Result<Praise> &Praise::shipped()
{
    static const Result<Praise> loaded = loadShipped();
    return loaded;
}

Result<Praise> Praise::load(const Table &words)
{
    Praise praise;
    for (int row = 0; row < words.size(); ++row) {
        const QString &kind = words.text(row, Kind);
        auto *of = kind == u"verb"        ? &praise.m_verbs
                   : kind == u"adjective" ? &praise.m_adjectives
                   : kind == u"noun"      ? &praise.m_nouns
                                          : nullptr;
        if (!of)
            return std::unexpected(words.problem(row, u"no kind of word \"%1\""_s.arg(kind)));
        const auto judged = onScale(words, row, Judged);
        const auto object = onScale(words, row, Object);
        if (!judged || !object)
            return std::unexpected(judged ? object.error() : judged.error());
        for (const QString &word : words.list(row, Word)) {
            if (of->contains(word))
                return std::unexpected(words.problem(row, u"\"%1\" stands twice"_s.arg(word)));
            of->insert(word, {*judged, *object});
        }
    }
    return praise;
}

const Judgement *Praise::find(const QString &lemma, language::Upos upos) const
{
    using language::Upos;
    const auto *of = upos == Upos::Verb   ? &m_verbs
                     : upos == Upos::Adj  ? &m_adjectives
                     : upos == Upos::Noun ? &m_nouns
                                          : nullptr;
    if (!of)
        return nullptr;
    const auto at = of->constFind(lemma);
    return at == of->cend() ? nullptr : &*at;
}

} // namespace demarche::knowledge
