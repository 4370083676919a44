#include "models/tables/card.h"

#include <QLocale>

#include <cmath>

namespace demarche::tables {

using namespace Qt::StringLiterals;

QString signedFigure(double value)
{
    const double rounded = std::round(value * 10) / 10;
    QString figure = QString::number(std::abs(rounded), 'f', 1);
    if (rounded == 0)
        return figure;
    return (rounded < 0 ? QChar(0x2212) : QChar(u'+')) + figure;
}

QString inWords(analysis::Realis realis)
{
    switch (realis) {
    case analysis::Realis::Actual:
        return u"reported as done"_s;
    case analysis::Realis::Future:
        return u"announced or expected"_s;
    case analysis::Realis::Hypothetical:
        return u"possible or conditional"_s;
    case analysis::Realis::Negated:
        return u"said not to have happened"_s;
    }
    return {};
}

QString inWords(analysis::DateBasis basis)
{
    switch (basis) {
    case analysis::DateBasis::Unknown:
        return u"day unknown"_s;
    case analysis::DateBasis::Metadata:
        return u"from the article’s metadata"_s;
    case analysis::DateBasis::Dateline:
        return u"from the dateline"_s;
    case analysis::DateBasis::Text:
        return u"from the text"_s;
    case analysis::DateBasis::File:
        return u"from the file"_s;
    case analysis::DateBasis::Option:
        return u"as the analyst says"_s;
    }
    return {};
}

QString inWords(corpus::Basis basis)
{
    switch (basis) {
    case corpus::Basis::Unknown:
        return u"whence is not known"_s;
    case corpus::Basis::Metadata:
        return u"from the article’s metadata"_s;
    case corpus::Basis::Text:
        return u"from the text"_s;
    case corpus::Basis::SiteName:
        return u"by the name of its site"_s;
    case corpus::Basis::FeedTitle:
        return u"by the title of its feed"_s;
    case corpus::Basis::Address:
        return u"from its web address"_s;
    case corpus::Basis::Assumed:
        return u"assumed"_s;
    case corpus::Basis::Analyst:
        return u"as the analyst says"_s;
    }
    return {};
}

QString inWords(analysis::QuoteKind kind)
{
    switch (kind) {
    case analysis::QuoteKind::Direct:
        return u"direct"_s;
    case analysis::QuoteKind::Mixed:
        return u"mixed"_s;
    case analysis::QuoteKind::Indirect:
        return u"indirect"_s;
    }
    return {};
}

QString inWords(analysis::ActorKind kind)
{
    switch (kind) {
    case analysis::ActorKind::Person:
        return u"person"_s;
    case analysis::ActorKind::Country:
        return u"country"_s;
    case analysis::ActorKind::Organization:
        return u"organisation"_s;
    case analysis::ActorKind::Group:
        return u"group"_s;
    case analysis::ActorKind::Place:
        return u"place"_s;
    }
    return {};
}

QString dayInWords(QDate day)
{
    return day.isValid() ? QLocale(QLocale::English).toString(day, u"d MMM yyyy") : QString();
}

QString placeInWords(const QString &uri)
{
    return uri.startsWith(":/"_L1) ? uri.section(u'/', -1) + u", which came with the program"_s : uri;
}

QString counted(qint64 count, const QString &one, const QString &many)
{
    return QLocale(QLocale::English).toString(count) + u' ' + (count == 1 ? one : many);
}

QString shortened(QStringView text, qsizetype most)
{
    QString plain = text.toString().simplified();
    if (plain.size() <= most)
        return plain;
    qsizetype end = plain.lastIndexOf(u' ', most - 1);
    if (end < most / 2)
        end = most - 1;
    return plain.left(end) + u'…';
}

} // namespace demarche::tables
