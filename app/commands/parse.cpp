#include "app/commands/options.h"
#include "app/commands/output.h"
#include "models/corpus/encoding.h"
#include "models/language/annotator.h"
#include "models/language/conllu.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr QLatin1StringView commandName("parse");
constexpr QLatin1StringView commandSummary("prints the sentences, trees and names of texts as CoNLL-U");

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    const bool open = path == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return std::unexpected(Problem{path, file.errorString()});
    return file.readAll();
}

Result<text::Document> documentFrom(const QString &path, bool tokenized)
{
    const auto bytes = bytesOf(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (corpus::looksBinary(*bytes))
        return std::unexpected(Problem{path, u"not a text: the file is binary"_s});
    if (!tokenized)
        return text::segment(corpus::decode(*bytes).text);
    const auto sentences = language::readConllu(*bytes, path);
    if (!sentences)
        return std::unexpected(sentences.error());
    return language::documentOf(*sentences);
}

int run(const QStringList &arguments)
{
    CommandLine line(commandName, commandSummary, u"[--tokenized] PATH…"_s);
    line.add(u"tokenized"_s, u"The input is CoNLL-U, whose tokens and sentence bounds are kept."_s);
    line.add(u"model"_s, u"Use these models instead of those built in."_s, u"FILE"_s);
    if (const auto status = line.parse(arguments))
        return *status;
    if (line.paths().isEmpty())
        return line.wrong(u"name the files to parse, or - for standard input"_s);
    const auto annotator = line.isSet(u"model"_s) ? language::Annotator::load(line.value(u"model"_s))
                                                  : language::Annotator::shipped();
    if (!annotator) {
        say(annotator.error().line());
        return SomethingUnread;
    }
    Output output;
    int status = AllRead;
    for (const QString &path : line.paths()) {
        auto document = documentFrom(path, line.isSet(u"tokenized"_s));
        if (document) {
            output.write(language::writeConllu((*annotator)->annotate(std::move(*document))));
        } else {
            say(document.error().line());
            status = SomethingUnread;
        }
    }
    return output.finish() ? status : SomethingUnread;
}

} // namespace

extern const Command parse;
const Command parse{commandName, commandSummary, false, run};

} // namespace demarche::app
