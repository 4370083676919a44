#pragma once

#include "models/corpus/conveyor.h"

#include <QByteArray>

namespace demarche::app {

/// Standard output, buffered, with its failure remembered (a full disk, a closed pipe).
class Output
{
public:
    void write(const QByteArray &bytes);
    /// Flushes; false when anything was lost, which is then said on standard error.
    [[nodiscard]] bool finish();
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    bool m_failed = false;
};

/// Progress on standard error: a bar that is redrawn where that is a terminal, else nothing until the last
/// line.
class ProgressLine
{
public:
    ProgressLine();
    void show(const corpus::Progress &progress);
    /// Takes the bar away, so that a message can stand in its place.
    void clear();

private:
    bool m_terminal = false;
    double m_shownAt = -1;
    bool m_drawn = false;
};

} // namespace demarche::app
