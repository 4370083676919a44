#pragma once

#include "models/analysis/record.h"
#include "models/corpus/readers/reader.h"

#include <QStringList>

namespace demarche::corpus {

/// Articles and problems as readable text: what the golden files of tests/cases/readers hold.
class Printer
{
public:
    [[nodiscard]] Sink sink()
    {
        return {[this](Article &&article) {
                    print(article);
                    articles.push_back(std::move(article));
                    return true;
                },
                [this](Problem &&problem) {
                    text += QStringLiteral("problem: ") + problem.line() + u'\n';
                    ++problems;
                }};
    }

    QString text;
    std::vector<Article> articles;
    int problems = 0;

private:
    void print(const Article &article)
    {
        text += QStringLiteral("== ") + article.uri + u'\n';
        line(QStringLiteral("title"), article.title);
        line(QStringLiteral("byline"), article.byline.join(QStringLiteral("; ")));
        line(QStringLiteral("publisher"), article.publisher);
        if (article.published.date.isValid())
            line(QStringLiteral("published"), article.published.date.toString(Qt::ISODate) +
                                                  QStringLiteral(" by ") +
                                                  QString(analysis::name(article.published.basis)));
        if (article.language != QStringLiteral("en"))
            line(QStringLiteral("language"), article.language);
        for (const QString &warning : article.warnings)
            line(QStringLiteral("warning"), warning);
        text += QStringLiteral("--\n") + article.text + u'\n';
    }

    void line(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            text += name + QStringLiteral(": ") + value + u'\n';
    }
};

} // namespace demarche::corpus
