#include "app/workbench.h"

#include "views/timeline/timelineview.h"

/// What the timeline's marks say. Their articles are read beside the window: until then a mark tells who acts
/// toward whom.
namespace demarche::app {

using namespace Qt::StringLiterals;

QString Workbench::markLabel(qint64 article, int action, const QString &country) const
{
    const QString parties = u"%1 → %2"_s.arg(m_words.country(country), m_words.country(m_session->target()));
    const QString trigger = m_triggers.value({article, action});
    return trigger.isEmpty() ? parties : parties + u": "_s + trigger;
}

std::vector<ActionAt> Workbench::untoldMarks() const
{
    std::vector<ActionAt> untold;
    for (const charts::EventMark &mark : m_timeline->data().marks) {
        if (const ActionAt at{mark.article, mark.action}; !m_triggers.contains(at))
            untold.push_back(at);
    }
    return untold;
}

/// One reading at a time: while somebody drags over the timeline, the marks of most lenses are never asked
/// for.
void Workbench::readMarks()
{
    const std::vector<ActionAt> untold = untoldMarks();
    if (untold.empty() || std::exchange(m_readingMarks, true))
        return;
    m_library->readTriggers(untold, [this, untold, index = m_indexes](const std::vector<QString> &triggers) {
        m_readingMarks = false;
        if (index == m_indexes)
            tellMarks(untold, triggers);
        readMarks();
    });
}

void Workbench::tellMarks(const std::vector<ActionAt> &actions, const std::vector<QString> &triggers)
{
    for (std::size_t i = 0; i < actions.size(); ++i)
        m_triggers.insert(actions[i], triggers[i]);
    m_timeline->relabelMarks(
        [this](const charts::EventMark &mark) { return markLabel(mark.article, mark.action, mark.country); });
}

} // namespace demarche::app
