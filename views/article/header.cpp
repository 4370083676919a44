#include "views/article/header.h"

#include "models/corpus/provenance.h"
#include "models/tables/card.h"
#include "models/tables/tablemodel.h"
#include "views/article/plainlabel.h"
#include "views/panels/flowlayout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace demarche::article {

namespace {

constexpr std::size_t mostCopiesNamed = 6; ///< the others are in a menu

/// Text as a button shows it: an ampersand is one.
QString asButton(QString text)
{
    return text.replace(u'&', QLatin1String("&&"));
}

QToolButton *linkButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(asButton(tables::shortened(text, 40)));
    button->setAutoRaise(true);
    button->setCursor(Qt::PointingHandCursor);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("isLink", true); // app/theme.cpp draws it so
    return button;
}

} // namespace

Header::Header(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this))
    , m_source(plainLabel(this))
    , m_details(new QToolButton(this))
    , m_unanalysed(new QWidget(this))
    , m_language(plainLabel(m_unanalysed))
    , m_warnings(plainLabel(this))
    , m_copies(new QWidget(this))
    , m_copyFlow(new panels::FlowLayout(m_copies))
    , m_copyCount(plainLabel(m_copies))
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
    m_language->setFont(small);
    m_language->setAccessibleName(tr("Why the article has no findings"));
    m_warnings->setAccessibleName(tr("What reading the article had to guess"));

    m_details->setText(tr("Details …"));
    m_details->setToolTip(
        tr("Date, publisher, language and encoding, and what they rest on; to be changed here"));
    m_details->setAutoRaise(true);
    connect(m_details, &QToolButton::clicked, this, &Header::detailsWanted);
    auto *english = new QToolButton(m_unanalysed);
    english->setText(tr("Analyse as English"));
    english->setToolTip(tr("Say that the article is in English, and look for findings in it"));
    connect(english, &QToolButton::clicked, this, &Header::englishWanted);

    auto *source = new QHBoxLayout;
    source->addWidget(m_source, 1);
    source->addWidget(m_details, 0, Qt::AlignTop);
    auto *note = new QHBoxLayout(m_unanalysed);
    note->setContentsMargins(0, 0, 0, 0);
    note->addWidget(m_language, 1);
    note->addWidget(english, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 6);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addLayout(source);
    layout->addWidget(m_unanalysed);
    layout->addWidget(m_copies);
    m_copyFlow->setContentsMargins(0, 0, 0, 0);
    m_copyFlow->setSpacing(2);
    m_copyCount->setWordWrap(false);
    m_copyCount->setForegroundRole(QPalette::PlaceholderText);
    m_copies->setAccessibleName(tr("Copies of this story"));
    QSizePolicy grows(QSizePolicy::Expanding, QSizePolicy::Preferred);
    grows.setHeightForWidth(true);
    m_copies->setSizePolicy(grows);
    m_copies->hide();
    layout->addWidget(m_warnings);
}

namespace {

/// What the source line is too short for.
QString detailsTip(const corpus::Article &article, const analysis::Published &published)
{
    QStringList lines{tables::placeInWords(article.uri)};
    const auto add = [&lines](const QString &name, const QString &value, const QString &basis) {
        if (!value.isEmpty())
            lines << Header::tr("%1: %2, %3").arg(name, value, basis);
    };
    add(Header::tr("Date"), tables::dayInWords(published.date), tables::inWords(published.basis));
    add(Header::tr("Publisher"), article.publisher, tables::inWords(article.publisherBasis));
    add(Header::tr("Language"), corpus::languageName(article.language),
        tables::inWords(article.languageBasis));
    const bool byBytes = article.encodingBasis == corpus::Basis::Text;
    add(Header::tr("Encoding"), article.encoding,
        byBytes ? Header::tr("by its bytes") : tables::inWords(article.encodingBasis));
    return lines.join(QChar::LineFeed).toHtmlEscaped().replace(QChar::LineFeed, QLatin1String("<br>"));
}

} // namespace

void Header::setArticle(const corpus::Article &article, const analysis::Analysis &analysis)
{
    const analysis::Published &published = analysis.published;
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
    m_source->setToolTip(detailsTip(article, published));
    const bool analysed = corpus::isAnalysed(article.language);
    m_unanalysed->setVisible(!analysed);
    if (!analysed)
        m_language->setText(
            tr("In %1 (%2): kept and searchable, but not analysed.")
                .arg(corpus::languageName(article.language), tables::inWords(article.languageBasis)));
    // The note says already what the analysis warns of where it did nothing.
    const QStringList warnings = article.warnings + (analysed ? analysis.warnings : QStringList());
    m_warnings->setText(warnings.join(QChar::LineFeed));
    m_warnings->setVisible(!warnings.isEmpty());
}

void Header::setCopies(const std::vector<Copy> &copies)
{
    while (QLayoutItem *item = m_copyFlow->takeAt(0)) {
        if (item->widget() != m_copyCount)
            item->widget()->deleteLater();
        delete item;
    }
    m_copies->setVisible(!copies.empty());
    if (copies.empty())
        return;
    m_copyCount->setText(tr("%1 copies of this story, also:").arg(copies.size() + 1));
    m_copyFlow->addWidget(m_copyCount);
    const std::size_t named = copies.size() <= mostCopiesNamed + 1 ? copies.size() : mostCopiesNamed;
    for (std::size_t i = 0; i < named; ++i)
        addCopy(copies[i]);
    if (named < copies.size())
        addMore(std::span(copies).subspan(named));
    m_copies->updateGeometry();
}

void Header::addCopy(const Copy &copy)
{
    QToolButton *button = linkButton(copy.name, m_copies);
    button->setToolTip(tables::asTip(copy.tip));
    button->setAccessibleName(tr("Open the copy: %1").arg(copy.name));
    connect(button, &QToolButton::clicked, this, [this, id = copy.article] { emit copyChosen(id); });
    m_copyFlow->addWidget(button);
    button->show();
    m_copyCount->setFixedHeight(button->sizeHint().height()); // the words of all stand on one line
}

void Header::addMore(std::span<const Copy> copies)
{
    QToolButton *button = linkButton(tr("%1 more …").arg(copies.size()), m_copies);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    for (const Copy &copy : copies)
        connect(menu->addAction(asButton(tables::shortened(copy.name, 60))), &QAction::triggered, this,
                [this, id = copy.article] { emit copyChosen(id); });
    button->setMenu(menu);
    m_copyFlow->addWidget(button);
    button->show();
}

void Header::setLeft(int left)
{
    layout()->setContentsMargins(left, 12, left, 6);
}

} // namespace demarche::article
