#pragma once

#include "app/commands/command.h"
#include "models/corpus/filter.h"
#include "models/text/result.h"

#include <QCommandLineParser>

#include <optional>

namespace demarche::app {

/// A command's options and arguments. Wrong usage ends with one line on standard error and status 2, `-h`
/// with the help on standard output and status 0.
class CommandLine
{
public:
    CommandLine(QLatin1StringView command, QLatin1StringView summary, const QString &syntax);

    /// `name` with a value where `value` names one. `standard` is what holds when it is not given.
    void add(const QString &name, const QString &help, const QString &value = {},
             const QString &standard = {});
    void addFilters();
    /// The names of `--source`, one of the filters. Only a store knows whether it has them (sourceoption.h).
    [[nodiscard]] QStringList sources() const;
    /// `--count-copies`, for commands that count articles.
    void addCopies();
    [[nodiscard]] bool countsCopies() const;

    /// An exit status where the command ends here; nothing where it goes on.
    [[nodiscard]] std::optional<int> parse(const QStringList &arguments);

    [[nodiscard]] QString value(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QStringList paths() const { return m_parser.positionalArguments(); }

    [[nodiscard]] Result<int> number(const QString &name, int least, int most) const;
    [[nodiscard]] Result<QDate> date(const QString &name) const; ///< invalid where it was not given
    /// One of the words; a Problem names them all.
    [[nodiscard]] Result<QString> choice(const QString &name, const QStringList &words) const;
    [[nodiscard]] Result<corpus::Filter> filter() const;

    /// Says what is wrong, in one line; gives WrongUsage.
    [[nodiscard]] int wrong(const QString &what) const;

private:
    QLatin1StringView m_command;
    QCommandLineParser m_parser;
};

/// Writes one line to standard error.
void say(const QString &line);

} // namespace demarche::app
