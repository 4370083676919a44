#include "models/analysis/actiondates.h"

#include "models/analysis/oneof.h"

#include <algorithm>
#include <limits>

namespace demarche::analysis {

using language::Deprel;
using language::Upos;

namespace {

constexpr int far = std::numeric_limits<int>::max();
constexpr int longestPath = 30; ///< steps up a tree that is deeper only by error
constexpr int recent = 14;      ///< days before the article within which it tells of the same deed twice
constexpr int longestWeek = 7;

/// So long a stretch that what led to a deed or came of it lies in it, too.
bool isLong(const DateExpression &e)
{
    using Kind = DateExpression::Kind;
    using Unit = DateExpression::Unit;
    return e.kind == Kind::Month || e.kind == Kind::Year || e.kind == Kind::Decade ||
           e.kind == Kind::CalendarMonth || e.kind == Kind::CalendarYear ||
           ((e.kind == Kind::Offset || e.kind == Kind::Recent) &&
            (e.unit == Unit::Month || e.unit == Unit::Year));
}

} // namespace

ActionDates::ActionDates(const Reading &reading)
    : m_reading(reading)
    , m_clauses(reading)
    , m_story(reading)
{
    const auto &document = reading.annotation.document;
    m_bySentence.reserve(document.sentences.size());
    for (const text::Sentence &sentence : document.sentences) {
        std::vector<Placed> placed;
        for (const DateExpression &e : dateExpressions(document, sentence)) {
            if (e.limit)
                continue;
            Placed one{e, -1, -1};
            for (int t = one.expression.firstToken; t < one.expression.endToken; ++t) {
                const int head = reading.tree.head(t);
                if (head < one.expression.firstToken || head >= one.expression.endToken)
                    one.head = t;
            }
            if (one.head < 0)
                continue;
            one.predicate = predicateOf(reading.tree.head(one.head));
            placed.push_back(one);
        }
        m_bySentence.push_back(std::move(placed));
    }
    placeStory();
}

/// Tells the story which day each sentence gives for what its main clause, or one joined to it, tells as
/// past.
void ActionDates::placeStory()
{
    for (size_t s = 0; s < m_bySentence.size(); ++s) {
        for (const Placed &one : m_bySentence[s]) {
            const Event told{one.predicate, one.predicate, false, false, {}};
            const bool past = one.predicate >= 0 && isPast(one.predicate) && isMain(one.predicate);
            if (past && saysWhen(one) && m_reading.quotedAt[size_t(one.head)] < 0 && !isBound(one, told))
                m_story.tell(int(s), place(one.expression, false));
        }
    }
}

/// A phrase of its own on the verb or on a noun behind it; not "the July polls", "the accord of May 20".
bool ActionDates::saysWhen(const Placed &one) const
{
    const int above = m_reading.tree.head(one.head);
    const Deprel relation = m_reading.annotation.word(one.head).deprel;
    if (relation == Deprel::Compound || relation == Deprel::NmodPoss || relation == Deprel::Amod)
        return false;
    return above == one.predicate || (above < one.head && m_clauses.preposition(one.head) != u"of");
}

int ActionDates::predicateOf(int token) const
{
    for (int step = 0; token >= 0 && step < longestPath; ++step) {
        const auto &word = m_reading.annotation.word(token);
        const bool clause =
            word.upos == Upos::Verb && word.deprel != Deprel::Amod && word.deprel != Deprel::Compound;
        if (clause || word.head < 0 ||
            m_reading.tree.child(token, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Cop}) >= 0)
            return token;
        token = word.head;
    }
    return token;
}

/// A participle or infinitive, or a clause of the same time; not "after rebels had attacked", "because it
/// left".
bool ActionDates::sharesDay(int clause) const
{
    if (m_reading.tree.child(clause, {Deprel::Nsubj, Deprel::NsubjPass}) < 0)
        return true;
    return std::ranges::any_of(m_reading.tree.children(clause), [&](int c) {
        const QString &lemma = m_reading.annotation.lemma(c);
        if (c >= clause)
            return false;
        const bool close = (lemma == u"after" || lemma == u"before") && c > 0 &&
                           isOneOf(m_reading.annotation.lemma(c - 1), // "just hours after he said"
                                   {u"hour", u"minute", u"moment", u"shortly", u"immediately"});
        return close || lemma == u"when" || lemma == u"as" || lemma == u"while";
    });
}

/// "In the crisis of 1995, when troops fired", "since early 1992, when they cancelled": the day of the noun
/// that the clause hangs on, or of the words right before it.
bool ActionDates::isWhen(const Placed &placed, int clause) const
{
    const auto &word = m_reading.annotation.word(clause);
    const auto &when = placed.expression;
    const auto within = [&](int token) { return token >= when.firstToken && token < when.endToken; };
    const auto children = m_reading.tree.children(clause);
    const auto at = std::ranges::find_if(
        children, [&](int c) { return c < clause && m_reading.annotation.lemma(c) == u"when"; });
    if (at == children.end())
        return false;
    const int before = *at > 0 && m_reading.annotation.form(*at - 1) == u"," ? *at - 2 : *at - 1;
    return within(before) || (word.deprel == Deprel::AclRelcl &&
                              (m_reading.tree.head(placed.head) == word.head || within(word.head)));
}

/// A day that only bounds the clause ("since its election in May"): it tells of what hangs below that noun
/// alone.
bool ActionDates::isBound(const Placed &placed, const Event &event) const
{
    const auto &tree = m_reading.tree;
    for (int noun = tree.head(placed.head); noun >= 0 && noun != placed.predicate && noun != event.trigger;
         noun = tree.head(noun)) {
        const QString preposition = m_clauses.preposition(noun);
        const bool bounds = preposition == u"since" || preposition == u"until" || preposition == u"before" ||
                            preposition == u"despite";
        if (bounds && !tree.dominates(noun, event.trigger))
            return true;
    }
    return false;
}

/// 0 for a phrase of the trigger itself, more the looser it hangs on its clause; `far` where it does not.
int ActionDates::distance(const Placed &placed, const Event &event) const
{
    const auto &tree = m_reading.tree;
    if (tree.head(placed.head) == event.trigger)
        return 0;
    const auto &trigger = m_reading.annotation.word(event.trigger);
    if (trigger.deprel == Deprel::Acl && placed.head > event.trigger && // "accords signed by both in 1994"
        tree.head(placed.head) == trigger.head)
        return 1;
    if (placed.predicate == event.predicate)
        return tree.dominates(event.trigger, placed.head) ? 1 : 2;
    // "Were cut following a decision in 2016"
    if (placed.predicate >= 0 && isLong(placed.expression) &&
        m_reading.annotation.form(placed.predicate) == u"following" &&
        tree.head(placed.predicate) == event.predicate)
        return 3;
    // From the trigger's clause up: a joined, infinite or participle clause shares the day of the one above
    int clause = event.predicate;
    for (int step = 1; clause >= 0 && step < 5; ++step) {
        const auto &word = m_reading.annotation.word(clause);
        if (isWhen(placed, clause))
            return 2 + step;
        const bool shares =
            word.deprel == Deprel::Xcomp || word.deprel == Deprel::Conj ||
            (word.deprel == Deprel::Advcl &&
             (sharesDay(clause) ||
              (isLong(placed.expression) && m_reading.tree.child(clause, Deprel::Mark, u"after") >= 0)));
        const bool says = word.deprel == Deprel::Ccomp && (event.verbal || isGoingOn(clause));
        if (!shares && !says)
            return far;
        if (word.deprel == Deprel::Conj && placed.head > clause)
            return far; // "left on Monday and met" shares, "met and left on Monday" does not
        clause = predicateOf(word.head);
        if (placed.predicate == clause)
            return 2 + step;
    }
    return far;
}

/// "Said on Monday that troops were shelling the port": on that day.
bool ActionDates::isGoingOn(int predicate) const
{
    return m_clauses.isTag(predicate, QLatin1StringView("VBG")) &&
           m_reading.tree.child(predicate, Deprel::Aux, u"be") >= 0;
}

/// Among the sentences that an article opens with, after its heading and dateline.
bool ActionDates::opens(int token) const
{
    constexpr int opening = 2;
    return m_story.isAmongFirst(token, opening);
}

bool ActionDates::isNews(int predicate) const
{
    if (predicate < 0)
        return false;
    if (const int have = m_reading.tree.child(predicate, Deprel::Aux, u"have"); have >= 0) {
        const bool before = m_clauses.isTag(have, QLatin1StringView("VBD")) &&
                            m_reading.annotation.word(predicate).deprel != Deprel::Ccomp;
        return opens(predicate) && !before;
    }
    if (isGoingOn(predicate) && m_reading.annotation.word(predicate).deprel == Deprel::Ccomp)
        return true;
    const int auxiliary = m_reading.tree.child(predicate, {Deprel::AuxPass, Deprel::Cop});
    const int finite = auxiliary >= 0 ? auxiliary : predicate;
    for (const auto *tag : {"VBD", "VBZ", "VBP"}) {
        if (m_clauses.isTag(finite, QLatin1StringView(tag)))
            return true;
    }
    return false;
}

/// Of a participle or infinitive the finite verb that it is joined to or hangs on: "fought, killing".
int ActionDates::finite(int predicate) const
{
    for (int step = 0; predicate >= 0 && step < longestPath; ++step) {
        const auto &word = m_reading.annotation.word(predicate);
        const bool bare = m_reading.tree.child(predicate, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Aux,
                                                           Deprel::AuxPass, Deprel::Cop}) < 0;
        const bool hangs =
            word.deprel == Deprel::Xcomp || word.deprel == Deprel::Conj || word.deprel == Deprel::Advcl;
        if (!bare || !hangs || m_clauses.isTag(predicate, QLatin1StringView("VBD")))
            return predicate;
        predicate = word.head;
    }
    return predicate;
}

/// Told in the simple past, not in the perfect: "met", "was arrested", "were meeting".
bool ActionDates::isPast(int predicate) const
{
    const int verb = finite(predicate);
    if (verb < 0 || m_reading.tree.child(verb, Deprel::Aux, u"have") >= 0)
        return false;
    const int auxiliary = m_reading.tree.child(verb, {Deprel::Aux, Deprel::AuxPass, Deprel::Cop});
    return m_clauses.isTag(auxiliary >= 0 ? auxiliary : verb, QLatin1StringView("VBD"));
}

/// Heads its sentence, is joined to such a verb, or is what one says.
bool ActionDates::isMain(int predicate) const
{
    int verb = finite(predicate);
    while (verb >= 0 && m_reading.annotation.word(verb).deprel == Deprel::Conj)
        verb = m_reading.annotation.word(verb).head;
    if (verb < 0)
        return false;
    const Deprel relation = m_reading.annotation.word(verb).deprel;
    return m_reading.annotation.word(verb).head < 0 || relation == Deprel::Parataxis ||
           relation == Deprel::Ccomp;
}

DateRange ActionDates::place(const DateExpression &expression, bool ahead) const
{
    const QDate from = expression.kind == DateExpression::Kind::Since
                           ? m_story.dayBefore(m_reading.tree.sentenceOf(expression.firstToken))
                           : m_reading.analysis.published.date;
    DateRange range = resolve(expression, from, ahead);
    if (range.isValid())
        range.text = expression.span.of(m_reading.annotation.document.text).toString();
    return range;
}

/// "Police arrested the dissident", and further down "arrested on Friday": the same deed of the last weeks,
/// told again of the same parties with its day.
std::optional<DateRange> ActionDates::toldElsewhere(const Event &event) const
{
    const QDate written = m_reading.analysis.published.date;
    const bool light = isOneOf(m_reading.annotation.lemma(event.trigger),
                               {u"be", u"give", u"go", u"have", u"hold", u"make", u"say", u"take"});
    if (event.ahead || light || !written.isValid() || event.parties.size() < 2 || !opens(event.trigger))
        return std::nullopt;
    const QString &lemma = m_reading.annotation.lemma(event.trigger);
    const int own = m_reading.tree.sentenceOf(event.trigger);
    for (int s = 0; s < int(m_bySentence.size()); ++s) {
        for (const Placed &one : m_bySentence[size_t(s)]) {
            const bool same = s != own && one.predicate >= 0 && one.predicate != event.trigger &&
                              m_reading.annotation.lemma(one.predicate) == lemma &&
                              m_story.names(s, event.parties);
            const DateRange day = same ? place(one.expression, false) : DateRange();
            if (day.isValid() && day.first.daysTo(day.last) < longestWeek && day.first <= written &&
                day.first.daysTo(written) <= recent)
                return day;
        }
    }
    return std::nullopt;
}

/// Verbs whose day is only that of the telling.
bool ActionDates::tells(int verb) const
{
    return isOneOf(m_reading.annotation.lemma(verb),
                   {u"say", u"tell", u"report", u"announce", u"quote", u"add", u"state", u"confirm", u"claim",
                    u"declare", u"warn", u"write", u"acknowledge"});
}

/// The day that a sentence gives for a deed told as past; invalid where it only tells when somebody spoke.
DateRange ActionDates::dayOfDeed(int sentence) const
{
    for (const Placed &one : m_bySentence[size_t(sentence)]) {
        int verb = one.predicate;
        while (verb >= 0 && !m_clauses.isTag(verb, QLatin1StringView("VBD")) &&
               !m_clauses.isTag(verb, QLatin1StringView("VBN")))
            verb = m_reading.tree.head(verb) < 0 ? -1 : predicateOf(m_reading.tree.head(verb));
        const bool deed = verb >= 0 && m_reading.annotation.word(verb).upos == Upos::Verb && !tells(verb) &&
                          m_reading.quotedAt[size_t(one.head)] < 0 &&
                          !isBound(one, {verb, verb, false, false, {}});
        const DateRange day = deed ? place(one.expression, false) : DateRange();
        if (day.isValid() && day.first == day.last)
            return day;
    }
    return {};
}

/// "Rebels killed two, officials said on Tuesday. They stopped a bus on Monday night": what the opening
/// reports without a day of its own is of the day that the next two sentences tell of.
std::optional<DateRange> ActionDates::toldBelow(const Event &event) const
{
    constexpr int below = 2; ///< sentences
    const int own = m_reading.tree.sentenceOf(event.trigger);
    const QDate written = m_reading.analysis.published.date;
    if (event.ahead || event.verbal || !written.isValid() || own > m_story.lead() ||
        m_reading.quotedAt[size_t(event.trigger)] >= 0 || !isOfClause(event) || dayOfDeed(own).isValid())
        return std::nullopt;
    const int last = std::min(m_story.lead() + below, int(m_bySentence.size()) - 1);
    for (int s = m_story.lead(); s <= last; ++s) {
        const DateRange day = dayOfDeed(s);
        if (!day.isValid())
            continue;
        const bool same =
            std::ranges::any_of(event.parties, [&](ActorId a) { return m_story.names(s, {a}); });
        const bool near = day.last <= written && day.first.daysTo(written) <= longestWeek;
        return same && near ? std::optional(day) : std::nullopt;
    }
    return std::nullopt;
}

/// The verb itself, or a noun that it carries or in the course of which it happens: "at the start of a
/// visit".
bool ActionDates::isOfClause(const Event &event) const
{
    const auto &tree = m_reading.tree;
    int noun = event.trigger;
    if (m_reading.annotation.word(noun).upos == Upos::Verb || tree.head(noun) == event.predicate)
        return true;
    while (m_reading.annotation.word(noun).deprel == Deprel::Nmod && tree.head(noun) >= 0 &&
           isOneOf(m_reading.annotation.lemma(tree.head(noun)),
                   {u"start", u"beginning", u"outset", u"end", u"conclusion", u"course", u"sideline"}))
        noun = tree.head(noun);
    return noun != event.trigger && tree.head(noun) == event.predicate;
}

/// The day of the sentence before, which a clause told in the past goes on with.
std::optional<DateRange> ActionDates::toldBefore(const Event &event) const
{
    if (event.ahead || !isOfClause(event) || m_reading.quotedAt[size_t(event.trigger)] >= 0 ||
        !isPast(event.predicate) || !isMain(event.predicate))
        return std::nullopt;
    return m_story.goingOn(event.trigger, event.parties);
}

/// The day that the article reports, where the clause gives its deed as the day's news.
std::optional<DateRange> ActionDates::today(const Event &event) const
{
    const QDate news = m_story.news();
    if (!news.isValid() || event.ahead || !isNews(event.predicate))
        return std::nullopt;
    const bool heading =
        m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(event.trigger))].heading;
    const bool told =
        event.verbal || (isOfClause(event) && (opens(event.predicate) || isGoingOn(event.predicate)));
    if (heading || (told && isMain(event.predicate)))
        return DateRange{news, news, {}};
    return std::nullopt;
}

/// "Said on Tuesday he would press": the day of the telling, before what is planned.
bool ActionDates::isTold(const Placed &placed, const Event &event) const
{
    return placed.predicate >= 0 && placed.predicate < event.predicate && placed.head < event.predicate &&
           m_clauses.isTag(placed.predicate, QLatin1StringView("VBD"));
}

const ActionDates::Placed *ActionDates::named(const Event &event) const
{
    const Placed *best = nullptr;
    int nearest = far;
    for (const Placed &one : m_bySentence[size_t(m_reading.tree.sentenceOf(event.trigger))]) {
        const auto &when = one.expression;
        const bool passed = when.kind == DateExpression::Kind::Offset && when.amount > 0 && !event.ahead;
        if (passed || isBound(one, event)) // "the first strike in two years"
            continue;
        const int away = distance(one, event);
        if (away < nearest) {
            nearest = away;
            best = &one;
        }
    }
    return best;
}

std::optional<DateRange> ActionDates::of(const Event &event) const
{
    if (const Placed *best = named(event)) {
        DateRange range = place(best->expression, event.ahead && !isTold(*best, event));
        return range.isValid() ? std::optional(std::move(range)) : std::nullopt;
    }
    if (auto elsewhere = toldElsewhere(event))
        return elsewhere;
    if (auto below = toldBelow(event))
        return below;
    if (auto before = toldBefore(event))
        return before;
    return today(event);
}

} // namespace demarche::analysis
