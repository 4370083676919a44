#pragma once

#include "views/article/highlight.h"

#include <QWidget>

#include <array>

class QToolButton;

namespace demarche::article {

/// Switches the layers on and off; each switch shows how its layer is drawn and how many findings it has.
class LayerBar : public QWidget
{
    Q_OBJECT

public:
    explicit LayerBar(QWidget *parent = nullptr);

    /// Puts the switches in one line with the text's column.
    void setLeft(int left);
    void setLayers(Layers layers);
    [[nodiscard]] Layers layers() const;
    /// How many actors, actions and quotes the article has.
    void setCounts(std::size_t actors, std::size_t actions, std::size_t quotes);

signals:
    void layersChanged(Layers layers);
    /// Go to the finding before (-1) or after (1).
    void stepWanted(int direction);

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcons();

    std::array<QToolButton *, 3> m_switches{};
};

} // namespace demarche::article
