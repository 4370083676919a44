#pragma once

#include "models/corpus/stories/signature.h"

#include <QHash>

#include <bitset>
#include <span>
#include <vector>

namespace demarche::corpus::stories {

/// An article that has a key, and the story that it belongs to by now (any number that its members share).
struct Posting
{
    qint64 article = 0;
    qint64 story = 0;
};

/// From an article's keys to the few articles that are worth comparing with it, and whether they are copies.
/// The cost has a bound whatever is stored: of each key only the newest articles are looked at.
class Candidates
{
public:
    static constexpr int mostListed = 64; ///< articles of one key that are looked at, newest first
    /// A key of articles of so many stories comes from words that a paper sets under everything.
    static constexpr int tooManyStories = 12;
    /// Of the keys that copies share, at most one in so many is such.
    static constexpr int oneInCommon = 4;

    explicit Candidates(const Signature &signature)
        : m_signature(signature)
    {
    }

    /// Takes in the articles of key number `key` of the signature.
    void take(std::size_t key, std::span<const Posting> postings);

    /// The articles that share enough keys, in ascending order.
    [[nodiscard]] std::vector<qint64> articles() const;

    /// Whether one of them, of this signature, is a copy.
    [[nodiscard]] bool isCopy(const Signature &other) const;

private:
    const Signature &m_signature;
    QHash<qint64, int> m_shared;
    std::bitset<keyCount> m_common; ///< keys under everything
};

} // namespace demarche::corpus::stories
