#pragma once

#include "models/lens/session.h"
#include "models/tables/articles.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace demarche::panels {

class EmptyNotice;
class TableView;

/// The list of articles with the box that searches them. What is typed there becomes part of the lens.
class ArticlesPanel : public QWidget
{
    Q_OBJECT

public:
    ArticlesPanel(lens::LensSession &session, tables::ArticlesModel &model, lens::NameOf nameOf,
                  QWidget *parent = nullptr);

    /// Puts the keyboard into the search box.
    void focusSearch();
    /// Marks the article's row without opening it; nothing where the lens does not show it.
    void setCurrent(qint64 article);
    /// Opens the row so many after the current one.
    void step(int rows);
    void openNextUnread();

    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] QLineEdit *searchBox() const { return m_search; }

signals:
    void opened(qint64 article);

private:
    void look();
    void refresh();
    void openRow(int row);
    void openMenu(QPoint at);
    void buildSortMenu();

    lens::LensSession &m_session;
    tables::ArticlesModel &m_model;
    QLineEdit *m_search;
    QToolButton *m_sort;
    QLabel *m_note; ///< where the search may be meant otherwise
    QStackedWidget *m_pages;
    TableView *m_table;
    EmptyNotice *m_empty;
    QTimer m_typing;
    qint64 m_current = 0;
};

} // namespace demarche::panels
