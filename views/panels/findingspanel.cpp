#include "views/panels/findingspanel.h"

#include "views/panels/tableview.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

namespace demarche::panels {

namespace {
constexpr int enoughFound = 100;   ///< rows that fit what is looked for in a table
constexpr int mostReadOn = 20'000; ///< rows read to find them
} // namespace

using tables::FindingKind;
using tables::Place;
using tables::TableModel;

FindingsPanel::FindingsPanel(lens::LensSession &session, Sources sources, const tables::Words &words,
                             QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_nameOf(words.country)
    , m_sources(std::move(sources))
    , m_stances(new tables::StancesModel(session, words, this))
    , m_evidence(new tables::EvidenceModel(session, m_sources.article, words, this))
    , m_actors(new tables::ActorsModel(words, this))
    , m_quotes(new tables::QuotesModel(words, this))
    , m_actions(new tables::ActionsModel(words, this))
    , m_tabs(new QTabBar(this))
    , m_scope(new QToolButton(this))
    , m_filter(new QLineEdit(this))
    , m_told(new QLabel(this))
    , m_pages(new QStackedWidget(this))
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setAccessibleName(tr("Findings"));
    m_scope->setCheckable(true);
    m_scope->setToolTip(tr("Show the findings of all articles in the lens, or of the open article only"));
    m_scope->setAccessibleName(tr("All articles in the lens"));
    m_scope->setText(tr("All articles"));
    m_filter->setPlaceholderText(tr("Find in this table"));
    m_filter->setToolTip(
        tr("Words in the rows. Of long tables of evidence, sentences are looked in once they were shown; "
           "the search box above the articles looks in all of them."));
    m_filter->setAccessibleName(tr("Find in this table"));
    m_filter->setClearButtonEnabled(true);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setForegroundRole(QPalette::PlaceholderText);
    m_told->setContentsMargins(10, 3, 10, 3);

    addTable(Stances, m_stances, tables::StancesModel::Country, tr("Stances"));
    addTable(Evidence, m_evidence, tables::EvidenceModel::Sentence, tr("Evidence"));
    addTable(Actors, m_actors, tables::ActorsModel::Name, tr("Actors"));
    addTable(Quotes, m_quotes, tables::QuotesModel::Quote, tr("Quotes"));
    addTable(Actions, m_actions, tables::ActionsModel::Clause, tr("Actions"));

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(8, 6, 8, 6);
    tools->setSpacing(6);
    tools->addWidget(m_filter, 1);
    tools->addWidget(m_scope);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addLayout(tools);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_told);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        fill();
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &typed) {
        for (QSortFilterProxyModel *proxy : m_proxies)
            proxy->setFilterFixedString(typed.simplified());
        readOn(tab());
        tell();
    });
    connect(m_scope, &QToolButton::toggled, this, [this](bool on) {
        outdate();
        emit overLensChanged(on);
    });
    connect(&session, &lens::LensSession::changed, this, [this] {
        if (isOverLens())
            outdate();
        else
            tell();
        showChosenCountry();
    });
    outdate();
}

void FindingsPanel::addTable(Tab tab, TableModel *model, int wide, const QString &name)
{
    auto *proxy = new QSortFilterProxyModel(this);
    proxy->setSourceModel(model);
    proxy->setSortRole(TableModel::SortRole);
    proxy->setFilterRole(TableModel::FindRole);
    proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    proxy->setSortLocaleAware(true);
    proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy->setFilterKeyColumn(-1);
    auto *table = new TableView(name, this);
    table->setTable(*model, proxy, wide);
    // Unsorted at first: the rows' own order is the most telling one.
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    connect(table, &TableView::followed, this, [this, tab](const QModelIndex &index) { follow(tab, index); });
    connect(model, &TableModel::fetched, this, [this, tab] {
        readOn(tab);
        tell();
    });
    m_tabs->addTab(name);
    m_pages->addWidget(table);
    m_tables[std::size_t(tab)] = table;
    m_proxies[std::size_t(tab)] = proxy;
}

void FindingsPanel::setArticle(const corpus::StoredArticle &article)
{
    m_article = article;
    if (!isOverLens())
        outdate();
}

void FindingsPanel::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

FindingsPanel::Tab FindingsPanel::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void FindingsPanel::setOverLens(bool overLens)
{
    m_scope->setChecked(overLens);
}

bool FindingsPanel::isOverLens() const
{
    return m_scope->isChecked();
}

void FindingsPanel::mark(tables::FindingRef finding)
{
    const Tab own = finding.kind == FindingKind::Actor    ? Actors
                    : finding.kind == FindingKind::Action ? Actions
                                                          : Quotes;
    if (isOverLens() || tab() != own || !finding.isValid())
        return;
    QSortFilterProxyModel *proxy = m_proxies[own];
    const QModelIndex row = proxy->mapFromSource(proxy->sourceModel()->index(finding.index, 0));
    m_tables[own]->setCurrentIndex(row);
    m_tables[own]->scrollTo(row);
}

void FindingsPanel::follow(Tab tab, const QModelIndex &index)
{
    if (tab == Stances) {
        emit countryChosen(index.data(tables::StancesModel::CountryRole).toString(),
                           QApplication::keyboardModifiers());
        return;
    }
    auto place = index.data(TableModel::PlaceRole).value<Place>();
    if (tab == Actors && !isOverLens())
        place.finding.index = m_proxies[Actors]->mapToSource(index).row();
    if (place.article != 0)
        emit followed(place);
}

/// The table of stances is the map's twin: what is chosen there is in sight here.
void FindingsPanel::showChosenCountry()
{
    const QStringList &chosen = m_session.lens().countries;
    const QSortFilterProxyModel *proxy = m_proxies[Stances];
    for (int row = 0; !chosen.isEmpty() && row < proxy->rowCount(); ++row) {
        const QModelIndex index = proxy->index(row, tables::StancesModel::Country);
        if (index.data(tables::StancesModel::CountryRole) == chosen.front()) {
            m_tables[Stances]->scrollTo(index);
            return;
        }
    }
}

void FindingsPanel::outdate()
{
    m_outdated.fill(true);
    // Nobody waits for what is still on its way to the other tables.
    if (tab() != Actors)
        m_actors->setRows({});
    if (tab() != Quotes)
        m_quotes->setRows({});
    if (tab() != Actions)
        m_actions->setRows({});
    fill();
}

void FindingsPanel::fill()
{
    const Tab now = tab();
    if (std::exchange(m_outdated[std::size_t(now)], false)) {
        const bool all = isOverLens();
        switch (now) {
        case Stances:
            break; // listens to the lens by itself
        case Evidence:
            all ? m_evidence->showLens() : m_evidence->showArticle(m_article);
            break;
        case Actors:
            all ? m_actors->setSource(m_sources.actors()) : m_actors->setRows(tables::actorRows(m_article));
            m_tables[Actors]->setColumnHidden(tables::ActorsModel::Articles, !all);
            break;
        case Quotes:
            all ? m_quotes->setSource(m_sources.quotes()) : m_quotes->setRows(tables::quoteRows(m_article));
            break;
        case Actions:
            all ? m_actions->setSource(m_sources.actions())
                : m_actions->setRows(tables::actionRows(m_article));
            break;
        }
    }
    tell();
}

/// While too few of the rows read so far are what is looked for, the next are read.
void FindingsPanel::readOn(Tab tab)
{
    const QSortFilterProxyModel *proxy = m_proxies[std::size_t(tab)];
    QAbstractItemModel *source = proxy->sourceModel();
    if (!m_filter->text().isEmpty() && proxy->rowCount() < enoughFound && source->rowCount() < mostReadOn &&
        source->canFetchMore({}))
        source->fetchMore({});
}

void FindingsPanel::tell()
{
    const QSortFilterProxyModel *proxy = m_proxies[std::size_t(tab())];
    const QAbstractItemModel *source = proxy->sourceModel();
    const QString scope =
        tab() == Stances
            ? tr("toward %1").arg(m_session.target().isEmpty() ? tr("nobody") : m_nameOf(m_session.target()))
        : isOverLens() ? tr("in all articles of the lens")
                       : tr("in this article");
    const bool isReading = static_cast<const TableModel *>(source)->isFetching();
    if (isReading && source->rowCount() == 0) {
        m_told->setText(tr("Reading …"));
        return;
    }
    if (tab() != Stances && !isOverLens() && m_article.id == 0) {
        m_told->setText(tr("No article is open"));
        return;
    }
    QString told = isReading || source->canFetchMore({})
                       ? tr("%1 or more rows").arg(source->rowCount())
                       : tables::counted(source->rowCount(), tr("row"), tr("rows"));
    if (proxy->rowCount() != source->rowCount())
        told = tr("%1 of %2").arg(proxy->rowCount()).arg(told);
    m_told->setText(told + QChar::Space + scope);
}

} // namespace demarche::panels
