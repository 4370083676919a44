#include "app/commands/command.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace demarche;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    for (const app::Command *command : app::commands()) {
        if (arguments.size() > 1 && arguments.at(1) == command->name)
            return command->run(arguments.mid(2));
    }
    QTextStream(stderr) << "demarche: no such command\n";
    return app::WrongUsage;
}
