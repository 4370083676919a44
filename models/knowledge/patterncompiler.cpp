#include "models/knowledge/patterncompiler.h"

#include <algorithm>

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

enum PatternColumn { Words, When, Source, Target, Code };

std::optional<Condition::Where> conditionPlace(QStringView name)
{
    using enum Condition::Where;
    static const QHash<QStringView, Condition::Where> places{
        {u"subj", Subject},    {u"obj", Object},     {u"iobj", Indirect}, {u"comp", Complement},
        {u"prt", Particle},    {u"mod", Modifier},   {u"gov", Governor},  {u"objmod", ObjectsOwn},
        {u"passive", Passive}, {u"inf", Infinitive}, {u"near", Near},     {u"place", Place},
        {u"person", Person}};
    const auto at = places.constFind(name);
    return at == places.cend() ? std::nullopt : std::optional(*at);
}

std::optional<Role::Where> rolePlace(QStringView name)
{
    using enum Role::Where;
    static const QHash<QStringView, Role::Where> places{
        {u"subj", Subject},           {u"obj", Object},    {u"iobj", Indirect}, {u"own", Owner},
        {u"gov", Performer},          {u"head", Governor}, {u"each", Each},     {u"inner", Inner},
        {u"innersubj", InnerSubject}, {u"next", Next}};
    const auto at = places.constFind(name);
    return at == places.cend() ? std::nullopt : std::optional(*at);
}

/// How much a pattern asks for: a word named weighs more than who stands there, and that than a place merely
/// filled or empty.
int demands(const Pattern &pattern)
{
    int sum = 0;
    using enum Condition::Where;
    for (const Condition &c : pattern.conditions) {
        const bool kind = c.where == Place || c.where == Person;
        sum += c.forbidden ? 1 : c.words >= 0 ? 4 : kind ? 3 : 2;
    }
    return sum;
}

} // namespace

std::optional<Problem> PatternCompiler::addClasses(const Table &words)
{
    for (int row = 0; row < words.size(); ++row) {
        const QString &name = words.text(row, 0);
        const auto known = m_patterns.m_classes.constFind(name);
        const int index = known != m_patterns.m_classes.cend() ? *known : int(m_patterns.m_sets.size());
        if (known == m_patterns.m_classes.cend()) {
            m_patterns.m_classes.insert(name, index);
            m_patterns.m_sets.emplace_back();
        }
        for (const QString &word : words.list(row, 1))
            m_patterns.m_sets[size_t(index)].insert(word);
    }
    return std::nullopt;
}

Result<int> PatternCompiler::wordSet(const QString &written)
{
    if (written.startsWith(u'%') && !written.contains(u'|')) {
        const auto known = m_patterns.m_classes.constFind(written.mid(1));
        if (known == m_patterns.m_classes.cend())
            return std::unexpected(Problem{{}, u"no word class \"%1\""_s.arg(written.mid(1))});
        return *known;
    }
    WordSet set;
    for (const QString &word : written.split(u'|', Qt::SkipEmptyParts)) {
        if (!word.startsWith(u'%')) {
            set.insert(word);
            continue;
        }
        const auto known = wordSet(word);
        if (!known)
            return known;
        set.unite(m_patterns.m_sets[size_t(*known)]);
    }
    m_patterns.m_sets.push_back(std::move(set));
    return int(m_patterns.m_sets.size()) - 1;
}

Result<Condition> PatternCompiler::condition(const QString &written)
{
    Condition made;
    QString rest = written;
    made.forbidden = rest.startsWith(u'!');
    if (made.forbidden)
        rest.remove(0, 1);
    const qsizetype equals = rest.indexOf(u'=');
    const QString place = equals < 0 ? rest : rest.left(equals);
    if (place.startsWith(u'@') && place.size() > 1) {
        made.where = Condition::Where::Phrase;
        made.prepositions = place.mid(1).split(u'/', Qt::SkipEmptyParts);
    } else if (const auto where = conditionPlace(place)) {
        made.where = *where;
    } else {
        return std::unexpected(Problem{{}, u"no place \"%1\" for a condition"_s.arg(place)});
    }
    if (equals >= 0) {
        const auto words = wordSet(rest.mid(equals + 1));
        if (!words)
            return std::unexpected(words.error());
        made.words = *words;
    }
    return made;
}

Result<Role> PatternCompiler::role(const QString &written) const
{
    Role made;
    QString place = written;
    made.owner = place.endsWith(u'~');
    if (made.owner)
        place.chop(1);
    if (place.startsWith(u'@') && place.size() > 1) {
        made.where = Role::Where::Phrase;
        made.prepositions = place.mid(1).split(u'/', Qt::SkipEmptyParts);
        return made;
    }
    const auto where = rolePlace(place);
    if (!where)
        return std::unexpected(Problem{{}, u"no place \"%1\" for an actor"_s.arg(place)});
    made.where = *where;
    return made;
}

Result<std::vector<Role>> PatternCompiler::roles(const QStringList &written) const
{
    std::vector<Role> made;
    for (const QString &one : written) {
        auto compiled = role(one);
        if (!compiled)
            return std::unexpected(compiled.error());
        made.push_back(std::move(*compiled));
    }
    if (made.empty())
        return std::unexpected(Problem{{}, u"an actor has no place"_s});
    return made;
}

std::optional<Problem> PatternCompiler::add(const Table &rows, Patterns::Index &index)
{
    for (int row = 0; row < rows.size(); ++row) {
        Pattern pattern;
        pattern.line = rows.line(row);
        pattern.code = rows.text(row, Code);
        if (!m_cameo.find(pattern.code))
            return rows.problem(row, u"no CAMEO code \"%1\""_s.arg(pattern.code));
        for (const QString &written : rows.text(row, When).split(u' ', Qt::SkipEmptyParts)) {
            auto compiled = condition(written);
            if (!compiled)
                return rows.problem(row, compiled.error().what);
            pattern.conditions.push_back(std::move(*compiled));
        }
        auto source = roles(rows.list(row, Source));
        auto target = roles(rows.list(row, Target));
        if (!source || !target)
            return rows.problem(row, source ? target.error().what : source.error().what);
        pattern.source = std::move(*source);
        pattern.target = std::move(*target);
        const auto takesOf = [](const auto &places) {
            return std::ranges::any_of(places,
                                       [](const auto &p) { return p.prepositions.contains(u"of"_s); });
        };
        pattern.takesOf = takesOf(pattern.target) || takesOf(pattern.conditions);
        const QStringList lemmas = rows.list(row, Words);
        if (lemmas.isEmpty())
            return rows.problem(row, u"names no word"_s);
        for (const QString &lemma : lemmas)
            index[lemma].push_back(pattern);
        m_patterns.m_size += int(lemmas.size());
    }
    return std::nullopt;
}

std::optional<Problem> PatternCompiler::addTurns(const Table &rows)
{
    for (int row = 0; row < rows.size(); ++row) {
        QStringList codes;
        for (int column = 1; column < int(Patterns::turnColumns().size()); ++column) {
            codes << rows.text(row, column);
            if (!codes.back().isEmpty() && !m_cameo.find(codes.back()))
                return rows.problem(row, u"no CAMEO code \"%1\""_s.arg(codes.back()));
        }
        if (!m_cameo.find(rows.text(row, 0)))
            return rows.problem(row, u"no CAMEO code \"%1\""_s.arg(rows.text(row, 0)));
        m_patterns.m_turns.insert(rows.text(row, 0), codes);
    }
    return std::nullopt;
}

Patterns PatternCompiler::take()
{
    for (Patterns::Index *index : {&m_patterns.m_verbs, &m_patterns.m_nouns, &m_patterns.m_adjectives}) {
        for (auto &patterns : *index)
            std::ranges::stable_sort(patterns, std::greater{}, demands);
    }
    return std::move(m_patterns);
}

} // namespace demarche::knowledge
