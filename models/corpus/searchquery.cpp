#include "models/corpus/searchquery.h"

#include "models/corpus/encoding.h"
#include "models/corpus/searchterms.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

using Field = SearchNode::Field;
using Kind = SearchNode::Kind;

constexpr int mostTerms = 64;
constexpr int deepest = 16; ///< groups inside groups
constexpr qsizetype longestTyped = 4096;
constexpr qsizetype longestQuoted = 40; ///< of what is typed, in a note

/// What stands before a colon and means something there.
enum class Prefix : std::uint8_t { None, Field, Country, Language, Before, After };

struct Prefixed
{
    Prefix prefix = Prefix::None;
    Field field = Field::Any;
};

Prefixed prefixNamed(QStringView name)
{
    static constexpr std::array known{std::pair{"title"_L1, Prefixed{Prefix::Field, Field::Title}},
                                      std::pair{"text"_L1, Prefixed{Prefix::Field, Field::Text}},
                                      std::pair{"speaker"_L1, Prefixed{Prefix::Field, Field::Speaker}},
                                      std::pair{"from"_L1, Prefixed{Prefix::Field, Field::Publisher}},
                                      std::pair{"publisher"_L1, Prefixed{Prefix::Field, Field::Publisher}},
                                      std::pair{"country"_L1, Prefixed{Prefix::Country, Field::Any}},
                                      std::pair{"language"_L1, Prefixed{Prefix::Language, Field::Any}},
                                      std::pair{"before"_L1, Prefixed{Prefix::Before, Field::Any}},
                                      std::pair{"after"_L1, Prefixed{Prefix::After, Field::Any}}};
    for (const auto &[word, prefixed] : known) {
        if (name.compare(word, Qt::CaseInsensitive) == 0)
            return prefixed;
    }
    return {};
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'„' || c == u'«' || c == u'»';
}

bool isMinus(QChar c)
{
    return c == u'-' || c == u'−';
}

/// Reads what was typed from left to right, one function a level of the grammar:
///     all := either { [AND] either }      either := one { OR one }      one := {-|NOT} ( "(" all ")" | term
///     )
class Parser
{
public:
    explicit Parser(QStringView typed)
        : m_rest(typed.first(std::min(typed.size(), longestTyped)).trimmed())
    {
        if (typed.size() > longestTyped)
            note(u"only the first %1 letters are searched for"_s.arg(longestTyped));
    }

    SearchQuery parse()
    {
        const QStringView typed = m_rest;
        SearchQuery query;
        std::vector<SearchNode> parts;
        while (!m_rest.isEmpty()) {
            if (std::optional<SearchNode> part = all(Field::Any, 0))
                parts.push_back(std::move(*part));
            if (m_rest.startsWith(u')'))
                skip(1); // closes nothing
        }
        query.root = joined(Kind::And, std::move(parts));
        if (!query.root && !typed.isEmpty())
            note(u"“%1” holds no word to look for"_s.arg(typed.left(longestQuoted)));
        query.notes = std::move(m_notes);
        return query;
    }

private:
    void note(const QString &line)
    {
        if (!m_notes.contains(line))
            m_notes << line;
    }

    void skip(qsizetype letters) { m_rest = m_rest.sliced(letters).trimmed(); }

    /// Takes an operator that stands as a word of its own.
    bool takeWord(QLatin1StringView word)
    {
        if (!m_rest.startsWith(word))
            return false;
        const QStringView after = m_rest.sliced(word.size());
        if (!after.isEmpty() && !after.front().isSpace() && after.front() != u'(' && after.front() != u')')
            return false;
        skip(word.size());
        return true;
    }

    static std::optional<SearchNode> joined(Kind kind, std::vector<SearchNode> parts)
    {
        if (parts.empty())
            return std::nullopt;
        if (parts.size() == 1)
            return std::move(parts.front());
        SearchNode node;
        node.kind = kind;
        node.parts = std::move(parts);
        return node;
    }

    std::optional<SearchNode> all(Field field, int depth)
    {
        std::vector<SearchNode> parts;
        while (!m_rest.isEmpty() && !m_rest.startsWith(u')')) {
            if (takeWord("AND"_L1) || takeWord("OR"_L1) || takeWord("|"_L1))
                continue; // joins nothing
            if (std::optional<SearchNode> part = either(field, depth))
                parts.push_back(std::move(*part));
        }
        return joined(Kind::And, std::move(parts));
    }

    std::optional<SearchNode> either(Field field, int depth)
    {
        std::vector<SearchNode> parts;
        do {
            while (takeWord("OR"_L1) || takeWord("|"_L1)) {
            } // doubled
            if (std::optional<SearchNode> part = one(field, depth))
                parts.push_back(std::move(*part));
        } while (takeWord("OR"_L1) || takeWord("|"_L1));
        return joined(Kind::Or, std::move(parts));
    }

    std::optional<SearchNode> one(Field field, int depth)
    {
        bool refused = false;
        for (bool more = true; more;) {
            more = takeWord("NOT"_L1);
            if (!more && m_rest.size() > 1 && isMinus(m_rest.front()) && !m_rest.at(1).isSpace()) {
                skip(1);
                more = true;
            }
            refused = refused != more;
        }
        std::optional<SearchNode> node = positive(field, depth);
        if (!node || !refused)
            return node;
        SearchNode without;
        without.kind = Kind::Not;
        without.parts.push_back(std::move(*node));
        return without;
    }

    std::optional<SearchNode> positive(Field field, int depth)
    {
        if (m_rest.startsWith(u'('))
            return group(field, depth);
        const qsizetype colon = m_rest.indexOf(u':');
        const Prefixed prefixed = colon > 0 ? prefixNamed(m_rest.first(colon)) : Prefixed{};
        if (prefixed.prefix != Prefix::None)
            skip(colon + 1);
        switch (prefixed.prefix) {
        case Prefix::Field:
            return m_rest.startsWith(u'(') ? group(prefixed.field, depth) : term(prefixed.field);
        case Prefix::Country:
            return country();
        case Prefix::Language:
            return language();
        case Prefix::Before:
        case Prefix::After:
            return date(prefixed.prefix);
        case Prefix::None:
            break;
        }
        return term(field);
    }

    std::optional<SearchNode> group(Field field, int depth)
    {
        skip(1);
        if (depth >= deepest) {
            note(u"groups more than %1 deep are read as one"_s.arg(deepest));
            return std::nullopt;
        }
        std::optional<SearchNode> inside = all(field, depth + 1);
        if (m_rest.startsWith(u')'))
            skip(1);
        return inside;
    }

    /// A phrase in quotation marks, closed or not, or what stands up to the next space.
    QStringView take()
    {
        const bool quoted = !m_rest.isEmpty() && isQuote(m_rest.front());
        if (quoted)
            m_rest = m_rest.sliced(1);
        const auto ends = [quoted](QChar c) {
            return isQuote(c) || (!quoted && (c.isSpace() || c == u'(' || c == u')'));
        };
        const auto end = std::ranges::find_if(m_rest, ends);
        const QStringView taken = m_rest.first(end - m_rest.begin());
        m_rest = m_rest.sliced(taken.size());
        if (quoted && !m_rest.isEmpty())
            m_rest = m_rest.sliced(1);
        return taken;
    }

    std::optional<SearchNode> term(Field field)
    {
        QString words = take().toString();
        bool prefix = m_rest.startsWith(u'*');
        while (m_rest.startsWith(u'*'))
            m_rest = m_rest.sliced(1);
        m_rest = m_rest.trimmed();
        while (words.startsWith(u'*'))
            words.remove(0, 1);
        if (const qsizetype star = words.indexOf(u'*'); star >= 0) {
            if (!QStringView(words).sliced(star).trimmed().isEmpty() &&
                std::ranges::any_of(QStringView(words).sliced(star), [](QChar c) { return c != u'*'; }))
                note(u"* stands at the end of a word only: “%1” is read as “%2”"_s.arg(
                    words.left(longestQuoted), words.left(std::min(star + 1, longestQuoted))));
            words.truncate(star);
            prefix = true;
        }
        return node(field, words, prefix);
    }

    std::optional<SearchNode> node(Field field, QString words, bool prefix)
    {
        makeWellFormed(words);
        if (!hasSearchTerm(words))
            return std::nullopt;
        if (++m_terms > mostTerms) {
            note(u"only the first %1 words are searched for"_s.arg(mostTerms));
            return std::nullopt;
        }
        SearchNode node;
        node.field = field;
        node.words = words.simplified();
        node.prefix = prefix;
        return node;
    }

    /// Names of several words need no quotation marks: the longest that is a state's is taken.
    std::optional<SearchNode> country()
    {
        constexpr int mostWords = 6;
        if (m_rest.isEmpty())
            return std::nullopt;
        if (!isQuote(m_rest.front())) {
            std::vector<qsizetype> ends;
            for (qsizetype i = 1; i <= m_rest.size() && int(ends.size()) < mostWords; ++i) {
                if (i == m_rest.size() || m_rest.at(i).isSpace() || m_rest.at(i) == u')')
                    ends.push_back(i);
            }
            for (const qsizetype end : std::views::reverse(ends)) {
                if (const QString code = countryCode(m_rest.first(end)); !code.isEmpty()) {
                    skip(end);
                    return countryNode(code);
                }
            }
        }
        const QString name = take().toString();
        m_rest = m_rest.trimmed();
        if (const QString code = countryCode(name); !code.isEmpty())
            return countryNode(code);
        note(u"“country:%1” names no state; its words are searched for"_s.arg(name.left(longestQuoted)));
        return node(Field::Any, name, false);
    }

    std::optional<SearchNode> language()
    {
        const QString name = take().toString();
        m_rest = m_rest.trimmed();
        SearchNode node;
        node.kind = Kind::Language;
        node.words = languageCode(name);
        if (!node.words.isEmpty())
            return node;
        note(u"“language:%1” names no language; its words are searched for"_s.arg(name.left(longestQuoted)));
        return this->node(Field::Any, name, false);
    }

    static SearchNode countryNode(const QString &code)
    {
        SearchNode node;
        node.kind = Kind::Country;
        node.words = code;
        return node;
    }

    std::optional<SearchNode> date(Prefix prefix)
    {
        const bool before = prefix == Prefix::Before;
        const QString value = take().toString();
        m_rest = m_rest.trimmed();
        const auto [first, last] = searchDays(value);
        if (!first.isValid()) {
            const QString name = before ? u"before"_s : u"after"_s;
            note(u"“%1:%2” is no date such as 2024-03-05, 2024-03 or 2024; its words are searched for"_s.arg(
                name, value.left(longestQuoted)));
            return node(Field::Any, name + u' ' + value, false);
        }
        SearchNode node;
        node.kind = before ? Kind::Before : Kind::After;
        node.day = before ? first : last;
        return node;
    }

    QStringView m_rest; ///< begins with no space
    QStringList m_notes;
    int m_terms = 0;
};

} // namespace

SearchQuery searchQuery(QStringView typed)
{
    return Parser(typed).parse();
}

} // namespace demarche::corpus
