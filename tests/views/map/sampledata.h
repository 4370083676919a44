#pragma once

#include "models/charts/series.h"

/// Stances made up for the tests of map, timeline and pictures; they say nothing of the world.
namespace demarche::sample {

/// Twenty-odd countries with scores over the whole scale, some of them small states, toward `target`.
inline charts::MapData map(const QString &target = QStringLiteral("ISR"),
                           const QString &name = QStringLiteral("Israel"))
{
    using namespace Qt::StringLiterals;
    charts::MapData data;
    data.target = target;
    data.targetName = name;
    const std::vector<std::pair<QString, double>> scores{
        {u"COL"_s, -8.2}, {u"CHL"_s, -5.6}, {u"BOL"_s, -9.4}, {u"BRA"_s, -4.1}, {u"ARG"_s, 6.3},
        {u"USA"_s, 7.5},  {u"CAN"_s, 3.2},  {u"GBR"_s, 4.4},  {u"FRA"_s, 0.4},  {u"DEU"_s, 5.8},
        {u"ESP"_s, -4.8}, {u"IRL"_s, -5.2}, {u"NOR"_s, -2.0}, {u"TUR"_s, -7.7}, {u"IRN"_s, -9.8},
        {u"JOR"_s, -5.0}, {u"EGY"_s, -3.3}, {u"ZAF"_s, -6.9}, {u"IND"_s, 2.6},  {u"CHN"_s, -2.9},
        {u"RUS"_s, -3.6}, {u"AUS"_s, 3.9},  {u"JPN"_s, 1.1},  {u"MLT"_s, -1.4}, {u"SGP"_s, 0.0},
        {u"BHR"_s, -4.3}, {u"FJI"_s, 3.0},  {u"NRU"_s, 2.2},  {u"GTM"_s, 5.1},  {u"UKR"_s, 2.0}};
    int n = 0;
    for (const auto &[iso3, score] : scores) {
        charts::CountryStance stance{iso3, score, 1 + n % 7, 1 + n % 4, {}};
        for (int week = 0; week < 12; ++week)
            stance.history.push_back(
                {QDate(2023, 10, 2).addDays(7 * week), score * (0.5 + ((week * 7 + n) % 10) / 20.0), 1});
        data.countries.push_back(stance);
        ++n;
    }
    return data;
}

} // namespace demarche::sample
