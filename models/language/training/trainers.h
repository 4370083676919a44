#pragma once

#include "models/language/gazetteer.h"
#include "models/language/training/corpora.h"
#include "models/language/training/learner.h"

#include <functional>

namespace demarche::language::training {

/// A tagger in training: the two learners, and how to tag with them.
class TaggerTrainer
{
public:
    TaggerTrainer();
    void train(const std::vector<TreeSentence *> &sentences, int epochs);
    /// The tagger with averaged weights, in the form the program reads.
    [[nodiscard]] std::map<std::string, QByteArray> sections() const;

private:
    Learner m_xpos, m_upos;
    QByteArray m_known, m_implied;
};

/// Moves and labels of the parser, on the tags that stand in the sentences' `work`.
[[nodiscard]] std::map<std::string, QByteArray>
trainParser(const std::vector<TreeSentence *> &sentences, int epochs,
            const std::function<void(const QString &)> &report);

[[nodiscard]] QByteArray trainLemmas(const std::vector<TreeSentence> &sentences);

/// On sentences that are tagged in their `work`. What the rest of an article says is learnt from a first
/// reading by a model that has not seen the article.
[[nodiscard]] Result<QByteArray> trainNames(std::vector<NameSentence> &sentences, const QByteArray &gazetteer,
                                            int epochs, const std::function<void(const QString &)> &report);

/// The name lists of resources/language in the form that language::Gazetteer reads.
[[nodiscard]] Result<QByteArray> packGazetteer(const QString &path);

} // namespace demarche::language::training
