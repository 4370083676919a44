// The compiled form of the tables: what the build writes and the program loads. Each field is named once, for
// both ways.
#include "models/knowledge/archive.h"
#include "models/knowledge/tables.h"

#include <algorithm>

namespace demarche::knowledge {

namespace {

template <typename Archive, typename... Fields>
void each(Archive &archive, Fields &...fields)
{
    (archive(fields), ...);
}

template <typename T>
void list(Writer &out, const T &items);
template <typename T>
void list(Reader &in, T &items);

// The fields of each struct. T is const when writing.

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, qint32> ||
             std::is_same_v<std::remove_const_t<T>, QString> || std::is_enum_v<std::remove_const_t<T>>)
void field(A &a, T &value)
{
    a(value);
}

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, QList<int>>)
void field(A &a, T &values)
{
    list(a, values);
}

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, Sense>)
void field(A &a, T &s)
{
    each(a, s.kind, s.index, s.from, s.to, s.capitals, s.allCaps);
}

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, State>)
void field(A &a, T &s)
{
    each(a, s.iso3, s.iso2, s.numeric, s.name, s.officialName, s.adjective, s.people, s.capital, s.region);
    list(a, s.blocs);
}

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, FormerState>)
void field(A &a, T &s)
{
    each(a, s.code, s.name, s.country, s.capital, s.years.from, s.years.to);
}

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, People>)
void field(A &a, T &p)
{
    each(a, p.name, p.country, p.ofState);
}

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, Place>)
void field(A &a, T &p)
{
    each(a, p.name, p.country);
}

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, Organisation>)
void field(A &a, T &o)
{
    each(a, o.name, o.acronym, o.kind, o.country, o.code, o.years.from, o.years.to);
}

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, Title>)
void field(A &a, T &t)
{
    each(a, t.name, t.role, t.code, t.type, t.official, t.plural);
}

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, Tenure>)
void field(A &a, T &t)
{
    each(a, t.country, t.organisation, t.office, t.period.from, t.period.to, t.official);
}

template <typename A, typename T>
    requires(std::is_same_v<std::remove_const_t<T>, Person>)
void field(A &a, T &p)
{
    each(a, p.name, p.gender);
    list(a, p.tenures);
}

// Lists and tables, written.

template <typename T>
void list(Writer &out, const T &items)
{
    out.size(qsizetype(items.size()));
    for (const auto &item : items)
        field(out, item);
}

/// In the order of the keys, so that the same tables give the same bytes.
template <typename T>
void table(Writer &out, const QHash<QString, T> &items)
{
    QStringList keys = items.keys();
    keys.sort();
    out.size(keys.size());
    for (const QString &key : keys) {
        out(key);
        field(out, *items.constFind(key));
    }
}

// The same, read.

template <typename T>
void list(Reader &in, T &items)
{
    items.clear();
    const qsizetype count = in.size();
    items.reserve(decltype(items.size())(count));
    for (qsizetype i = 0; i < count && !in.failed(); ++i) {
        typename T::value_type item{};
        field(in, item);
        items.push_back(std::move(item));
    }
}

template <typename T>
void table(Reader &in, QHash<QString, T> &items)
{
    const qsizetype count = in.size();
    items.clear();
    items.reserve(count);
    for (qsizetype i = 0; i < count && !in.failed(); ++i) {
        QString key;
        in(key);
        field(in, items[key]);
    }
}

} // namespace

template <typename A, typename T>
void Lexicon::archive(A &a, T &lexicon)
{
    table(a, lexicon.m_words);
    list(a, lexicon.m_first);
    list(a, lexicon.m_next);
    list(a, lexicon.m_senses);
    list(a, lexicon.m_edgeFrom);
    list(a, lexicon.m_edgeWord);
    list(a, lexicon.m_edgeTo);
}

template <typename A, typename T>
static void archive(A &a, T &tables)
{
    list(a, tables.states);
    list(a, tables.formerStates);
    list(a, tables.peoples);
    list(a, tables.places);
    list(a, tables.organisations);
    list(a, tables.titles);
    list(a, tables.persons);
    Lexicon::archive(a, tables.lexicon);
    table(a, tables.stateByCode);
    table(a, tables.organisationByName);
    table(a, tables.personsBySurname);
    table(a, tables.givenNames);
}

QByteArray pack(const Tables &tables)
{
    Writer out;
    archive(out, tables);
    return out.bytes();
}

std::optional<Tables> unpack(const QByteArray &bytes)
{
    Reader in(bytes);
    Tables tables;
    archive(in, tables);
    if (in.failed() || !in.atEnd() || !tables.lexicon.join())
        return std::nullopt;
    return tables;
}

} // namespace demarche::knowledge
