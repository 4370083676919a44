#include "models/corpus/identity.h"

#include <QCryptographicHash>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr int fewWords = 25;

/// Letters and digits in small case, one space between words; counts the words.
QString bareWords(const QString &text, int &words)
{
    QString bare;
    bare.reserve(text.size());
    bool inWord = false;
    for (const QChar c : text) {
        if (!c.isLetterOrNumber() && !c.isSurrogate()) {
            inWord = false;
            continue;
        }
        if (!inWord) {
            bare += u' ';
            ++words;
        }
        inWord = true;
        bare += c.toLower();
    }
    return bare;
}

bool isTracking(const QString &parameter)
{
    return parameter.startsWith("utm_"_L1) || parameter == "fbclid"_L1 || parameter == "gclid"_L1 ||
           parameter == "ref"_L1 || parameter == "cmpid"_L1;
}

} // namespace

QByteArray contentHash(const Article &article)
{
    int words = 0;
    QString bare = bareWords(article.text, words);
    if (words < fewWords)
        bare += u'\n' + bareWords(article.title, words) + article.published.date.toString(Qt::ISODate);
    const QByteArrayView bytes(reinterpret_cast<const char *>(bare.utf16()), bare.size() * 2);
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha1);
}

QString addressKey(const QString &uri)
{
    if (!isWebAddress(uri))
        return {};
    QUrl url(uri);
    QString host = url.host().toLower();
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    QUrlQuery query(url);
    for (const auto &[name, value] : query.queryItems()) {
        if (isTracking(name))
            query.removeAllQueryItems(name);
    }
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    if (host.isEmpty() || (path.isEmpty() && query.isEmpty()))
        return {};
    return host + path + (query.isEmpty() ? QString() : u'?' + query.toString(QUrl::FullyEncoded));
}

} // namespace demarche::corpus
