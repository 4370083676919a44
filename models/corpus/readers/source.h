#pragma once

#include "models/corpus/csv/columns.h"
#include "models/corpus/encoding.h"

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
    int depth = 0;        ///< archives that it lies in
    Charset charset = {}; ///< as who delivered it declares, or the analyst chose; empty where nobody did

    csv::TableColumns columns = {}; ///< as a person says; empty where they are to be found out

    /// What is handed on to the parts of it: what was declared of a whole says nothing of them.
    [[nodiscard]] Charset chosenCharset() const { return charset.orDeclared({}); }
};

} // namespace demarche::corpus
