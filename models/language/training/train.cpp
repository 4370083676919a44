#include "models/language/training/train.h"

#include "models/language/tagger.h"
#include "models/language/training/clustering.h"
#include "models/language/training/trainers.h"

using namespace Qt::StringLiterals;

namespace demarche::language::training {

namespace {

Result<ClusterTable> clusterTable(const TrainingPlan &plan, const Report &report)
{
    if (plan.vectors.isEmpty())
        return ClusterTable::read(plan.clusters);
    report(u"clusters: reading %1"_s.arg(plan.vectors));
    const auto vectors = readVectors(plan.vectors);
    if (!vectors)
        return std::unexpected(vectors.error());
    report(u"clusters: k-means over %1 words"_s.arg(vectors->words.size()));
    const ClusterTable table = ClusterTable::from(*vectors);
    if (const auto written = table.write(plan.clusters); !written)
        return std::unexpected(written.error());
    return ClusterTable::read(plan.clusters);
}

std::vector<TreeSentence *> pointers(std::vector<TreeSentence> &sentences)
{
    std::vector<TreeSentence *> all;
    for (TreeSentence &s : sentences)
        all.push_back(&s);
    return all;
}

Result<Tagger> taggerOf(const std::map<std::string, QByteArray> &sections, QByteArray &storage)
{
    storage = ModelFile::write(sections);
    const auto file = ModelFile::open(storage, u"training"_s);
    return file ? Tagger::open(*file, u"training"_s) : std::unexpected(file.error());
}

// Tags each fold by a tagger that has not seen it.
Result<void> jackknife(std::vector<TreeSentence> &sentences, const TrainingPlan &plan, const Report &report)
{
    const int epochs = std::max(1, plan.taggerEpochs / 2);
    std::vector<WorkSentence> tagged(sentences.size());
    for (int fold = 0; fold < plan.folds; ++fold) {
        report(u"tagger: jackknife %1 of %2"_s.arg(fold + 1).arg(plan.folds));
        std::vector<TreeSentence *> seen;
        for (size_t i = 0; i < sentences.size(); ++i) {
            if (int(i % size_t(plan.folds)) != fold)
                seen.push_back(&sentences[i]);
        }
        TaggerTrainer trainer;
        trainer.train(seen, epochs);
        QByteArray storage;
        const auto tagger = taggerOf(trainer.sections(), storage);
        if (!tagger)
            return std::unexpected(tagger.error());
        for (size_t i = size_t(fold); i < sentences.size(); i += size_t(plan.folds)) {
            tagged[i] = sentences[i].work;
            tagger->tag(tagged[i]);
        }
    }
    for (size_t i = 0; i < sentences.size(); ++i)
        sentences[i].work = tagged[i];
    return {};
}

} // namespace

Result<QByteArray> train(const TrainingPlan &plan, const Report &report)
{
    const auto table = clusterTable(plan, report);
    if (!table)
        return std::unexpected(table.error());
    std::map<std::string, QByteArray> sections;
    sections["clusters"] = table->packed();
    const auto clusters = Clusters::open(sections["clusters"], plan.clusters);
    if (!clusters)
        return std::unexpected(clusters.error());

    std::vector<TreeSentence> trees;
    for (const QString &name : {u"/ud/en_ewt-ud-train.conllu"_s, u"/ud/en_gum-ud-train.conllu"_s}) {
        auto part = readTreebank(plan.data + name, *clusters);
        if (!part)
            return std::unexpected(part.error());
        std::ranges::move(*part, std::back_inserter(trees));
    }
    std::vector<NameSentence> names;
    for (const auto &[name, which] :
         {std::pair{u"/ner/eww.train"_s, Part::Training}, {u"/ner/uner.train"_s, Part::All}}) {
        auto part = readNames(plan.data + name, *clusters, which);
        if (!part)
            return std::unexpected(part.error());
        std::ranges::move(*part, std::back_inserter(names));
    }

    report(u"lemmas"_s);
    sections["lemmas"] = trainLemmas(trees);
    report(u"tagger: %1 sentences, %2 epochs"_s.arg(trees.size()).arg(plan.taggerEpochs));
    TaggerTrainer taggerTrainer;
    taggerTrainer.train(pointers(trees), plan.taggerEpochs);
    sections.merge(taggerTrainer.sections());
    QByteArray storage;
    const auto tagger = taggerOf(sections, storage);
    if (!tagger)
        return std::unexpected(tagger.error());

    report(u"names: %1 sentences, %2 epochs"_s.arg(names.size()).arg(plan.nameEpochs));
    std::vector<NameSentence *> named;
    for (NameSentence &s : names) {
        tagger->tag(s.work);
        named.push_back(&s);
    }
    sections["names"] = trainNames(named, plan.nameEpochs);

    if (const auto tagged = jackknife(trees, plan, report); !tagged)
        return std::unexpected(tagged.error());
    sections.merge(trainParser(pointers(trees), plan.parserEpochs, report));
    return ModelFile::write(sections);
}

} // namespace demarche::language::training
