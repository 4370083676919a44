#include "models/knowledge/patterns.h"

#include "models/knowledge/patterncompiler.h"

#include <array>

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array wordColumnsOf{Column{QLatin1StringView("class")}, Column{QLatin1StringView("words")}};
constexpr std::array patternColumnsOf{
    Column{QLatin1StringView("words")},  Column{QLatin1StringView("when")},
    Column{QLatin1StringView("source")}, Column{QLatin1StringView("target")},
    Column{QLatin1StringView("code")},   Column{QLatin1StringView("example"), false}};
constexpr std::array turnColumnsOf{Column{QLatin1StringView("code")},   Column{QLatin1StringView("intent")},
                                   Column{QLatin1StringView("threat")}, Column{QLatin1StringView("refusal")},
                                   Column{QLatin1StringView("appeal")}, Column{QLatin1StringView("demand")}};

Result<Patterns> loadShipped()
{
    const auto &cameo = Cameo::shipped();
    if (!cameo)
        return std::unexpected(cameo.error());
    const auto words = Table::shipped(u"knowledge/actions-words.tsv"_s, wordColumnsOf);
    const auto verbs = Table::shipped(u"knowledge/actions-verbs.tsv"_s, patternColumnsOf);
    const auto nouns = Table::shipped(u"knowledge/actions-nouns.tsv"_s, patternColumnsOf);
    const auto adjectives = Table::shipped(u"knowledge/actions-adjectives.tsv"_s, patternColumnsOf);
    const auto turns = Table::shipped(u"knowledge/actions-turns.tsv"_s, turnColumnsOf);
    for (const auto *table : {&words, &verbs, &nouns, &adjectives, &turns}) {
        if (!*table)
            return std::unexpected(table->error());
    }
    return Patterns::load({*words, *verbs, *nouns, *adjectives, *turns}, *cameo);
}

} // namespace

std::span<const Column> Patterns::wordColumns()
{
    return wordColumnsOf;
}

std::span<const Column> Patterns::patternColumns()
{
    return patternColumnsOf;
}

std::span<const Column> Patterns::turnColumns()
{
    return turnColumnsOf;
}

const Result<Patterns> &Patterns::shipped()
{
    static const Result<Patterns> loaded = loadShipped();
    return loaded;
}

Result<Patterns> Patterns::load(const Tables &tables, const Cameo &cameo)
{
    PatternCompiler compiler(cameo);
    if (auto problem = compiler.addClasses(tables.words))
        return std::unexpected(*problem);
    if (auto problem = compiler.addVerbs(tables.verbs))
        return std::unexpected(*problem);
    if (auto problem = compiler.addNouns(tables.nouns))
        return std::unexpected(*problem);
    if (auto problem = compiler.addAdjectives(tables.adjectives))
        return std::unexpected(*problem);
    if (auto problem = compiler.addTurns(tables.turns))
        return std::unexpected(*problem);
    return compiler.take();
}

const std::vector<Pattern> *Patterns::find(const QString &lemma, language::Upos upos) const
{
    using language::Upos;
    const Index *index = upos == Upos::Verb   ? &m_verbs
                         : upos == Upos::Noun ? &m_nouns
                         : upos == Upos::Adj  ? &m_adjectives
                                              : nullptr;
    if (!index)
        return nullptr;
    const auto at = index->constFind(lemma);
    return at == index->cend() ? nullptr : &*at;
}

const WordSet &Patterns::words(const QString &wordClass) const
{
    static const WordSet none;
    const auto at = m_classes.constFind(wordClass);
    return at == m_classes.cend() ? none : m_sets[size_t(*at)];
}

QString Patterns::turned(const QString &code, Turn turn) const
{
    // The nearest row up the tree of codes: 1313's, else 131's, 13's
    for (QString key = code; key.size() >= 2; key.chop(1)) {
        const auto at = m_turns.constFind(key);
        if (at != m_turns.cend())
            return at->value(int(turn));
    }
    return {};
}

} // namespace demarche::knowledge
