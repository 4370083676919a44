#pragma once

#include "app/theme.h"
#include "models/corpus/sources/settings.h"
#include "models/lens/lens.h"

#include <QByteArray>
#include <QSettings>

#include <QMap>

#include <array>

namespace demarche::app {

/// What is remembered from one session to the next. Read and written as one value; what is missing or cannot
/// be read is as at the first start.
struct Session
{
    QByteArray geometry;
    std::array<QByteArray, 4>
        splitters; ///< rows; map and timeline; articles, reader and findings; sources and articles
    std::array<bool, 5> panels{true, true, true, true, true}; ///< map, timeline, articles, findings, sources
    lens::Lens lens;
    qint64 article = 0;
    int layers = 7; ///< article::Layers as a number
    int tab = 0;
    bool findingsOverLens = false;
    Appearance appearance = Appearance::System;
    QString folder;     ///< where files were opened last
    QStringList recent; ///< paths opened, the last first
    bool toolBar = true;
    QMap<QString, QString> keys;      ///< dialogs::ChangedKeys
    QMap<QString, QByteArray> tables; ///< how the columns of each table stand, by its name
};

[[nodiscard]] Session readSession(QSettings &settings);
void writeSession(QSettings &settings, const Session &session);

/// What may be fetched, and how often; kept at once where it is changed.
[[nodiscard]] corpus::sources::Settings readFetching(QSettings &settings);
void writeFetching(QSettings &settings, const corpus::sources::Settings &fetching);

} // namespace demarche::app
