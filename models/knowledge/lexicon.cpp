#include "models/knowledge/lexicon.h"

#include <algorithm>

namespace demarche::knowledge {

namespace {

/// Whether the text spells a name as the table does, capitals regarded. Text all in capitals spells every
/// name.
bool spells(std::span<const Atom> atoms, const Sense &sense)
{
    for (size_t i = 0; i < atoms.size(); ++i) {
        if (i < 32 && (sense.capitals >> i & 1U) != 0 && !atoms[i].capital)
            return false;
        if (sense.allCaps && !atoms[i].allCaps)
            return false;
    }
    return true;
}

quint64 edge(int node, int word)
{
    return quint64(node) << 32 | quint64(word);
}

} // namespace

const Sense *Match::sense(Sense::Kind kind) const
{
    const auto found =
        std::find_if(senses.begin(), senses.end(), [&](const Sense &s) { return s.kind == kind; });
    return found == senses.end() ? nullptr : &*found;
}

void Lexicon::add(QStringView name, Sense sense)
{
    const std::vector<Atom> parts = atoms(name);
    if (parts.empty())
        return;
    int node = 0;
    sense.capitals = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i < 32 && parts[i].capital)
            sense.capitals |= 1U << i;
        auto word = m_words.find(parts[i].folded);
        if (word == m_words.end())
            word = m_words.insert(parts[i].folded, int(m_words.size()));
        int &next = m_edges[edge(node, *word)];
        if (next == 0) {
            next = int(m_first.size());
            m_edgeFrom.push_back(node);
            m_edgeWord.push_back(*word);
            m_edgeTo.push_back(next);
            m_first.push_back(-1);
        }
        node = next;
    }
    sense.allCaps = parts.size() == 1 && parts[0].allCaps && parts[0].span.length() <= 8;
    int *last = &m_first[size_t(node)];
    while (*last >= 0)
        last = &m_next[size_t(*last)];
    *last = int(m_senses.size());
    m_senses.push_back(sense);
    m_next.push_back(-1);
}

int Lexicon::step(int node, int word) const
{
    return m_edges.value(edge(node, word), 0);
}

void Lexicon::sensesOf(int node, std::span<const Atom> spelled, std::vector<Sense> &into) const
{
    for (int at = m_first[size_t(node)]; at >= 0; at = m_next[size_t(at)]) {
        if (spells(spelled, m_senses[size_t(at)]))
            into.push_back(m_senses[size_t(at)]);
    }
}

std::vector<Match> Lexicon::find(std::span<const Atom> atoms) const
{
    std::vector<int> words(atoms.size());
    std::transform(atoms.begin(), atoms.end(), words.begin(),
                   [&](const Atom &atom) { return m_words.value(atom.folded, -1); });
    std::vector<Match> found;
    std::vector<Sense> senses;
    for (size_t i = 0; i < atoms.size();) {
        Match best;
        size_t bestEnd = i + 1;
        int node = 0;
        for (size_t j = i; j < atoms.size() && words[j] >= 0 && (j == i || atoms[j].joined); ++j) {
            node = step(node, words[j]);
            if (node == 0)
                break;
            senses.clear();
            sensesOf(node, atoms.subspan(i, j + 1 - i), senses);
            if (senses.empty())
                continue;
            best.senses = senses;
            best.span = {atoms[i].span.begin, atoms[j].span.end};
            bestEnd = j + 1;
        }
        if (!best.senses.empty())
            found.push_back(std::move(best));
        i = bestEnd;
    }
    return found;
}

std::vector<Sense> Lexicon::lookUp(QStringView name) const
{
    const std::vector<Atom> parts = atoms(name);
    int node = 0;
    for (const Atom &part : parts) {
        const int word = m_words.value(part.folded, -1);
        node = word < 0 ? 0 : step(node, word);
        if (node == 0)
            return {};
    }
    std::vector<Sense> senses;
    if (!parts.empty())
        sensesOf(node, parts, senses);
    return senses;
}

bool Lexicon::join()
{
    const auto within = [](const std::vector<int> &indices, int least, size_t size) {
        return std::ranges::all_of(indices, [&](int i) { return i >= least && i < int(size); });
    };
    const bool sound = !m_first.empty() && m_next.size() == m_senses.size() &&
                       m_edgeFrom.size() == m_edgeTo.size() && m_edgeFrom.size() == m_edgeWord.size() &&
                       within(m_first, -1, m_senses.size()) && within(m_next, -1, m_senses.size()) &&
                       within(m_edgeFrom, 0, m_first.size()) && within(m_edgeTo, 1, m_first.size()) &&
                       within(m_edgeWord, 0, size_t(m_words.size()));
    // A sense's successor always stands behind it, so that no walk is endless.
    for (size_t i = 0; sound && i < m_next.size(); ++i) {
        if (m_next[i] >= 0 && m_next[i] <= int(i))
            return false;
    }
    m_edges.clear();
    m_edges.reserve(qsizetype(m_edgeFrom.size()));
    for (size_t i = 0; sound && i < m_edgeFrom.size(); ++i)
        m_edges.insert(edge(m_edgeFrom[i], m_edgeWord[i]), m_edgeTo[i]);
    return sound;
}

} // namespace demarche::knowledge
