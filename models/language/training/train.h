#pragma once

#include "models/text/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace demarche::language::training {

/// How much work training does. The shipped models are trained with the defaults.
struct TrainingPlan
{
    QString data;      ///< folder with ud/ and ner/
    QString resources; ///< folder with clusters.tsv and gazetteer.tsv
    QString vectors;   ///< word vectors to cluster anew into clusters.tsv; empty: none
    QString base;      ///< models from which the parts not in `parts` are taken
    QStringList parts{QStringLiteral("lemmas"), QStringLiteral("tagger"), QStringLiteral("names"),
                      QStringLiteral("parser")};
    int taggerEpochs = 8;
    int parserEpochs = 8;
    int nameEpochs = 6;
    int heldOut = 0; ///< which tenth of the name corpus is not learnt from, 0 … 9
    int folds = 4; ///< of the jackknife that gives the parser tags as faulty as it will see
};

/// Says what is being done, one line each; progress goes to whoever started the training.
using Report = std::function<void(const QString &line)>;

/// Trains every model and gives the bytes of the model file. The same data give the same bytes.
[[nodiscard]] Result<QByteArray> train(const TrainingPlan &plan, const Report &report);

} // namespace demarche::language::training
