#include "app/commands/command.h"
#include "app/commands/options.h"
#include "app/log.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <spdlog/spdlog.h>

#include <cstdio>
#include <memory>

#ifdef DEMARCHE_GUI
#include "app/workbench.h"
#include <QApplication>
#endif

using namespace Qt::StringLiterals;
using namespace demarche;

namespace {

const app::Command *commandNamed(const QString &name)
{
    for (const app::Command *command : app::commands()) {
        if (name == command->name)
            return command;
    }
    return nullptr;
}

QString help()
{
    QString text =
        u"demarche [--store FILE] [PATH…]  opens the workbench, importing the paths named\n"
        "demarche COMMAND [OPTIONS]       does one thing without a window (COMMAND --help tells more)\n\n"_s;
    for (const app::Command *command : app::commands())
        text += u"  %1 %2\n"_s.arg(QString(command->name).leftJustified(10), QString(command->summary));
    return text + u"\n  -h, --help     shows this\n  --version      prints the version\n"
                  "  --verbose      writes the log to standard error\n"_s;
}

void print(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stdout);
}

int runCommand(const app::Command &command, int &argc, char **argv, const QStringList &arguments)
{
#ifdef DEMARCHE_GUI
    if (command.needsGui) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        const QApplication application(argc, argv);
        return command.run(arguments);
    }
#endif
    const QCoreApplication application(argc, argv);
    return command.run(arguments);
}

/// `--store FILE` before the paths: the store that the window opens. A mistake where no file follows it.
std::optional<QString> takeStore(QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(u"--store"_s);
    if (at < 0)
        return std::nullopt;
    if (at + 1 >= arguments.size())
        return u"--store: name the store's file"_s;
    qputenv("DEMARCHE_STORE", QFile::encodeName(arguments.at(at + 1)));
    arguments.remove(at, 2);
    return std::nullopt;
}

/// A first word that is no command is a path; if nothing lies there it is a mistake.
std::optional<QString> mistakeIn(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (argument.startsWith(u'-') && argument.size() > 1)
            return u"unknown option %1 (see demarche --help)"_s.arg(argument);
        if (argument != "-"_L1 && !argument.contains(u"://") && !QFileInfo::exists(argument))
            return u"%1: no such command, file or folder (see demarche --help)"_s.arg(argument);
    }
    return std::nullopt;
}

int openWorkbench(int &argc, char **argv, const QStringList &paths)
{
#ifdef DEMARCHE_GUI
    const bool display = qEnvironmentVariableIsSet("DISPLAY") ||
                         qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
                         qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (!display) {
        app::say(
            u"there is no display to open the workbench on; the commands of demarche --help need none"_s);
        return app::SomethingUnread;
    }
    const QApplication application(argc, argv);
    return app::runWorkbench(paths);
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    Q_UNUSED(paths)
    app::say(u"this build has no workbench; see demarche --help for its commands"_s);
    return app::WrongUsage;
#endif
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QFile::decodeName(argv[i]);
    const bool verbose = arguments.removeAll(u"--verbose"_s) > 0;
    QCoreApplication::setApplicationName(u"demarche"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DEMARCHE_VERSION));
    app::startLog(verbose);
    spdlog::debug("demarche {} with {} arguments", DEMARCHE_VERSION, arguments.size());

    const QString first = arguments.value(0);
    if (first == "-h"_L1 || first == "--help"_L1) {
        print(help());
        return app::AllRead;
    }
    if (first == "--version"_L1) {
        print(u"demarche %1\n"_s.arg(QCoreApplication::applicationVersion()));
        return app::AllRead;
    }
    if (const app::Command *command = commandNamed(first))
        return runCommand(*command, argc, argv, arguments.mid(1));
    std::optional<QString> mistake = takeStore(arguments);
    if (!mistake)
        mistake = mistakeIn(arguments);
    if (mistake) {
        app::say(*mistake);
        return app::WrongUsage;
    }
    return openWorkbench(argc, argv, arguments);
}
