#include "models/analysis/polarity.h"
#include "models/analysis/stances.h"

#include <algorithm>
#include <array>
#include <set>

namespace demarche::analysis {

using namespace Qt::StringLiterals;

namespace {

/// Values nearer to 0 say nothing of a stance.
constexpr double faint = 0.5;
/// From the polarity of words, -1 … 1, to the scale of stances.
constexpr double fullPolarity = 10;

/// The state that an actor speaks or stands for; empty for those who stand for none, rebels with an office of
/// their own among them.
QString state(const Actor &actor)
{
    const QStringView role =
        QStringView(actor.code).mid(actor.code.startsWith(actor.country) ? actor.country.size() : 0).left(3);
    if (role == u"REB" || role == u"SEP" || role == u"UAF")
        return {};
    const bool speaks = actor.kind == ActorKind::Country || actor.kind == ActorKind::Place || actor.official;
    return speaks ? actor.country : QString();
}

/// A paper or station of the state, as its name says: what it demands or condemns is what its government
/// means; what it only reports is not.
bool isOfficialVoice(const Actor &actor, QStringView code)
{
    constexpr std::array roots{u"10", u"11", u"12", u"13"};
    const bool judges =
        std::ranges::any_of(roots, [&](const char16_t *root) { return code.startsWith(QStringView(root)); });
    if (!judges || !actor.code.endsWith("MED"_L1))
        return false;
    const QStringList words = actor.name.toLower().split(u' ');
    return words.contains("government"_L1) || words.contains("official"_L1) || words.contains("state"_L1) ||
           words.contains("state-run"_L1);
}

/// As a target: the state, or the name of one who stands for none.
QString name(const Actor &actor)
{
    const QString of = state(actor);
    return of.isEmpty() ? actor.name : of;
}

/// Deeds done together: each side's stance toward the other.
bool isMutual(QStringView code)
{
    constexpr std::array roots{u"04", u"057", u"06", u"0871", u"036"};
    return std::ranges::any_of(roots,
                               [&](const char16_t *root) { return code.startsWith(QStringView(root)); }) &&
           code != u"042" && code != u"043";
}

/// An appeal to change course is neither friendly nor hostile; one for help or support is friendly.
bool isIndifferent(QStringView code)
{
    return code.startsWith(u"01") || code == u"02" || code == u"020" || code.startsWith(u"024") ||
           code.startsWith(u"025");
}

class Gatherer
{
public:
    Gatherer(Reading &reading, const Parties &parties)
        : m_reading(reading)
        , m_analysis(reading.analysis)
        , m_parties(parties)
    {
    }

    void gather()
    {
        for (size_t q = 0; q < m_analysis.quotes.size(); ++q)
            addQuote(int(q));
        for (size_t a = 0; a < m_analysis.actions.size(); ++a)
            addAction(int(a));
        m_analysis.stances = stancesOf(m_analysis.evidence, m_analysis.published.date);
    }

private:
    void add(Evidence::Kind kind, int finding, ActorId source, ActorId target, double value, double weight,
             QDate day)
    {
        add(kind, finding, state(m_analysis.actors[size_t(source)]), target, value, weight, day);
    }

    void add(Evidence::Kind kind, int finding, const QString &country, ActorId target, double value,
             double weight, QDate day)
    {
        const QString toward = name(m_analysis.actors[size_t(target)]);
        if (country.isEmpty() || toward.isEmpty() || country == toward || std::abs(value) < faint ||
            weight <= 0)
            return;
        const auto &all = m_analysis.evidence;
        bool known = false; // pieces of one finding stand together
        for (auto e = all.rbegin(); e != all.rend() && e->kind == kind && e->finding == finding; ++e)
            known = known || (e->country == country && e->target == toward);
        if (!known)
            m_analysis.evidence.push_back({kind, finding, country, toward, value, weight, day});
    }

    void addQuote(int index)
    {
        const Quote &quote = m_analysis.quotes[size_t(index)];
        if (quote.speaker < 0)
            return;
        const Span content = quote.content.isEmpty() ? quote.span : quote.content;
        for (const ActorId about : quote.about) {
            const double value = polarity(m_reading, m_parties, content, about);
            add(Evidence::Kind::Quote, index, quote.speaker, about, fullPolarity * value, wordsWeight,
                m_analysis.published.date);
        }
        const bool counted = !m_analysis.evidence.empty() &&
                             m_analysis.evidence.back().kind == Evidence::Kind::Quote &&
                             m_analysis.evidence.back().finding == index;
        const Span told = quote.cue.isEmpty() ? quote.span : quote.cue; // what evaluations call their trigger
        if (counted)
            m_counted.insert({told, {std::min(told.begin, content.begin), std::max(told.end, content.end)}});
    }

    /// Whether an action is only what a quote says, which is evidence already.
    bool restatesQuote(const Action &action) const
    {
        return m_counted.contains({action.trigger, action.span});
    }

    void addAction(int index)
    {
        const Action &action = m_analysis.actions[size_t(index)];
        if (isIndifferent(action.cameo) || restatesQuote(action))
            return;
        const double weight = intensity(action.goldstein) * certainty(action.realis);
        const QDate day = action.date ? action.date->last : m_analysis.published.date;
        for (const ActorId source : action.source) {
            for (const ActorId target : action.target) {
                const Actor &doer = m_analysis.actors[size_t(source)];
                add(Evidence::Kind::Action, index,
                    isOfficialVoice(doer, action.cameo) ? doer.country : state(doer), target,
                    action.goldstein, weight, day);
                if (isMutual(action.cameo))
                    add(Evidence::Kind::Action, index, target, source, action.goldstein, weight, day);
            }
        }
    }

    Reading &m_reading;
    Analysis &m_analysis;
    const Parties &m_parties;
    std::set<std::pair<Span, Span>> m_counted; ///< cue and extent of the quotes that are evidence
};

} // namespace

void findStances(Reading &reading)
{
    if (const auto &patterns = knowledge::Patterns::shipped())
        Gatherer(reading, Parties(reading, *patterns)).gather();
}

} // namespace demarche::analysis
