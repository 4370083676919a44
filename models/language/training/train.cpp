#include "models/language/training/train.h"

#include "models/language/parser.h"
#include "models/language/training/clustering.h"
#include "models/language/training/trainers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::language::training {

namespace {

using Sections = std::map<std::string, QByteArray>;
using Done = Result<void>;

std::vector<TreeSentence *> pointers(std::vector<TreeSentence> &sentences)
{
    std::vector<TreeSentence *> all;
    all.reserve(sentences.size());
    for (TreeSentence &s : sentences)
        all.push_back(&s);
    return all;
}

/// The run of one training: what is read, and the sections made so far.
class Training
{
public:
    Training(const TrainingPlan &plan, const Report &report)
        : m_plan(plan)
        , m_report(report)
    {
    }

    [[nodiscard]] Result<QByteArray> run();

private:
    [[nodiscard]] Done readBase();
    [[nodiscard]] Done makeLists();
    [[nodiscard]] Done readCorpora();
    [[nodiscard]] Done trainLemmatiser();
    [[nodiscard]] Done trainTagger();
    [[nodiscard]] Done trainNameTagger();
    [[nodiscard]] Done jackknife();
    [[nodiscard]] Done trainTreeParser();
    [[nodiscard]] Result<Tagger> tagger(const Sections &sections, QByteArray &storage) const;

    const TrainingPlan &m_plan;
    const Report &m_report;
    Sections m_sections;
    Clusters m_clusters;
    std::vector<TreeSentence> m_trees;
    std::vector<NameSentence> m_names;
};

Done Training::readBase()
{
    if (m_plan.base.isEmpty())
        return {};
    const auto bytes = readFile(m_plan.base);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto file = ModelFile::open(*bytes, m_plan.base);
    if (!file)
        return std::unexpected(file.error());
    for (const std::string &name : file->names())
        m_sections[name] = file->section(name.c_str()).toByteArray();
    return {};
}

Done Training::makeLists()
{
    const QString tablePath = m_plan.resources + u"/clusters.tsv"_s;
    if (!m_plan.vectors.isEmpty()) {
        m_report(u"clusters: reading %1"_s.arg(m_plan.vectors));
        const auto vectors = readVectors(m_plan.vectors);
        if (!vectors)
            return std::unexpected(vectors.error());
        m_report(u"clusters: k-means over %1 words"_s.arg(vectors->words.size()));
        if (const auto written = ClusterTable::from(*vectors).write(tablePath); !written)
            return written;
    }
    const auto table = ClusterTable::read(tablePath);
    if (!table)
        return std::unexpected(table.error());
    m_sections["clusters"] = table->packed();
    const auto clusters = Clusters::open(m_sections["clusters"], tablePath);
    const auto gazetteer = packGazetteer(m_plan.resources + u"/gazetteer.tsv"_s);
    if (!clusters || !gazetteer)
        return std::unexpected(clusters ? gazetteer.error() : clusters.error());
    m_clusters = *clusters;
    m_sections["gazetteer"] = *gazetteer;
    return {};
}

Done Training::readCorpora()
{
    for (const QString &name : {u"/ud/en_ewt-ud-train.conllu"_s, u"/ud/en_gum-ud-train.conllu"_s}) {
        auto part = readTreebank(m_plan.data + name, m_clusters);
        if (!part)
            return std::unexpected(part.error());
        std::ranges::move(*part, std::back_inserter(m_trees));
    }
    for (const auto &[name, which] :
         {std::pair{u"/ner/eww.train"_s, Part::Training}, {u"/ner/uner.train"_s, Part::All}}) {
        auto part = readNames(m_plan.data + name, m_clusters, which, m_plan.heldOut);
        if (!part)
            return std::unexpected(part.error());
        const int before = m_names.empty() ? 0 : m_names.back().document + 1;
        for (NameSentence &s : *part)
            s.document += before;
        std::ranges::move(*part, std::back_inserter(m_names));
    }
    return {};
}

Result<Tagger> Training::tagger(const Sections &sections, QByteArray &storage) const
{
    storage = ModelFile::write(sections);
    const auto file = ModelFile::open(storage, u"training"_s);
    return file ? Tagger::open(*file, u"training"_s) : std::unexpected(file.error());
}

Done Training::trainLemmatiser()
{
    m_sections["lemmas"] = trainLemmas(m_trees);
    return {};
}

Done Training::trainTreeParser()
{
    for (const auto &[name, bytes] : trainParser(pointers(m_trees), m_plan.parserEpochs, m_report))
        m_sections[name] = bytes;
    return {};
}

Done Training::trainTagger()
{
    m_report(u"tagger: %1 sentences, %2 epochs"_s.arg(m_trees.size()).arg(m_plan.taggerEpochs));
    TaggerTrainer trainer;
    trainer.train(pointers(m_trees), m_plan.taggerEpochs);
    for (const auto &[name, bytes] : trainer.sections())
        m_sections[name] = bytes;
    return {};
}

Done Training::trainNameTagger()
{
    QByteArray storage;
    const auto shipped = tagger(m_sections, storage);
    if (!shipped)
        return std::unexpected(shipped.error());
    const auto file = ModelFile::open(storage, u"training"_s);
    const auto parser = file ? Parser::open(*file, u"training"_s) : std::unexpected(file.error());
    if (!parser)
        return std::unexpected(parser.error());
    for (NameSentence &s : m_names) {
        shipped->tag(s.work);
        parser->parse(s.work);
    }
    const auto bytes = trainNames(m_names, m_sections["gazetteer"], m_plan.nameEpochs, m_report);
    if (!bytes)
        return std::unexpected(bytes.error());
    m_sections["names"] = *bytes;
    return {};
}

// Tags each fold by a tagger that has not seen it.
Done Training::jackknife()
{
    const int epochs = std::max(1, m_plan.taggerEpochs * 3 / 8);
    std::vector<WorkSentence> tagged(m_trees.size());
    for (int fold = 0; fold < m_plan.folds; ++fold) {
        m_report(u"tagger: jackknife %1 of %2"_s.arg(fold + 1).arg(m_plan.folds));
        std::vector<TreeSentence *> seen;
        for (size_t i = 0; i < m_trees.size(); ++i) {
            if (int(i % size_t(m_plan.folds)) != fold)
                seen.push_back(&m_trees[i]);
        }
        TaggerTrainer trainer;
        trainer.train(seen, epochs);
        QByteArray storage;
        const auto other = tagger(trainer.sections(), storage);
        if (!other)
            return std::unexpected(other.error());
        for (auto i = size_t(fold); i < m_trees.size(); i += size_t(m_plan.folds)) {
            tagged[i] = m_trees[i].work;
            other->tag(tagged[i]);
        }
    }
    for (size_t i = 0; i < m_trees.size(); ++i)
        m_trees[i].work = tagged[i];
    return {};
}

Result<QByteArray> Training::run()
{
    using Step = Done (Training::*)();
    struct Part
    {
        QString name; ///< empty: always
        Step step;
    };
    for (const Part &part : {Part{{}, &Training::readBase},
                             {{}, &Training::makeLists},
                             {{}, &Training::readCorpora},
                             {u"lemmas"_s, &Training::trainLemmatiser},
                             {u"tagger"_s, &Training::trainTagger},
                             {u"parser"_s, &Training::jackknife},
                             {u"parser"_s, &Training::trainTreeParser},
                             {u"names"_s, &Training::trainNameTagger}}) {
        if (!part.name.isEmpty() && !m_plan.parts.contains(part.name))
            continue;
        if (const auto done = (this->*part.step)(); !done)
            return std::unexpected(done.error());
    }
    return ModelFile::write(m_sections);
}

} // namespace

Result<QByteArray> train(const TrainingPlan &plan, const Report &report)
{
    return Training(plan, report).run();
}

} // namespace demarche::language::training
