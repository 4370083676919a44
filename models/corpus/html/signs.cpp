#include "models/corpus/html/signs.h"

#include "models/corpus/byline.h"
#include "models/corpus/html/blocks.h"
#include "models/corpus/html/titles.h"
#include "models/corpus/metadate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

/// What an element is called as a property of the article, in microdata or RDFa; in small letters.
QString propertyOf(Node node)
{
    const QString name = attribute(node, "itemprop");
    const QString property = name.isEmpty() ? attribute(node, "property") : name;
    return property.section(u':', -1).toLower();
}

/// A property's value: its content, the name inside it, or its text.
QString valueOf(Node node)
{
    if (const QString content = attribute(node, "content"); !content.isEmpty())
        return content;
    QString name;
    walk(node, [&](Node inner) {
        if (name.isEmpty() && inner != node && propertyOf(inner) == "name"_L1)
            name = valueOf(inner);
        return name.isEmpty();
    });
    return name.isEmpty() ? textBelow(node) : name;
}

bool isModified(Node node)
{
    const QString names = (attribute(node, "class") + attribute(node, "itemprop")).toLower();
    return names.contains(u"updated") || names.contains(u"modified");
}

bool leadsToWriter(Node node)
{
    static const QRegularExpression path(
        u"/(?:authors?|autor(?:es)?|by|bylines?|contributors?|writers?|reporters?|journalists?|people|profile)/[^/]+/?$"_s);
    return is(node, GUMBO_TAG_A) && path.match(attribute(node, "href")).hasMatch();
}

bool namesWriter(Node node)
{
    static const QRegularExpression bylineClass(
        u"(?:^|[^a-z])(?:byline|by-line|author|writer|contributor)(?!.*(?:bio|avatar|image|photo|info|description))"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString called = attribute(node, "class") + u' ' + attribute(node, "rel");
    return propertyOf(node) == "author"_L1 || leadsToWriter(node) ||
           (called.size() > 2 && bylineClass.match(called).hasMatch());
}

/// What an element says of the writers: the names inside it that lead to them, else its first line.
QStringList writersIn(Node node)
{
    QStringList names;
    walk(node, [&](Node inner) {
        if (inner == node || !leadsToWriter(inner))
            return true;
        names += peopleOf(textBelow(inner));
        return false;
    });
    if (!names.isEmpty() || propertyOf(node) == "author"_L1)
        return names.isEmpty() ? peopleOf(valueOf(node)) : names;
    const std::vector<Block> blocks = blocksOf(node, [](Node) { return false; });
    return blocks.empty() ? QStringList() : peopleOf(blocks.front().text);
}

/// The people whom an element names as writers, and those that the elements beside it name.
QStringList writersFrom(Node node)
{
    QStringList names;
    bool reached = false;
    for (Node sibling : children(node->parent)) {
        reached = reached || sibling == node;
        if (reached && isElement(sibling) && namesWriter(sibling))
            names += writersIn(sibling);
    }
    return names;
}

/// The first date that an element states as such: a property, or a <time>.
QDate statedDate(Node body)
{
    QDate found;
    walk(body, [&found](Node node) {
        if (found.isValid() || is(node, GUMBO_TAG_FOOTER) || is(node, GUMBO_TAG_ASIDE))
            return false;
        const bool property = propertyOf(node) == "datepublished"_L1;
        if ((is(node, GUMBO_TAG_TIME) && !isModified(node)) || property) {
            found = metadataDate(attribute(node, property ? "content" : "datetime"));
            if (!found.isValid())
                found = metadataDate(attribute(node, "datetime"));
            if (!found.isValid())
                found = metadataDate(textBelow(node));
        }
        return !found.isValid();
    });
    return found;
}

/// The first date in an element that is called one.
QDate calledDate(Node body)
{
    QDate found;
    static const QRegularExpression dateClass(u"\\b(?:date|time|timestamp|published|pubdate|posted|meta)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    walk(body, [&found](Node node) {
        if (found.isValid() || is(node, GUMBO_TAG_FOOTER))
            return false;
        const QString names = attribute(node, "class") + u' ' + attribute(node, "id");
        if (names.size() > 1 && dateClass.match(names).hasMatch() && !isModified(node))
            found = metadataDate(textBelow(node));
        return !found.isValid();
    });
    return found;
}

/// "June 12th, 2024 by Oskar Lind"
void readDatedByline(const QString &line, Article &article)
{
    const qsizetype by = line.indexOf(" by "_L1, 0, Qt::CaseInsensitive);
    const QDate day = by < 0 ? QDate() : metadataDate(QStringView(line).first(by));
    if (!day.isValid())
        return;
    if (article.byline.isEmpty())
        article.byline = bylineNames(QStringView(line).sliced(by + 1));
    if (!article.published.date.isValid())
        article.published = {day, analysis::DateBasis::Metadata};
}

/// A line's day, where the line is a date or numbers a release: "No: 112, 13 May 2024, Press Release on …".
QDate dayOfLine(const QString &line)
{
    static const QRegularExpression number(
        u"^(?:press release |statement |release )?(?:no|nr|n°|№)[.:]?\\s*[\\w/.-]+\\s*[,;–—-]\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const QDate day = metadataDate(line); day.isValid())
        return day;
    const QRegularExpressionMatch match = number.match(line);
    return match.hasMatch() ? leadingDate(QStringView(line).sliced(match.capturedEnd())) : QDate();
}

/// "Source: Midland Wire"
void readSource(const QString &line, Article &article)
{
    static const QRegularExpression source(u"^Source\\s*:\\s*(\\p{Lu}[^.:;]{2,48})$"_s);
    if (const QRegularExpressionMatch match = source.match(line.trimmed());
        match.hasMatch() && article.publisher.isEmpty())
        article.publisher = match.captured(1).trimmed();
}

} // namespace

QDate elementDate(Node body)
{
    const QDate stated = statedDate(body);
    return stated.isValid() ? stated : calledDate(body);
}
QStringList elementByline(Node body)
{
    QStringList names;
    walk(body, [&names](Node node) {
        if (!names.isEmpty() || is(node, GUMBO_TAG_FOOTER))
            return false;
        if (node->parent != nullptr && namesWriter(node))
            names = writersFrom(node);
        return names.isEmpty();
    });
    return names;
}

QString elementPublisher(Node body)
{
    QString name;
    walk(body, [&name](Node node) {
        if (name.isEmpty() && propertyOf(node) == "publisher"_L1)
            name = valueOf(node).simplified();
        return name.isEmpty();
    });
    constexpr qsizetype longestName = 80;
    return name.size() <= longestName && !name.startsWith("http"_L1) ? name : QString();
}

QString homeName(Node body)
{
    static const QRegularExpression root(
        u"^(?:https?://[^/]+)?/?(?:[a-z]{2}(?:-[a-z]{2})?|home|(?:index|default)\\.\\w+)?/?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString name;
    walk(body, [&name](Node node) {
        if (name.isEmpty() && is(node, GUMBO_TAG_A) && root.match(attribute(node, "href")).hasMatch() &&
            isInstitution(textBelow(node)))
            name = textBelow(node);
        return name.isEmpty();
    });
    return name;
}

void readOpeningLines(Node body, Article &article)
{
    constexpr qsizetype longProse = 200;
    for (const Block &block : blocksOf(body, [](Node) { return false; })) {
        if (block.text.size() > longProse && block.linkShare() < 0.5)
            return;
        static const QRegularExpression partings(u"\\n|\\s+\\|\\s+"_s);
        for (const QString &line : block.text.split(partings)) {
            readDatedByline(line, article);
            readSource(line, article);
            if (article.byline.isEmpty())
                article.byline = bylineNames(line);
            if (const QDate day = dayOfLine(line); day.isValid() && !article.published.date.isValid())
                article.published = {day, analysis::DateBasis::Metadata};
        }
    }
}

} // namespace demarche::corpus::html
