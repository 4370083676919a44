#include "app/commands/options.h"

#include "models/corpus/searchquery.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

/// Filters as the contract names them.
const QString country = u"country"_s;
const QString from = u"from"_s;
const QString to = u"to"_s;
const QString search = u"search"_s;
const QString kind = u"kind"_s;
const QString source = u"source"_s;
const QString countCopies = u"count-copies"_s;

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

} // namespace

void say(const QString &line)
{
    QString one = line;
    one.replace(u'\n', u' ');
    write(stderr, u"demarche: "_s + one + u'\n');
}

CommandLine::CommandLine(QLatin1StringView command, QLatin1StringView summary, const QString &syntax)
    : m_command(command)
{
    m_parser.setApplicationDescription(u"%1\n\n  demarche %2 %3"_s.arg(summary, command, syntax));
    m_parser.addOption({{u"h"_s, u"help"_s}, u"Shows this."_s});
    m_parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
}

void CommandLine::add(const QString &name, const QString &help, const QString &value, const QString &standard)
{
    m_parser.addOption(QCommandLineOption(name, help, value, standard));
}

void CommandLine::addFilters()
{
    add(country, u"Only articles in which this state figures (ISO 3166-1 alpha-3); may be given again."_s,
        u"ISO3"_s);
    add(from, u"Only articles published on or after this day."_s, u"DATE"_s);
    add(to, u"Only articles published on or before this day."_s, u"DATE"_s);
    add(search,
        u"Only articles with these words; \"a phrase\", -not, OR, begin*, title:, speaker:, from:, country:, "
        u"before:, "
        "after:, (groups)."_s,
        u"TEXT"_s);
    add(source,
        u"Only articles that this feed, folder or group of them brought, by its name; / between a group and "
        u"one "
        u"in it; may be given again."_s,
        u"NAME"_s);
    add(kind, u"Only findings of this kind (person, direct, SANCTION, 16 …); may be given again."_s,
        u"KIND"_s);
}

void CommandLine::addCopies()
{
    add(countCopies, u"Counts each copy of a story; else the copies of one story count once."_s);
}

QStringList CommandLine::sources() const
{
    return m_parser.values(source);
}

bool CommandLine::countsCopies() const
{
    return isSet(countCopies);
}

std::optional<int> CommandLine::parse(const QStringList &arguments)
{
    if (!m_parser.parse(QStringList{u"demarche "_s + m_command} + arguments)) {
        QString error = m_parser.errorText();
        while (error.endsWith(u'.'))
            error.chop(1);
        return wrong(error);
    }
    if (!m_parser.isSet(u"help"_s))
        return std::nullopt;
    QString help = m_parser.helpText();
    write(stdout, help.mid(help.indexOf(u'\n') + 1));
    return AllRead;
}

Result<int> CommandLine::number(const QString &name, int least, int most) const
{
    bool ok = false;
    const int number = value(name).toInt(&ok);
    if (!ok || number < least || number > most)
        return std::unexpected(
            Problem{u"--"_s + name, u"wants a whole number from %1 to %2, not \"%3\""_s.arg(
                                        QString::number(least), QString::number(most), value(name))});
    return number;
}

Result<QDate> CommandLine::date(const QString &name) const
{
    if (!isSet(name))
        return QDate();
    const QDate day = QDate::fromString(value(name), Qt::ISODate);
    if (!day.isValid())
        return std::unexpected(
            Problem{u"--"_s + name, u"wants a date such as 2023-11-01, not \"%1\""_s.arg(value(name))});
    return day;
}

Result<QString> CommandLine::choice(const QString &name, const QStringList &words) const
{
    if (!words.contains(value(name)))
        return std::unexpected(
            Problem{u"--"_s + name, u"wants one of %1, not \"%2\""_s.arg(words.join(u", "_s), value(name))});
    return value(name);
}

Result<corpus::Filter> CommandLine::filter() const
{
    corpus::Filter filter;
    filter.search = value(search);
    const corpus::SearchQuery query = corpus::searchQuery(filter.search);
    if (query.isEmpty() && !filter.search.trimmed().isEmpty())
        return std::unexpected(Problem{u"--search"_s, query.notes.join(u"; "_s)});
    for (const QString &note : query.notes)
        say(u"--search: "_s + note);
    filter.kinds = m_parser.values(kind);
    for (const QString &code : m_parser.values(country)) {
        const bool shaped =
            code.size() == 3 && std::ranges::all_of(code, [](QChar c) { return c.isLetter(); });
        if (!shaped)
            return std::unexpected(Problem{
                u"--country"_s, u"wants a code of three letters such as CHL, not \"%1\""_s.arg(code)});
        filter.countries << code.toUpper();
    }
    const Result<QDate> first = date(from);
    const Result<QDate> last = date(to);
    if (!first || !last)
        return std::unexpected(!first ? first.error() : last.error());
    if (first->isValid() && last->isValid() && *first > *last)
        return std::unexpected(
            Problem{u"--from"_s,
                    u"%1 is after --to %2"_s.arg(first->toString(Qt::ISODate), last->toString(Qt::ISODate))});
    filter.from = *first;
    filter.to = *last;
    return filter;
}

int CommandLine::wrong(const QString &what) const
{
    say(u"%1: %2 (see demarche %1 --help)"_s.arg(m_command, what));
    return WrongUsage;
}

} // namespace demarche::app
