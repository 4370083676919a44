#pragma once

#include "models/corpus/fetch/response.h"
#include "models/corpus/fetch/rules.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>

/// What is asked of Qt's network, and what its answers mean.
namespace demarche::corpus::fetch {

/// Asks the host at that very address, under its own name: without cookies, caches, credentials or redirects
/// that Qt would follow by itself.
[[nodiscard]] QNetworkRequest networkRequest(const QUrl &address, const QHostAddress &host,
                                             const Request &request);

[[nodiscard]] bool isRedirect(int status);

/// Of a transfer that failed, without the bare addresses that Qt's own words hold.
[[nodiscard]] QString inWords(QNetworkReply::NetworkError error);

} // namespace demarche::corpus::fetch
