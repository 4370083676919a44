#pragma once

#include "models/corpus/warc/http.h"

#include <functional>

namespace demarche::corpus::warc {

/// One record of an archive. Its bytes live as long as the call that it is given in.
struct Record
{
    Headers headers;
    QByteArrayView block;
    bool whole = true; ///< false where the file ends inside it
};

/// What becomes of records, and of those that cannot be read. False from `record`: no more of them.
struct RecordSink
{
    std::function<bool(const Record &)> record;
    std::function<void(const QString &what)> damage;
    std::function<void(qsizetype done)> position; ///< bytes of the file
};

/// True for a WARC file, plain or with gzip.
[[nodiscard]] bool isWarc(QByteArrayView bytes);

/// Gives each record in turn. One that is damaged is told and passed over: the next is looked for.
void readRecords(QByteArrayView bytes, const RecordSink &sink);

} // namespace demarche::corpus::warc
