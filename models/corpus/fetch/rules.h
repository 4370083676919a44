#pragma once

#include <QtGlobal>

namespace demarche::corpus::fetch {

/// What the analyst allows. Without more, only public https addresses are fetched.
struct Rules
{
    bool plainHttp = false;        ///< http:// too; never by a redirect from https://
    bool privateAddresses = false; ///< this computer and its networks too

    bool operator==(const Rules &) const = default;
};

/// What ends a fetch, whoever answers. Times in milliseconds, sizes in bytes.
struct Limits
{
    int connectMs = 15'000; ///< until the request is sent: name, connection, handshake
    int idleMs = 20'000;    ///< without a byte
    int totalMs = 90'000;   ///< all of it, redirects included
    int redirects = 5;
    int addressesTried = 3; ///< of one host, where a connection fails
    qint64 packedBytes = qint64{16} * 1024 * 1024;
    qint64 unpackedBytes = qint64{32} * 1024 * 1024;

    int connections = 6;         ///< at once, over all hosts
    int connectionsPerHost = 2;  ///< at once
    int betweenRequestsMs = 500; ///< from one to the next at the same host
};

} // namespace demarche::corpus::fetch
