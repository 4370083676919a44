#include "models/corpus/foundarticle.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

QStringList list(const QJsonValue &value)
{
    QStringList strings;
    for (const QJsonValue one : value.toArray())
        strings << one.toString();
    return strings;
}

Basis basis(const QJsonValue &value)
{
    return Basis(qBound(0, value.toInt(), int(Basis::FeedTitle)));
}

} // namespace

QString written(const Article &found)
{
    const QJsonObject object{{u"title"_s, found.title},
                             {u"text"_s, found.text},
                             {u"byline"_s, QJsonArray::fromStringList(found.byline)},
                             {u"publisher"_s, found.publisher},
                             {u"publisherBasis"_s, int(found.publisherBasis)},
                             {u"language"_s, found.language},
                             {u"languageBasis"_s, int(found.languageBasis)},
                             {u"day"_s, found.published.date.toString(Qt::ISODate)},
                             {u"dayBasis"_s, int(found.published.basis)},
                             {u"encoding"_s, found.encoding},
                             {u"encodingBasis"_s, int(found.encodingBasis)},
                             {u"warnings"_s, QJsonArray::fromStringList(found.warnings)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Article> withFound(Article article, const QString &cell)
{
    const QJsonDocument document = QJsonDocument::fromJson(cell.toUtf8());
    if (!document.isObject())
        return std::unexpected(
            Problem{article.uri, u"what was found of it before its encoding was set is damaged"_s});
    const QJsonObject object = document.object();
    article.title = object.value(u"title"_s).toString();
    article.text = object.value(u"text"_s).toString();
    article.byline = list(object.value(u"byline"_s));
    article.publisher = object.value(u"publisher"_s).toString();
    article.publisherBasis = basis(object.value(u"publisherBasis"_s));
    article.language = object.value(u"language"_s).toString();
    article.languageBasis = basis(object.value(u"languageBasis"_s));
    article.published = {QDate::fromString(object.value(u"day"_s).toString(), Qt::ISODate),
                         analysis::DateBasis(object.value(u"dayBasis"_s).toInt())};
    article.encoding = object.value(u"encoding"_s).toString();
    article.encodingBasis = basis(object.value(u"encodingBasis"_s));
    article.warnings = list(object.value(u"warnings"_s));
    return article;
}

} // namespace demarche::corpus
