#include "models/language/hash.h"
#include "models/language/lemmatiser.h"
#include "models/language/training/trainers.h"

#include <map>

namespace demarche::language::training {

namespace {

/// Take `cut` characters off the end, put `ending` there.
struct Edit
{
    int cut = 0;
    QByteArray ending; ///< UTF-8

    auto operator<=>(const Edit &o) const
    {
        return std::pair(cut, QByteArrayView(ending)) < std::pair(o.cut, QByteArrayView(o.ending))
                   ? std::strong_ordering::less
               : cut == o.cut && ending == o.ending ? std::strong_ordering::equal
                                                    : std::strong_ordering::greater;
    }
    bool operator==(const Edit &o) const = default;
};

using Counts = std::map<Edit, int>;
using Word = std::pair<std::uint8_t, QString>; // tag, base

Edit editFrom(const QString &base, const QString &lemma)
{
    qsizetype same = 0;
    while (same < base.size() && same < lemma.size() && base[same] == lemma[same])
        ++same;
    return {int(base.size() - same), lemma.mid(same).toUtf8()};
}

const Edit &commonest(const Counts &counts)
{
    const Counts::value_type *top = nullptr;
    for (const auto &entry : counts) {
        if (!top || entry.second > top->second)
            top = &entry;
    }
    return top->first;
}

/// The word's edits with their counts over the corpus.
std::map<Word, Counts> wordEdits(const std::vector<TreeSentence> &sentences)
{
    std::map<Word, Counts> words;
    for (const TreeSentence &s : sentences) {
        for (int i = 0; i < s.size(); ++i) {
            const QString &lemma = s.lemmas[i];
            if (s.typos[size_t(i)] || lemma == u"_" || lemma.isEmpty())
                continue;
            const std::uint8_t tag = s.xpos[size_t(i)];
            const QString base = Lemmatiser::base(s.forms[i], tag);
            const Edit edit = editFrom(base, lemma);
            if (edit.ending.size() <= Lemmatiser::RuleSize - 2 && edit.cut < 256)
                ++words[{tag, base}][edit];
        }
    }
    return words;
}

class LemmaTable
{
public:
    void add(std::uint64_t key, const Edit &edit)
    {
        const auto [found, isNew] = m_numbers.try_emplace(edit, int(m_edits.size()));
        if (isNew)
            m_edits.push_back(edit);
        m_rules[key] = found->second;
    }
    [[nodiscard]] QByteArray bytes() const;

private:
    std::map<Edit, int> m_numbers;
    std::vector<Edit> m_edits;
    std::map<std::uint64_t, int> m_rules;
};

QByteArray LemmaTable::bytes() const
{
    QByteArray out;
    append(out, std::uint32_t(m_edits.size()));
    for (const Edit &e : m_edits) {
        append(out, std::uint8_t(e.cut));
        append(out, std::uint8_t(e.ending.size()));
        out += e.ending.leftJustified(Lemmatiser::RuleSize - 2, '\0');
    }
    const auto count = std::uint32_t(m_rules.size() + m_rules.size() / 2 + 1);
    std::vector<std::pair<std::uint32_t, std::uint16_t>> places(count);
    for (auto [key, rule] : m_rules) {
        std::uint32_t i = Lemmatiser::home(key, count);
        while (places[i].second)
            i = i + 1 == count ? 0 : i + 1;
        places[i] = {std::uint32_t(key), std::uint16_t(rule + 1)};
    }
    append(out, count);
    for (auto [tag, rule] : places) {
        append(out, tag);
        append(out, rule);
    }
    return out;
}

} // namespace

QByteArray trainLemmas(const std::vector<TreeSentence> &sentences)
{
    const auto words = wordEdits(sentences);
    // Endings vote by word types: a frequent irregular word must not bend the rule.
    std::map<std::pair<std::uint8_t, QString>, Counts> endings;
    for (const auto &[word, counts] : words) {
        for (int n = 0; n <= Lemmatiser::LongestEnding && n <= word.second.size(); ++n)
            ++endings[{word.first, word.second.last(n)}][commonest(counts)];
    }
    std::map<std::pair<std::uint8_t, QString>, Edit> rules;
    LemmaTable table;
    const auto predicted = [&](std::uint8_t tag, const QString &base) -> const Edit * {
        for (auto n = std::min<qsizetype>(Lemmatiser::LongestEnding, base.size()); n >= 0; --n) {
            if (const auto found = rules.find({tag, base.last(n)}); found != rules.end())
                return &found->second;
        }
        return nullptr;
    };
    for (int n = 0; n <= Lemmatiser::LongestEnding; ++n) {
        for (const auto &[ending, counts] : endings) {
            if (ending.second.size() != n)
                continue;
            const Edit &edit = commonest(counts);
            const Edit *shorter = predicted(ending.first, ending.second);
            if ((shorter && *shorter == edit) || (n > 0 && counts.at(edit) < 2))
                continue;
            rules[ending] = edit;
            table.add(Lemmatiser::endingKey(ending.second, ending.first), edit);
        }
    }
    for (const auto &[word, counts] : words) {
        const Edit *rule = predicted(word.first, word.second);
        if (!rule || *rule != commonest(counts))
            table.add(Lemmatiser::wordKey(word.second, word.first), commonest(counts));
    }
    return table.bytes();
}

} // namespace demarche::language::training
