// Build-time program: reads the tables of names in a folder, checks them, and writes them in the form that
// the engine loads. Usage: compile_knowledge FOLDER OUT
#include "models/knowledge/tables.h"

#include <QHashSeed>
#include <QSaveFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

static int fail(const QString &line)
{
    QTextStream(stderr) << "compile_knowledge: " << line << '\n';
    return 1;
}

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed(); // the same tables give the same bytes
    if (argc != 3)
        return fail(u"wants a folder of tables and a file to write"_s);
    const auto tables = demarche::knowledge::readTables(QString::fromLocal8Bit(argv[1]));
    if (!tables)
        return fail(tables.error().line());
    QSaveFile out(QString::fromLocal8Bit(argv[2]));
    if (!out.open(QIODevice::WriteOnly))
        return fail(out.fileName() + u": "_s + out.errorString());
    out.write(demarche::knowledge::pack(*tables));
    return out.commit() ? 0 : fail(out.fileName() + u": "_s + out.errorString());
}
