#include "models/analysis/speakers.h"

#include "models/analysis/oneof.h"
#include "models/knowledge/knowledge.h"

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

/// Endings that make nouns of persons: spokesman, activist, politician, negotiator. Asked only of nouns that
/// speak and that the tables of titles do not know.
bool namesPerson(QStringView lemma)
{
    static constexpr std::array<QStringView, 9> endings{u"er",  u"or",  u"ist", u"ian",  u"man",
                                                        u"eer", u"ess", u"eur", u"woman"};
    return std::ranges::any_of(endings, [&](QStringView e) { return lemma.endsWith(e); });
}

QString withoutArticle(const QString &phrase)
{
    const QString first = phrase.section(u' ', 0, 0).toLower();
    return first == "the"_L1 || first == "a"_L1 || first == "an"_L1 ? phrase.section(u' ', 1) : phrase;
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
    , m_bearers(reading)
    , m_bearersKnown(int(reading.analysis.actors.size()))
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
    if (const ActorId actor = known(token); actor >= 0) {
        if (!goesOn(token, actor))
            return actor;
        refer(token, actor, m_lastPerson);
        return m_lastPerson;
    }
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

/// "The premier replaced Ali Said, who told the guests that … 'I leave in peace,' he said": whoever spoke in
/// the sentence before goes on, unless the other was named since.
bool Speakers::goesOn(int pronoun, ActorId actor) const
{
    constexpr int reach = 2; ///< sentences
    if (word(pronoun).upos != Upos::Pron || m_lastPerson < 0 || m_lastPerson == actor || m_lastPersonAt < 0)
        return false;
    const int apart = m_reading.tree.sentenceOf(pronoun) - m_reading.tree.sentenceOf(m_lastPersonAt);
    if (apart < 1 || apart > reach || !agrees(pronoun, m_lastPerson) || !isNewcomer(m_lastPerson))
        return false;
    return std::ranges::none_of(m_reading.analysis.actors[size_t(actor)].mentions, [&](const Mention &m) {
        return m.form != MentionForm::Pronoun && m.headToken < pronoun && m.headToken > m_lastPersonAt;
    });
}

/// Named, or brought up as somebody new ("one elderly man"); "the commander" is mostly somebody named
/// already.
bool Speakers::isNewcomer(ActorId person) const
{
    const auto &mentions = m_reading.analysis.actors[size_t(person)].mentions;
    return std::ranges::any_of(mentions, [&](const Mention &m) {
        if (m.form == MentionForm::Name)
            return true;
        const QString first = m_reading.annotation.form(m_reading.tree.range(m.headToken).first).toString();
        return isOneOf(first.toLower(), {u"a", u"an", u"one", u"another"});
    });
}

/// Whether "he" or "she" can be this person: by the name, else by the noun that describes him or her.
bool Speakers::agrees(int pronoun, ActorId person) const
{
    const QString &lemma = m_reading.annotation.lemma(pronoun);
    const bool she = lemma == "she"_L1;
    if (!she && lemma != "he"_L1)
        return false;
    if (person < m_bearersKnown)
        return (she ? m_bearers.she(person) : m_bearers.he(person)) != Fits::No;
    const QString noun = m_reading.analysis.actors[size_t(person)].name.section(u' ', -1).toLower();
    const bool female = noun.endsWith("woman"_L1) || isOneOf(noun, {u"mother", u"girl", u"wife", u"widow",
                                                                    u"daughter", u"sister", u"queen"});
    const bool male = (noun.endsWith("man"_L1) && !female) ||
                      isOneOf(noun, {u"father", u"boy", u"husband", u"brother", u"son", u"king"});
    return she ? !male : !female;
}

/// Gives a pronoun that was read as one person to another.
void Speakers::refer(int pronoun, ActorId from, ActorId to)
{
    auto &mentions = m_reading.analysis.actors[size_t(from)].mentions;
    const auto at = std::ranges::find_if(
        mentions, [&](const Mention &m) { return m.form == MentionForm::Pronoun && m.headToken == pronoun; });
    if (at == mentions.end())
        return;
    m_reading.analysis.actors[size_t(to)].mentions.push_back(*at);
    mentions.erase(at);
    m_reading.actorAt[size_t(pronoun)] = to;
}

void Speakers::spoke(ActorId actor, int token)
{
    if (actor < 0)
        return;
    switch (m_reading.analysis.actors[size_t(actor)].kind) {
    case ActorKind::Person:
        m_lastPerson = actor;
        m_lastPersonAt = antecedent(token);
        break;
    case ActorKind::Group:
        m_lastGroup = actor;
        break;
    default:
        m_lastBody = actor;
        break;
    }
    m_last = actor;
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
    // A tree that misses the relative clause: the noun before the comma.
    const int comma = token - 1;
    const bool close = comma > 0 && m_reading.annotation.form(comma) == u"," &&
                       m_reading.tree.sentenceOf(comma - 1) == m_reading.tree.sentenceOf(token);
    const bool nominal = close && (m_reading.actorAt[size_t(comma) - 1] >= 0 ||
                                   word(comma - 1).upos == Upos::Noun || word(comma - 1).upos == Upos::Propn);
    return nominal ? comma - 1 : token;
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

/// Of "the groups protested because they say …" the groups: the plural subject of the clause above. -1 for
/// none.
int Speakers::governingPlural(int pronoun) const
{
    const auto &tree = m_reading.tree;
    const int own = tree.head(pronoun);
    for (int verb = own >= 0 ? tree.head(own) : -1; verb >= 0; verb = tree.head(verb)) {
        const int subject = tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass});
        if (subject >= 0 && subject < pronoun)
            return isPlural(language::xposName(word(subject).xpos)) ? subject : -1;
    }
    return -1;
}

/// The first of the persons who together were the subject of one of the two sentences before; -1 for none.
ActorId Speakers::jointBefore(int pronoun) const
{
    constexpr int reach = 2; ///< sentences
    const auto &tree = m_reading.tree;
    const int sentence = tree.sentenceOf(pronoun);
    for (int before = sentence - 1; before >= std::max(0, sentence - reach); --before) {
        const text::Sentence &s = m_reading.annotation.document.sentences[size_t(before)];
        for (int t = s.firstToken; t < s.endToken; ++t) {
            const int subject = tree.head(t) < 0 ? tree.child(t, {Deprel::Nsubj}) : -1;
            if (subject < 0 || tree.child(subject, {Deprel::Conj}) < 0)
                continue;
            const ActorId first = known(subject);
            if (first >= 0 && m_reading.analysis.actors[size_t(first)].kind == ActorKind::Person)
                return first;
        }
    }
    return -1;
}

ActorId Speakers::pronoun(int token)
{
    const QString &lemma = m_reading.annotation.lemma(token);
    if (const int noun = lemma == "they"_L1 ? governingPlural(token) : -1; noun >= 0)
        return of(noun);
    if (lemma == "he"_L1 || lemma == "she"_L1)
        return m_lastPerson;
    if (lemma == "it"_L1)
        return m_lastBody;
    if (lemma != "they"_L1)
        return -1;
    return m_lastGroup >= 0 ? m_lastGroup : jointBefore(token);
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
    return m_reading.tree.child(token, Deprel::Det, u"the") >= 0 ? m_last : -1;
}

const language::Name *Speakers::nameAt(int token) const
{
    const auto &names = m_reading.annotation.names;
    const auto after = std::ranges::upper_bound(names, token, {}, &language::Name::firstToken);
    return after != names.begin() && token < std::prev(after)->endToken ? &*std::prev(after) : nullptr;
}

ActorKind Speakers::kindOf(int token) const
{
    if (const language::Name *name = nameAt(token))
        return name->kind == NameKind::Person ? ActorKind::Person : ActorKind::Organization;
    if (isPlural(language::xposName(word(token).xpos)))
        return ActorKind::Group;
    const QString &lemma = m_reading.annotation.lemma(token);
    if (m_words.noun(lemma).kind != CueWord::Kind::None)
        return ActorKind::Organization;
    for (const knowledge::Sense &sense : m_reading.knowledge.lookUp(lemma)) {
        if (sense.kind != knowledge::Sense::Kind::Title)
            continue;
        const auto type = m_reading.knowledge.title(sense).type;
        return type == knowledge::Title::Type::Body ? ActorKind::Organization : ActorKind::Person;
    }
    return namesPerson(lemma) ? ActorKind::Person : ActorKind::Organization;
}

/// Of "of the group" in "a member of the group" the group; -1 for any other dependent.
ActorId Speakers::belongsTo(int token) const
{
    if (word(token).deprel != Deprel::Nmod)
        return -1;
    const bool of = m_reading.tree.child(token, Deprel::Case, u"of") >= 0 ||
                    m_reading.tree.child(token, Deprel::Case, u"from") >= 0;
    return of ? known(token) : -1;
}

Speakers::Phrase Speakers::phraseOf(int token) const
{
    Phrase phrase{token, token + 1, {}, {}, false};
    if (const language::Name *name = nameAt(token)) {
        const auto &tokens = m_reading.annotation.document.tokens;
        phrase.firstToken = name->firstToken;
        phrase.endToken = name->endToken;
        const Span span{tokens[size_t(name->firstToken)].span.begin,
                        tokens[size_t(name->endToken) - 1].span.end};
        phrase.name = span.of(m_reading.annotation.document.text).toString().simplified();
        return phrase;
    }
    QStringList parts;
    for (const int child : m_reading.tree.children(token)) {
        const Deprel relation = word(child).deprel;
        if (const ActorId of = belongsTo(child); of >= 0 && phrase.country.isEmpty())
            phrase.country = m_reading.analysis.actors[size_t(of)].country;
        if (child >= token || (!isModifier(relation) && relation != Deprel::Det))
            continue;
        phrase.firstToken = std::min(phrase.firstToken, m_reading.tree.range(child).first);
        if (relation == Deprel::Det) {
            phrase.definite = m_reading.annotation.lemma(child) == "the"_L1;
            continue;
        }
        if (const ActorId of = known(child); of >= 0 && phrase.country.isEmpty())
            phrase.country = m_reading.analysis.actors[size_t(of)].country;
        if (word(child).upos != Upos::Pron)
            parts += withoutArticle(
                m_reading.tree.extent(child).of(m_reading.annotation.document.text).toString());
    }
    parts += m_reading.annotation.form(token).toString();
    phrase.name = parts.join(u' ').simplified();
    return phrase;
}

ActorId Speakers::nominal(int token)
{
    const Phrase phrase = phraseOf(token);
    const MentionForm form = nameAt(token) ? MentionForm::Name : MentionForm::Nominal;
    const QString &lemma = m_reading.annotation.lemma(token);
    ActorId found = -1;
    for (const auto &[head, actor] : m_nominals) {
        const QString &name = m_reading.analysis.actors[size_t(actor)].name;
        if (name.compare(phrase.name, Qt::CaseInsensitive) == 0 || (phrase.definite && head == lemma))
            found = actor;
    }
    if (found < 0) {
        Actor actor;
        actor.name = phrase.name;
        actor.kind = kindOf(token);
        actor.country = phrase.country;
        found = ActorId(m_reading.analysis.actors.size());
        m_reading.analysis.actors.push_back(std::move(actor));
        m_nominals.emplace_back(lemma, found);
    }
    mention(found, phrase, token, form);
    return found;
}

void Speakers::mention(ActorId actor, const Phrase &phrase, int token, MentionForm form)
{
    const auto &tokens = m_reading.annotation.document.tokens;
    const Span span{tokens[size_t(phrase.firstToken)].span.begin,
                    tokens[size_t(phrase.endToken) - 1].span.end};
    m_reading.analysis.actors[size_t(actor)].mentions.push_back({span, form, token});
    m_reading.actorAt[size_t(token)] = actor;
}

} // namespace demarche::analysis
