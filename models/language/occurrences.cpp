#include "models/language/occurrences.h"

#include "models/language/hash.h"
#include "models/language/tagger.h"

#include <algorithm>

namespace demarche::language {

namespace {

constexpr std::uint64_t Templates = 970;
constexpr int Climbs = 6;

bool isCapital(const Lexeme &word)
{
    return word.letters == Case::Capitalised || word.letters == Case::Upper || word.letters == Case::Mixed;
}

void surroundings(const WorkSentence &s, int i, FeatureList &out)
{
    const Lexeme &before = s.lex(i - 1), &after = s.lex(i + 1);
    out.add(feature(Templates, before.form));
    out.add(feature(Templates + 1, after.form));
    out.add(feature(Templates + 2, before.cluster.fine));
    out.add(feature(Templates + 3, after.cluster.fine));
    out.add(feature(Templates + 4, before.form, std::uint64_t(before.letters), after.cluster.coarse));
    const int top = topOfName(s, i), head = s.head(top);
    if (head == s.size())
        return;
    out.add(feature(Templates + 5, std::uint64_t(s.label(top)), s.lex(head).form));
    out.add(feature(Templates + 6, std::uint64_t(s.label(top)), s.lex(head).cluster.coarse));
}

} // namespace

int topOfName(const WorkSentence &s, int i)
{
    for (int climbed = 0; climbed < Climbs; ++climbed) {
        const Deprel d = s.label(i);
        const int h = s.head(i);
        if ((d != Deprel::Flat && d != Deprel::Compound && d != Deprel::Goeswith) || h == s.size() ||
            Upos(s.upos(h)) != Upos::Propn)
            break;
        i = h;
    }
    return i;
}

void Occurrences::add(const WorkSentence &sentence)
{
    for (int i = 0; i < sentence.size(); ++i) {
        if (!isCapital(sentence.lex(i)))
            continue;
        std::vector<Place> &places = m_places[sentence.lex(i).form];
        if (places.size() <= Most)
            places.push_back({&sentence, i});
    }
}

void Occurrences::features(const WorkSentence &sentence, int i, FeatureList &out) const
{
    out.size = 0;
    if (!isCapital(sentence.lex(i)))
        return;
    const auto places = m_places.find(sentence.lex(i).form);
    size_t others = 0;
    if (places != m_places.end()) {
        for (const Place &p : places->second) {
            if ((p.sentence == &sentence && p.word == i) || ++others > Most)
                continue;
            surroundings(*p.sentence, p.word, out);
        }
    }
    std::sort(out.at, out.at + out.size);
    out.size = int(std::unique(out.at, out.at + out.size) - out.at);
    out.add(feature(Templates + 7, std::min<size_t>(others, 3)));
}

} // namespace demarche::language
