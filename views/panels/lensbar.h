#pragma once

#include "models/lens/session.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace demarche::panels {

class FlowLayout;
class TargetBox;

/// The lens above everything that it rules: toward whom, then each filter as a chip that can be taken away,
/// and how much is shown.
class LensBar : public QWidget
{
    Q_OBJECT

public:
    LensBar(lens::LensSession &session, lens::NameOf nameOf, QWidget *parent = nullptr);

    [[nodiscard]] TargetBox *targetBox() const { return m_target; }

private:
    void refresh();
    void refreshChips();
    void addChip(const QString &kind, const QString &words, lens::Lens without);
    void addCountriesChip();
    void addToggle(QMenu *menu, QString words, bool isOn,
                   std::function<lens::Lens(const lens::Lens &)> toggled);
    void addCountryMenu();
    void addDatesMenu();
    void addKindsMenu();
    void addSourceMenu();
    void addCopiesSwitch();

    lens::LensSession &m_session;
    lens::Names m_names;
    TargetBox *m_target;
    FlowLayout *m_flow;
    QWidget *m_chipArea;
    QToolButton *m_add;
    QToolButton *m_clear;
    QLabel *m_count;
};

} // namespace demarche::panels
