#include "models/corpus/sources/settling.h"

#include "models/corpus/fetch/addresses.h"
#include "models/corpus/files.h"
#include "models/corpus/identity.h"
#include "models/corpus/sources/feedinfo.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::sources {

namespace {

QString bareHost(const QUrl &url)
{
    const QString host = url.host().toLower();
    return host.startsWith("www."_L1) ? host.mid(4) : host;
}

/// The same host, or one that lies below the other.
bool areOfOneSite(const QUrl &a, const QUrl &b)
{
    const QString one = bareHost(a);
    const QString other = bareHost(b);
    return one == other || one.endsWith(u'.' + other) || other.endsWith(u'.' + one);
}

void readInto(const Input &input, const std::function<void(Article &)> &take)
{
    const Sink sink{[&](Article &&article) {
                        if (!input.admit || input.admit(article))
                            take(article);
                        return true;
                    },
                    [](Problem &&) {}};
    static_cast<void>(readFetched(input, sink));
}

} // namespace

Input feedInput(qint64 subscription, const fetch::Response &feed, const QSet<QString> &without)
{
    const QString path = feed.address.toString(QUrl::FullyEncoded);
    const auto admit = [=, address = feed.address](Article &article) {
        article.subscription = subscription;
        const bool hasNone =
            article.uri.isEmpty() || article.uri == path || article.uri.startsWith(path + u'#');
        const QString link = hasNone ? QString() : webLink(article.uri, address);
        if (hasNone)
            article.uri = u"feed:"_s + (article.uri.isEmpty() ? path : article.uri);
        else if (!link.isEmpty())
            article.uri = link;
        return link.isEmpty() || !without.contains(addressKey(link));
    };
    return {path, feed.body, admit, 0, {}, feed.charset};
}

Input pageInput(qint64 subscription, const fetch::Response &page)
{
    const QString path = page.address.toString(QUrl::FullyEncoded);
    QStringList addresses{path};
    for (const QUrl &url : page.asked)
        addresses << url.toString(QUrl::FullyEncoded);
    const auto admit = [=, address = page.address](Article &article) {
        article.subscription = subscription;
        const QString claimed = webLink(article.uri, address);
        const bool ownSite = !claimed.isEmpty() && areOfOneSite(QUrl(claimed), address);
        // Of a site's start page any page may say that it is it.
        article.uri = ownSite && !addressKey(claimed).isEmpty() ? claimed : path;
        article.addresses += addresses;
        return true;
    };
    return {path, page.body, admit, 0, {}, page.charset};
}

Input fileInput(qint64 subscription, const QString &path)
{
    const auto admit = [subscription](Article &article) {
        article.subscription = subscription;
        return true;
    };
    return {path, {}, admit, 0};
}

qsizetype textIn(const Input &input)
{
    qsizetype longest = 0;
    readInto(input, [&longest](const Article &article) { longest = std::max(longest, article.text.size()); });
    return longest;
}

QHash<QString, qsizetype> textsIn(const Input &feed)
{
    QHash<QString, qsizetype> lengths;
    readInto(feed, [&lengths](const Article &article) {
        if (const QString key = addressKey(article.uri); !key.isEmpty())
            lengths.insert(key, article.text.size());
    });
    return lengths;
}

} // namespace demarche::corpus::sources
