#pragma once

#include "models/lens/session.h"

#include <QComboBox>

namespace demarche::panels {

/// Chooses toward whom the stances are: all targets of the collection, the most frequent first; typing finds
/// one.
class TargetBox : public QComboBox
{
    Q_OBJECT

public:
    TargetBox(lens::LensSession &session, lens::NameOf nameOf, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

private:
    void refresh();
    void choose(int index);

    lens::LensSession &m_session;
    lens::NameOf m_nameOf;
    QList<std::pair<QString, int>> m_targets; ///< as they stand in the box
};

} // namespace demarche::panels
