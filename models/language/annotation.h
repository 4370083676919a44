#pragma once

#include "models/text/document.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace demarche::language {

/// Universal part-of-speech tags (UD v2).
enum class Upos : std::uint8_t {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X
};

/// Universal dependency relations (UD v2), with the English subtypes that analysis needs kept apart.
enum class Deprel : std::uint8_t {
    Root,
    Acl,
    AclRelcl,
    Advcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    Case,
    Cc,
    CcPreconj,
    Ccomp,
    Compound,
    CompoundPrt,
    Conj,
    Cop,
    Csubj,
    CsubjPass,
    Dep,
    Det,
    DetPredet,
    Discourse,
    Dislocated,
    Expl,
    Fixed,
    Flat,
    Goeswith,
    Iobj,
    List,
    Mark,
    Nmod,
    NmodPoss,
    NmodUnmarked,
    Nsubj,
    NsubjPass,
    Nummod,
    Obj,
    Obl,
    OblAgent,
    OblUnmarked,
    Orphan,
    Parataxis,
    Punct,
    Reparandum,
    Vocative,
    Xcomp
};

/// Kinds of names that the tagger tells apart (CoNLL).
enum class NameKind : std::uint8_t { None, Person, Organization, Location, Misc };

[[nodiscard]] QLatin1StringView name(Upos);
[[nodiscard]] QLatin1StringView name(Deprel); ///< with its subtype, as CoNLL-U writes it

/// What the language models say of one token. Parallel to text::Document::tokens.
struct Word
{
    std::int32_t head = -1; ///< document-wide token index of the head; -1 for a sentence's root
    Upos upos = Upos::X;
    std::uint8_t xpos = 0; ///< Penn tag, an index into xposNames()
    Deprel deprel = Deprel::Dep;
    QString lemma; ///< lower case but for proper nouns
};

/// A name in the text: tokens [firstToken, endToken).
struct Name
{
    int firstToken = 0;
    int endToken = 0;
    NameKind kind = NameKind::None;
};

/// A document with its trees and names. Trees are well formed: one root a sentence, no cycle, heads inside
/// the sentence.
struct Annotation
{
    text::Document document;
    std::vector<Word> words;
    std::vector<Name> names; ///< in text order, never overlapping

    [[nodiscard]] QStringView form(int token) const { return document.form(token); }
    [[nodiscard]] const QString &lemma(int token) const { return words[size_t(token)].lemma; }
    [[nodiscard]] const Word &word(int token) const { return words[size_t(token)]; }
};

/// The Penn tag of an index in Word::xpos ("NNP", "VBD", …).
[[nodiscard]] QLatin1StringView xposName(std::uint8_t);

} // namespace demarche::language
