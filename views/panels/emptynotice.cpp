#include "views/panels/emptynotice.h"

#include "models/tables/card.h"
#include "models/tables/tablemodel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace demarche::panels {

using namespace Qt::StringLiterals;

namespace {

/// Words whose & marks no key.
QString asLabel(QString words)
{
    return words.replace(u'&', "&&"_L1);
}

} // namespace

EmptyNotice::EmptyNotice(lens::LensSession &session, lens::NameOf nameOf, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_names(session.names(std::move(nameOf)))
    , m_why(new QLabel(this))
    , m_offers(new QWidget(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setAlignment(Qt::AlignCenter);
    auto *offers = new QVBoxLayout(m_offers);
    offers->setContentsMargins(0, 0, 0, 0);
    offers->setSpacing(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(2);
    layout->addWidget(m_why);
    layout->addWidget(m_offers, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(&session, &lens::LensSession::changed, this, &EmptyNotice::refresh);
    refresh();
}

void EmptyNotice::refresh()
{
    for (const auto &[button, words] : std::exchange(m_buttons, {}))
        delete button;
    if (!m_session.aggregates().articles.empty())
        return;
    const lens::Lens &lens = m_session.lens();
    if (m_session.index().articleCount() == 0) {
        m_why->clear(); // the start page and the reader say what there is to say
        return;
    }
    m_why->setText(tr("No article fits: %1").arg(lens::inWords(lens, m_names)));
    for (const lens::LensPart &part : lens::parts(lens, m_names)) {
        lens::Lens wider = lens::without(lens, part);
        if (const int shown = m_session.articlesWith(wider); shown > 0)
            offer(tr("Without %1: %2").arg(part.words, tables::counted(shown, tr("article"), tr("articles"))),
                  std::move(wider));
    }
    offer(tr("Without any filter: %1")
              .arg(tables::counted(qint64(m_session.index().articleCount()), tr("article"), tr("articles"))),
          lens::cleared(lens));
    fitOffers();
}

void EmptyNotice::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitOffers();
}

/// What is cut stands in the tip and in the name for screen readers.
void EmptyNotice::fitOffers()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    for (const auto &[button, words] : m_buttons) {
        button->setText(asLabel(words));
        const int beside = button->sizeHint().width() - button->fontMetrics().horizontalAdvance(words);
        button->setText(asLabel(button->fontMetrics().elidedText(words, Qt::ElideMiddle, room - beside)));
    }
}

void EmptyNotice::offer(const QString &words, lens::Lens lens)
{
    auto *button = new QPushButton(m_offers);
    button->setAccessibleName(words);
    button->setToolTip(tables::asTip(words));
    m_buttons.emplace_back(button, words);
    m_offers->layout()->addWidget(button);
    // Queued: taking the offer builds these buttons anew.
    connect(
        button, &QPushButton::clicked, this, [this, lens = std::move(lens)] { m_session.look(lens); },
        Qt::QueuedConnection);
}

} // namespace demarche::panels
