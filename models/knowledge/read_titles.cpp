#include "models/knowledge/table_reader.h"

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

std::optional<Title::Type> typeOf(const QString &text)
{
    if (text == "person"_L1)
        return Title::Type::Person;
    if (text == "body"_L1)
        return Title::Type::Body;
    if (text == "people"_L1)
        return Title::Type::People;
    if (text == "informal"_L1)
        return Title::Type::Informal;
    return std::nullopt;
}

/// The regular plural; of "minister of trade" its first noun's.
QString pluralOf(const QString &noun)
{
    for (const QString &link : {u" of "_s, u" for "_s, u" to "_s}) {
        const qsizetype at = noun.indexOf(link);
        if (at > 0)
            return pluralOf(noun.left(at)) + noun.mid(at);
    }
    if (noun.endsWith("man"_L1))
        return noun.chopped(2) + u"en"_s;
    const bool consonantBeforeY =
        noun.endsWith(u'y') && noun.size() > 1 && !u"aeiou"_s.contains(noun[noun.size() - 2]);
    if (consonantBeforeY)
        return noun.chopped(1) + u"ies"_s;
    if (noun.endsWith(u's') || noun.endsWith("ch"_L1) || noun.endsWith("sh"_L1))
        return noun + u"es"_s;
    return noun + u's';
}

/// The title in the singular, and in the plural where it has one.
Checked addForms(TableReader &reader, const Table &table, int row, Title title, const QString &plural)
{
    std::vector<Title> &titles = reader.tables().titles;
    titles.push_back(title);
    if (auto done = reader.addName(table, row, title.name, Sense::Kind::Title, int(titles.size()) - 1); !done)
        return done;
    title.plural = true;
    titles.push_back(title);
    return reader.addName(table, row, plural, Sense::Kind::Title, int(titles.size()) - 1);
}

} // namespace

Checked readTitles(TableReader &reader, const QString &folder)
{
    enum { Name, Aliases, Role, Type, Official, Code, Plural };
    static constexpr Column columns[] = {{"name"_L1},     {"aliases"_L1}, {"role"_L1},  {"type"_L1},
                                         {"official"_L1}, {"code"_L1},    {"plural"_L1}};
    const auto table = Table::read(folder + u"/titles.tsv"_s, columns);
    if (!table)
        return std::unexpected(table.error());
    QSet<QString> singulars;
    for (int row = 0; row < table->size(); ++row) {
        const auto type = typeOf(table->text(row, Type));
        if (!type)
            return std::unexpected(
                table->problem(row, u"\"%1\" is no type of title"_s.arg(table->text(row, Type))));
        const QString &official = table->text(row, Official);
        if (official != "yes"_L1 && official != "no"_L1)
            return std::unexpected(
                table->problem(row, u"official is \"%1\", neither yes nor no"_s.arg(official)));
        Title title{table->text(row, Name), table->text(row, Role),
                    table->text(row, Code), *type,
                    official == "yes"_L1,   false};
        const QString singular = title.name;
        for (const QString &name : QStringList{singular} + table->list(row, Aliases)) {
            if (singulars.contains(name.toLower()))
                return std::unexpected(table->problem(row, u"\"%1\" stands twice"_s.arg(name)));
            singulars.insert(name.toLower());
            title.name = name;
            const QString &irregular = table->text(row, Plural);
            const QString plural = name == singular && !irregular.isEmpty() ? irregular : pluralOf(name);
            if (auto done = addForms(reader, *table, row, title, irregular == "-"_L1 ? QString() : plural);
                !done)
                return done;
        }
    }
    return {};
}

} // namespace demarche::knowledge
