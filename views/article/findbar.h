#pragma once

#include "models/text/span.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;

namespace demarche::article {

/// Looks for words in the text that is open: all places are marked, Enter and Shift+Enter go from one to the
/// next.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    /// The text to look in; what was found before is forgotten.
    void setText(const QString &text);
    /// Opens the bar with the keyboard in it.
    void open();
    void close();

signals:
    void found(const std::vector<text::Span> &places);
    void wentTo(text::Span place);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void look();
    void step(int direction);
    void tell();

    QLineEdit *m_edit;
    QLabel *m_count;
    QString m_text;
    std::vector<text::Span> m_places;
    int m_at = -1;
};

/// Every place of some words in a text, whatever their case; white space matches any white space. In text
/// order, not overlapping.
[[nodiscard]] std::vector<text::Span> placesOf(const QString &words, const QString &text);

} // namespace demarche::article
