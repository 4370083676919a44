#pragma once

#include "models/tables/evidence.h"
#include "models/tables/findings.h"
#include "models/tables/stances.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTabBar;
class QStackedWidget;
class QToolButton;

namespace demarche::panels {

class TableView;

/// The tables of findings: stances, evidence, actors, quotes, actions; of the article that is open or of all
/// that the lens shows. Each can be sorted and searched, and each row leads to its place in the text.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Stances, Evidence, Actors, Quotes, Actions };
    static constexpr int tabCount = 5;

    /// What the panel shows besides the index: findings of all that the lens shows as it is when asked, and
    /// an article by its id.
    struct Sources
    {
        std::function<tables::ActorsModel::Fetch()> actors;
        std::function<tables::QuotesModel::Fetch()> quotes;
        std::function<tables::ActionsModel::Fetch()> actions;
        tables::EvidenceModel::Fetch article;
    };

    FindingsPanel(lens::LensSession &session, Sources sources, const tables::Words &words,
                  QWidget *parent = nullptr);

    void setArticle(const corpus::StoredArticle &article);
    void setTab(Tab tab);
    [[nodiscard]] Tab tab() const;
    /// Whether tables show the open article only, or all that the lens shows.
    void setOverLens(bool overLens);
    [[nodiscard]] bool isOverLens() const;
    /// Selects the row of a finding of the open article in its own table, if that is shown.
    void mark(tables::FindingRef finding);

    [[nodiscard]] TableView *table(Tab tab) const { return m_tables[std::size_t(tab)]; }

signals:
    /// A row was followed to its place.
    void followed(const tables::Place &place);
    /// A country was chosen in the table of stances.
    void countryChosen(const QString &iso3, Qt::KeyboardModifiers modifiers);
    void overLensChanged(bool overLens);

private:
    void addTable(Tab tab, tables::TableModel *model, int wide, const QString &name);
    void follow(Tab tab, const QModelIndex &index);
    void outdate();
    void fill();
    void readOn(Tab tab);
    void showChosenCountry();
    void tell();

    lens::LensSession &m_session;
    lens::NameOf m_nameOf;
    Sources m_sources;
    tables::StancesModel *m_stances;
    tables::EvidenceModel *m_evidence;
    tables::ActorsModel *m_actors;
    tables::QuotesModel *m_quotes;
    tables::ActionsModel *m_actions;
    corpus::StoredArticle m_article;

    QTabBar *m_tabs;
    QToolButton *m_scope;
    QLineEdit *m_filter;
    QLabel *m_told;
    QStackedWidget *m_pages;
    std::array<TableView *, tabCount> m_tables{};
    std::array<QSortFilterProxyModel *, tabCount> m_proxies{};
    std::array<bool, tabCount> m_outdated{};
};

} // namespace demarche::panels
