#pragma once

#include "models/corpus/fetch/rules.h"
#include "models/text/result.h"

#include <QHostAddress>
#include <QUrl>

#include <functional>

namespace demarche::corpus::fetch {

/// True for addresses of the public internet: none of the special-purpose ranges of IANA's registries
/// (private, loopback, link-local, shared, multicast, documentation, reserved), nor a form of IPv6 that
/// carries such an IPv4 address inside.
[[nodiscard]] bool isPublic(const QHostAddress &address);

/// True for text that begins as a web address does: http:// or https://.
[[nodiscard]] bool isWebAddress(QStringView text);

/// The address as it may be fetched: http or https with a host, without fragment. A Problem where the rules
/// refuse its scheme, where it carries a user's name or password, or names a port that is none. Its host is
/// not looked up here.
[[nodiscard]] Result<QUrl> checkedAddress(const QString &text, const Rules &rules);
[[nodiscard]] Result<QUrl> checkedAddress(const QUrl &url, const Rules &rules);

/// Where a redirect leads, resolved against `from`. A Problem for one from https to http whatever the rules,
/// and for what checkedAddress() refuses.
[[nodiscard]] Result<QUrl> redirected(const QUrl &from, const QByteArray &location, const Rules &rules);

/// What tells public addresses from others: isPublic(), but for tests that call a server of their own public.
using IsPublic = std::function<bool(const QHostAddress &)>;

/// Those of a host's addresses that may be connected to, in order; a Problem where there are none.
[[nodiscard]] Result<QList<QHostAddress>> allowedAddresses(const QString &host,
                                                           const QList<QHostAddress> &found,
                                                           const Rules &rules,
                                                           const IsPublic &mayBeAsked = isPublic);

} // namespace demarche::corpus::fetch
