#include "views/panels/articlespanel.h"

#include "models/corpus/provenance.h"
#include "models/corpus/searchquery.h"
#include "views/panels/emptynotice.h"
#include "views/panels/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace demarche::panels {

using namespace Qt::StringLiterals;
using tables::ArticlesModel;

namespace {
constexpr int typingPause = 250; ///< ms without a key before what was typed is searched

/// The language of searchquery.h, as a table; all of it is our own words.
QString searchHelp()
{
    const std::array<std::pair<QString, QString>, 11> rows{{
        {u"recall envoy"_s, ArticlesPanel::tr("both words")},
        {u"“recall of its envoy”"_s, ArticlesPanel::tr("the phrase")},
        {u"recall OR expel"_s, ArticlesPanel::tr("either of them")},
        {u"-visit"_s, ArticlesPanel::tr("not this word (also NOT visit)")},
        {u"sanction*"_s, ArticlesPanel::tr("words that begin so")},
        {u"title:recall"_s, ArticlesPanel::tr("in the title; text: in the text")},
        {u"speaker:guterres"_s, ArticlesPanel::tr("this person is quoted")},
        {u"from:wire"_s, ArticlesPanel::tr("by this publisher")},
        {u"country:Chile"_s, ArticlesPanel::tr("names actors of this state (also its code)")},
        {u"language:French"_s, ArticlesPanel::tr("in this language (also its code)")},
        {u"after:2023-10 before:2024"_s, ArticlesPanel::tr("published between; days, months, years")},
    }};
    QString table =
        u"<p>"_s + ArticlesPanel::tr("What can be searched for  (/)") + u"</p><table cellspacing='0'>"_s;
    for (const auto &[example, meaning] : rows)
        table += u"<tr><td><tt>%1</tt>&nbsp;&nbsp;</td><td>%2</td></tr>"_s.arg(example, meaning);
    return table + u"</table><p>"_s +
           ArticlesPanel::tr("Parentheses group. Case, accents and hyphens do not matter.") + u"</p>"_s;
}
} // namespace

ArticlesPanel::ArticlesPanel(lens::LensSession &session, ArticlesModel &model, lens::NameOf nameOf,
                             QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(model)
    , m_search(new QLineEdit(this))
    , m_sort(new QToolButton(this))
    , m_note(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new TableView(tr("Articles"), this))
    , m_empty(new EmptyNotice(session, std::move(nameOf), this))
{
    m_search->setPlaceholderText(tr("Search articles"));
    m_search->setToolTip(searchHelp());
    m_search->setAccessibleName(tr("Search articles"));
    m_search->setClearButtonEnabled(true);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_search, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &ArticlesPanel::look);
    connect(&m_typing, &QTimer::timeout, this, &ArticlesPanel::look);

    m_table->setTable(model, &model, ArticlesModel::Title);
    m_table->horizontalHeader()->setSortIndicator(ArticlesModel::Date, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ArticlesPanel::openMenu);
    connect(m_table, &TableView::foldWanted, this,
            [this](const QModelIndex &index, bool open) { m_model.setOpen(index.row(), open); });
    connect(m_table, &TableView::followed, this, [this](const QModelIndex &index) { openRow(index.row()); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 6, 8, 6);
    top->setSpacing(6);
    top->addWidget(m_search, 1);
    top->addWidget(m_sort);
    buildSortMenu();
    layout->addLayout(top);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(10, 0, 10, 6);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setAccessibleName(tr("How the search was understood"));
    layout->addWidget(m_note);
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    setFocusProxy(m_table);
    connect(&session, &lens::LensSession::changed, this, &ArticlesPanel::refresh);
    refresh();
}

void ArticlesPanel::buildSortMenu()
{
    m_sort->setText(tr("Newest"));
    m_sort->setToolTip(tr("The order of the articles"));
    m_sort->setAccessibleName(tr("Order of the articles"));
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_sort->setMenu(new QMenu(m_sort));
    const auto add = [this](const QString &text, int column, Qt::SortOrder order) {
        connect(m_sort->menu()->addAction(text), &QAction::triggered, this,
                [this, column, order] { m_table->sortByColumn(column, order); });
    };
    add(tr("Newest"), ArticlesModel::Date, Qt::DescendingOrder);
    add(tr("Oldest"), ArticlesModel::Date, Qt::AscendingOrder);
    add(tr("Title"), ArticlesModel::Title, Qt::AscendingOrder);
    add(tr("Publisher"), ArticlesModel::Publisher, Qt::AscendingOrder);
    add(tr("Country"), ArticlesModel::Countries, Qt::AscendingOrder);
    add(tr("Unread"), ArticlesModel::Unread, Qt::DescendingOrder);
    const auto tell = [this](int column, Qt::SortOrder order) {
        const QString name = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        m_sort->setText(column == ArticlesModel::Date
                            ? (order == Qt::DescendingOrder ? tr("Newest") : tr("Oldest"))
                        : name.isEmpty() ? tr("Unread")
                                         : name);
    };
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, tell);
}

void ArticlesPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ArticlesPanel::look()
{
    m_typing.stop();
    lens::Lens lens = m_session.lens();
    lens.search = m_search->text();
    m_session.look(std::move(lens));
}

void ArticlesPanel::refresh()
{
    if (!m_search->hasFocus() || m_search->text().simplified() != m_session.lens().search) {
        if (!m_typing.isActive()) {
            m_search->setText(m_session.lens().search);
            if (!m_search->hasFocus())
                m_search->setCursorPosition(0); // a long one is read from its beginning
        }
    }
    const QStringList notes = corpus::searchQuery(m_session.lens().search).notes;
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
    m_pages->setCurrentWidget(m_model.rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    setCurrent(m_current);
}

void ArticlesPanel::setCurrent(qint64 article)
{
    m_current = article;
    const int row = m_model.rowOf(article);
    if (row < 0) {
        m_table->clearSelection();
        return;
    }
    const QModelIndex index = m_model.index(row, ArticlesModel::Title);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

void ArticlesPanel::openRow(int row)
{
    if (const qint64 id = m_model.idAt(row); id != 0)
        emit opened(id);
}

void ArticlesPanel::step(int rows)
{
    const int row = m_model.rowOf(m_current);
    openRow(row < 0 ? 0 : std::clamp(row + rows, 0, m_model.rowCount() - 1));
}

void ArticlesPanel::openNextUnread()
{
    openRow(m_model.nextUnread(m_model.rowOf(m_current)));
}

void ArticlesPanel::openMenu(QPoint at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    QMenu menu(this);
    const auto add = [&](QString words, const auto &change) {
        connect(menu.addAction(words.replace(u'&', QLatin1String("&&"))), &QAction::triggered, this,
                [this, change] {
                    lens::Lens lens = m_session.lens();
                    change(lens);
                    m_session.look(std::move(lens));
                });
    };
    if (const QString publisher = index.siblingAtColumn(ArticlesModel::Publisher).data().toString();
        !publisher.isEmpty())
        add(tr("Only articles of %1").arg(publisher),
            [publisher](lens::Lens &lens) { lens.publishers = QStringList{publisher}; });
    if (const QString language = index.data(ArticlesModel::LanguageRole).toString(); !language.isEmpty())
        add(tr("Only articles in %1").arg(corpus::languageName(language)), [language](lens::Lens &lens) {
            lens.search = u"language:%1 "_s.arg(language.section(u'-', 0, 0)) + lens.search;
        });
    if (menu.isEmpty())
        return;
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

} // namespace demarche::panels
