#include "models/analysis/actiondates.h"

#include <algorithm>
#include <limits>

namespace demarche::analysis {

using language::Deprel;
using language::Upos;

namespace {

constexpr int far = std::numeric_limits<int>::max();
constexpr int longestPath = 30; ///< steps up a tree that is deeper only by error

} // namespace

ActionDates::ActionDates(const Reading &reading)
    : m_reading(reading)
    , m_clauses(reading)
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
}

int ActionDates::predicateOf(int token) const
{
    for (int step = 0; token >= 0 && step < longestPath; ++step) {
        const auto &word = m_reading.annotation.word(token);
        if (word.upos == Upos::Verb || word.head < 0 ||
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
        return c < clause && (lemma == u"when" || lemma == u"as" || lemma == u"while");
    });
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
    if (placed.predicate == event.predicate)
        return tree.dominates(event.trigger, placed.head) ? 1 : 2;
    // From the trigger's clause up: a joined, infinite or participle clause shares the day of the one above
    int clause = event.predicate;
    for (int step = 1; clause >= 0 && step < 5; ++step) {
        const auto &word = m_reading.annotation.word(clause);
        const bool shares = word.deprel == Deprel::Xcomp || word.deprel == Deprel::Conj ||
                            (word.deprel == Deprel::Advcl && sharesDay(clause));
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
    int told = 0;
    const auto &sentences = m_reading.annotation.document.sentences;
    for (int s = 0; s <= m_reading.tree.sentenceOf(token) && told <= opening; ++s) {
        constexpr int shortest = 8; // tokens: no heading, name or dateline
        told += !sentences[size_t(s)].heading &&
                sentences[size_t(s)].endToken - sentences[size_t(s)].firstToken >= shortest;
    }
    return told <= opening;
}

bool ActionDates::isNews(int predicate) const
{
    if (predicate < 0)
        return false;
    if (m_reading.tree.child(predicate, Deprel::Aux, u"have") >= 0)
        return opens(predicate);
    const int auxiliary = m_reading.tree.child(predicate, {Deprel::AuxPass, Deprel::Cop});
    const int finite = auxiliary >= 0 ? auxiliary : predicate;
    for (const auto *tag : {"VBD", "VBZ", "VBP"}) {
        if (m_clauses.isTag(finite, QLatin1StringView(tag)))
            return true;
    }
    return false;
}

/// The article's own day, where the clause gives its deed as the day's news.
std::optional<DateRange> ActionDates::today(const Event &event) const
{
    const QDate written = m_reading.analysis.published.date;
    if (!written.isValid() || event.ahead || !isNews(event.predicate))
        return std::nullopt;
    const bool heading =
        m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(event.trigger))].heading;
    const auto &word = m_reading.annotation.word(event.predicate);
    const bool main = word.head < 0 || word.deprel == Deprel::Parataxis || word.deprel == Deprel::Conj ||
                      word.deprel == Deprel::Ccomp;
    const bool deed = m_reading.annotation.word(event.trigger).upos == Upos::Verb ||
                      m_reading.annotation.word(event.trigger).head == event.predicate;
    if (heading || (main && (event.verbal || (deed && opens(event.predicate)))))
        return DateRange{written, written, {}};
    return std::nullopt;
}

/// "Said on Tuesday he would press": the day of the telling, before what is planned.
bool ActionDates::isTold(const Placed &placed, const Event &event) const
{
    return placed.predicate >= 0 && placed.predicate < event.predicate && placed.head < event.predicate &&
           m_clauses.isTag(placed.predicate, QLatin1StringView("VBD"));
}

std::optional<DateRange> ActionDates::of(const Event &event) const
{
    const Placed *best = nullptr;
    int nearest = far;
    for (const Placed &placed : m_bySentence[size_t(m_reading.tree.sentenceOf(event.trigger))]) {
        const auto &when = placed.expression;
        const bool passed = when.kind == DateExpression::Kind::Offset && when.amount > 0 && !event.ahead;
        if (passed || isBound(placed, event)) // "the first strike in two years"
            continue;
        const int away = distance(placed, event);
        if (away < nearest) {
            nearest = away;
            best = &placed;
        }
    }
    if (!best)
        return today(event);
    const bool ahead = event.ahead && !isTold(*best, event);
    DateRange range = resolve(best->expression, m_reading.analysis.published.date, ahead);
    if (!range.isValid())
        return std::nullopt;
    range.text = best->expression.span.of(m_reading.annotation.document.text).toString();
    return range;
}

} // namespace demarche::analysis
