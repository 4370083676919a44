#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>

/// The program from outside, as tests run it.
namespace program {

struct Outcome
{
    int status = -1; ///< -2 for a crash
    QByteArray out;
    QStringList errors; ///< lines
};

/// Runs the program to its end. `before` is called in the child, before the program starts there.
inline Outcome run(const QStringList &arguments, const QByteArray &input = {},
                   const std::function<void()> &before = {})
{
    static const QTemporaryDir runtime; // else Qt warns on standard error where it draws
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime.path());
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(DEMARCHE_PROGRAM));
    process.setArguments(arguments);
    if (before)
        process.setChildProcessModifier(before);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        return {};
    const QString errors = QString::fromUtf8(process.readAllStandardError());
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            process.readAllStandardOutput(), errors.split(u'\n', Qt::SkipEmptyParts)};
}

/// A short article, told from the others by its number.
inline QByteArray report(int n)
{
    return "Chile recalls ambassador\nBy Ana Ruiz\nThe Harbour Post, 2024-03-0" +
           QByteArray::number(1 + n % 9) +
           "\n\nChile recalled its ambassador from Israel on Monday, report number " + QByteArray::number(n) +
           " said. \"Enough is enough,\" President Gabriel Boric told reporters in Santiago.\n";
}

} // namespace program
