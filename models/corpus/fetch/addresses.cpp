#include "models/corpus/fetch/addresses.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus::fetch {

namespace {

struct Range
{
    QHostAddress first;
    int bits;
};

/// IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its updates), multicast and the reserved rest.
const std::array<Range, 15> &specialIPv4()
{
    static const std::array<Range, 15> ranges{{{QHostAddress(u"0.0.0.0"_s), 8},
                                               {QHostAddress(u"10.0.0.0"_s), 8},
                                               {QHostAddress(u"100.64.0.0"_s), 10},
                                               {QHostAddress(u"127.0.0.0"_s), 8},
                                               {QHostAddress(u"169.254.0.0"_s), 16},
                                               {QHostAddress(u"172.16.0.0"_s), 12},
                                               {QHostAddress(u"192.0.0.0"_s), 24},
                                               {QHostAddress(u"192.0.2.0"_s), 24},
                                               {QHostAddress(u"192.88.99.0"_s), 24},
                                               {QHostAddress(u"192.168.0.0"_s), 16},
                                               {QHostAddress(u"198.18.0.0"_s), 15},
                                               {QHostAddress(u"198.51.100.0"_s), 24},
                                               {QHostAddress(u"203.0.113.0"_s), 24},
                                               {QHostAddress(u"224.0.0.0"_s), 4},
                                               {QHostAddress(u"240.0.0.0"_s), 4}}};
    return ranges;
}

/// What inside 2000::/3 is not handed out to networks: protocol assignments with Teredo, documentation, 6to4.
const std::array<Range, 4> &specialIPv6()
{
    static const std::array<Range, 4> ranges{{{QHostAddress(u"2001::"_s), 23},
                                              {QHostAddress(u"2001:db8::"_s), 32},
                                              {QHostAddress(u"2002::"_s), 16},
                                              {QHostAddress(u"3fff::"_s), 20}}};
    return ranges;
}

bool isIn(const QHostAddress &address, const Range &range)
{
    return address.isInSubnet(range.first, range.bits);
}

/// The last four bytes of an IPv6 address.
QHostAddress embeddedIPv4(const Q_IPV6ADDR &bytes)
{
    return QHostAddress((quint32(bytes[12]) << 24U) | (quint32(bytes[13]) << 16U) |
                        (quint32(bytes[14]) << 8U) | quint32(bytes[15]));
}

/// ::ffff:0:0/96, and 64:ff9b::/96, by which networks without IPv4 reach it.
bool carriesIPv4(const QHostAddress &address)
{
    static const Range mapped{QHostAddress(u"::ffff:0.0.0.0"_s), 96};
    static const Range translated{QHostAddress(u"64:ff9b::"_s), 96};
    return isIn(address, mapped) || isIn(address, translated);
}

const QString whatAllows = u"; it is fetched only where the settings for feeds allow that"_s;

} // namespace

bool isPublic(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return std::ranges::none_of(specialIPv4(), [&](const Range &range) { return isIn(address, range); });
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return false;
    QHostAddress bare = address;
    bare.setScopeId({});
    const Q_IPV6ADDR bytes = bare.toIPv6Address();
    if (carriesIPv4(bare))
        return isPublic(embeddedIPv4(bytes));
    return (bytes[0] & 0xE0U) == 0x20U &&
           std::ranges::none_of(specialIPv6(), [&](const Range &range) { return isIn(bare, range); });
}

bool isWebAddress(QStringView text)
{
    return text.startsWith(u"https://", Qt::CaseInsensitive) ||
           text.startsWith(u"http://", Qt::CaseInsensitive);
}

Result<QUrl> checkedAddress(const QString &text, const Rules &rules)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid())
        return std::unexpected(Problem{text.trimmed(), u"is not a web address"_s});
    return checkedAddress(url, rules);
}

Result<QUrl> checkedAddress(const QUrl &url, const Rules &rules)
{
    const QString shown = url.toDisplayString();
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return std::unexpected(Problem{shown, u"is not a web address (https://…)"_s});
    if (!url.userInfo().isEmpty())
        return std::unexpected(Problem{shown, u"holds a user's name or password, which is never sent"_s});
    if (url.port(1) == 0)
        return std::unexpected(Problem{shown, u"names port 0, which is none"_s});
    if (scheme == "http"_L1 && !rules.plainHttp)
        return std::unexpected(Problem{shown, u"is not encrypted (http)"_s + whatAllows});
    return url.adjusted(QUrl::RemoveFragment);
}

Result<QUrl> redirected(const QUrl &from, const QByteArray &location, const Rules &rules)
{
    const QUrl target = QUrl::fromEncoded(location.trimmed(), QUrl::StrictMode);
    if (location.trimmed().isEmpty() || !target.isValid())
        return std::unexpected(Problem{from.toDisplayString(), u"redirects to what is no address"_s});
    const QUrl to = from.resolved(target);
    if (from.scheme() == "https"_L1 && to.scheme() == "http"_L1)
        return std::unexpected(
            Problem{from.toDisplayString(),
                    u"redirects to an address without encryption (%1), which is never followed"_s.arg(
                        to.toDisplayString())});
    const Result<QUrl> checked = checkedAddress(to, rules);
    if (!checked)
        return std::unexpected(Problem{from.toDisplayString(), u"redirects to "_s + checked.error().line()});
    return checked;
}

Result<QList<QHostAddress>> allowedAddresses(const QString &host, const QList<QHostAddress> &found,
                                             const Rules &rules, const IsPublic &mayBeAsked)
{
    if (found.isEmpty())
        return std::unexpected(Problem{host, u"no such host is known"_s});
    QList<QHostAddress> allowed;
    std::ranges::copy_if(found, std::back_inserter(allowed), [&](const QHostAddress &address) {
        return rules.privateAddresses || mayBeAsked(address);
    });
    if (allowed.isEmpty())
        return std::unexpected(Problem{
            host, u"lies on this computer or in a private network (%1)"_s.arg(found.first().toString()) +
                      whatAllows});
    return allowed;
}

} // namespace demarche::corpus::fetch
