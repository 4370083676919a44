#include "views/article/findbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

namespace demarche::article {

using text::Span;

std::vector<Span> placesOf(const QString &words, const QString &text)
{
    QStringList parts;
    for (const QString &word : words.simplified().split(QChar::Space, Qt::SkipEmptyParts))
        parts.append(QRegularExpression::escape(word));
    std::vector<Span> places;
    if (parts.isEmpty())
        return places;
    const QRegularExpression pattern(parts.join(QStringLiteral("\\s+")),
                                     QRegularExpression::CaseInsensitiveOption |
                                         QRegularExpression::UseUnicodePropertiesOption);
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        places.push_back({match.capturedStart(), match.capturedEnd()});
    }
    return places;
}

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    m_edit->setPlaceholderText(tr("Find in this article"));
    m_edit->setAccessibleName(tr("Find in this article"));
    m_edit->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setMinimumWidth(m_count->fontMetrics().horizontalAdvance(QStringLiteral("000 of 000")));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_count);
    const auto button = [&](const QString &text, const QString &name, const auto &slot) {
        auto *made = new QToolButton(this);
        made->setText(text);
        made->setToolTip(name);
        made->setAccessibleName(name);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, slot);
        layout->addWidget(made);
    };
    button(QStringLiteral("↑"), tr("Previous place (Shift+Enter)"), [this] { step(-1); });
    button(QStringLiteral("↓"), tr("Next place (Enter)"), [this] { step(1); });
    button(QStringLiteral("✕"), tr("Close (Esc)"), [this] { close(); });
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::look);
    hide();
}

void FindBar::setText(const QString &text)
{
    m_text = text;
    look();
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    look();
}

void FindBar::close()
{
    hide();
    m_places.clear();
    emit found(m_places);
    emit closed();
}

void FindBar::look()
{
    m_places = isHidden() ? std::vector<Span>() : placesOf(m_edit->text(), m_text);
    m_at = -1;
    emit found(m_places);
    if (!m_places.empty())
        step(1);
    tell();
}

void FindBar::step(int direction)
{
    if (m_places.empty())
        return;
    const int count = int(m_places.size());
    m_at = m_at < 0 ? 0 : (m_at + count + direction) % count;
    emit wentTo(m_places[std::size_t(m_at)]);
    tell();
}

void FindBar::tell()
{
    if (m_edit->text().simplified().isEmpty())
        m_count->clear();
    else if (m_places.empty())
        m_count->setText(tr("not found"));
    else
        m_count->setText(tr("%1 of %2").arg(m_at + 1).arg(m_places.size()));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace demarche::article
