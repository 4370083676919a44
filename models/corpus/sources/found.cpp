#include "models/corpus/sources/found.h"

#include "models/corpus/files.h"
#include "models/corpus/sources/settling.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus::sources {

namespace {

void findPage(Found &found, const fetch::Response &response)
{
    found.feeds = feedsNamedBy(response.body, response.charset, response.address);
    const Input page = pageInput(0, response);
    QString why;
    const Sink sink{[&](Article &&article) {
                        found.page = page;
                        found.pageTitle = article.title;
                        return false;
                    },
                    [&why](Problem &&problem) { why = problem.what; }};
    if (const Result<void> read = readFetched(page, sink); !read)
        why = read.error().what;
    if (!found.page && found.feeds.empty())
        found.problem = why.isEmpty() ? u"holds no article"_s : why;
}

} // namespace

Found foundAt(const QString &asked, const fetch::Response &response)
{
    const QByteArray &bytes = response.body;
    Found found;
    found.asked = asked;
    found.address = response.address.toString(QUrl::FullyEncoded);
    if (bytes.isEmpty()) {
        found.problem = u"is empty"_s;
    } else if (isFeed(bytes)) {
        if (Result<FeedInfo> feed = feedInfo(bytes, response.charset, response.address))
            found.feed = *std::move(feed);
        else
            found.problem = feed.error().what;
    } else if (isOpml(bytes)) {
        if (Result<Opml> list = readOpml(bytes, found.address))
            found.list = *std::move(list);
        else
            found.problem = list.error().what;
    } else {
        findPage(found, response);
    }
    return found;
}

} // namespace demarche::corpus::sources
