#include "tests/example/example.h"

#include <random>

namespace demarche::example {

using namespace Qt::StringLiterals;
using namespace analysis;
using corpus::AnalysedArticle;

namespace {

/// The n-th place of some words in the article's text.
Span place(const AnalysedArticle &made, const QString &words, int nth = 0)
{
    qsizetype at = made.article.text.indexOf(words);
    for (; nth > 0 && at >= 0; --nth)
        at = made.article.text.indexOf(words, at + 1);
    Q_ASSERT(at >= 0);
    return {at, at + words.size()};
}

Actor actor(const AnalysedArticle &made, const QString &name, ActorKind kind, const QString &country,
            const QString &role, std::initializer_list<std::pair<QString, MentionForm>> mentions)
{
    Actor actor;
    actor.name = name;
    actor.kind = kind;
    actor.country = country;
    actor.role = role;
    actor.official = !role.isEmpty();
    actor.code = country + (role.isEmpty() ? QString() : u"GOV"_s);
    for (const auto &[words, form] : mentions)
        actor.mentions.push_back({place(made, words), form});
    std::ranges::sort(actor.mentions, {}, &Mention::span);
    return actor;
}

void addStances(Analysis &analysis)
{
    for (std::size_t i = 0; i < analysis.evidence.size(); ++i) {
        const Evidence &evidence = analysis.evidence[i];
        const auto same = [&](const Stance &s) {
            return s.country == evidence.country && s.target == evidence.target;
        };
        auto found = std::ranges::find_if(analysis.stances, same);
        if (found == analysis.stances.end())
            found = analysis.stances.insert(found, {evidence.country, evidence.target, evidence.value, {}});
        found->evidence.push_back(int(i));
    }
}

} // namespace

AnalysedArticle recall()
{
    AnalysedArticle made;
    corpus::Article &article = made.article;
    article.uri = u"example/recall.txt"_s;
    article.title = u"Norland recalls its envoy to Chile"_s;
    article.publisher = u"The Example Courier"_s;
    article.byline = QStringList{u"Ana Reyes"_s};
    article.published = {QDate(2023, 11, 1), DateBasis::Dateline};
    article.text = u"OSLO, Nov. 1 — Norway recalled its ambassador to Chile on Tuesday after a week of angry "
                   u"words between the "
                   "two governments.\n"
                   "“What was done is a grave mistake. We will not accept it,” President Gabriel Boric said "
                   "in Santiago, and he "
                   "added that his country “remains a friend” of the people of Norway.\n"
                   "Foreign Minister Espen Barth Eide said Chile had broken its word. He is expected to "
                   "visit Colombia next "
                   "week, where President Gustavo Petro praised Norway as a partner for peace.\n"
                   "Trade between the two countries has grown for ten years.\n"_s;
    Analysis &found = made.analysis;
    found.published = article.published;
    found.actors = {
        actor(made, u"Norway"_s, ActorKind::Country, u"NOR"_s, {},
              {{u"Norway"_s, MentionForm::Name}, {u"OSLO"_s, MentionForm::Metonym}}),
        actor(made, u"Chile"_s, ActorKind::Country, u"CHL"_s, {},
              {{u"Chile"_s, MentionForm::Name}, {u"his country"_s, MentionForm::Nominal}}),
        actor(made, u"Gabriel Boric"_s, ActorKind::Person, u"CHL"_s, u"president"_s,
              {{u"President Gabriel Boric"_s, MentionForm::Name}, {u"he added"_s, MentionForm::Pronoun}}),
        actor(made, u"Espen Barth Eide"_s, ActorKind::Person, u"NOR"_s, u"foreign minister"_s,
              {{u"Foreign Minister Espen Barth Eide"_s, MentionForm::Name}}),
        actor(made, u"Gustavo Petro"_s, ActorKind::Person, u"COL"_s, u"president"_s,
              {{u"President Gustavo Petro"_s, MentionForm::Name}}),
    };
    found.quotes = {
        {place(made, u"What was done is a grave mistake. We will not accept it,"_s),
         place(made, u"What was done is a grave mistake. We will not accept it,"_s),
         QuoteKind::Direct,
         2,
         place(made, u"said"_s),
         {0},
         -0.7},
        {place(made, u"remains a friend"_s),
         place(made, u"his country “remains a friend” of the people of Norway"_s),
         QuoteKind::Mixed,
         2,
         place(made, u"added"_s),
         {0},
         0.6},
        {place(made, u"Chile had broken its word"_s),
         place(made, u"Chile had broken its word"_s),
         QuoteKind::Indirect,
         3,
         place(made, u"said"_s, 1),
         {1},
         -0.5},
    };
    found.actions = {
        {place(made, u"Norway recalled its ambassador to Chile on Tuesday"_s),
         place(made, u"recalled"_s),
         {0},
         {1},
         u"161"_s,
         u"SANCTION"_s,
         -4.0,
         Realis::Actual,
         DateRange{QDate(2023, 10, 31), QDate(2023, 10, 31), u"on Tuesday"_s},
         -1},
        {place(made, u"He is expected to visit Colombia next week"_s),
         place(made, u"visit"_s),
         {3},
         {},
         u"042"_s,
         u"CONSULT"_s,
         1.9,
         Realis::Future,
         DateRange{QDate(2023, 11, 6), QDate(2023, 11, 12), u"next week"_s},
         -1},
        {place(made, u"President Gustavo Petro praised Norway"_s),
         place(made, u"praised"_s),
         {4},
         {0},
         u"051"_s,
         u"SUPPORT"_s,
         3.4,
         Realis::Actual,
         std::nullopt,
         -1},
    };
    using Kind = Evidence::Kind;
    found.evidence = {{Kind::Action, 0, u"NOR"_s, u"CHL"_s, -4.0, 1, QDate(2023, 10, 31)},
                      {Kind::Quote, 0, u"CHL"_s, u"NOR"_s, -7.0, 0.8, QDate(2023, 11, 1)},
                      {Kind::Quote, 1, u"CHL"_s, u"NOR"_s, 6.0, 0.8, QDate(2023, 11, 1)},
                      {Kind::Quote, 2, u"NOR"_s, u"CHL"_s, -5.0, 0.6, QDate(2023, 11, 1)},
                      {Kind::Action, 2, u"COL"_s, u"NOR"_s, 3.4, 1, QDate(2023, 11, 1)}};
    addStances(found);
    return made;
}

AnalysedArticle treaty()
{
    AnalysedArticle made;
    corpus::Article &article = made.article;
    article.uri = u"example/treaty.txt"_s;
    article.title = u"Peru and Norway sign a treaty on fish"_s;
    article.publisher = u"Example Wire"_s;
    article.published = {QDate(2024, 2, 14), DateBasis::Metadata};
    article.text = u"Peru signed a treaty on fishing with Norway in Lima on Wednesday.\n"
                   "A spokesman called it <b>a good day</b> & a start.\n"_s;
    Analysis &found = made.analysis;
    found.published = article.published;
    found.actors = {
        actor(made, u"Peru"_s, ActorKind::Country, u"PER"_s, {}, {{u"Peru"_s, MentionForm::Name}}),
        actor(made, u"Norway"_s, ActorKind::Country, u"NOR"_s, {}, {{u"Norway"_s, MentionForm::Name}})};
    found.actions = {{place(made, u"Peru signed a treaty on fishing with Norway"_s),
                      place(made, u"signed"_s),
                      {0},
                      {1},
                      u"057"_s,
                      u"COOPERATE"_s,
                      8.0,
                      Realis::Actual,
                      DateRange{QDate(2024, 2, 14), QDate(2024, 2, 14), u"on Wednesday"_s},
                      -1}};
    found.evidence = {{Evidence::Kind::Action, 0, u"PER"_s, u"NOR"_s, 8.0, 1, QDate(2024, 2, 14)}};
    addStances(found);
    return made;
}

std::vector<AnalysedArticle> many(int count)
{
    struct State
    {
        QString name;
        QString iso3;
    };
    static const std::array<State, 8> states{{{u"Norway"_s, u"NOR"_s},
                                              {u"Chile"_s, u"CHL"_s},
                                              {u"Peru"_s, u"PER"_s},
                                              {u"Brazil"_s, u"BRA"_s},
                                              {u"France"_s, u"FRA"_s},
                                              {u"Kenya"_s, u"KEN"_s},
                                              {u"India"_s, u"IND"_s},
                                              {u"Japan"_s, u"JPN"_s}}};
    static const std::array<std::pair<QString, double>, 4> acts{
        {{u"praised"_s, 3.4}, {u"criticised"_s, -2.0}, {u"sanctioned"_s, -6.5}, {u"aided"_s, 7.0}}};
    std::mt19937 random(7);
    const auto pick = [&](std::size_t size) { return std::size_t(random() % size); };
    std::vector<AnalysedArticle> all;
    for (int i = 0; i < count; ++i) {
        AnalysedArticle made;
        const State &who = states[pick(states.size())];
        const State &whom = states[pick(3) == 0 ? pick(states.size()) : 0];
        const auto &[verb, value] = acts[pick(acts.size())];
        made.article.uri = u"example/many/%1.txt"_s.arg(i);
        made.article.title = u"%1 %2 %3 in matter %4"_s.arg(who.name, verb, whom.name).arg(i);
        made.article.publisher = u"Paper %1"_s.arg(pick(12));
        made.article.published = {QDate(2023, 1, 1).addDays(int(pick(540))), DateBasis::Metadata};
        made.article.text = u"Report %4. %1 %2 %3 over matter %4, the Example Wire has learnt.\n"_s
                                .arg(who.name, verb, whom.name)
                                .arg(i);
        made.analysis.published = made.article.published;
        if (who.iso3 != whom.iso3) {
            made.analysis.actors = {
                actor(made, who.name, ActorKind::Country, who.iso3, {}, {{who.name, MentionForm::Name}}),
                actor(made, whom.name, ActorKind::Country, whom.iso3, {}, {{whom.name, MentionForm::Name}})};
            made.analysis.actions = {{place(made, u"%1 %2 %3"_s.arg(who.name, verb, whom.name)),
                                      place(made, verb),
                                      {0},
                                      {1},
                                      value > 0 ? u"051"_s : u"111"_s,
                                      value > 0 ? u"SUPPORT"_s : u"ACCUSE"_s,
                                      value,
                                      Realis::Actual,
                                      std::nullopt,
                                      -1}};
            made.analysis.evidence = {
                {Evidence::Kind::Action, 0, who.iso3, whom.iso3, value, 1, made.article.published.date}};
            addStances(made.analysis);
        }
        all.push_back(std::move(made));
    }
    return all;
}

} // namespace demarche::example
