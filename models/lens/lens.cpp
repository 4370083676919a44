#include "models/lens/lens.h"

#include <QJsonArray>
#include <QLocale>

namespace demarche::lens {

using namespace Qt::StringLiterals;

namespace {

QString dayInWords(QDate day)
{
    return QLocale(QLocale::English).toString(day, u"d MMM yyyy");
}

QString kindsInWords(Kinds kinds)
{
    if (kinds == Kinds(Kind::Action))
        return u"actions only"_s;
    if (kinds == Kinds(Kind::Quote))
        return u"quotes only"_s;
    return u"no evidence"_s;
}

QStringList sortedUnique(QStringList list)
{
    list.sort();
    list.removeDuplicates();
    return list;
}

void chooseOnly(QStringList &list, const QString &key)
{
    list = list == QStringList{key} ? QStringList() : QStringList{key};
}

void toggle(QStringList &list, const QString &key)
{
    if (list.removeAll(key) == 0)
        list = sortedUnique(list + QStringList{key});
}

/// A part as it stands among others, where a word must say what it is.
QString toldAmongOthers(const LensPart &part)
{
    if (part.facet == Facet::Search)
        return u"search "_s + part.words;
    return part.facet == Facet::Source ? u"source "_s + part.words : part.words;
}

QDate dayFrom(const QJsonObject &object, QLatin1StringView key)
{
    return QDate::fromString(object.value(key).toString(), Qt::ISODate);
}

QStringList listFrom(const QJsonObject &object, QLatin1StringView key)
{
    QStringList list;
    for (const QJsonValue value : object.value(key).toArray()) {
        if (const QString text = value.toString(); !text.isEmpty())
            list.append(text);
    }
    return sortedUnique(list);
}

} // namespace

bool Lens::showsAll() const
{
    return *this == cleared(*this);
}

QString inWords(QDate from, QDate to)
{
    if (from.isValid() && to.isValid())
        return from == to ? dayInWords(from) : dayInWords(from) + u" – "_s + dayInWords(to);
    if (from.isValid())
        return u"from "_s + dayInWords(from);
    return to.isValid() ? u"until "_s + dayInWords(to) : QString();
}

std::vector<LensPart> parts(const Lens &lens, const Names &names)
{
    std::vector<LensPart> all;
    for (const QString &country : lens.countries)
        all.push_back({Facet::Country, country, names.country(country)});
    if (lens.from.isValid() || lens.to.isValid())
        all.push_back({Facet::Dates, {}, inWords(lens.from, lens.to)});
    if (!lens.search.isEmpty())
        all.push_back({Facet::Search, {}, u"“"_s + lens.search + u"”"_s});
    for (const QString &publisher : lens.publishers)
        all.push_back({Facet::Publisher, publisher, publisher});
    for (const QString &source : lens.sources)
        all.push_back({Facet::Source, source, names.source(source)});
    if (lens.kinds != allKinds)
        all.push_back({Facet::Kind, {}, kindsInWords(lens.kinds)});
    if (lens.countCopies)
        all.push_back({Facet::Copies, {}, u"every copy counted"_s});
    return all;
}

Lens without(Lens lens, const LensPart &part)
{
    switch (part.facet) {
    case Facet::Target:
        lens.target.clear();
        break;
    case Facet::Country:
        lens.countries.removeAll(part.value);
        break;
    case Facet::Dates:
        lens.from = lens.to = QDate();
        break;
    case Facet::Search:
        lens.search.clear();
        break;
    case Facet::Publisher:
        lens.publishers.removeAll(part.value);
        break;
    case Facet::Source:
        lens.sources.removeAll(part.value);
        break;
    case Facet::Kind:
        lens.kinds = allKinds;
        break;
    case Facet::Copies:
        lens.countCopies = false;
        break;
    }
    return lens;
}

Lens cleared(const Lens &lens)
{
    Lens fresh;
    fresh.target = lens.target;
    return fresh;
}

Lens withOnly(Lens lens, const QString &iso3)
{
    chooseOnly(lens.countries, iso3);
    return lens;
}

Lens toggled(Lens lens, const QString &iso3)
{
    toggle(lens.countries, iso3);
    return lens;
}

Lens withOnlySource(Lens lens, const QString &key)
{
    chooseOnly(lens.sources, key);
    return lens;
}

Lens withSourceToggled(Lens lens, const QString &key)
{
    toggle(lens.sources, key);
    return lens;
}

Lens withDates(Lens lens, QDate first, QDate last)
{
    if (first.isValid() && last.isValid() && last < first)
        std::swap(first, last);
    lens.from = first;
    lens.to = last;
    return lens;
}

QString inWords(const Lens &lens, const Names &names)
{
    QStringList countries;
    QStringList others;
    for (const LensPart &part : parts(lens, names)) {
        if (part.facet == Facet::Country)
            countries.append(part.words);
        else
            others.append(toldAmongOthers(part));
    }
    if (!countries.isEmpty())
        others.prepend(countries.join(u", "_s));
    return others.isEmpty() ? u"All articles"_s : others.join(u"; "_s);
}

QJsonObject toJson(const Lens &lens)
{
    return {{u"target"_s, lens.target},
            {u"countries"_s, QJsonArray::fromStringList(lens.countries)},
            {u"from"_s, lens.from.toString(Qt::ISODate)},
            {u"to"_s, lens.to.toString(Qt::ISODate)},
            {u"search"_s, lens.search},
            {u"publishers"_s, QJsonArray::fromStringList(lens.publishers)},
            {u"sources"_s, QJsonArray::fromStringList(lens.sources)},
            {u"kinds"_s, int(lens.kinds.toInt())},
            {u"copies"_s, lens.countCopies}};
}

Lens lensFromJson(const QJsonObject &object)
{
    Lens lens;
    lens.target = object.value("target"_L1).toString();
    lens.countries = listFrom(object, "countries"_L1);
    lens.from = dayFrom(object, "from"_L1);
    lens.to = dayFrom(object, "to"_L1);
    lens.search = object.value("search"_L1).toString();
    lens.publishers = listFrom(object, "publishers"_L1);
    lens.sources = listFrom(object, "sources"_L1);
    const int kinds = object.value("kinds"_L1).toInt(int(allKinds.toInt()));
    if (kinds == int(Kind::Action) || kinds == int(Kind::Quote))
        lens.kinds = Kinds(Kind(kinds));
    lens.countCopies = object.value("copies"_L1).toBool();
    return lens;
}

} // namespace demarche::lens
