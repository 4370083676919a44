#include "models/corpus/readers/newsexport.h"

#include "models/corpus/encoding.h"
#include "models/corpus/provenance.h"
#include "models/corpus/vendors/factiva.h"
#include "models/corpus/vendors/factivarecord.h"
#include "models/corpus/vendors/nexis.h"
#include "models/corpus/vendors/nexislabels.h"
#include "models/corpus/vendors/proquest.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype longestExport = qsizetype{256} * 1024 * 1024;
constexpr qsizetype probeLength = 512 * 1024; ///< pages begin with some 100 KB of style, reports with a list
constexpr int beyondDoubt = 97;               ///< above the readers of the forms that exports come in

/// Words of which every export has some: whoever lacks them all need not be looked at further.
bool hasMarks(QByteArrayView bytes)
{
    static constexpr std::array<QByteArrayView, 18> marks{
        "Document ", "Dokument ",  "Documento ", "DOCUMENT",      "DOKUMENT",    "STORIES",
        "Load-Date", "LOAD-DATE",  "Ladedatum",  "LADEDATUM",     "of Document", "du document",
        "de carga",  "chargement", "Laaddatum",  "des Dokuments", "Job Number:", "ProQuest"};
    return std::ranges::any_of(marks, [bytes](QByteArrayView mark) { return bytes.indexOf(mark) >= 0; });
}

bool isPage(QByteArrayView bytes)
{
    const QByteArray start = bytes.first(std::min<qsizetype>(bytes.size(), 1024)).toByteArray().toLower();
    return start.contains("<html") || start.contains("<!doctype html");
}

/// The lines of a text or page; a prefix of one does as well. `how` tells how it was decoded.
Result<vendors::Lines> textLines(const Source &source, QByteArrayView bytes, Decoded &how)
{
    const bool page = isPage(bytes);
    how = page ? html::decoded(bytes, source.charset) : decode(bytes, source.charset);
    if (!page)
        return vendors::linesOf(how.text);
    const Result<html::Tree> tree = html::Tree::parse(how.text);
    if (!tree)
        return std::unexpected(Problem{source.uri, tree.error().what});
    return vendors::linesOf(*tree);
}

bool isDocument(QByteArrayView bytes)
{
    return document::isRtf(bytes) || document::isDocx(bytes);
}

Result<document::Document> documentOf(QByteArrayView bytes)
{
    return document::isRtf(bytes) ? document::readRtf(bytes) : document::readDocx(bytes);
}

/// The lines of a word processor's file; what could not be read of it is told to the sink.
Result<vendors::Lines> documentLines(const Source &source, const Sink *sink)
{
    const Result<document::Document> read = documentOf(source.bytes);
    if (!read)
        return std::unexpected(Problem{source.uri, read.error().what});
    for (const QString &warning : read->warnings) {
        if (sink != nullptr)
            sink->problem({source.uri, warning});
    }
    return vendors::linesOf(*read);
}

bool isExport(const vendors::Lines &lines)
{
    return vendors::isProQuest(lines) || vendors::isFactiva(lines) || vendors::isNexis(lines);
}

/// Exports of both archives may stand in one file, one behind the other: the place behind the last mark of
/// the first archive's; the end where there is one kind of mark only.
size_t partingOf(vendors::LineSpan lines)
{
    enum class Mark : unsigned char { None, Factiva, Nexis };
    Mark kind = Mark::None;
    size_t last = lines.size();
    for (size_t i = 0; i < lines.size(); ++i) {
        const Mark mark = !vendors::accessionOf(lines[i].text).isEmpty() ? Mark::Factiva
                          : vendors::isEndMark(lines[i].text)            ? Mark::Nexis
                                                                         : Mark::None;
        if (mark == Mark::None)
            continue;
        if (kind != Mark::None && mark != kind)
            return last;
        kind = mark;
        last = i + 1;
    }
    return lines.size();
}

Result<void> readParts(vendors::LineSpan lines, const QString &uri, const Sink &sink)
{
    if (vendors::isProQuest(lines))
        return vendors::readProQuest(lines, uri, sink);
    const bool factiva = vendors::isFactiva(lines);
    const bool nexis = vendors::isNexis(lines);
    const size_t parting = factiva && nexis ? partingOf(lines) : lines.size();
    if (parting < lines.size()) {
        bool goesOn = true;
        const Sink first{[&](Article &&article) { return goesOn = sink.article(std::move(article)); },
                         sink.problem, sink.position};
        Result<void> read = readParts(lines.first(parting), uri, first);
        return read && goesOn ? readParts(lines.subspan(parting), uri + u"#2"_s, sink) : read;
    }
    return nexis && !factiva ? vendors::readNexis(lines, uri, sink) : vendors::readFactiva(lines, uri, sink);
}

} // namespace

int NewsExportReader::likeness(const Source &source) const
{
    if (source.bytes.size() > longestExport)
        return 0;
    if (document::isRtf(source.bytes) && !hasMarks(source.bytes))
        return 0;
    if (isDocument(source.bytes)) {
        const Result<vendors::Lines> lines = documentLines(source, nullptr);
        return lines && isExport(*lines) ? beyondDoubt : 0;
    }
    const QByteArrayView probe = source.bytes.first(std::min(source.bytes.size(), probeLength));
    const bool isWide = probe.first(std::min<qsizetype>(probe.size(), 64)).contains('\0'); // UTF-16
    if (looksBinary(probe) || (!isWide && !hasMarks(probe)))
        return 0;
    Decoded how;
    const Result<vendors::Lines> lines = textLines(source, probe, how);
    return lines && isExport(*lines) ? beyondDoubt : 0;
}

Result<void> NewsExportReader::read(const Source &source, const Sink &sink) const
{
    if (source.bytes.size() > longestExport)
        return std::unexpected(Problem{source.uri, u"too long for an export (over 256 MB)"_s});
    Decoded how;
    const bool document = isDocument(source.bytes);
    const Result<vendors::Lines> lines =
        document ? documentLines(source, &sink) : textLines(source, source.bytes, how);
    if (!lines)
        return std::unexpected(lines.error());
    const Sink marking{[&](Article &&article) {
                           if (!document)
                               setEncoding(article, how);
                           return sink.article(std::move(article));
                       },
                       sink.problem, sink.position};
    return readParts(*lines, source.uri, marking);
}

} // namespace demarche::corpus
