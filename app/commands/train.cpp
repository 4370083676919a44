#include "models/language/training/train.h"
#include "app/commands/command.h"
#include "models/analysis/training/attributiontrainer.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

int fail(const QString &line, ExitStatus status)
{
    QTextStream(stderr) << "demarche train: " << line << '\n';
    return status;
}

Result<void> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(Problem{path, file.errorString()});
    return {};
}

using Report = std::function<void(const QString &)>;

/// The model of attribution learns from the trees that the language models give: it is trained after them.
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
    QCommandLineParser parser;
    const QCommandLineOption vectors(
        u"vectors"_s, u"Cluster these word vectors anew (GloVe text, or wink's JSON)."_s, u"FILE"_s);
    const QCommandLineOption out(u"out"_s,
                                 u"Write the models here; the cluster table clusters.tsv lies beside it."_s,
                                 u"FILE"_s, u"resources/language/english.model"_s);
    const QCommandLineOption quick(u"quick"_s, u"Few epochs: for trying things out."_s);
    const QCommandLineOption quotes(u"quotes-only"_s,
                                    u"Keep the language models that stand there, train attribution alone."_s);
    parser.addOptions({vectors, out, quick, quotes});
    if (!parser.parse(QStringList{u"demarche"_s} + arguments))
        return fail(parser.errorText(), WrongUsage);
    if (parser.positionalArguments().size() != 1)
        return fail(u"name the folder with the corpora (ud/, ner/ and quotes/)"_s, WrongUsage);

    language::training::TrainingPlan plan;
    plan.data = parser.positionalArguments().constFirst();
    plan.vectors = parser.value(vectors);
    plan.clusters = QFileInfo(parser.value(out)).path() + u"/clusters.tsv"_s;
    if (parser.isSet(quick)) {
        plan.taggerEpochs = 4;
        plan.parserEpochs = 4;
        plan.nameEpochs = 5;
        plan.folds = 2;
    }
    QElapsedTimer clock;
    clock.start();
    const auto report = [&](const QString &line) {
        QTextStream(stderr) << u"%1 s  "_s.arg(double(clock.elapsed()) / 1000, 6, 'f', 1) << line << '\n';
    };
    if (!parser.isSet(quotes)) {
        const auto bytes = language::training::train(plan, report);
        if (!bytes)
            return fail(bytes.error().line(), SomethingUnread);
        if (const auto saved = save(parser.value(out), *bytes); !saved)
            return fail(saved.error().line(), SomethingUnread);
        report(u"%1: %2 bytes"_s.arg(parser.value(out)).arg(bytes->size()));
    }
    if (const auto trained = trainQuotes(plan.data, parser.value(out), report); !trained)
        return fail(trained.error().line(), SomethingUnread);
    return AllRead;
}

} // namespace

extern const Command train;
const Command train{"train"_L1, "rebuild the language models from the corpora"_L1, false, run};

} // namespace demarche::app
