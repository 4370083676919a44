#pragma once

#include "models/corpus/store.h"

#include <QStringList>

#include <random>
#include <unordered_map>
#include <vector>

/// Many articles out of few, for measuring: as long as real ones, with their words and sentences. One in
/// ten is a copy of one of the thousands before it, as another paper prints it: a sentence added, the same
/// day or the next.
namespace demarche::measure {

/// The articles in a folder; those shipped as samples where none is named. Empty where none can be read.
[[nodiscard]] std::vector<corpus::Article> baseArticles(const QString &folder);

class Recombiner
{
public:
    explicit Recombiner(std::vector<corpus::Article> base);

    /// Article number `n`, unless it is a copy: as many sentences as one of the base has, each from any of
    /// them, with nine of ten words of three letters and more exchanged for others of the same length and
    /// ending, a few for coined ones, of which most stand in one article or two, as names do in real
    /// collections. The same for the same `n`.
    [[nodiscard]] corpus::Article article(int n) const;

    /// Article number `n` with findings, without analysing it; unless it is a copy: words exchanged as above
    /// in one article of the base, so that its findings stand where they stood; `evidence` pieces on average.
    [[nodiscard]] corpus::AnalysedArticle analysed(int n, const std::vector<analysis::Analysis> &findings,
                                                   int evidence) const;

    [[nodiscard]] const std::vector<corpus::Article> &base() const { return m_base; }

private:
    using Random = std::mt19937;

    [[nodiscard]] corpus::Article original(int n) const;
    [[nodiscard]] corpus::AnalysedArticle analysedOriginal(int n, const std::vector<analysis::Analysis> &,
                                                           int evidence) const;
    [[nodiscard]] corpus::Article printedAgain(corpus::Article article, int n) const;
    [[nodiscard]] QString exchanged(const QString &text, Random &random) const;
    void date(corpus::Article &article, int n, Random &random) const;

    std::vector<corpus::Article> m_base;
    std::vector<std::vector<QString>> m_sentences; ///< of each article
    /// Words by length, case and ending, as often as they stand.
    std::unordered_map<std::uint64_t, std::vector<QString>> m_alike;
};

} // namespace demarche::measure
