#include "models/language/nametagger.h"
#include "models/language/occurrences.h"
#include "models/language/training/chain.h"
#include "models/language/training/trainers.h"

using namespace Qt::StringLiterals;

namespace demarche::language::training {

namespace {

constexpr int Folds = 2;
constexpr int FirstEpochs = 3;      // of the models that give first readings
constexpr int Runs = 5;             // averaged
constexpr int TuningEpochs = 2;     // after pruning
constexpr double ContextKept = 0.6; // the rest is read without context, as the first reading of an article is
constexpr double ElsewhereKept =
    0.7; // the rest is read without the words' other places: Mr Jordan is not all that is called so
constexpr size_t Cells = 250'000; // weights that are shipped

// A name in a place that is never looked at cannot be learnt; its sentence would be corrected in vain for
// ever.
bool isLearnable(const NameSentence &s)
{
    for (int i = 0; i < s.work.size(); ++i) {
        if (s.classes[size_t(i)] != OutsideName && !mayBeNamed(s.work, i))
            return false;
    }
    return true;
}

// All sentences that can be learnt from but those of a fold's documents.
std::vector<NameSentence *> without(std::vector<NameSentence> &sentences, int fold)
{
    std::vector<NameSentence *> order;
    for (NameSentence &s : sentences) {
        if (s.document % Folds != fold && isLearnable(s))
            order.push_back(&s);
    }
    return order;
}

ChainExample::Features numbered(const FeatureList &features, FeatureIndex &index)
{
    ChainExample::Features numbers;
    for (std::uint64_t f : features.all())
        numbers.push_back(index.number(f));
    return numbers;
}

ChainExample exampleOf(const NameSentence &s, FeatureIndex &index)
{
    const auto n = size_t(s.work.size());
    ChainExample example{std::vector<ChainExample::Features>(n),
                         std::vector<ChainExample::Features>(n),
                         {},
                         s.classes,
                         s.kinds};
    example.context.resize(s.uses.empty() ? 0 : n);
    FeatureList features;
    for (size_t i = 0; i < n; ++i) {
        if (!mayBeNamed(s.work, int(i)))
            continue;
        nameFeatures(s.work, int(i), s.lists, features);
        example.own[i] = numbered(features, index);
        for (std::uint64_t f : s.elsewhere[i])
            example.elsewhere[i].push_back(index.number(f));
        if (s.uses.empty())
            continue;
        contextFeatures(s.work, int(i), s.uses, features);
        example.context[i] = numbered(features, index);
    }
    return example;
}

// So many epochs over the examples; all but the first third of them are kept for the average.
void run(Chain &chain, std::vector<const ChainExample *> &order, int epochs, Random &random)
{
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(order);
        for (const ChainExample *example : order)
            chain.learn(*example, {random.chance(ElsewhereKept), random.chance(ContextKept)}, random);
        if (epoch >= epochs / 3)
            chain.keep();
    }
}

// The average of so many runs, which differ in what chance left out; `cells`: 0 leaves all weights.
QByteArray trained(const std::vector<NameSentence *> &sentences, int runs, int epochs, size_t cells)
{
    FeatureIndex index;
    std::vector<ChainExample> examples;
    examples.reserve(sentences.size());
    for (const NameSentence *s : sentences)
        examples.push_back(exampleOf(*s, index));
    std::vector<const ChainExample *> order;
    order.reserve(examples.size());
    for (const ChainExample &example : examples)
        order.push_back(&example);
    Chain chain(index.size());
    Random random(31);
    for (int i = 0; i < runs; ++i) {
        chain.restart();
        run(chain, order, epochs, random);
    }
    chain.settle();
    if (cells > 0) {
        chain.prune(cells);
        run(chain, order, TuningEpochs, random);
        chain.settle();
    }
    return Weights::write(NameClasses, chain.rows(index));
}

// Calls `take` with the first and one past the last sentence of each document.
template <typename Take>
void eachDocument(const std::vector<NameSentence> &sentences, const Take &take)
{
    for (size_t begin = 0; begin < sentences.size();) {
        size_t end = begin;
        while (end < sentences.size() && sentences[end].document == sentences[begin].document)
            ++end;
        take(begin, end);
        begin = end;
    }
}

// Notes what stands about the words where else their documents have them.
void lookElsewhere(std::vector<NameSentence> &sentences)
{
    eachDocument(sentences, [&](size_t begin, size_t end) {
        Occurrences occurrences;
        FeatureList features;
        for (size_t i = begin; i < end; ++i)
            occurrences.add(sentences[i].work);
        for (size_t i = begin; i < end; ++i) {
            NameSentence &s = sentences[i];
            s.elsewhere.resize(size_t(s.work.size()));
            for (int k = 0; k < s.work.size(); ++k) {
                occurrences.features(s.work, k, features);
                s.elsewhere[size_t(k)].assign(features.all().begin(), features.all().end());
            }
        }
    });
}

// Reads each document of a fold by a model that has not seen it, and notes what its sentences say of each
// other's words.
void readFold(std::vector<NameSentence> &sentences, const NameTagger &tagger, int fold)
{
    eachDocument(sentences, [&](size_t begin, size_t end) {
        if (sentences[begin].document % Folds != fold)
            return;
        NameContext context;
        std::vector<WorkSentence> works;
        std::vector<std::vector<std::uint8_t>> classes;
        for (size_t i = begin; i < end; ++i)
            works.push_back(sentences[i].work);
        tagger.classify(works, classes);
        for (size_t i = 0; i < works.size(); ++i)
            context.add(works[i], classes[i]);
        for (size_t i = 0; i < works.size(); ++i)
            context.uses(works[i], classes[i], sentences[begin + i].uses);
    });
}

} // namespace

Result<QByteArray> trainNames(std::vector<NameSentence> &sentences, const QByteArray &gazetteer, int epochs,
                              const std::function<void(const QString &)> &report)
{
    const auto lists = Gazetteer::open(gazetteer, u"training"_s);
    if (!lists)
        return std::unexpected(lists.error());
    for (NameSentence &s : sentences)
        lists->mark(s.work, s.lists);
    lookElsewhere(sentences);
    std::vector<QByteArray> models;
    for (int fold = 0; fold < Folds; ++fold) {
        report(u"names: first reading %1 of %2"_s.arg(fold + 1).arg(Folds));
        models.push_back(ModelFile::write(
            {{"gazetteer", gazetteer},
             {"names", trained(without(sentences, fold), 1, std::min(epochs, FirstEpochs), 0)}}));
    }
    for (int fold = 0; fold < Folds; ++fold) {
        const auto file = ModelFile::open(models[size_t(fold)], u"training"_s);
        const auto tagger = file ? NameTagger::open(*file, u"training"_s) : std::unexpected(file.error());
        if (!tagger)
            return std::unexpected(tagger.error());
        readFold(sentences, *tagger, fold);
    }
    report(u"names: %1 sentences, %2 epochs"_s.arg(sentences.size()).arg(epochs));
    return trained(without(sentences, -1), Runs, epochs, Cells);
}

} // namespace demarche::language::training
