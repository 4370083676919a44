#pragma once

#include "models/lens/session.h"
#include "models/tables/sources.h"

#include <QWidget>

class QAbstractItemView;

namespace demarche::panels {

class SourcesTree;

/// Feeds, watched folders and their groups beside the articles: a click shows only what came from there, a
/// click with Ctrl adds it or takes it away.
class SourcesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SourcesPanel(lens::LensSession &session, QWidget *parent = nullptr);

    void setList(const corpus::sources::SubscriptionList &list, const QSet<qint64> &busy);
    [[nodiscard]] QAbstractItemView *tree() const;

signals:
    /// Subscriptions are to be added or changed.
    void manageWanted();
    void refreshWanted(const std::vector<qint64> &ids);

private:
    void choose(const QModelIndex &index, Qt::KeyboardModifiers keys);
    void showChosen();
    void openMenu(QPoint at);
    void followList();

    lens::LensSession &m_session;
    tables::SourcesModel m_model;
    SourcesTree *m_tree;
};

} // namespace demarche::panels
