#include "models/corpus/html/metadata.h"

#include "models/corpus/byline.h"
#include "models/corpus/html/boilerplate.h"
#include "models/corpus/html/signs.h"
#include "models/corpus/languagenames.h"
#include "models/corpus/metadate.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

/// Contents of a page's meta tags by property, name or itemprop, in small case; the first of each name.
QHash<QString, QString> metaTags(const Tree &tree)
{
    QHash<QString, QString> tags;
    walk(tree.root(), [&tags](Node node) {
        if (!is(node, GUMBO_TAG_META))
            return true;
        const QString content = attribute(node, "content").trimmed();
        for (const char *key : {"property", "name", "itemprop"}) {
            const QString name = attribute(node, key).toLower();
            if (!name.isEmpty() && !content.isEmpty() && !tags.contains(name))
                tags.insert(name, content);
        }
        return true;
    });
    return tags;
}

QString firstOf(const QHash<QString, QString> &tags, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const QString content = tags.value(QString(name)); !content.isEmpty())
            return content;
    }
    return {};
}

QDate metaDate(const QHash<QString, QString> &tags)
{
    for (const auto name : {"article:published_time"_L1,
                            "og:article:published_time"_L1,
                            "datepublished"_L1,
                            "parsely-pub-date"_L1,
                            "sailthru.date"_L1,
                            "pubdate"_L1,
                            "publishdate"_L1,
                            "publish-date"_L1,
                            "publish_date"_L1,
                            "published_date"_L1,
                            "dc.date.issued"_L1,
                            "dc.date"_L1,
                            "dcterms.created"_L1,
                            "dcterms.date"_L1,
                            "cxenseparse:recs:publishtime"_L1,
                            "date"_L1,
                            "article.published"_L1,
                            "citation_publication_date"_L1,
                            "og:published_time"_L1,
                            "datecreated"_L1}) {
        if (const QDate day = metadataDate(tags.value(QString(name))); day.isValid())
            return day;
    }
    return {};
}

/// "Title | Site", "Title - Site", "Site: Title" without the site.
QString withoutSite(const QString &title, const QString &site, const QString &heading)
{
    if (!heading.isEmpty() && title.contains(heading, Qt::CaseInsensitive))
        return heading;
    static const QRegularExpression parting(u"\\s+(?:[|–—·»]|-|::)\\s+"_s);
    const QStringList parts = title.split(parting);
    if (parts.size() < 2)
        return title;
    const QString last = parts.back();
    const bool isSite = (!site.isEmpty() && last.compare(site, Qt::CaseInsensitive) == 0) ||
                        title.contains(u'|') || last.split(u' ').size() <= 4;
    return isSite ? title.left(title.lastIndexOf(last))
                        .remove(QRegularExpression(u"\\s+(?:[|–—·»]|-|::)\\s*$"_s))
                        .trimmed()
                  : title;
}

/// What the page's title says beside the article's: its site. Empty where that is no short name.
QString siteIn(const Tree &tree, const QString &articleTitle)
{
    constexpr qsizetype longestSite = 50;
    Node title = tree.first(GUMBO_TAG_TITLE);
    QString rest = title == nullptr ? QString() : textBelow(title);
    const qsizetype at = articleTitle.isEmpty() ? -1 : rest.indexOf(articleTitle, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {};
    rest.remove(at, articleTitle.size());
    static const QRegularExpression parting(u"\\s*[|–—·»:,]\\s*|\\s+-\\s+|^\\s*-\\s+|\\s+-\\s*$"_s);
    QStringList parts = rest.split(parting, Qt::SkipEmptyParts);
    const QString site = parts.isEmpty() ? QString() : parts.front().trimmed();
    return site.size() <= longestSite && !site.isEmpty() && site.front().isUpper() ? site : QString();
}

/// The heading of the page: the longest <h1> outside its furniture.
QString headingOf(Node body)
{
    QString heading;
    walk(body, [&heading](Node node) {
        if (is(node, GUMBO_TAG_NAV) || is(node, GUMBO_TAG_FOOTER) || is(node, GUMBO_TAG_ASIDE))
            return false;
        if (is(node, GUMBO_TAG_H1)) {
            if (const QString text = textBelow(node); text.size() > heading.size() && text.size() < 300)
                heading = text;
        }
        return true;
    });
    return heading;
}

QString titleOf(const Tree &tree, const LinkedData &linked, const QHash<QString, QString> &tags, Node body)
{
    const QString heading = body == nullptr ? QString() : headingOf(body);
    if (!linked.headline.isEmpty() && linked.headline.size() > 8)
        return linked.headline;
    const QString site = tags.value(u"og:site_name"_s);
    const QString meta = firstOf(tags, {"og:title"_L1, "parsely-title"_L1, "twitter:title"_L1, "dc.title"_L1,
                                        "sailthru.title"_L1, "headline"_L1, "title"_L1});
    if (!meta.isEmpty())
        return withoutSite(meta.simplified(), site, heading);
    Node title = tree.first(GUMBO_TAG_TITLE);
    if (heading.size() > 8 || title == nullptr)
        return heading;
    return withoutSite(textBelow(title), site, heading);
}

QString addressOf(const Tree &tree, const LinkedData &linked, const QHash<QString, QString> &tags)
{
    QString canonical;
    walk(tree.root(), [&canonical](Node node) {
        if (is(node, GUMBO_TAG_LINK) &&
            attribute(node, "rel").compare("canonical"_L1, Qt::CaseInsensitive) == 0)
            canonical = attribute(node, "href");
        return !is(node, GUMBO_TAG_BODY);
    });
    for (const QString &candidate : {canonical, tags.value(u"og:url"_s), linked.address}) {
        if (candidate.startsWith("https://"_L1) || candidate.startsWith("http://"_L1))
            return candidate.trimmed();
    }
    return {};
}

QString languageOf(const Tree &tree, const LinkedData &linked, const QHash<QString, QString> &tags)
{
    Node html = tree.first(GUMBO_TAG_HTML);
    for (const QString &code : {html == nullptr ? QString() : attribute(html, "lang"), linked.language,
                                tags.value(u"og:locale"_s), tags.value(u"language"_s)}) {
        if (const QString tag = languageTag(code); !tag.isEmpty())
            return tag;
    }
    return u"en"_s;
}

} // namespace

Article pageMetadata(const Tree &tree, const LinkedData &linked)
{
    const QHash<QString, QString> tags = metaTags(tree);
    Node body = tree.first(GUMBO_TAG_BODY);
    Article article;
    article.title = titleOf(tree, linked, tags, body);
    article.uri = addressOf(tree, linked, tags);
    article.language = languageOf(tree, linked, tags);
    article.publisher = linked.publisher.isEmpty()
                            ? firstOf(tags, {"og:site_name"_L1, "publisher"_L1, "application-name"_L1,
                                             "dc.publisher"_L1, "citation_journal_title"_L1, "source"_L1,
                                             "article:publisher"_L1, "copyright"_L1})
                            : linked.publisher;
    if (article.publisher.startsWith("http"_L1))
        article.publisher.clear();
    if (article.publisher.isEmpty() && body != nullptr)
        article.publisher = elementPublisher(body);
    if (article.publisher.isEmpty())
        article.publisher = siteIn(tree, article.title);
    for (const QString &author : linked.authors)
        article.byline += peopleOf(author);
    if (article.byline.isEmpty())
        article.byline = peopleOf(
            firstOf(tags, {"author"_L1, "parsely-author"_L1, "sailthru.author"_L1, "dc.creator"_L1, "byl"_L1,
                           "citation_author"_L1, "article:author"_L1, "twitter:creator"_L1}));
    if (article.byline.isEmpty() && body != nullptr)
        article.byline = elementByline(body);
    QDate day = linked.published.isValid() ? linked.published : metaDate(tags);
    if (!day.isValid() && body != nullptr)
        day = elementDate(body);
    if (day.isValid())
        article.published = {day, analysis::DateBasis::Metadata};
    if (body != nullptr)
        readOpeningLines(body, article);
    article.byline.removeDuplicates();
    if (article.byline.size() > 1) // the house stands beside its people
        article.byline.removeAll(article.publisher);
    return article;
}

} // namespace demarche::corpus::html
