#include "app/steps.h"
#include "app/workbench.h"
#include "views/article/reader.h"
#include "views/dialogs/articledetails.h"
#include "views/dialogs/problemlist.h"
#include "views/panels/findingspanel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>

/// The store as a whole, and what the analyst says of its articles.
namespace demarche::app {

using namespace Qt::StringLiterals;
using tables::counted;

void Workbench::connectStore()
{
    connect(m_library.get(), &Library::copied, this,
            [this](const QString &file) { m_message->setText(tr("Copy written: %1").arg(file)); });
    connect(m_library.get(), &Library::checked, this, &Workbench::showCheck);
    connect(m_library.get(), &Library::corrected, this, &Workbench::takeCorrected);
    connect(m_library.get(), &Library::uncorrected, this, [this](qint64 id, const QString &line) {
        m_correcting.remove(id);
        m_message->setText(line);
    });
    connect(m_reader, &article::Reader::detailsWanted, this, &Workbench::openDetails);
    connect(m_reader, &article::Reader::englishWanted, this, [this] {
        const auto article = m_library->correctable(m_reader->articleId());
        if (!article)
            return;
        corpus::Corrections corrections = article->corrections;
        corrections.language = u"en"_s;
        correct(m_reader->articleId(), article->corrections, corrections);
    });
}

void Workbench::askForCopy()
{
    const QFileInfo store(m_library->file());
    const QString proposed = store.completeBaseName() + tr(" copy ") +
                             QDate::currentDate().toString(Qt::ISODate) + u'.' + store.suffix();
    // The dialog asks before it gives the name of a file that is there.
    const QString file = QFileDialog::getSaveFileName(this, tr("Save a copy of all articles"),
                                                      folderOfArticles() + u'/' + proposed,
                                                      tr("Stores of Démarche (*.%1)").arg(store.suffix()));
    if (file.isEmpty())
        return;
    m_message->setText(tr("Writing %1 …").arg(file));
    m_library->copyTo(file, true);
}

void Workbench::checkStore()
{
    m_message->setText(tr("Checking the store …"));
    m_library->check();
}

void Workbench::showCheck(const std::vector<Problem> &problems, const QStringList &unchecked)
{
    m_message->clear();
    const QString told =
        problems.empty()
            ? tr("The store is sound: %1 read, with all that was found in them.")
                  .arg(counted(qint64(m_session->index().articleCount()), tr("article"), tr("articles")))
            : tr("%1 wrong. Save a copy before anything else; what can still be read is in it.")
                  .arg(counted(qint64(problems.size()), tr("thing is"), tr("things are")));
    auto *dialog = new dialogs::ProblemList(tr("Check of the store"),
                                            (QStringList{told} + unchecked).join(u'\n'), problems, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Workbench::openDetails()
{
    const qint64 id = m_reader->articleId();
    if (id == 0)
        return;
    const auto article = m_library->correctable(id);
    if (!article)
        return;
    auto *dialog = new dialogs::ArticleDetails(*article, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, before = article->corrections] {
        correct(id, before, dialog->corrections());
    });
    dialog->open();
}

void Workbench::correct(qint64 id, const corpus::Corrections &before, const corpus::Corrections &after)
{
    if (before == after)
        return;
    m_correcting.insert(id, {before, after});
    analyseAnew(id, after);
}

void Workbench::analyseAnew(qint64 id, const corpus::Corrections &corrections)
{
    m_message->setText(tr("Analysing the article again …"));
    m_library->correct(id, corrections);
}

/// What the index has of it no longer holds. Only what was done can be taken back.
void Workbench::takeCorrected(qint64 id)
{
    if (const auto done = m_correcting.constFind(id); done != m_correcting.cend()) {
        m_steps->record(
            tr("article details"), [this, id, before = done->first] { analyseAnew(id, before); },
            [this, id, after = done->second] { analyseAnew(id, after); });
        m_correcting.erase(done);
    }
    m_message->setText(tr("The article’s details are changed, and it was analysed again"));
    m_articlesModel->forget();
    m_library->load();
    if (m_reader->articleId() != id)
        return;
    if (const corpus::StoredArticle article = m_library->article(id); article.id != 0) {
        m_reader->setArticle(article);
        m_findings->setArticle(article);
    }
}

} // namespace demarche::app
