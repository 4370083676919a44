#pragma once

#include "models/corpus/sources/subscription.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLineEdit;
class QSpinBox;

namespace demarche::dialogs {

/// A group's path out of what was typed: "Agencies / South".
[[nodiscard]] QStringList groupFrom(const QString &typed);
/// A box to choose or type a group, with all that exist.
[[nodiscard]] QComboBox *groupBox(const corpus::sources::SubscriptionList &list, const QStringList &chosen,
                                  QWidget *parent);

/// What the analyst settles of one subscription.
class SubscriptionDialog : public QDialog
{
    Q_OBJECT

public:
    SubscriptionDialog(corpus::sources::Subscription subscription,
                       const corpus::sources::SubscriptionList &list, QWidget *parent = nullptr);

    [[nodiscard]] corpus::sources::Subscription subscription() const;

private:
    void check();

    corpus::sources::Subscription m_subscription;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QComboBox *m_group;
    QSpinBox *m_minutes;
    QCheckBox *m_more; ///< article pages, or folders below
    QDialogButtonBox *m_buttons;
};

} // namespace demarche::dialogs
