#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace demarche::corpus {

/// Something that may hold articles: a file, standard input, a member of an archive. The bytes stay valid
/// during the reading only.
struct Source
{
    QString uri; ///< the path as given, "-", or "archive.zip/member.txt"
    QByteArrayView bytes;
    int depth = 0;           ///< archives that it lies in
    QByteArray charset = {}; ///< as who delivered it declares; empty where nobody did
};

} // namespace demarche::corpus
