#include "models/corpus/rereading.h"

#include "models/corpus/files.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// The file that an article was read from. What was stored before sources were kept has its path in its own
/// name: "news.zip/page.html", "table.csv#3".
QString sourceOf(const Article &article)
{
    if (!article.source.isEmpty())
        return article.source;
    QString path = article.uri;
    while (!path.isEmpty() && !QFileInfo(path).isFile())
        path.truncate(std::max({qsizetype{0}, path.lastIndexOf(u'/'), path.lastIndexOf(u'#')}));
    return path;
}

/// Where it lies in its source. An address that is read out of the bytes may come out otherwise; an article
/// that is its source's only one is still the same.
struct Wanted
{
    QString uri;
    Article first;
    std::optional<Article> found;
    int count = 0;

    bool take(Article &&article)
    {
        if (article.uri == uri)
            found = std::move(article);
        else if (++count == 1)
            first = std::move(article);
        return !found;
    }
};

/// Reads what an article came from; where that is not there any more, a Problem tells why.
Result<void> readAgain(const Article &article, const QString &source, const Charset &charset,
                       const Sink &sink)
{
    const FetchedBytes &fetched = article.fetched;
    if (!fetched.bytes.isEmpty())
        return readSource({fetched.address, fetched.bytes, 0, charset}, sink);
    if (source.isEmpty())
        return std::unexpected(
            Problem{article.uri,
                    u"cannot be read in another encoding, for the bytes that it came from are not kept"_s});
    if (!QFileInfo::exists(source))
        return std::unexpected(
            Problem{source, u"cannot be read in another encoding, for the file is there no more"_s});
    return readFile(source, charset, csv::TableColumns::kept(article.columns), sink);
}

} // namespace

bool isReadable(const Article &article)
{
    return !article.fetched.bytes.isEmpty() || !sourceOf(article).isEmpty();
}

Result<Article> reread(const Article &article, const QString &encoding)
{
    const QString source = sourceOf(article);
    Wanted wanted{article.fetched.bytes.isEmpty() ? article.uri : article.fetched.uri, {}, {}, 0};
    const Sink sink{[&wanted](Article &&read) { return wanted.take(std::move(read)); }, [](Problem &&) {}};
    const Result<void> read = readAgain(article, source, Charset::chosen(encoding.toLatin1()), sink);
    if (!wanted.found && wanted.count == 1)
        wanted.found = std::move(wanted.first);
    if (!wanted.found)
        return std::unexpected(
            read ? Problem{article.uri, u"is not found in its source read as %1"_s.arg(encoding)}
                 : read.error());
    if (wanted.found->encodingBasis != Basis::Analyst)
        return std::unexpected(
            Problem{article.uri, u"says itself what encodes it; another encoding makes no difference"_s});
    wanted.found->uri = article.uri;
    wanted.found->source = source;
    wanted.found->columns = article.columns;
    wanted.found->fetched = article.fetched;
    wanted.found->addresses = article.addresses;
    wanted.found->subscription = article.subscription;
    return *std::move(wanted.found);
}

Result<Correctable> withCorrections(Correctable article, const Corrections &corrections)
{
    if (!corrections.encoding) {
        article.reread.reset();
    } else if (corrections.encoding != article.corrections.encoding) {
        Result<Article> read = reread(article.found, *corrections.encoding);
        if (!read)
            return std::unexpected(read.error());
        article.reread = *std::move(read);
    }
    article.corrections = corrections;
    return article;
}

Recorrected recorrected(const Article &newer, const Corrections &corrections, const Analyze &analyze)
{
    Result<Correctable> article = withCorrections({newer, {}}, corrections);
    if (!article) {
        Corrections others = corrections;
        const QString encoding = std::exchange(others.encoding, {}).value_or(QString());
        article = Correctable{newer, others};
        article->found.warnings
            << u"a longer version replaced it; it could not be read as %1, which had been set"_s.arg(
                   encoding);
    }
    analysis::Analysis analysis = analyze(corrected(*article));
    return {*std::move(article), std::move(analysis)};
}

} // namespace demarche::corpus
