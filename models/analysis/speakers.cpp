#include "models/analysis/speakers.h"

#include <algorithm>
#include <array>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::NameKind;
using language::Upos;

namespace {

bool isModifier(Deprel relation)
{
    switch (relation) {
    case Deprel::Amod:
    case Deprel::Compound:
    case Deprel::NmodPoss:
    case Deprel::Nummod:
    case Deprel::Flat:
        return true;
    default:
        return false;
    }
}

/// Endings that make nouns of persons: minister, actor, activist, politician, claimant, spokesman.
bool namesPerson(QStringView lemma)
{
    static constexpr std::array<QStringView, 12> endings{u"er",  u"or", u"ist", u"ian", u"ant",    u"man",
                                                         u"ent", u"ee", u"ess", u"eur", u"person", u"woman"};
    static constexpr std::array<QStringView, 6> others{u"source", u"witness", u"official",
                                                       u"aide",   u"chief",   u"analyst"};
    return std::ranges::find(others, lemma) != others.end() ||
           std::ranges::any_of(endings, [&](QStringView e) { return lemma.endsWith(e); });
}

bool isPlural(QLatin1StringView xpos)
{
    return xpos == "NNS"_L1 || xpos == "NNPS"_L1;
}

} // namespace

Speakers::Speakers(Reading &reading, const CueWords &words)
    : m_reading(reading)
    , m_words(words)
    , m_covering(reading.annotation.words.size(), -1)
{
    const auto &tokens = reading.annotation.document.tokens;
    for (size_t a = 0; a < reading.analysis.actors.size(); ++a) {
        for (const Mention &m : reading.analysis.actors[a].mentions) {
            if (m.form != MentionForm::Name)
                continue;
            for (auto t = size_t(reading.tree.tokenAt(m.span.begin));
                 t < tokens.size() && m.span.contains(tokens[t].span); ++t)
                m_covering[t] = ActorId(a);
        }
    }
}

ActorId Speakers::of(int token)
{
    if (token < 0)
        return -1;
    token = antecedent(token);
    if (const ActorId actor = known(token); actor >= 0)
        return actor;
    switch (word(token).upos) {
    case Upos::Pron:
    case Upos::Det:
        return pronoun(token);
    case Upos::Noun:
    case Upos::Propn:
    case Upos::Adj:
    case Upos::Num:
        if (const ActorId actor = owner(token); actor >= 0)
            return actor;
        return nominal(token);
    default:
        return -1;
    }
}

void Speakers::spoke(ActorId actor)
{
    if (actor >= 0 && m_reading.analysis.actors[size_t(actor)].kind == ActorKind::Person)
        m_lastPerson = actor;
}

/// Of "who" in "the envoy, who said …" the envoy.
int Speakers::antecedent(int token) const
{
    const QLatin1StringView xpos = language::xposName(word(token).xpos);
    if (xpos != "WP"_L1 && xpos != "WDT"_L1)
        return token;
    for (int up = token; up >= 0; up = m_reading.tree.head(up)) {
        if (word(up).deprel == Deprel::AclRelcl && m_reading.tree.head(up) >= 0)
            return m_reading.tree.head(up);
    }
    return token;
}

ActorId Speakers::known(int token) const
{
    if (const ActorId actor = m_reading.actorAt[size_t(token)]; actor >= 0)
        return actor;
    if (word(token).upos == Upos::Propn && m_covering[size_t(token)] >= 0)
        return m_covering[size_t(token)];
    for (const int child : m_reading.tree.children(token)) {
        const Deprel relation = word(child).deprel;
        const bool same =
            relation == Deprel::Appos || relation == Deprel::Flat ||
            (relation == Deprel::Compound && child == token - 1 && word(token).upos == Upos::Propn);
        if (same && m_reading.actorAt[size_t(child)] >= 0)
            return m_reading.actorAt[size_t(child)];
    }
    return -1;
}

ActorId Speakers::pronoun(int token) const
{
    const QString &lemma = m_reading.annotation.lemma(token);
    return lemma == "he"_L1 || lemma == "she"_L1 ? m_lastPerson : -1;
}

/// Of "a ministry statement", "the president's letter", "a message from the king": who wrote it. -1 for nouns
/// that speak for themselves.
ActorId Speakers::owner(int token) const
{
    if (!m_words.noun(m_reading.annotation.lemma(token)).direct)
        return -1;
    for (const int child : m_reading.tree.children(token)) {
        const Deprel relation = word(child).deprel;
        const bool owns = relation == Deprel::NmodPoss || relation == Deprel::Compound ||
                          relation == Deprel::Nmod || relation == Deprel::Amod;
        if (const ActorId actor = owns ? known(child) : -1; actor >= 0)
            return actor;
    }
    return -1;
}

ActorKind Speakers::kindOf(int token) const
{
    if (isPlural(language::xposName(word(token).xpos)))
        return ActorKind::Group;
    for (const language::Name &name : m_reading.annotation.names) {
        if (token >= name.firstToken && token < name.endToken)
            return name.kind == NameKind::Person ? ActorKind::Person : ActorKind::Organization;
    }
    return namesPerson(m_reading.annotation.lemma(token)) ? ActorKind::Person : ActorKind::Organization;
}

ActorId Speakers::nominal(int token)
{
    const auto &tree = m_reading.tree;
    int first = token;
    bool definite = false;
    QString country;
    QStringList parts;
    for (const int child : tree.children(token)) {
        if (child >= token)
            break;
        const Deprel relation = word(child).deprel;
        if (relation == Deprel::Det || relation == Deprel::NmodPoss)
            definite = m_reading.annotation.lemma(child) == "the"_L1;
        if (!isModifier(relation) && relation != Deprel::Det)
            continue;
        first = std::min(first, tree.range(child).first);
        if (const ActorId of = known(child); of >= 0 && country.isEmpty())
            country = m_reading.analysis.actors[size_t(of)].country;
        if (isModifier(relation) && word(child).upos != Upos::Pron)
            parts += tree.extent(child).of(m_reading.annotation.document.text).toString();
    }
    parts += m_reading.annotation.form(token).toString();
    const MentionForm form = word(token).upos == Upos::Propn ? MentionForm::Name : MentionForm::Nominal;
    const QString name = parts.join(u' ').simplified();
    const QString &lemma = m_reading.annotation.lemma(token);
    for (const auto &[head, actor] : m_nominals) {
        const bool same =
            m_reading.analysis.actors[size_t(actor)].name.compare(name, Qt::CaseInsensitive) == 0;
        if (same || (definite && head == lemma)) {
            mention(actor, first, token, form);
            return actor;
        }
    }
    Actor actor;
    actor.name = name;
    actor.kind = kindOf(token);
    actor.country = country;
    m_reading.analysis.actors.push_back(std::move(actor));
    const auto made = ActorId(m_reading.analysis.actors.size()) - 1;
    m_nominals.emplace_back(lemma, made);
    mention(made, first, token, form);
    return made;
}

void Speakers::mention(ActorId actor, int firstToken, int token, MentionForm form)
{
    const auto &tokens = m_reading.annotation.document.tokens;
    const Span span{tokens[size_t(firstToken)].span.begin, tokens[size_t(token)].span.end};
    m_reading.analysis.actors[size_t(actor)].mentions.push_back({span, form, token});
    m_reading.actorAt[size_t(token)] = actor;
}

} // namespace demarche::analysis
