#pragma once

#include "models/corpus/store.h"

/// Articles with findings made for tests: no analysis is run.
namespace demarche::corpus {

/// "Norland recalls its envoy from Sudria" number `n`: two countries, one quote, one action, one piece of
/// evidence.
inline AnalysedArticle madeArticle(int n, const QDate &day = QDate(2024, 3, 5))
{
    using namespace Qt::StringLiterals;
    AnalysedArticle made;
    Article &article = made.article;
    article.uri = u"made/%1.txt"_s.arg(n);
    article.title = u"Norland recalls envoy %1"_s.arg(n);
    article.text =
        u"Norland recalled its envoy from Sudria. \"Enough,\" Ida Holm said. Report number %1 of that day, "
        "written for a test of the store and nothing else whatever, so that it has some words more."_s.arg(n);
    article.byline = QStringList{u"Ana Ruiz"_s, u"Tom Vale"_s};
    article.publisher = n % 2 == 0 ? u"The Harbour Post"_s : u"NNA"_s;
    article.published = {day, analysis::DateBasis::Metadata};
    analysis::Analysis &found = made.analysis;
    found.published = article.published;
    found.sentences = {{0, 39}, {40, 64}};
    found.actors = {
        {u"Norland"_s, analysis::ActorKind::Country, u"NOR"_s, {}, true, u"NOR"_s, {{{0, 7}, {}, 0}}},
        {u"Sudria"_s, analysis::ActorKind::Country, u"SDN"_s, {}, true, u"SDN"_s, {{{32, 38}, {}, 6}}},
        {u"Ida Holm"_s,
         analysis::ActorKind::Person,
         u"NOR"_s,
         u"minister"_s,
         true,
         u"NORGOV"_s,
         {{{50, 58}, {}, 11}, {{50, 53}, analysis::MentionForm::Nominal, 11}}}};
    found.quotes = {{{41, 48}, {41, 48}, analysis::QuoteKind::Direct, 2, {59, 63}, {1}, -0.5}};
    analysis::Action action;
    action.span = {0, 38};
    action.trigger = {8, 16};
    action.source = {0};
    action.target = {1};
    action.cameo = u"161"_s;
    action.plover = u"SANCTION"_s;
    action.goldstein = -4;
    action.date = analysis::DateRange{day, day.addDays(1), u"Monday"_s};
    found.actions = {action};
    found.evidence = {{analysis::Evidence::Kind::Action, 0, u"NOR"_s, u"SDN"_s, -4, 1.5, day}};
    found.stances = {{u"NOR"_s, u"SDN"_s, -3.25, {0}}};
    found.warnings = QStringList{u"made"_s};
    return made;
}

} // namespace demarche::corpus
