#include "views/dialogs/subscriptiondialog.h"

#include "models/corpus/fetch/addresses.h"
#include "models/tables/sources.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace demarche::dialogs {

using corpus::sources::Kind;
using corpus::sources::Subscription;
using corpus::sources::SubscriptionList;

namespace {
constexpr int mostMinutes = 7 * 24 * 60;
} // namespace

QStringList groupFrom(const QString &typed)
{
    QStringList groups;
    for (const QString &part : typed.split(QLatin1Char('/'))) {
        if (!part.simplified().isEmpty())
            groups << part.simplified();
    }
    return groups;
}

QComboBox *groupBox(const SubscriptionList &list, const QStringList &chosen, QWidget *parent)
{
    QStringList known;
    for (const Subscription &one : list) {
        for (qsizetype depth = 1; depth <= one.groups.size(); ++depth)
            known << tables::groupInWords(one.groups.first(depth));
    }
    known.removeDuplicates();
    known.sort(Qt::CaseInsensitive);
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->addItem({});
    box->addItems(known);
    box->setCurrentText(tables::groupInWords(chosen));
    box->lineEdit()->setPlaceholderText(QObject::tr("none"));
    box->setAccessibleName(QObject::tr("Group"));
    return box;
}

SubscriptionDialog::SubscriptionDialog(Subscription subscription, const SubscriptionList &list,
                                       QWidget *parent)
    : QDialog(parent)
    , m_subscription(std::move(subscription))
    , m_name(new QLineEdit(m_subscription.name, this))
    , m_address(new QLineEdit(m_subscription.address, this))
    , m_group(groupBox(list, m_subscription.groups, this))
    , m_minutes(new QSpinBox(this))
    , m_more(new QCheckBox(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    const bool isFeed = m_subscription.kind == Kind::Feed;
    setWindowTitle(isFeed ? tr("Feed") : tr("Watched folder"));
    m_name->setPlaceholderText(isFeed ? m_subscription.title : QString());
    m_name->setAccessibleName(tr("Name"));
    m_address->setAccessibleName(isFeed ? tr("Address") : tr("Folder"));
    m_address->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    m_address->setCursorPosition(0);
    m_minutes->setRange(0, mostMinutes);
    m_minutes->setSpecialValueText(tr("as usual"));
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setValue(m_subscription.minutes);
    m_minutes->setAccessibleName(tr("Minutes between looks"));
    m_more->setText(isFeed ? tr("&Fetch the article pages that it names, each once")
                           : tr("&Folders in it too"));
    m_more->setChecked(isFeed ? m_subscription.pages : m_subscription.recursive);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Name"), m_name);
    form->addRow(isFeed ? tr("&Address") : tr("&Folder"), m_address);
    form->addRow(tr("&Group"), m_group);
    form->addRow(tr("&Look every"), m_minutes);
    form->addRow(QString(), m_more);
    form->addRow(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_address, &QLineEdit::textChanged, this, &SubscriptionDialog::check);
    check();
}

void SubscriptionDialog::check()
{
    const bool good = m_subscription.kind == Kind::Folder
                          ? !m_address->text().trimmed().isEmpty()
                          : corpus::fetch::checkedAddress(m_address->text(), {true, true}).has_value();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(good);
}

Subscription SubscriptionDialog::subscription() const
{
    Subscription changed = m_subscription;
    const bool isFeed = changed.kind == Kind::Feed;
    changed.name = m_name->text().simplified();
    changed.address = m_address->text().trimmed();
    if (isFeed && changed.address != m_subscription.address)
        changed.address = corpus::fetch::checkedAddress(changed.address, {true, true})
                              .value_or(QUrl(changed.address))
                              .toString(QUrl::FullyEncoded);
    if (m_group->currentText() != tables::groupInWords(m_subscription.groups))
        changed.groups = groupFrom(m_group->currentText());
    changed.minutes = m_minutes->value();
    (isFeed ? changed.pages : changed.recursive) = m_more->isChecked();
    return changed;
}

} // namespace demarche::dialogs
