#include "views/article/reader.h"

#include "models/corpus/searchhits.h"
#include "models/tables/tablemodel.h"
#include "views/article/findbar.h"
#include "views/article/findingcard.h"
#include "views/article/header.h"
#include "views/article/layerbar.h"
#include "views/article/textview.h"

#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace demarche::article {

using tables::FindingPlace;
using tables::FindingRef;
using text::Span;

Reader::Reader(tables::Words words, QWidget *parent)
    : QWidget(parent)
    , m_words(std::move(words))
    , m_pages(new QStackedLayout(this))
    , m_nothing(new QLabel(this))
    , m_header(new Header)
    , m_layerBar(new LayerBar)
    , m_find(new FindBar)
    , m_text(new TextView)
{
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(32);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setBackgroundRole(QPalette::Base);
    m_nothing->setAutoFillBackground(true);

    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_layerBar);
    layout->addWidget(m_header);
    layout->addWidget(m_find);
    layout->addWidget(m_text, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(page);
    m_card = new FindingCard(page);

    m_text->setDescriber([this](FindingRef finding) { return inOneLine(finding); });
    connect(m_layerBar, &LayerBar::layersChanged, this, [this](Layers layers) {
        m_text->setLayers(layers);
        emit layersChanged(layers);
    });
    connect(m_layerBar, &LayerBar::stepWanted, this, &Reader::step);
    connect(m_card, &FindingCard::stepWanted, this, &Reader::step);
    connect(m_card, &FindingCard::closed, m_text, qOverload<>(&QWidget::setFocus));
    connect(m_find, &FindBar::found, m_text, &TextView::setFound);
    connect(m_find, &FindBar::wentTo, m_text, &TextView::select);
    connect(m_find, &FindBar::closed, m_text, qOverload<>(&QWidget::setFocus));
    connect(m_header, &Header::copyChosen, this, &Reader::copyWanted);
    // Queued: the column moves while the page is being laid out, and the header's height would be of the old
    // one.
    connect(m_text, &TextView::columnMoved, m_header, &Header::setLeft, Qt::QueuedConnection);
    connect(m_text, &TextView::columnMoved, m_layerBar, &LayerBar::setLeft, Qt::QueuedConnection);
    connect(m_header, &Header::detailsWanted, this, &Reader::detailsWanted);
    connect(m_header, &Header::englishWanted, this, &Reader::englishWanted);
    connect(m_text, &TextView::activated, this, &Reader::choose);
    connect(m_text, &TextView::clickedBeside, this, [this] {
        m_card->hide();
        m_text->clearFinding();
    });
    connect(m_text, &TextView::readToEnd, this, &Reader::nextUnreadWanted);
    connect(m_text, &TextView::stepped, this, [this](FindingRef finding) {
        if (m_card->isVisible())
            open(finding, m_text->currentSpan());
        else
            emit findingChosen(finding);
    });
    clear(tr("No article is open"));
}

void Reader::setArticle(const corpus::StoredArticle &article)
{
    m_article = article;
    m_card->hide();
    m_header->setArticle(article.article, article.analysis);
    m_header->setCopies({});
    const analysis::Analysis &found = article.analysis;
    m_layerBar->setCounts(found.actors.size(), found.actions.size(), found.quotes.size());
    m_text->setArticle(article.article.text, highlightsOf(found, article.article.text.size()));
    m_find->setText(article.article.text);
    markHits();
    m_pages->setCurrentIndex(1);
}

void Reader::setCopies(const std::vector<corpus::ArticleRow> &copies)
{
    std::vector<Header::Copy> others;
    for (const corpus::ArticleRow &copy : copies) {
        if (copy.id == m_article.id)
            continue;
        const QString day = tables::dayInWords(copy.published.date);
        others.push_back({copy.id, copy.publisher.isEmpty() ? copy.title : copy.publisher,
                          tables::joined({copy.title, copy.publisher, day})});
    }
    m_header->setCopies(others);
}

void Reader::clear(const QString &why)
{
    m_article = {};
    m_card->hide();
    m_nothing->setText(why);
    m_pages->setCurrentIndex(0);
}

void Reader::show(FindingRef finding)
{
    const Span span = tables::spanOf(m_article.analysis, finding);
    if (span.isEmpty() || span.end > m_article.article.text.size())
        return;
    m_card->hide();
    m_text->showFinding(finding, span);
    m_text->select(span);
}

void Reader::setSearch(const QString &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    m_search = corpus::searchQuery(typed);
    markHits();
}

void Reader::markHits()
{
    std::vector<Span> hits = corpus::searchHits(m_search, m_article.article.text);
    if (!hits.empty())
        m_text->reveal(hits.front());
    m_text->setHits(std::move(hits));
}

void Reader::setLayers(Layers layers)
{
    m_layerBar->setLayers(layers);
    m_text->setLayers(layers);
}

Layers Reader::layers() const
{
    return m_text->layers();
}

void Reader::openFind()
{
    if (m_article.id != 0)
        m_find->open();
}

void Reader::step(int direction)
{
    if (m_article.id != 0)
        m_text->step(direction);
}

QString Reader::inOneLine(FindingRef finding) const
{
    return tables::inOneLine(m_article.analysis, m_article.article.text, finding, m_words);
}

void Reader::open(FindingRef finding, Span span)
{
    m_text->showFinding(finding, span);
    m_card->setCard(tables::cardOf(m_article.analysis, m_article.article.text, finding, m_words));
    m_card->showNear(m_text->rectOf(span).translated(m_text->pos()));
    m_card->setFocus();
    emit findingChosen(finding);
}

void Reader::choose(const std::vector<FindingPlace> &places, QPoint at)
{
    if (places.size() == 1) {
        open(places.front().finding, places.front().span);
        return;
    }
    // A menu has the keys that are wanted here: arrows, Enter, Esc.
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Findings here"));
    for (const FindingPlace &place : places) {
        QString line = inOneLine(place.finding);
        line.replace(QLatin1Char('&'), QLatin1String("&&"));
        connect(menu->addAction(line), &QAction::triggered, this,
                [this, place] { open(place.finding, place.span); });
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(m_text->mapToGlobal(at + QPoint(0, 12)));
}

} // namespace demarche::article
