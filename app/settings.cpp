#include "app/settings.h"

#include <QJsonDocument>

namespace demarche::app {

using namespace Qt::StringLiterals;

namespace {

const std::array<QString, 4> splitterKeys{u"rows"_s, u"charts"_s, u"lists"_s, u"sources"_s};
const std::array<QString, 5> panelKeys{u"map"_s, u"timeline"_s, u"articles"_s, u"findings"_s, u"sources"_s};

/// One value for each name, in a group of their own.
template <typename Value>
void readAll(QSettings &settings, const QString &group, QMap<QString, Value> &values)
{
    settings.beginGroup(group);
    for (const QString &name : settings.childKeys())
        values.insert(name, settings.value(name).value<Value>());
    settings.endGroup();
}

template <typename Value>
void writeAll(QSettings &settings, const QString &group, const QMap<QString, Value> &values)
{
    settings.remove(group);
    settings.beginGroup(group);
    for (const auto &[name, value] : values.asKeyValueRange())
        settings.setValue(name, value);
    settings.endGroup();
}

} // namespace

Session readSession(QSettings &settings)
{
    Session session;
    settings.beginGroup(u"window"_s);
    session.geometry = settings.value("geometry"_L1).toByteArray();
    for (std::size_t i = 0; i < splitterKeys.size(); ++i)
        session.splitters[i] = settings.value(u"splitter/"_s + splitterKeys[i]).toByteArray();
    for (std::size_t i = 0; i < panelKeys.size(); ++i)
        session.panels[i] = settings.value(u"panel/"_s + panelKeys[i], true).toBool();
    session.appearance = appearanceFrom(settings.value("theme"_L1).toString());
    session.folder = settings.value("folder"_L1).toString();
    session.recent = settings.value("recent"_L1).toStringList();
    session.toolBar = settings.value("toolBar"_L1, true).toBool();
    readAll(settings, u"keys"_s, session.keys);
    readAll(settings, u"tables"_s, session.tables);
    settings.endGroup();
    settings.beginGroup(u"work"_s);
    session.lens =
        lens::lensFromJson(QJsonDocument::fromJson(settings.value("lens"_L1).toByteArray()).object());
    session.article = settings.value("article"_L1).toLongLong();
    session.layers = settings.value("layers"_L1, session.layers).toInt() & 7;
    session.tab = settings.value("tab"_L1).toInt();
    session.findingsOverLens = settings.value("findingsOverLens"_L1).toBool();
    settings.endGroup();
    return session;
}

void writeSession(QSettings &settings, const Session &session)
{
    settings.beginGroup(u"window"_s);
    settings.setValue("geometry"_L1, session.geometry);
    for (std::size_t i = 0; i < splitterKeys.size(); ++i)
        settings.setValue(u"splitter/"_s + splitterKeys[i], session.splitters[i]);
    for (std::size_t i = 0; i < panelKeys.size(); ++i)
        settings.setValue(u"panel/"_s + panelKeys[i], session.panels[i]);
    settings.setValue("theme"_L1, name(session.appearance));
    settings.setValue("folder"_L1, session.folder);
    settings.setValue("recent"_L1, session.recent);
    settings.setValue("toolBar"_L1, session.toolBar);
    writeAll(settings, u"keys"_s, session.keys);
    writeAll(settings, u"tables"_s, session.tables);
    settings.endGroup();
    settings.beginGroup(u"work"_s);
    settings.setValue("lens"_L1, QJsonDocument(lens::toJson(session.lens)).toJson(QJsonDocument::Compact));
    settings.setValue("article"_L1, session.article);
    settings.setValue("layers"_L1, session.layers);
    settings.setValue("tab"_L1, session.tab);
    settings.setValue("findingsOverLens"_L1, session.findingsOverLens);
    settings.endGroup();
}

corpus::sources::Settings readFetching(QSettings &settings)
{
    corpus::sources::Settings fetching;
    settings.beginGroup(u"fetching"_s);
    fetching.byItself = settings.value("byItself"_L1, fetching.byItself).toBool();
    fetching.minutes = std::clamp(settings.value("minutes"_L1, fetching.minutes).toInt(), 5, 7 * 24 * 60);
    fetching.rules.plainHttp = settings.value("plainHttp"_L1, false).toBool();
    fetching.rules.privateAddresses = settings.value("privateAddresses"_L1, false).toBool();
    settings.endGroup();
    return fetching;
}

void writeFetching(QSettings &settings, const corpus::sources::Settings &fetching)
{
    settings.beginGroup(u"fetching"_s);
    settings.setValue("byItself"_L1, fetching.byItself);
    settings.setValue("minutes"_L1, fetching.minutes);
    settings.setValue("plainHttp"_L1, fetching.rules.plainHttp);
    settings.setValue("privateAddresses"_L1, fetching.rules.privateAddresses);
    settings.endGroup();
}

} // namespace demarche::app
