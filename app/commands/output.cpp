#include "app/commands/output.h"

#include "app/commands/options.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {
constexpr double secondsBetweenBars = 0.1;
constexpr int barWidth = 30;
} // namespace

void Output::write(const QByteArray &bytes)
{
    if (!m_failed)
        m_failed = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) != size_t(bytes.size());
}

bool Output::finish()
{
    m_failed = std::fflush(stdout) != 0 || m_failed;
    if (m_failed)
        say(u"standard output: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))));
    return !m_failed;
}

ProgressLine::ProgressLine()
    : m_terminal(isatty(STDERR_FILENO) == 1)
{
}

void ProgressLine::show(const corpus::Progress &progress)
{
    if (!m_terminal || progress.seconds - m_shownAt < secondsBetweenBars)
        return;
    m_shownAt = progress.seconds;
    m_drawn = true;
    const int filled = int(progress.share() * barWidth);
    const QString bar = QString(filled, u'#') + QString(barWidth - filled, u'.');
    const QString duration = corpus::durationInWords(progress.remaining());
    const QString left = duration.isEmpty() ? QString() : u", "_s + duration + u" left"_s;
    const QByteArray line =
        u"\r[%1] %2%  %3 articles, %4/s%5\x1b[K"_s
            .arg(bar, QString::number(int(progress.share() * 100)), QString::number(progress.articles),
                 QString::number(progress.rate(), 'f', 1), left)
            .toUtf8();
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    std::fflush(stderr);
}

void ProgressLine::clear()
{
    if (m_drawn)
        std::fputs("\r\x1b[K", stderr);
    m_drawn = false;
}

} // namespace demarche::app
