#pragma once

#include "models/corpus/sources/sources.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace demarche::dialogs {

/// Asks for an address, looks what it holds, and offers what can be done with that: subscribe to a feed,
/// import a page, subscribe to the feeds that a page names. Nothing is fetched before the analyst says so.
class AddressDialog : public QDialog
{
    Q_OBJECT

public:
    AddressDialog(corpus::sources::Sources &sources, const QString &address, QWidget *parent = nullptr);

signals:
    void importWanted(const std::vector<demarche::corpus::Input> &inputs);
    void listFound(const demarche::corpus::sources::Opml &list);

private:
    void look();
    void take(const corpus::sources::Found &found);
    void showFeeds(const std::vector<corpus::sources::NamedFeed> &feeds);
    void accept() override;
    void reset();
    [[nodiscard]] corpus::sources::SubscriptionList wanted() const;

    corpus::sources::Sources &m_sources;
    corpus::sources::Found m_found;
    QLineEdit *m_address;
    QPushButton *m_look;
    QLabel *m_told;
    QCheckBox *m_page;    ///< import the article
    QListWidget *m_feeds; ///< to subscribe to
    QWidget *m_options;   ///< of subscribing
    QComboBox *m_group;
    QCheckBox *m_pages;
    QDialogButtonBox *m_buttons;
};

} // namespace demarche::dialogs
