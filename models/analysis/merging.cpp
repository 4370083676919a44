#include "models/analysis/merging.h"

#include "models/analysis/oneof.h"

#include <algorithm>

namespace demarche::analysis {

namespace {

int days(const std::optional<DateRange> &date)
{
    return date ? int(date->first.daysTo(date->last)) : -1;
}

bool agree(const std::optional<DateRange> &one, const std::optional<DateRange> &other)
{
    return !one || !other || (one->first <= other->last && other->first <= one->last);
}

class Merger
{
public:
    Merger(const Reading &reading, const Parties &parties)
        : m_reading(reading)
        , m_parties(parties)
    {
    }

    std::vector<Action> merge(std::vector<FoundAction> actions) const
    {
        std::ranges::stable_sort(actions, [](const FoundAction &a, const FoundAction &b) {
            return a.action.trigger < b.action.trigger;
        });
        takeUp(actions);
        std::vector<FoundAction> kept;
        for (FoundAction &found : actions) {
            const auto same =
                std::ranges::find_if(kept, [&](const FoundAction &k) { return isSame(k, found); });
            if (same == kept.end())
                kept.push_back(std::move(found));
            else
                improve(same->action, found.action);
        }
        std::vector<Action> merged;
        for (FoundAction &found : kept) {
            Action &action = found.action; // the clause holds its trigger, also a cue beside what it brings
            action.span.begin = std::min(action.span.begin, action.trigger.begin);
            action.span.end = std::max(action.span.end, action.trigger.end);
            merged.push_back(std::move(action));
        }
        inheritPlans(merged);
        return merged;
    }

private:
    /// The same actor, or a state and one who speaks for it.
    bool alike(ActorId one, ActorId other) const
    {
        if (one == other)
            return true;
        const Actor &a = m_reading.analysis.actors[size_t(one)];
        const Actor &b = m_reading.analysis.actors[size_t(other)];
        const bool state = a.kind == ActorKind::Country || b.kind == ActorKind::Country;
        return state && !a.country.isEmpty() && a.country == b.country;
    }

    bool alike(const std::vector<ActorId> &one, const std::vector<ActorId> &other) const
    {
        return one.size() == other.size() && std::ranges::all_of(other, [&](ActorId b) {
                   return std::ranges::any_of(one, [&](ActorId a) { return alike(a, b); });
               });
    }

    /// The same actors do the same kind of thing, or their states the very same thing: a minister's visit is
    /// not his meeting with the president there.
    bool isSame(const FoundAction &found, const FoundAction &again) const
    {
        const Action &one = found.action;
        const Action &other = again.action;
        if (QStringView(one.cameo).left(2) != QStringView(other.cameo).left(2) ||
            one.realis != other.realis || !agree(one.date, other.date))
            return false;
        const bool plans = !found.deed.isEmpty() && !again.deed.isEmpty() &&
                           found.deed.left(2) != again.deed.left(2); // a visit planned, and a treaty
        if (plans)
            return false;
        if (one.source == other.source && one.target == other.target)
            return true;
        const bool same = found.deed == again.deed || found.deed.isEmpty() || again.deed.isEmpty();
        return same && alike(one.source, other.source) && alike(one.target, other.target);
    }

    static void improve(Action &kept, const Action &again)
    {
        const int exact = days(again.date);
        if (exact >= 0 && (!kept.date || exact < days(kept.date)))
            kept.date = again.date;
    }

    /// "The talks", "his visit", after the two were told to have met on Monday: of that day.
    void takeUp(std::vector<FoundAction> &actions) const
    {
        for (size_t later = 1; later < actions.size(); ++later) {
            Action &again = actions[later].action;
            if (again.date || again.realis != Realis::Actual || !isMeeting(again) || !isTakenUp(again))
                continue;
            for (size_t before = 0; before < later && !again.date; ++before) {
                const Action &told = actions[before].action;
                if (told.date && told.realis == Realis::Actual && isMeeting(told) && sides(told, again))
                    again.date = told.date;
            }
        }
    }

    static bool isMeeting(const Action &action) { return action.cameo.startsWith(u"04"); }

    /// A noun that means the one told of: "the talks", "Kenya's visit"; not "talks", "a visit", "the last
    /// one".
    bool isTakenUp(const Action &action) const
    {
        const int noun = m_reading.tree.tokenAt(action.trigger.begin);
        if (m_reading.annotation.word(noun).upos != language::Upos::Noun)
            return false;
        const bool other = std::ranges::any_of(m_reading.tree.children(noun), [&](int c) {
            return isOneOf(m_reading.annotation.lemma(c),
                           {u"last", u"previous", u"earlier", u"past", u"next", u"second", u"third", u"new",
                            u"another", u"further", u"similar", u"future", u"recent", u"annual"});
        });
        return !other && (m_reading.tree.child(noun, {language::Deprel::NmodPoss}) >= 0 ||
                          m_reading.tree.child(noun, language::Deprel::Det, u"the") >= 0);
    }

    void inheritPlans(std::vector<Action> &actions) const
    {
        for (Action &plan : actions) {
            if (plan.realis != Realis::Future || plan.date)
                continue;
            for (const Action &other : actions) {
                const bool fits = other.realis == Realis::Future && other.date &&
                                  other.trigger < plan.trigger && sides(other, plan);
                if (fits)
                    plan.date = DateRange{other.date->first, other.date->last, {}};
            }
        }
    }

    bool sides(const Action &one, const Action &other) const
    {
        const auto meet = [&](const std::vector<ActorId> &a, const std::vector<ActorId> &b) {
            return std::ranges::any_of(a, [&](ActorId x) {
                return std::ranges::any_of(b, [&](ActorId y) { return m_parties.sameSide(x, y); });
            });
        };
        return (meet(one.source, other.source) && meet(one.target, other.target)) ||
               (meet(one.source, other.target) && meet(one.target, other.source));
    }

    const Reading &m_reading;
    const Parties &m_parties;
};

} // namespace

std::vector<Action> merged(const Reading &reading, const Parties &parties, std::vector<FoundAction> actions)
{
    return Merger(reading, parties).merge(std::move(actions));
}

} // namespace demarche::analysis
