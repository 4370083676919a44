#include "models/corpus/searchsql.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

using Field = SearchNode::Field;
using Kind = SearchNode::Kind;

/// The index's column, and where the words themselves lie.
struct Place
{
    QString column;
    QString cells; ///< condition with one `?` a cell
    int cellCount = 1;
};

Place placeOf(Field field)
{
    const QString title = u"instr(article.title, ?) > 0"_s;
    const QString speaker = u"instr(article.speakers, ?) > 0"_s;
    const QString body = u"article.id IN (SELECT article FROM body WHERE instr(text, ?) > 0)"_s;
    switch (field) {
    case Field::Title:
        return {u"title : "_s, title};
    case Field::Text:
        return {u"body : "_s, body};
    case Field::Speaker:
        return {u"speaker : "_s, speaker};
    case Field::Publisher:
        return {u"publisher : "_s, u"article.publisher IN (SELECT id FROM name WHERE instr(text, ?) > 0)"_s};
    case Field::Any:
        break;
    }
    return {QString(), u'(' + title + u" OR "_s + speaker + u" OR "_s + body + u')', 3};
}

/// Inside FTS5's quotes only the quote itself needs care.
QString quoted(const SearchNode &node)
{
    QString words = node.words;
    words.replace(u'"', u' ');
    return placeOf(node.field).column + u'"' + words + u'"' + (node.prefix ? u" *"_s : QString());
}

QString inParentheses(const QStringList &parts, QLatin1StringView between)
{
    return parts.size() == 1 ? parts.front() : u'(' + parts.join(between) + u')';
}

/// Refusals need something that they are taken from.
std::optional<QString> conjunction(const std::vector<SearchNode> &parts)
{
    QStringList wanted;
    QStringList refused;
    for (const SearchNode &part : parts) {
        const bool negated = part.kind == Kind::Not;
        const auto expression = indexExpression(negated ? part.parts.front() : part);
        if (!expression)
            return std::nullopt;
        (negated ? refused : wanted) << *expression;
    }
    if (wanted.isEmpty())
        return std::nullopt;
    const QString all = inParentheses(wanted, " AND "_L1);
    return refused.isEmpty() ? all : u'(' + all + u" NOT "_s + inParentheses(refused, " OR "_L1) + u')';
}

std::optional<QString> disjunction(const std::vector<SearchNode> &parts)
{
    QStringList any;
    for (const SearchNode &part : parts) {
        const auto expression = indexExpression(part);
        if (!expression)
            return std::nullopt;
        any << *expression;
    }
    return inParentheses(any, " OR "_L1);
}

Where wordsAsTheyStand(const SearchNode &node)
{
    const Place place = placeOf(node.field);
    return {place.cells, QVariantList(place.cellCount, node.words)};
}

Where joined(const std::vector<SearchNode> &parts, QLatin1StringView between)
{
    QStringList conditions;
    Where where;
    for (const SearchNode &part : parts) {
        Where one = searchCondition(part);
        conditions << one.sql;
        where.values += one.values;
    }
    where.sql = inParentheses(conditions, between);
    return where;
}

} // namespace

std::optional<QString> indexExpression(const SearchNode &node)
{
    switch (node.kind) {
    case Kind::Words:
        return hasUnspacedScript(node.words) ? std::nullopt : std::optional(quoted(node));
    case Kind::And:
        return conjunction(node.parts);
    case Kind::Or:
        return disjunction(node.parts);
    default:
        return std::nullopt;
    }
}

Where searchCondition(const SearchNode &node)
{
    if (const auto expression = indexExpression(node))
        return {u"article.id IN (SELECT rowid FROM search WHERE search MATCH ?)"_s, {*expression}};
    switch (node.kind) {
    case Kind::Words:
        return wordsAsTheyStand(node);
    case Kind::Language:
        return {u"(article.language = ? OR article.language LIKE ?)"_s, {node.words, node.words + u"-%"_s}};
    case Kind::Country:
        return {u"article.id IN (SELECT article FROM article_country WHERE country IN "
                "(SELECT id FROM name WHERE text = ?))"_s,
                {node.words}};
    case Kind::Before:
        return {u"article.day BETWEEN 1 AND ?"_s, {node.day.toJulianDay() - 1}};
    case Kind::After:
        return {u"article.day > ?"_s, {node.day.toJulianDay()}};
    case Kind::And:
        return joined(node.parts, " AND "_L1);
    case Kind::Or:
        return joined(node.parts, " OR "_L1);
    case Kind::Not:
        break;
    }
    Where refused = searchCondition(node.parts.front());
    refused.sql = u"NOT ("_s + refused.sql + u')';
    return refused;
}

} // namespace demarche::corpus
