#include "views/panels/targetbox.h"

#include "models/tables/card.h"
#include "models/tables/tablemodel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace demarche::panels {

TargetBox::TargetBox(lens::LensSession &session, lens::NameOf nameOf, QWidget *parent)
    : QComboBox(parent)
    , m_session(session)
    , m_nameOf(std::move(nameOf))
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    setMaxVisibleItems(18);
    setAccessibleName(tr("Toward whom the stances are"));
    setToolTip(tr("Toward whom the stances are. Type to find one."));
    connect(this, &QComboBox::activated, this, &TargetBox::choose);
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        // What was typed and is no target goes back to the one that holds.
        if (currentIndex() >= 0)
            lineEdit()->setText(itemText(currentIndex()));
    });
    connect(&session, &lens::LensSession::changed, this, &TargetBox::refresh);
    refresh();
}

QSize TargetBox::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, QComboBox::sizeHint().height()};
}

void TargetBox::refresh()
{
    if (m_session.targets() != m_targets) {
        m_targets = m_session.targets();
        clear();
        for (const auto &[key, pieces] : std::as_const(m_targets)) {
            addItem(m_nameOf(key));
            setItemData(
                count() - 1,
                tables::asTip(tables::counted(pieces, tr("piece of evidence"), tr("pieces of evidence"))),
                Qt::ToolTipRole);
        }
    }
    const auto found =
        std::ranges::find(std::as_const(m_targets), m_session.target(), &std::pair<QString, int>::first);
    setCurrentIndex(found == m_targets.cend() ? -1 : int(found - m_targets.cbegin()));
    setEnabled(!m_targets.empty());
    lineEdit()->setPlaceholderText(m_targets.empty() ? tr("nobody yet") : QString());
}

void TargetBox::choose(int index)
{
    if (index < 0 || index >= m_targets.size())
        return;
    lens::Lens lens = m_session.lens();
    lens.target = m_targets.at(index).first;
    m_session.look(std::move(lens));
}

} // namespace demarche::panels
