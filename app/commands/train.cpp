#include "models/language/training/train.h"
#include "app/commands/command.h"

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

int run(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption vectors(
        u"vectors"_s, u"Cluster these word vectors anew (GloVe text, or wink's JSON)."_s, u"FILE"_s);
    const QCommandLineOption out(u"out"_s,
                                 u"Write the models here; the cluster table clusters.tsv lies beside it."_s,
                                 u"FILE"_s, u"resources/language/english.model"_s);
    const QCommandLineOption quick(u"quick"_s, u"Few epochs: for trying things out."_s);
    parser.addOptions({vectors, out, quick});
    if (!parser.parse(QStringList{u"demarche"_s} + arguments))
        return fail(parser.errorText(), WrongUsage);
    if (parser.positionalArguments().size() != 1)
        return fail(u"name the folder with the corpora (ud/ and ner/)"_s, WrongUsage);

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
    const auto bytes = language::training::train(plan, report);
    if (!bytes)
        return fail(bytes.error().line(), SomethingUnread);
    if (const auto saved = save(parser.value(out), *bytes); !saved)
        return fail(saved.error().line(), SomethingUnread);
    report(u"%1: %2 bytes"_s.arg(parser.value(out)).arg(bytes->size()));
    return AllRead;
}

} // namespace

extern const Command train;
const Command train{"train"_L1, "rebuild the language models from the corpora"_L1, false, run};

} // namespace demarche::app
