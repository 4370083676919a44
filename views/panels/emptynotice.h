#pragma once

#include "models/lens/session.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace demarche::panels {

/// Stands where a lens shows nothing: says why, and offers to take away each filter without which something
/// would be shown, with how many articles that gives.
class EmptyNotice : public QWidget
{
    Q_OBJECT

public:
    EmptyNotice(lens::LensSession &session, lens::NameOf nameOf, QWidget *parent = nullptr);

    /// However long a filter's words are, the list keeps its width.
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 80}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitOffers();
    void refresh();
    void offer(const QString &words, lens::Lens lens);

    lens::LensSession &m_session;
    lens::Names m_names;
    QLabel *m_why;
    QWidget *m_offers;
    std::vector<std::pair<QPushButton *, QString>> m_buttons; ///< with their words, whole
};

} // namespace demarche::panels
