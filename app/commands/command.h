#pragma once

#include <QStringList>

#include <span>

namespace demarche::app {

/// Exit statuses of every command (the contract).
enum ExitStatus { AllRead = 0, SomethingUnread = 1, WrongUsage = 2 };

/// One subcommand of the program. Each lives in a file of its own and defines `extern const Command NAME;`,
/// which app/commands/commands.cpp lists.
struct Command
{
    QLatin1StringView name;    ///< "analyze"
    QLatin1StringView summary; ///< one line for --help
    bool needsGui = false;     ///< draws: wants a QGuiApplication (offscreen is enough)
    int (*run)(const QStringList &arguments) = nullptr; ///< arguments after the name; gives an ExitStatus
};

/// Every subcommand that this build has.
[[nodiscard]] std::span<const Command *const> commands();

} // namespace demarche::app
