#include "views/dialogs/fetchsettings.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace demarche::dialogs {

using corpus::sources::Settings;

FetchSettings::FetchSettings(const Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_byItself(new QCheckBox(tr("&Refresh feeds when they are due"), this))
    , m_minutes(new QSpinBox(this))
    , m_plainHttp(new QCheckBox(tr("Addresses without &encryption (http://)"), this))
    , m_private(new QCheckBox(tr("Addresses of this computer and its &network"), this))
{
    setWindowTitle(tr("Settings for feeds"));
    m_byItself->setChecked(settings.byItself);
    m_minutes->setRange(5, 7 * 24 * 60);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setValue(settings.minutes);
    m_minutes->setAccessibleName(tr("Minutes between looks at a feed"));
    m_plainHttp->setChecked(settings.rules.plainHttp);
    m_plainHttp->setToolTip(tr("Others on the way can read and change what is fetched"));
    m_private->setChecked(settings.rules.privateAddresses);
    m_private->setToolTip(
        tr("For feeds inside an organisation; feeds of others could then name addresses there"));
    auto *note =
        new QLabel(tr("Only what you subscribed to, and addresses that you open, are ever fetched."), this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_byItself, &QCheckBox::toggled, m_minutes, &QWidget::setEnabled);
    m_minutes->setEnabled(settings.byItself);
    auto *form = new QFormLayout(this);
    form->addRow(m_byItself);
    form->addRow(tr("&Look every"), m_minutes);
    form->addRow(new QLabel(tr("Allow besides https"), this));
    form->addRow(m_plainHttp);
    form->addRow(m_private);
    form->addRow(note);
    form->addRow(buttons);
}

Settings FetchSettings::settings() const
{
    return {{m_plainHttp->isChecked(), m_private->isChecked()}, m_byItself->isChecked(), m_minutes->value()};
}

} // namespace demarche::dialogs
