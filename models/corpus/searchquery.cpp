#include "models/corpus/searchquery.h"

#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype mostTerms = 64;
constexpr qsizetype longestTyped = 4096;

/// One word or phrase with what stands before it.
struct Term
{
    QString column; ///< of the search table; empty for all
    QString words;
    bool negated = false;
    bool prefix = false;
    bool isOr = false;
};

QString columnNamed(QStringView name)
{
    if (name.compare("title"_L1, Qt::CaseInsensitive) == 0)
        return u"title"_s;
    if (name.compare("speaker"_L1, Qt::CaseInsensitive) == 0)
        return u"speaker"_s;
    if (name.compare("publisher"_L1, Qt::CaseInsensitive) == 0)
        return u"publisher"_s;
    return name.compare("text"_L1, Qt::CaseInsensitive) == 0 ? u"body"_s : QString();
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'„';
}

bool hasWord(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

/// Takes terms off what was typed.
class Scanner
{
public:
    explicit Scanner(QStringView typed)
        : m_rest(typed.first(std::min(typed.size(), longestTyped)))
    {
    }

    std::vector<Term> terms()
    {
        std::vector<Term> all;
        for (skipSpace(); !m_rest.isEmpty() && qsizetype(all.size()) < mostTerms; skipSpace()) {
            const Term term = next();
            if (term.isOr || hasWord(term.words))
                all.push_back(term);
        }
        return all;
    }

private:
    void skipSpace() { m_rest = m_rest.trimmed(); }

    QStringView takeUntil(auto ends)
    {
        qsizetype n = 0;
        while (n < m_rest.size() && !ends(m_rest.at(n)))
            ++n;
        const QStringView taken = m_rest.first(n);
        m_rest = m_rest.sliced(n);
        return taken;
    }

    Term next()
    {
        Term term;
        if (m_rest.front() == u'-' || m_rest.front() == u'−') {
            term.negated = true;
            m_rest = m_rest.sliced(1);
        }
        const qsizetype colon = m_rest.indexOf(u':');
        if (const QString column = columnNamed(m_rest.first(std::max<qsizetype>(colon, 0)));
            !column.isEmpty()) {
            term.column = column;
            m_rest = m_rest.sliced(colon + 1);
        }
        if (!m_rest.isEmpty() && isQuote(m_rest.front())) {
            m_rest = m_rest.sliced(1);
            term.words = takeUntil(isQuote).toString();
            m_rest = m_rest.sliced(std::min<qsizetype>(1, m_rest.size()));
        } else {
            term.words = takeUntil([](QChar c) { return c.isSpace() || isQuote(c); }).toString();
            term.isOr =
                !term.negated && term.column.isEmpty() && (term.words == "OR"_L1 || term.words == "|"_L1);
            if (!term.negated && term.words == "AND"_L1)
                term.words.clear();
        }
        if (m_rest.startsWith(u'*'))
            m_rest = m_rest.sliced(1), term.prefix = true;
        term.prefix = term.prefix || term.words.endsWith(u'*');
        return term;
    }

    QStringView m_rest;
};

/// One term in FTS5's own words. Inside its quotes only the quote itself and zero need care.
QString expression(const Term &term)
{
    QString words = term.words;
    words.remove(u'"');
    words.remove(QChar::Null);
    const QString phrase = u'"' + words + u'"' + (term.prefix ? u"*"_s : QString());
    return term.column.isEmpty() ? phrase : term.column + u" : "_s + phrase;
}

} // namespace

SearchQuery searchQuery(QStringView typed)
{
    QStringList groups; ///< joined by AND; each of terms joined by OR
    QStringList refused;
    bool joinNext = false;
    for (const Term &term : Scanner(typed).terms()) {
        if (term.isOr) {
            joinNext = !groups.isEmpty();
            continue;
        }
        if (term.negated)
            refused << expression(term);
        else if (joinNext)
            groups.back() += u" OR "_s + expression(term);
        else
            groups << expression(term);
        joinNext = false;
    }
    return {groups.isEmpty() ? QString() : u'(' + groups.join(u") AND ("_s) + u')', refused.join(u" OR "_s)};
}

} // namespace demarche::corpus
