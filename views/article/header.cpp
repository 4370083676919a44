#include "views/article/header.h"

#include "models/tables/card.h"
#include "views/article/plainlabel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace demarche::article {

Header::Header(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this))
    , m_source(plainLabel(this))
    , m_warnings(plainLabel(this))
{
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.4);
    title.setBold(true);
    m_title->setFont(title);
    m_title->setAccessibleName(tr("Title"));
    m_source->setForegroundRole(QPalette::PlaceholderText);
    m_source->setAccessibleName(tr("Source"));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_warnings->setFont(small);
    m_warnings->setAccessibleName(tr("What reading the article had to guess"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 6);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_source);
    layout->addWidget(m_warnings);
}

void Header::setArticle(const corpus::Article &article, const analysis::Published &published)
{
    const QString title = article.title.isEmpty() ? tables::shortened(article.text, 90) : article.title;
    m_title->setText(title);
    QStringList parts;
    if (!article.publisher.isEmpty())
        parts.append(article.publisher);
    const QString day = tables::dayInWords(published.date);
    parts.append(day.isEmpty() ? tables::inWords(analysis::DateBasis::Unknown)
                               : day + QStringLiteral(" (%1)").arg(tables::inWords(published.basis)));
    if (!article.byline.isEmpty())
        parts.append(tr("by %1").arg(article.byline.join(QStringLiteral(", "))));
    m_source->setText(parts.join(QStringLiteral("  ·  ")));
    m_source->setToolTip(article.uri.toHtmlEscaped());
    m_warnings->setText(article.warnings.join(QChar::LineFeed));
    m_warnings->setVisible(!article.warnings.isEmpty());
}

void Header::setLeft(int left)
{
    layout()->setContentsMargins(left, 12, left, 6);
}

} // namespace demarche::article
