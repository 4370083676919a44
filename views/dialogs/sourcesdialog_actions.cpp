#include "views/dialogs/fetchsettings.h"
#include "views/dialogs/sourcesdialog.h"
#include "views/dialogs/subscriptiondialog.h"

#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QTreeView>

/// What the buttons do.
namespace demarche::dialogs {

using corpus::sources::Kind;
using corpus::sources::Opml;
using corpus::sources::Subscription;
using tables::SourcesModel;

namespace {

void tellProblem(QWidget *parent, const QString &line)
{
    QMessageBox box(QMessageBox::Warning, parent->windowTitle(), line, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

} // namespace

void SourcesDialog::addFeed()
{
    askForAddress();
}

void SourcesDialog::addFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Watch a folder"));
    if (path.isEmpty())
        return;
    Subscription folder;
    folder.kind = Kind::Folder;
    folder.address = path;
    folder.name = path.section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
    SubscriptionDialog dialog(folder, m_sources.list(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_sources.add({dialog.subscription()});
}

void SourcesDialog::showArticles()
{
    if (const QModelIndex index = chosen(); index.isValid())
        emit articlesWanted(m_model.lensKey(index));
}

void SourcesDialog::edit()
{
    const QModelIndex index = chosen();
    if (!index.isValid())
        return;
    if (const Subscription *one = m_model.subscription(index))
        editSubscription(*one);
    else
        renameGroup(index.data(SourcesModel::GroupRole).toStringList());
}

void SourcesDialog::editSubscription(const Subscription &subscription)
{
    SubscriptionDialog dialog(subscription, m_sources.list(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_sources.change(dialog.subscription());
}

void SourcesDialog::renameGroup(const QStringList &group)
{
    bool accepted = false;
    const QString name =
        QInputDialog::getText(this, tr("Rename group"), tr("Name, / between groups within groups"),
                              QLineEdit::Normal, tables::groupInWords(group), &accepted);
    if (accepted)
        m_sources.moveGroup(group, groupFrom(name));
}

void SourcesDialog::remove()
{
    const QModelIndex index = chosen();
    const std::vector<qint64> ids = m_model.idsBelow(index);
    if (ids.empty())
        return;
    const QString what = ids.size() == 1 ? m_model.index(index.row(), 0, index.parent()).data().toString()
                                         : tr("%1 subscriptions").arg(ids.size());
    QMessageBox box(QMessageBox::Question, windowTitle(), tr("Remove %1?").arg(what), QMessageBox::Cancel,
                    this);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(tr("The articles that came from there stay."));
    const QAbstractButton *yes = box.addButton(tr("Remove"), QMessageBox::AcceptRole);
    box.exec();
    if (box.clickedButton() == yes)
        m_sources.remove(ids);
}

void SourcesDialog::refreshChosen()
{
    m_sources.refresh(m_model.idsBelow(chosen()));
}

void SourcesDialog::refreshAll()
{
    m_sources.refreshAll();
}

void SourcesDialog::importList()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a list of feeds"), {},
                                                      tr("Lists of feeds (*.opml *.xml);;All files (*)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        tellProblem(this, path + QStringLiteral(": ") + file.errorString());
        return;
    }
    const Result<Opml> list = corpus::sources::readOpml(file.readAll(), path);
    if (list)
        offer(*list);
    else
        tellProblem(this, list.error().line());
}

void SourcesDialog::exportList()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export the list of feeds"), QStringLiteral("feeds.opml"), tr("Lists of feeds (*.opml)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray list = corpus::sources::writeOpml(m_sources.list(), tr("Feeds of Démarche"));
    if (!file.open(QIODevice::WriteOnly) || file.write(list) != list.size() || !file.commit())
        tellProblem(this, path + QStringLiteral(": ") + file.errorString());
}

void SourcesDialog::changeSettings()
{
    FetchSettings dialog(m_sources.settings(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_sources.setSettings(dialog.settings());
    emit settingsChanged(dialog.settings());
}

} // namespace demarche::dialogs
