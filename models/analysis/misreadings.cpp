#include "models/analysis/misreadings.h"

#include "models/language/tags.h"

namespace demarche::analysis {

using language::Deprel;
using language::Upos;

void readAsName(language::Annotation &annotation, const language::Tree &tree, const language::Name &name)
{
    const int t = name.firstToken;
    language::Word &word = annotation.words[size_t(t)];
    const bool participle = language::xposName(word.xpos) == QLatin1StringView("VBG");
    if (name.endToken - t != 1 || !participle || !annotation.form(t).front().isUpper())
        return;
    word.upos = Upos::Propn;
    word.xpos = language::xposFrom(u"NNP");
    const int verb = word.head;
    const bool clause = word.deprel == Deprel::Advcl || word.deprel == Deprel::Csubj;
    if (!clause || verb <= t || tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass}) >= 0)
        return;
    for (int between = t + 1; between < verb; ++between) {
        const Upos upos = annotation.words[size_t(between)].upos;
        if (upos != Upos::Aux && upos != Upos::Adv)
            return;
    }
    word.deprel = tree.child(verb, {Deprel::AuxPass}) < 0 ? Deprel::Nsubj : Deprel::NsubjPass;
}

void readAsActing(language::Annotation &annotation, const language::Tree &tree, int token)
{
    language::Word &word = annotation.words[size_t(token)];
    const int object = tree.child(token, {Deprel::Obj, Deprel::Xcomp});
    const bool title = word.lemma == u"act" && language::xposName(word.xpos) == QLatin1StringView("VBG") &&
                       object > token && tree.range(object).first == token + 1 &&
                       annotation.form(token + 1).front().isUpper() &&
                       tree.child(token, {Deprel::Aux, Deprel::Nsubj}) < 0 && word.head >= 0 &&
                       annotation.words[size_t(word.head)].upos != Upos::Det;
    if (!title)
        return;
    language::Word &person = annotation.words[size_t(object)];
    person.head = word.head;
    person.deprel = word.deprel;
    for (const int c : tree.children(token)) {
        if (c != object)
            annotation.words[size_t(c)].head = object;
    }
    word.head = object;
    word.deprel = Deprel::Amod;
    word.upos = Upos::Adj;
}

void readAsVerb(language::Annotation &annotation, int token, int first)
{
    language::Word &word = annotation.words[size_t(token)];
    if (word.upos != Upos::Noun)
        return;
    int subject = -1;
    for (int t = token - 1; t >= first; --t) {
        language::Word &name = annotation.words[size_t(t)];
        if (name.head != token ||
            (name.deprel != Deprel::Compound && name.deprel != Deprel::Amod && name.deprel != Deprel::Nmod))
            continue;
        if (subject < 0 && name.upos != Upos::Propn)
            return;
        if (subject >= 0)
            name.head = subject;
        else
            name.deprel = Deprel::Nsubj;
        subject = subject < 0 ? t : subject;
    }
    if (subject >= 0) {
        word.upos = Upos::Verb;
        word.xpos = language::xposFrom(u"VBZ");
    }
}

} // namespace demarche::analysis
