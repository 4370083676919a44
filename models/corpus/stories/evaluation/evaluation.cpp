#include "models/corpus/stories/evaluation/evaluation.h"

#include "models/corpus/stories/candidates.h"
#include "models/corpus/stories/evaluation/edits.h"
#include "models/corpus/stories/grouping.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::stories::evaluation {

namespace {

constexpr std::uint32_t seed = 20240605;
constexpr std::uint32_t fewestShinglesMeasured = 36;

/// Articles come one after another and are grouped as a store does it.
class Collection
{
public:
    void add(const Signature &signature)
    {
        const std::size_t at = m_signatures.size();
        m_signatures.push_back(signature);
        m_groups.add();
        Candidates candidates(signature);
        for (std::size_t key = 0; key < keyCount; ++key) {
            std::vector<std::size_t> &known = m_byKey[signature.keys[key]];
            std::vector<Posting> postings;
            for (std::size_t i = known.size(); i > 0 && postings.size() < Candidates::mostListed; --i)
                postings.push_back({qint64(known[i - 1]), qint64(m_groups.head(known[i - 1]))});
            candidates.take(key, postings);
            known.push_back(at);
        }
        for (const qint64 other : candidates.articles()) {
            if (candidates.isCopy(m_signatures[std::size_t(other)]))
                m_groups.join(std::size_t(other), at);
        }
    }

    [[nodiscard]] std::size_t story(std::size_t at) { return m_groups.head(at); }
    [[nodiscard]] std::size_t size() const { return m_signatures.size(); }

private:
    std::vector<Signature> m_signatures;
    Groups m_groups;
    QHash<std::uint32_t, std::vector<std::size_t>> m_byKey;
};

class Evaluation
{
public:
    explicit Evaluation(std::span<const QString> articles)
    {
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const Signature signature = signatureOf(articles[i]);
            if (signature.shingles < fewestShinglesMeasured)
                continue;
            m_texts.push_back(articles[i]);
            m_places.push_back(i);
            m_originals.add(signature);
        }
        for (std::size_t at = 0; at < m_texts.size(); ++at)
            m_stories.push_back(m_originals.story(at));
    }

    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> natural() const
    {
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        for (std::size_t at = 0; at < m_stories.size(); ++at) {
            if (m_stories[at] != at)
                pairs.emplace_back(m_places[m_stories[at]], m_places[at]);
        }
        return pairs;
    }

    [[nodiscard]] Score score(const Edit &edit, bool copies) const
    {
        const std::size_t count = m_texts.size();
        Collection all = m_originals;
        Random random(seed);
        std::vector<std::size_t> told = m_stories; // the story that each text tells in truth
        for (std::size_t at = 0; at < count; ++at) {
            const std::size_t lender = (at + 1 + std::size_t(pick(random, qsizetype(count) - 1))) % count;
            all.add(signatureOf(edit.make(m_texts[at], m_texts[lender], random)));
            told.push_back(m_stories[copies ? at : lender]);
        }
        QHash<std::size_t, QSet<std::size_t>> truths; // of each story as it was recognised
        for (std::size_t at = 0; at < told.size(); ++at)
            truths[all.story(at)].insert(told[at]);
        Score score{edit.name, copies ? int(count) : 0, 0, 0, int(count)};
        for (std::size_t made = count; made < told.size(); ++made) {
            score.found += copies && all.story(made) == all.story(made - count);
            score.wrong += truths.value(all.story(made)).size() > 1;
        }
        return score;
    }

private:
    std::vector<QString> m_texts;
    std::vector<std::size_t> m_places; ///< in the list given
    Collection m_originals;
    std::vector<std::size_t> m_stories; ///< of the articles as they are
};

} // namespace

Score Scores::total() const
{
    Score total{u"all"_s, 0, 0, 0, 0};
    for (const Score &score : kinds) {
        total.pairs += score.pairs;
        total.found += score.found;
        total.wrong += score.wrong;
        total.made += score.made;
    }
    return total;
}

Scores evaluate(std::span<const QString> articles)
{
    Scores scores;
    const Evaluation evaluation(articles);
    scores.natural = evaluation.natural();
    if (articles.size() < 2)
        return scores;
    for (const Edit &edit : edits())
        scores.kinds.push_back(evaluation.score(edit, true));
    for (const Edit &edit : impostors())
        scores.kinds.push_back(evaluation.score(edit, false));
    return scores;
}

} // namespace demarche::corpus::stories::evaluation
