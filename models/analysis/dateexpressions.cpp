#include "models/analysis/dates.h"
#include "models/analysis/datewords.h"

namespace demarche::analysis {

using Kind = DateExpression::Kind;
using Part = DateExpression::Part;
using Unit = DateExpression::Unit;
using Which = DateExpression::Which;

namespace {

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
    /// "Sun" and "Sat" are also names: what is short needs a word before it or a date behind it.
    [[nodiscard]] int weekday(int at) const
    {
        const int found = word(at).isEmpty() || !capital(at) ? 0 : weekdayOf(word(at));
        const int after = is(at + 1, {u",", u"."}) ? at + 2 : at + 1;
        const bool sure = !found || isWeekdayName(word(at)) ||
                          is(at - 1, {u"on", u"last", u"next", u"this", u"until", u"since", u"by"}) ||
                          numberAt(after) || month(after);
        return sure ? found : 0;
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
        for (auto reader :
             {&Reader::readIso, &Reader::readMonth, &Reader::readDayMonth, &Reader::readWeekday,
              &Reader::readNear, &Reader::readRecent, &Reader::readCalendar, &Reader::readWeekend,
              &Reader::readAgo, &Reader::readSince, &Reader::readDecade, &Reader::readYearAlone}) {
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
        // "Thursday last week", "Tuesday of this week"
        const int week = word(at + 1) == u"of" ? at + 2 : at + 1;
        m_made.week = whichOf(week);
        if (m_made.week != Which::Open && word(week + 1) == u"week")
            return make(Kind::Weekday, week + 2);
        m_made.week = Which::Open;
        return make(Kind::Weekday, at + 1);
    }

    [[nodiscard]] Which whichOf(int at) const
    {
        return is(at, {u"last", u"past", u"previous"}) ? Which::Last
               : is(at, {u"this", u"current"})         ? Which::This
               : is(at, {u"next", u"coming"})          ? Which::Next
                                                       : Which::Open;
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
        m_made.which = whichOf(at);
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

    /// "over the weekend"
    int readWeekend(int at)
    {
        return word(at) == u"weekend" && word(at - 1) == u"the" &&
                       is(at - 2, {u"over", u"at", u"on", u"during"})
                   ? make(Kind::Weekend, at + 1)
                   : at;
    }

    /// "in the last five days", "over the past month", "in recent weeks", "in the next two days"
    int readRecent(int at)
    {
        const Which which = whichOf(at);
        const bool recent = word(at) == u"recent";
        const bool led = is(at - 1, {u"the", u"these"}) || recent;
        if ((which == Which::Open && !recent) || !led || which == Which::This)
            return at;
        const int amount = recent ? 1 : numberOf(word(at + 1));
        const int unitAt = recent || !amount ? at + 1 : at + 2;
        const auto unit = unitOf(word(unitAt));
        if (!unit || (*unit == Unit::Year && (recent || !amount)))
            return at;
        const bool many = word(unitAt).endsWith(u's');
        if (!amount && !many && !is(at - 2, {u"in", u"over", u"during", u"for", u"within"}))
            return at; // "the last week of the campaign", "the previous day"
        constexpr int few = 7;
        m_made.unit = *unit;
        m_made.amount = amount && !recent ? amount : !many ? 1 : *unit == Unit::Day ? few : 3;
        if (which != Which::Next)
            m_made.amount = -m_made.amount;
        return make(Kind::Recent, unitAt + 1);
    }

    /// "a day earlier", "two weeks later", "the day before", "the same day", "the following month"
    int readSince(int at)
    {
        const int amount = numberOf(word(at));
        const auto counted = amount ? unitOf(word(at + 1)) : std::nullopt;
        if (counted && is(at + 2, {u"earlier", u"later"})) {
            m_made.unit = *counted;
            m_made.amount = word(at + 2) == u"later" ? amount : -amount;
            return make(Kind::Since, at + 3);
        }
        const auto unit = word(at) == u"the" ? unitOf(word(at + 2)) : std::nullopt;
        const bool next = is(at + 1, {u"following", u"next"});
        if (unit && *unit == Unit::Day && (next || is(at + 1, {u"same", u"previous"}))) {
            m_made.unit = Unit::Day;
            m_made.amount = next ? 1 : word(at + 1) == u"same" ? 0 : -1;
            return make(Kind::Since, at + 3);
        }
        if (word(at) == u"the" && word(at + 1) == u"day" && word(at + 2) == u"before" && endsPhrase(at + 3)) {
            m_made.amount = -1;
            return make(Kind::Since, at + 3);
        }
        return at;
    }
    [[nodiscard]] bool endsPhrase(int at) const
    {
        return word(at).isEmpty() || !word(at).front().isLetter() ||
               is(at, {u"in", u"and", u"at", u"by", u"to"});
    }

    /// "two weeks ago", "a few days ago", "in three days"
    int readAgo(int at)
    {
        const bool ahead = word(at) == u"in" || word(at) == u"within";
        const int from = ahead ? at + 1 : at;
        if (word(at) == u"a" && word(at + 1) == u"few" && word(at + 3) == u"ago")
            return readFewAgo(at + 1);
        if (is(at, {u"few", u"several"}) && word(at + 2) == u"ago")
            return readFewAgo(at);
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

    int readFewAgo(int at)
    {
        constexpr int few = 7;
        const auto unit = unitOf(word(at + 1));
        if (!unit || *unit == Unit::Year)
            return at;
        m_made.unit = *unit;
        m_made.amount = -few;
        return make(Kind::Recent, at + 3);
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
        const bool led = is(at - 1, {u"in", u"since", u"of", u"during", u"early", u"late", u"mid", u"by",
                                     u"until", u"before", u"after", u"from", u"between", u"spring", u"summer",
                                     u"fall", u"autumn", u"winter"});
        if (!m_made.year || !(led || tellsWhich(at)))
            return at;
        // "from 1931 to 1945", "between 1931 and 1945", "in 1998-1999"
        const int last = yearAt(at + 2);
        if (is(at + 1, {u"to", u"and", u"-", u"–", u"until", u"through"}) && last > m_made.year &&
            (word(at + 1) != u"and" || word(at - 1) == u"between")) {
            m_made.lastYear = last;
            return make(Kind::Year, at + 3);
        }
        return make(Kind::Year, at + 1);
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
            } else if (is(first - 1, {u"on", u"in", u"of", u"at", u"the", u"since", u"during", u"over",
                                      u"within", u"from", u"between"})) {
                --first;
            } else {
                break;
            }
        }
        // "of" and "the" alone do not belong
        const bool leads = m_made.lastYear || m_made.kind == Kind::Weekend; // "from … to", "at the weekend"
        while (first < at &&
               (is(first, {u"of", u"the"}) || (is(first, {u"at", u"from", u"between"}) && !leads)))
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

std::vector<DateExpression> dateExpressions(const text::Document &document, const text::Sentence &sentence)
{
    return Reader(document, sentence).all();
}

} // namespace demarche::analysis
