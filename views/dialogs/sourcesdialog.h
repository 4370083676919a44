#pragma once

#include "models/corpus/sources/sources.h"
#include "models/tables/sources.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace demarche::dialogs {

/// Feeds and watched folders: the tree of them with their state, and all that can be done with them. Stays
/// open beside the window.
class SourcesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SourcesDialog(corpus::sources::Sources &sources, QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] tables::SourcesModel &model() { return m_model; }

    /// Asks which feeds of a list to subscribe to, and does.
    void offer(const corpus::sources::Opml &list);
    /// Asks for an address, beginning with this one, and looks what is there.
    void askForAddress(const QString &address = {});

signals:
    /// A page that the analyst wants as an article.
    void importWanted(const std::vector<demarche::corpus::Input> &inputs);
    /// Only what came from a source or group, by its key in a lens, is to be shown.
    void articlesWanted(const QString &key);
    void settingsChanged(const demarche::corpus::sources::Settings &settings);

private:
    QWidget *buildButtons();
    QWidget *buildEmptyPage();
    QPushButton *addButton(QWidget *parent, const QString &text, const QString &tip,
                           void (SourcesDialog::*run)());
    void refresh();
    void showChosen();
    void openMenu(QPoint at);

    void addFeed();
    void addFolder();
    void showArticles();
    void edit();
    void remove();
    void refreshChosen();
    void refreshAll();
    void importList();
    void exportList();
    void changeSettings();

    [[nodiscard]] QModelIndex chosen() const;
    void renameGroup(const QStringList &group);
    void editSubscription(const corpus::sources::Subscription &subscription);

    corpus::sources::Sources &m_sources;
    tables::SourcesModel m_model;
    QStackedWidget *m_pages;
    QTreeView *m_tree;
    QLabel *m_detail;
    QPushButton *m_show = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_refresh = nullptr;
    QPushButton *m_refreshAll = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace demarche::dialogs
