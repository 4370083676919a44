#pragma once

#include "models/charts/series.h"

#include <algorithm>

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
    data.first = QDate(2023, 10, 2);
    data.last = QDate(2024, 6, 30);
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

/// Weekly lines over October 2023 to June 2024 with gaps, a lone point, volume and four grave actions.
inline charts::TimelineData timeline(int lines = 5, int weeks = 39)
{
    using namespace Qt::StringLiterals;
    const std::vector<std::pair<QString, QString>> names{
        {u"COL"_s, u"Colombia"_s}, {u"USA"_s, u"United States"_s}, {u"ZAF"_s, u"South Africa"_s},
        {u"DEU"_s, u"Germany"_s},  {u"CHL"_s, u"Chile"_s},         {u"TUR"_s, u"Türkiye"_s},
        {u"BRA"_s, u"Brazil"_s},   {u"IND"_s, u"India"_s},         {u"GBR"_s, u"United Kingdom"_s},
        {u"FRA"_s, u"France"_s},   {u"EGY"_s, u"Egypt"_s},         {u"ATG"_s, u"Antigua and Barbuda"_s}};
    const QDate begin(2023, 10, 2);
    charts::TimelineData data{
        u"ISR"_s, u"Israel"_s, charts::Period::Week, begin, begin.addDays(7 * weeks - 1), {}, {}, 0, {}};
    for (int line = 0; line < lines; ++line) {
        const auto &[iso3, name] = names[static_cast<std::size_t>(line) % names.size()];
        charts::StanceSeries series{iso3, name, {}};
        for (int week = 0; week < weeks; ++week) {
            if (line == 4 ? week != 11 : (week * (line + 3)) % 7 < 2)
                continue;
            const double course = 7.0 * ((line * 37 + 5) % 11 - 5) / 5.0;
            const double wave = ((week * 13 + line * 5) % 9 - 4) * 0.45;
            series.points.push_back(
                {begin.addDays(7 * week), std::clamp(course + wave, -10.0, 10.0), 1 + week % 4});
        }
        data.series.push_back(series);
    }
    for (int week = 0; week < weeks; ++week)
        data.volume.push_back({begin.addDays(7 * week), 3 + (week * 29) % 17});
    data.marks = {{QDate(2023, 10, 31), -9.0, u"Bolivia → Israel: cut relations"_s, 4, 1},
                  {QDate(2023, 12, 29), -6.5, u"South Africa → Israel: brought a case"_s, 9, 0},
                  {QDate(2024, 2, 8), 6.0, u"Argentina → Israel: announced the move of its embassy"_s, 12, 2},
                  {QDate(2024, 5, 1), -8.0, u"Colombia → Israel: broke off relations"_s, 20, 1}};
    return data;
}

} // namespace demarche::sample
