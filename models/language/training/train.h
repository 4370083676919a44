#pragma once

#include "models/text/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace demarche::language::training {

/// How much work training does. The shipped models are trained with the defaults.
struct TrainingPlan
{
    QString data;     ///< folder with ud/ and ner/
    QString clusters; ///< the cluster table, read where `vectors` is empty, written where it is not
    QString vectors;  ///< word vectors to cluster anew; empty: none
    int taggerEpochs = 8;
    int parserEpochs = 10;
    int nameEpochs = 10;
    int folds =
        5; ///< of the jackknife that gives the parser and the name tagger tags as faulty as they will see
};

/// Says what is being done, one line each; progress goes to whoever started the training.
using Report = std::function<void(const QString &line)>;

/// Trains every model and gives the bytes of the model file. The same data give the same bytes.
[[nodiscard]] Result<QByteArray> train(const TrainingPlan &plan, const Report &report);

} // namespace demarche::language::training
