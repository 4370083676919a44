#pragma once

#include "models/corpus/html/tree.h"

#include <QDate>
#include <QStringList>

namespace demarche::corpus::html {

/// What a page's JSON-LD says of its article (schema.org NewsArticle, Article, BlogPosting and their kinds).
struct LinkedData
{
    QString headline;
    QString body; ///< articleBody, plain
    QString publisher;
    QString language;
    QString address;
    QStringList authors;
    QDate published;
};

[[nodiscard]] LinkedData linkedData(const Tree &tree);

} // namespace demarche::corpus::html
