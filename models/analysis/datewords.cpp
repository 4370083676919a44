#include "models/analysis/datewords.h"

#include <QHash>

namespace demarche::analysis {

int weekdayOf(QStringView word)
{
    static const QHash<QStringView, int> days{
        {u"monday", 1},   {u"tuesday", 2}, {u"wednesday", 3}, {u"thursday", 4}, {u"friday", 5},
        {u"saturday", 6}, {u"sunday", 7},  {u"mon", 1},       {u"tue", 2},      {u"tues", 2},
        {u"wed", 3},      {u"thu", 4},     {u"thur", 4},      {u"thurs", 4},    {u"fri", 5},
        {u"sat", 6},      {u"sun", 7}};
    return days.value(word, 0);
}

int numberOf(QStringView word)
{
    static const QHash<QStringView, int> numbers{{u"a", 1},       {u"an", 1},     {u"one", 1},  {u"two", 2},
                                                 {u"three", 3},   {u"four", 4},   {u"five", 5}, {u"six", 6},
                                                 {u"seven", 7},   {u"eight", 8},  {u"nine", 9}, {u"ten", 10},
                                                 {u"eleven", 11}, {u"twelve", 12}};
    bool numeric = false;
    const int value = word.toInt(&numeric);
    return numeric && value > 0 && value < 1000 ? value : numbers.value(word, 0);
}

std::optional<DateExpression::Unit> unitOf(QStringView word)
{
    using Unit = DateExpression::Unit;
    static const QHash<QStringView, Unit> units{
        {u"day", Unit::Day},     {u"days", Unit::Day},     {u"week", Unit::Week}, {u"weeks", Unit::Week},
        {u"month", Unit::Month}, {u"months", Unit::Month}, {u"year", Unit::Year}, {u"years", Unit::Year}};
    const auto at = units.constFind(word);
    return at == units.cend() ? std::nullopt : std::optional(*at);
}

bool isWeekdayName(QStringView word)
{
    constexpr qsizetype shortest = 6; // "Monday"; what is shorter is an abbreviation
    return word.size() >= shortest && weekdayOf(word.toString().toLower()) > 0;
}

int monthOf(QStringView word)
{
    static const QHash<QStringView, int> months{
        {u"january", 1},   {u"february", 2},  {u"march", 3},  {u"april", 4},     {u"may", 5},
        {u"june", 6},      {u"july", 7},      {u"august", 8}, {u"september", 9}, {u"october", 10},
        {u"november", 11}, {u"december", 12}, {u"jan", 1},    {u"feb", 2},       {u"mar", 3},
        {u"apr", 4},       {u"jun", 6},       {u"jul", 7},    {u"aug", 8},       {u"sep", 9},
        {u"sept", 9},      {u"oct", 10},      {u"nov", 11},   {u"dec", 12}};
    return months.value(word, 0);
}

} // namespace demarche::analysis
