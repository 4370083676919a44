#include "models/analysis/dates.h"

#include <QHash>

#include <optional>

namespace demarche::analysis {

using Kind = DateExpression::Kind;
using Part = DateExpression::Part;
using Unit = DateExpression::Unit;
using Which = DateExpression::Which;

namespace {

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

std::optional<Unit> unitOf(QStringView word)
{
    static const QHash<QStringView, Unit> units{
        {u"day", Unit::Day},     {u"days", Unit::Day},     {u"week", Unit::Week}, {u"weeks", Unit::Week},
        {u"month", Unit::Month}, {u"months", Unit::Month}, {u"year", Unit::Year}, {u"years", Unit::Year}};
    const auto at = units.constFind(word);
    return at == units.cend() ? std::nullopt : std::optional(*at);
}

/// Reads expressions out of one sentence's words, one place at a time.
class Reader
{
public:
    Reader(const text::Document &document, const text::Sentence &sentence)
        : m_document(document)
        , m_sentence(sentence)
    {
        m_words.reserve(size_t(sentence.size()));
        for (int t = sentence.firstToken; t < sentence.endToken; ++t) {
            QString word = document.form(t).toString().toLower();
            if (word.size() > 1 && word.endsWith(u'.'))
                word.chop(1);
            m_words.push_back(std::move(word));
        }
    }

    std::vector<DateExpression> all()
    {
        std::vector<DateExpression> found;
        for (int at = 0; at < int(m_words.size());) {
            const int end = read(at);
            if (end > at) {
                finish(at, end);
                found.push_back(m_made);
                at = end;
            } else {
                ++at;
            }
        }
        return found;
    }

private:
    [[nodiscard]] QStringView word(int at) const
    {
        return at >= 0 && at < int(m_words.size()) ? QStringView(m_words[size_t(at)]) : QStringView();
    }
    [[nodiscard]] bool is(int at, std::initializer_list<QStringView> words) const
    {
        return std::find(words.begin(), words.end(), word(at)) != words.end();
    }
    /// Names of days and months are capitalised: "may", "sun", "march" are not dates.
    [[nodiscard]] bool capital(int at) const
    {
        return m_document.form(m_sentence.firstToken + at).at(0).isUpper();
    }
    [[nodiscard]] int month(int at) const
    {
        const int found = word(at).isEmpty() || !capital(at) ? 0 : monthOf(word(at));
        return found == 5 && at == 0 && !numberAt(at + 1) ? 0 : found; // "May we …"
    }
    [[nodiscard]] int weekday(int at) const
    {
        return word(at).isEmpty() || !capital(at) ? 0 : weekdayOf(word(at));
    }
    /// A day of the month: "7", "7th"; 0 for none.
    [[nodiscard]] int numberAt(int at) const
    {
        QStringView digits = word(at);
        if (digits.size() > 2 && !digits.back().isDigit())
            digits.chop(2);
        bool numeric = false;
        const int value = digits.toInt(&numeric);
        return numeric && value >= 1 && value <= 31 && digits.size() <= 2 ? value : 0;
    }
    [[nodiscard]] int yearAt(int at) const
    {
        bool numeric = false;
        const int value = word(at).toInt(&numeric);
        return numeric && word(at).size() == 4 && value >= 1900 && value < 2100 ? value : 0;
    }
    /// Reads ", 1994" or "1994" into the expression.
    int readYear(int at)
    {
        const int comma = word(at) == u"," ? at + 1 : at;
        m_made.year = yearAt(comma);
        return m_made.year ? comma + 1 : at;
    }
    int make(Kind kind, int end)
    {
        m_made.kind = kind;
        return end;
    }

    int read(int at)
    {
        m_made = {};
        for (auto reader : {&Reader::readIso, &Reader::readMonth, &Reader::readDayMonth, &Reader::readWeekday,
                            &Reader::readNear, &Reader::readCalendar, &Reader::readAgo, &Reader::readDecade,
                            &Reader::readYearAlone}) {
            const DateExpression before = m_made;
            if (const int end = (this->*reader)(at); end > at)
                return end;
            m_made = before;
        }
        return at;
    }

    int readIso(int at)
    {
        const QStringView w = word(at);
        if (w.size() != 10 || w[4] != u'-' || w[7] != u'-')
            return at;
        m_made.day = QDate::fromString(w.toString(), Qt::ISODate);
        return m_made.day.isValid() ? make(Kind::Day, at + 1) : at;
    }

    /// "October", "Oct. 7", "September 2 to 4", "May 1, 2024", "mid-March"
    int readMonth(int at)
    {
        const int found = month(at);
        if (!found)
            return at;
        m_made.month = found;
        int end = at + 1;
        if (word(end) == u"of")
            return make(Kind::Month, readYear(end + 1) > end + 1 ? end + 2 : end);
        if (!numberAt(end))
            return make(Kind::Month, readYear(end));
        m_made.first = m_made.last = numberAt(end++);
        if (is(end, {u"-", u"–", u"to", u"and", u"through"}) && numberAt(end + 1) > m_made.first) {
            m_made.last = numberAt(end + 1);
            end += 2;
        }
        return make(Kind::MonthDay, readYear(end));
    }

    /// "7 October", "the 7th of October 2023", "2-4 September"
    int readDayMonth(int at)
    {
        int end = at;
        if (!numberAt(end))
            return at;
        m_made.first = m_made.last = numberAt(end++);
        if (is(end, {u"-", u"–", u"to", u"and"}) && numberAt(end + 1) > m_made.first) {
            m_made.last = numberAt(end + 1);
            end += 2;
        }
        if (word(end) == u"of")
            ++end;
        m_made.month = month(end);
        return m_made.month ? make(Kind::MonthDay, readYear(end + 1)) : at;
    }

    int readWeekday(int at)
    {
        m_made.weekday = weekday(at);
        if (!m_made.weekday)
            return at;
        // "Wednesday, May 1": the fuller date counts
        const int after = word(at + 1) == u"," ? at + 2 : at + 1;
        if (month(after) && numberAt(after + 1))
            return readMonth(after);
        if (numberAt(after) && month(after + 1))
            return readDayMonth(after);
        return make(Kind::Weekday, at + 1);
    }

    int readNear(int at)
    {
        m_made.unit = Unit::Day;
        if (is(at, {u"today", u"tonight"}) || (word(at) == u"just" && word(at + 1) == u"now"))
            return make(Kind::Offset, word(at) == u"just" ? at + 2 : at + 1);
        if (is(at, {u"this"}) && is(at + 1, {u"morning", u"afternoon", u"evening"}))
            return make(Kind::Offset, at + 2);
        if (is(at, {u"later", u"earlier"}) && word(at + 1) == u"in" && word(at + 2) == u"the" &&
            word(at + 3) == u"day")
            return make(Kind::Offset, at + 4);
        m_made.amount = word(at) == u"yesterday" ? -1 : word(at) == u"tomorrow" ? 1 : 0;
        return m_made.amount ? make(Kind::Offset, at + 1) : at;
    }

    /// "last week", "next month", "this weekend", and "last December", "next May"
    int readCalendar(int at)
    {
        m_made.which = is(at, {u"last", u"past", u"previous"}) ? Which::Last
                       : is(at, {u"this", u"current"})         ? Which::This
                       : is(at, {u"next", u"coming"})          ? Which::Next
                                                               : Which::Open;
        if (m_made.which == Which::Open)
            return at;
        if (const int day = weekday(at + 1)) {
            m_made.weekday = day;
            return make(Kind::Weekday, at + 2);
        }
        if (month(at + 1)) {
            m_made.month = month(at + 1);
            return make(Kind::Month, at + 2);
        }
        if (word(at + 1) == u"weekend")
            return make(Kind::Weekend, at + 2);
        const auto unit = unitOf(word(at + 1));
        if (!unit || *unit == Unit::Day || word(at + 1).endsWith(u's'))
            return at;
        return make(*unit == Unit::Week    ? Kind::Week
                    : *unit == Unit::Month ? Kind::CalendarMonth
                                           : Kind::CalendarYear,
                    at + 2);
    }

    /// "two weeks ago", "in three days"
    int readAgo(int at)
    {
        const bool ahead = word(at) == u"in" || word(at) == u"within";
        const int from = ahead ? at + 1 : at;
        if (ahead ? word(from) == u"a" : word(from + 2) != u"ago")
            return at;
        const int amount = numberOf(word(from));
        const auto unit = unitOf(word(from + 1));
        if (!amount || !unit)
            return at;
        m_made.amount = ahead ? amount : -amount;
        m_made.unit = *unit;
        return make(Kind::Offset, from + (ahead ? 2 : 3));
    }

    /// "the 1980s"
    int readDecade(int at)
    {
        QStringView digits = word(at);
        if (digits.size() < 3 || !digits.endsWith(u"0s") || word(at - 1) != u"the")
            return at;
        digits.chop(1);
        bool numeric = false;
        const int year = digits.toInt(&numeric);
        m_made.year = digits.size() == 4 ? year : 0;
        return numeric && m_made.year >= 1900 && m_made.year < 2100 ? make(Kind::Decade, at + 1) : at;
    }

    /// "its 1990 invasion": a year that tells which deed is meant.
    [[nodiscard]] bool tellsWhich(int at) const
    {
        const bool before = is(at - 1, {u"the", u"a", u"an", u"its", u"his", u"her", u"their", u"'s", u"’s"});
        return before && !word(at + 1).isEmpty() && word(at + 1).front().isLetter() &&
               !is(at + 1, {u"and", u"or", u"to", u"of", u"in"});
    }

    int readYearAlone(int at)
    {
        m_made.year = yearAt(at);
        const bool led =
            is(at - 1, {u"in", u"since", u"of", u"during", u"early", u"late", u"mid", u"by", u"until",
                        u"before", u"after", u"from", u"spring", u"summer", u"fall", u"autumn", u"winter"});
        return m_made.year && (led || tellsWhich(at)) ? make(Kind::Year, at + 1) : at;
    }

    /// Takes in the words before that belong to it: "late on", "in early", "until".
    void finish(int at, int end)
    {
        int first = at;
        while (first > 0) {
            if (is(first - 1,
                   {u"early", u"late", u"mid", u"mid-", u"earlier", u"later", u"end", u"beginning"})) {
                m_made.part = is(first - 1, {u"early", u"beginning"}) ? Part::Early
                              : is(first - 1, {u"late", u"end"})      ? Part::Late
                              : is(first - 1, {u"mid", u"mid-"})      ? Part::Middle
                                                                      : m_made.part;
                --first;
            } else if (is(first - 1, {u"until", u"till", u"by", u"before"})) {
                m_made.limit = true;
                --first;
            } else if (is(first - 1, {u"on", u"in", u"of", u"at", u"the", u"since", u"during"})) {
                --first;
            } else {
                break;
            }
        }
        // "of" and "the" alone do not belong
        while (first < at && is(first, {u"of", u"the", u"at"}))
            ++first;
        m_made.firstToken = m_sentence.firstToken + first;
        m_made.endToken = m_sentence.firstToken + end;
        m_made.span = {m_document.tokens[size_t(m_made.firstToken)].span.begin,
                       m_document.tokens[size_t(m_made.endToken) - 1].span.end};
    }

    const text::Document &m_document;
    const text::Sentence &m_sentence;
    std::vector<QString> m_words; ///< lower case, without a final stop
    DateExpression m_made;
};

} // namespace

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

std::vector<DateExpression> dateExpressions(const text::Document &document, const text::Sentence &sentence)
{
    return Reader(document, sentence).all();
}

} // namespace demarche::analysis
