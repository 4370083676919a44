#pragma once

#include "models/corpus/fetch/fetcher.h"
#include "tests/example/webserver.h"

#include <QCoreApplication>
#include <QTest>

#include <optional>

namespace demarche::corpus::fetch {

/// All that the tests' own server needs: http, and this computer.
inline Rules everythingAllowed()
{
    return {true, true};
}

/// Sizes that a test reaches, and times that no server that answers reaches on a busy machine.
inline Limits smallLimits()
{
    Limits limits;
    limits.packedBytes = 100'000;
    limits.unpackedBytes = 300'000;
    limits.betweenRequestsMs = 0;
    return limits;
}

/// The same, and times that a server which does not answer reaches within moments.
inline Limits shortLimits()
{
    Limits limits = smallLimits();
    limits.connectMs = 300;
    limits.idleMs = 150;
    limits.totalMs = 600;
    return limits;
}

/// Every name is this computer, and 127.0.0.1 passes for public: the world in which the server is on the
/// internet. Other addresses are what they are.
inline Surroundings serverInPublic()
{
    return {[](const QString &, const auto &answer) { answer({QHostAddress(QHostAddress::LocalHost)}); },
            [](const QHostAddress &address) {
                return address == QHostAddress(QHostAddress::LocalHost) || isPublic(address);
            }};
}

/// Fetches and waits for the answer.
inline Result<Response> fetched(Fetcher &fetcher, const Request &request)
{
    std::optional<Result<Response>> answer;
    QObject context;
    fetcher.get(request, &context, [&answer](const Result<Response> &response) { answer = response; });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000);
    return answer.value_or(std::unexpected(Problem{{}, QStringLiteral("the fetch never ended")}));
}

inline Result<Response> fetched(Fetcher &fetcher, const QUrl &address, Wanted wanted = Wanted::Page)
{
    return fetched(fetcher, Request{address, wanted, {}, {}});
}

} // namespace demarche::corpus::fetch
