#include "models/corpus/html/metadata.h"

#include "models/corpus/byline.h"
#include "models/corpus/html/boilerplate.h"
#include "models/corpus/html/signs.h"
#include "models/corpus/html/titles.h"
#include "models/corpus/identity.h"
#include "models/corpus/languagenames.h"
#include "models/corpus/metadate.h"

#include <QHash>
#include <QUrl>

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

/// The headings of a page outside its furniture.
QStringList headingsOf(Node body, GumboTag last)
{
    constexpr qsizetype longestHeading = 300;
    QStringList headings;
    walk(body, [&](Node node) {
        if (is(node, GUMBO_TAG_NAV) || is(node, GUMBO_TAG_FOOTER) || is(node, GUMBO_TAG_ASIDE))
            return false;
        if (isElement(node) && node->v.element.tag >= GUMBO_TAG_H1 && node->v.element.tag <= last) {
            if (const QString text = textBelow(node); !text.isEmpty() && text.size() < longestHeading)
                headings << text;
        }
        return true;
    });
    return headings;
}

QString longest(const QStringList &texts)
{
    const auto found = std::ranges::max_element(texts, {}, &QString::size);
    return found == texts.end() ? QString() : *found;
}

QString pageTitle(const Tree &tree)
{
    Node title = tree.first(GUMBO_TAG_TITLE);
    return title == nullptr ? QString() : textBelow(title);
}

QString titleOf(const Tree &tree, const LinkedData &linked, const QHash<QString, QString> &tags, Node body)
{
    constexpr qsizetype shortestTitle = 8; ///< anything below is more likely a section's name
    const QStringList headings = body == nullptr ? QStringList() : headingsOf(body, GUMBO_TAG_H3);
    const QString site = tags.value(u"og:site_name"_s, linked.publisher);
    if (linked.headline.size() > shortestTitle)
        return withoutSite(linked.headline, site, {});
    const QString meta = firstOf(tags, {"og:title"_L1, "parsely-title"_L1, "twitter:title"_L1, "dc.title"_L1,
                                        "sailthru.title"_L1, "headline"_L1, "title"_L1});
    if (!meta.isEmpty())
        return withoutSite(meta.simplified(), site, headings);
    const QString page = pageTitle(tree);
    QString bare = withoutSite(page, site, headings);
    if (!bare.isEmpty() && headings.contains(bare, Qt::CaseInsensitive))
        return bare;
    // A page that only says where it belongs, with one heading.
    if (headings.size() == 1 && headings.front().size() > bare.size() && isNameOnly(bare))
        return headings.front();
    const QString heading = body == nullptr ? QString() : longest(headingsOf(body, GUMBO_TAG_H1));
    return heading.size() > shortestTitle || page.isEmpty() ? heading : bare;
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
        if (isWebAddress(candidate))
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
    return {};
}

/// A page says who publishes it, or at least what its site is called.
void findPublisher(const Tree &tree, const LinkedData &linked, const QHash<QString, QString> &tags, Node body,
                   Article &article)
{
    const auto take = [&article](const QString &name, Basis basis) {
        if (!article.publisher.isEmpty() || name.isEmpty() || name.startsWith("http"_L1))
            return;
        article.publisher = name;
        article.publisherBasis = basis;
    };
    take(linked.publisher, Basis::Metadata);
    take(tags.value(u"og:site_name"_s), Basis::SiteName);
    take(tags.value(u"publisher"_s), Basis::Metadata);
    take(tags.value(u"application-name"_s), Basis::SiteName);
    take(firstOf(tags, {"dc.publisher"_L1, "citation_journal_title"_L1, "source"_L1, "article:publisher"_L1,
                        "copyright"_L1}),
         Basis::Metadata);
    take(body == nullptr ? QString() : elementPublisher(body), Basis::Metadata);
    take(siteIn(pageTitle(tree), article.title, QUrl(article.uri).host()), Basis::SiteName);
    take(body == nullptr ? QString() : homeName(body), Basis::SiteName);
}

} // namespace

Article pageMetadata(const Tree &tree, const LinkedData &linked)
{
    const QHash<QString, QString> tags = metaTags(tree);
    Node body = tree.first(GUMBO_TAG_BODY);
    Article article;
    article.title = titleOf(tree, linked, tags, body);
    article.uri = addressOf(tree, linked, tags);
    if (const QString language = languageOf(tree, linked, tags); !language.isEmpty()) {
        article.language = language;
        article.languageBasis = Basis::Metadata;
    }
    findPublisher(tree, linked, tags, body, article);
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
