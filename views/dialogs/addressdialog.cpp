#include "views/dialogs/addressdialog.h"

#include "models/corpus/fetch/addresses.h"
#include "models/tables/card.h"
#include "views/dialogs/subscriptiondialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace demarche::dialogs {

using corpus::sources::Found;
using corpus::sources::NamedFeed;
using corpus::sources::Subscription;
using corpus::sources::SubscriptionList;

AddressDialog::AddressDialog(corpus::sources::Sources &sources, const QString &address, QWidget *parent)
    : QDialog(parent)
    , m_sources(sources)
    , m_address(new QLineEdit(address.trimmed(), this))
    , m_look(new QPushButton(tr("&Look"), this))
    , m_told(new QLabel(this))
    , m_page(new QCheckBox(this))
    , m_feeds(new QListWidget(this))
    , m_options(new QWidget(this))
    , m_group(groupBox(sources.list(), {}, m_options))
    , m_pages(new QCheckBox(tr("&Fetch the article pages that the feed names, each once"), m_options))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Open address"));
    m_address->setPlaceholderText(tr("https://…"));
    m_address->setAccessibleName(tr("Address"));
    m_address->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_look->setToolTip(tr("Fetch this address and see what it holds"));
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setAccessibleName(tr("What the address holds"));
    m_told->setMinimumHeight(2 * fontMetrics().lineSpacing() + 2);
    m_told->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_feeds->setAccessibleName(tr("Feeds to subscribe to"));
    m_feeds->setMaximumHeight(fontMetrics().lineSpacing() * 5);

    auto *options = new QFormLayout(m_options);
    options->setContentsMargins(0, 0, 0, 0);
    options->addRow(tr("&Group"), m_group);
    options->addRow(QString(), m_pages);
    auto *top = new QHBoxLayout;
    top->addWidget(m_address, 1);
    top->addWidget(m_look);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_told);
    layout->addWidget(m_page);
    layout->addWidget(m_feeds);
    layout->addWidget(m_options);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    connect(m_look, &QPushButton::clicked, this, &AddressDialog::look);
    connect(m_address, &QLineEdit::textChanged, this, &AddressDialog::reset);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &AddressDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&sources, &corpus::sources::Sources::found, this, &AddressDialog::take);
    reset();
}

/// Nothing is known of the address that stands there now.
void AddressDialog::reset()
{
    m_found = {};
    m_page->hide();
    m_feeds->hide();
    m_options->hide();
    m_look->setEnabled(!m_address->text().trimmed().isEmpty());
    m_look->setDefault(true);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    m_told->setText(m_address->text().trimmed().isEmpty()
                        ? tr("The address of a feed, of an article, or of a site that names its feeds.")
                        : tr("Press Look to fetch it; nothing was fetched yet."));
}

void AddressDialog::look()
{
    QString address = m_address->text().trimmed();
    if (!address.contains(QLatin1String("://")))
        address.prepend(QLatin1String("https://"));
    m_address->setText(address);
    m_look->setEnabled(false);
    m_told->setText(tr("Looking …"));
    m_sources.find(address);
}

void AddressDialog::take(const Found &found)
{
    if (found.asked != m_address->text().trimmed())
        return;
    reset();
    m_found = found;
    if (!found.problem.isEmpty()) {
        m_told->setText(found.problem);
        return;
    }
    if (found.list) {
        emit listFound(*found.list);
        reject();
        return;
    }
    if (found.feed) {
        m_told->setText(
            tr("A feed with %1.").arg(tables::counted(found.feed->items, tr("item"), tr("items"))));
        showFeeds({{found.feed->title, found.address}});
    } else {
        const QString feeds = tables::counted(qint64(found.feeds.size()), tr("feed"), tr("feeds"));
        m_told->setText(found.feeds.empty() ? tr("An article.")
                        : found.page ? tr("An article, on a page that names %1 to subscribe to.").arg(feeds)
                                     : tr("A page that names %1 to subscribe to.").arg(feeds));
        m_page->setVisible(found.page.has_value());
        m_page->setText(
            tr("&Import “%1”")
                .arg(tables::shortened(found.pageTitle, 70).replace(QLatin1Char('&'), QLatin1String("&&"))));
        m_page->setChecked(found.page.has_value());
        showFeeds(found.feeds);
    }
    m_look->setDefault(false);
    QPushButton *ok = m_buttons->button(QDialogButtonBox::Ok);
    ok->setText(found.feed ? tr("Subscribe") : tr("OK"));
    ok->setEnabled(true);
    ok->setDefault(true);
    ok->setFocus();
}

/// A feed itself is chosen at once; feeds that a page names wait to be.
void AddressDialog::showFeeds(const std::vector<NamedFeed> &feeds)
{
    m_feeds->clear();
    for (const NamedFeed &feed : feeds) {
        auto *item = new QListWidgetItem(feed.title.isEmpty() ? feed.address : feed.title, m_feeds);
        item->setToolTip(feed.address.toHtmlEscaped());
        item->setData(Qt::UserRole, feed.address);
        const bool known = std::ranges::any_of(
            m_sources.list(), [&feed](const Subscription &one) { return one.address == feed.address; });
        item->setFlags(known ? Qt::NoItemFlags
                             : Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        if (known)
            item->setText(tr("%1 (subscribed already)").arg(item->text()));
        item->setCheckState(!known && m_found.feed ? Qt::Checked : Qt::Unchecked);
    }
    m_feeds->setVisible(!feeds.empty());
    m_options->setVisible(!feeds.empty());
    adjustSize();
}

SubscriptionList AddressDialog::wanted() const
{
    SubscriptionList list;
    for (int row = 0; row < m_feeds->count(); ++row) {
        const QListWidgetItem *item = m_feeds->item(row);
        if (item->checkState() != Qt::Checked)
            continue;
        Subscription feed;
        feed.address = item->data(Qt::UserRole).toString();
        feed.title = m_found.feed ? m_found.feed->title : QString();
        feed.groups = groupFrom(m_group->currentText());
        feed.pages = m_pages->isChecked();
        list.push_back(feed);
    }
    return list;
}

void AddressDialog::accept()
{
    if (const SubscriptionList list = wanted(); !list.empty())
        m_sources.add(list);
    if (m_found.page && m_page->isChecked())
        emit importWanted({*m_found.page});
    QDialog::accept();
}

} // namespace demarche::dialogs
