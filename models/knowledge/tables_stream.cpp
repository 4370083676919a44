// The compiled form of the tables: what the build writes and the program loads.
#include "models/knowledge/tables.h"

#include <QDataStream>

namespace demarche::knowledge {

namespace {

template <typename T>
void writeAll(QDataStream &out, const std::vector<T> &items)
{
    out << quint32(items.size());
    for (const T &item : items)
        out << item;
}

template <typename T>
void readAll(QDataStream &in, std::vector<T> &items)
{
    quint32 count = 0;
    in >> count;
    items.clear();
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        items.emplace_back();
        in >> items.back();
    }
}

template <typename E>
void readEnum(QDataStream &in, E &value)
{
    quint8 raw = 0;
    in >> raw;
    value = E(raw);
}

} // namespace

static QDataStream &operator<<(QDataStream &out, const Period &p)
{
    return out << p.from << p.to;
}

static QDataStream &operator>>(QDataStream &in, Period &p)
{
    return in >> p.from >> p.to;
}

static QDataStream &operator<<(QDataStream &out, const State &s)
{
    return out << s.iso3 << s.iso2 << s.numeric << s.name << s.officialName << s.adjective << s.people
               << s.capital << s.region << s.blocs;
}

static QDataStream &operator>>(QDataStream &in, State &s)
{
    return in >> s.iso3 >> s.iso2 >> s.numeric >> s.name >> s.officialName >> s.adjective >> s.people >>
           s.capital >> s.region >> s.blocs;
}

static QDataStream &operator<<(QDataStream &out, const FormerState &s)
{
    return out << s.code << s.name << s.country << s.capital << s.years;
}

static QDataStream &operator>>(QDataStream &in, FormerState &s)
{
    return in >> s.code >> s.name >> s.country >> s.capital >> s.years;
}

static QDataStream &operator<<(QDataStream &out, const People &p)
{
    return out << p.name << p.country << p.ofState;
}

static QDataStream &operator>>(QDataStream &in, People &p)
{
    return in >> p.name >> p.country >> p.ofState;
}

static QDataStream &operator<<(QDataStream &out, const Place &p)
{
    return out << p.name << p.country;
}

static QDataStream &operator>>(QDataStream &in, Place &p)
{
    return in >> p.name >> p.country;
}

static QDataStream &operator<<(QDataStream &out, const Organisation &o)
{
    return out << o.name << o.acronym << quint8(o.kind) << o.country << o.code << o.years;
}

static QDataStream &operator>>(QDataStream &in, Organisation &o)
{
    in >> o.name >> o.acronym;
    readEnum(in, o.kind);
    return in >> o.country >> o.code >> o.years;
}

static QDataStream &operator<<(QDataStream &out, const Title &t)
{
    return out << t.name << t.role << t.code << quint8(t.type) << t.official << t.plural;
}

static QDataStream &operator>>(QDataStream &in, Title &t)
{
    in >> t.name >> t.role >> t.code;
    readEnum(in, t.type);
    return in >> t.official >> t.plural;
}

static QDataStream &operator<<(QDataStream &out, const Tenure &t)
{
    return out << t.country << t.organisation << t.office << t.period << t.official;
}

static QDataStream &operator>>(QDataStream &in, Tenure &t)
{
    return in >> t.country >> t.organisation >> t.office >> t.period >> t.official;
}

static QDataStream &operator<<(QDataStream &out, const Person &p)
{
    out << p.name << quint8(p.gender);
    writeAll(out, p.tenures);
    return out;
}

static QDataStream &operator>>(QDataStream &in, Person &p)
{
    in >> p.name;
    readEnum(in, p.gender);
    readAll(in, p.tenures);
    return in;
}

QDataStream &operator<<(QDataStream &out, const Tables &tables)
{
    writeAll(out, tables.states);
    writeAll(out, tables.formerStates);
    writeAll(out, tables.peoples);
    writeAll(out, tables.places);
    writeAll(out, tables.organisations);
    writeAll(out, tables.titles);
    writeAll(out, tables.persons);
    return out << tables.lexicon << tables.stateByCode << tables.organisationByName << tables.personsBySurname
               << tables.givenNames;
}

QDataStream &operator>>(QDataStream &in, Tables &tables)
{
    readAll(in, tables.states);
    readAll(in, tables.formerStates);
    readAll(in, tables.peoples);
    readAll(in, tables.places);
    readAll(in, tables.organisations);
    readAll(in, tables.titles);
    readAll(in, tables.persons);
    return in >> tables.lexicon >> tables.stateByCode >> tables.organisationByName >>
           tables.personsBySurname >> tables.givenNames;
}

} // namespace demarche::knowledge
