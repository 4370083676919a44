#include "app/commands/fetching.h"

#include "models/corpus/fetch/addresses.h"
#include "models/corpus/fetch/fetcher.h"
#include "models/corpus/sources/feedinfo.h"
#include "models/corpus/sources/settling.h"

#include <QEventLoop>

namespace demarche::app {

using namespace corpus;

namespace {

Result<fetch::Response> fetched(fetch::Fetcher &fetcher, const QUrl &address)
{
    Result<fetch::Response> answer;
    QEventLoop loop;
    fetcher.get({address, fetch::Wanted::Page, {}, {}}, &loop, [&](const Result<fetch::Response> &response) {
        answer = response;
        loop.quit();
    });
    loop.exec();
    if (answer && answer->status != 200)
        return std::unexpected(Problem{address.toDisplayString(), fetch::statusInWords(answer->status)});
    return answer;
}

} // namespace

std::vector<Input> fetchedInputs(const QStringList &paths, const fetch::Rules &rules,
                                 const std::function<void(const Problem &)> &problem)
{
    fetch::Fetcher fetcher(rules);
    std::vector<Input> inputs;
    for (const QString &path : paths) {
        if (!fetch::isWebAddress(path)) {
            inputs.push_back({path, {}, {}, 0});
            continue;
        }
        const Result<QUrl> address = fetch::checkedAddress(path, rules);
        const Result<fetch::Response> response =
            address ? fetched(fetcher, *address) : std::unexpected(address.error());
        if (!response)
            problem(response.error());
        else if (sources::isFeed(response->body))
            inputs.push_back(sources::feedInput(0, *response, {}));
        else
            inputs.push_back(sources::pageInput(0, *response));
    }
    return inputs;
}

} // namespace demarche::app
