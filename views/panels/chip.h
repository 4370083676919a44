#pragma once

#include <QAbstractButton>

namespace demarche::panels {

/// One part of the lens: its words and a cross. A click, Space, Enter or Delete takes it away.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    Chip(const QString &kind, const QString &words, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_kind;
};

} // namespace demarche::panels
