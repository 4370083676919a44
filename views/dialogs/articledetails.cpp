#include "views/dialogs/articledetails.h"

#include "models/corpus/encodings.h"
#include "models/corpus/provenance.h"
#include "models/corpus/rereading.h"
#include "models/language/identify.h"
#include "models/tables/card.h"
#include "views/panels/datesbox.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace demarche::dialogs {

using namespace Qt::StringLiterals;

namespace {

const QDate unknownDay(1800, 1, 1); ///< stands for none: an edit cannot be empty

QLabel *plain(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// To be read and copied whole, however long it is.
QLineEdit *address(const QString &text, QWidget *parent)
{
    auto *line = new QLineEdit(text, parent);
    line->setAccessibleName(ArticleDetails::tr("Source"));
    line->setReadOnly(true);
    line->setFrame(false);
    line->setCursorPosition(0);
    return line;
}

QLabel *small(const QString &text, QWidget *parent)
{
    QLabel *label = plain(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    label->setFont(font);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QString foundWords(const QString &value, const QString &basis)
{
    return value.isEmpty() ? ArticleDetails::tr("Nothing was found")
                           : ArticleDetails::tr("Found: %1, %2").arg(value, basis);
}

QString encodingWords(const corpus::Article &article)
{
    if (article.encoding.isEmpty())
        return ArticleDetails::tr("Its format says itself how it is encoded.");
    const bool byBytes = article.encodingBasis == corpus::Basis::Text;
    return foundWords(article.encoding,
                      byBytes ? ArticleDetails::tr("by its bytes") : tables::inWords(article.encodingBasis)) +
           (corpus::isReadable(article) ? ArticleDetails::tr(". Another one reads its source anew.")
                                        : ArticleDetails::tr(". Its bytes are not kept."));
}

} // namespace

ArticleDetails::ArticleDetails(const corpus::Correctable &article, QWidget *parent)
    : QDialog(parent)
    , m_found(article.read())
    , m_foundEncoding(article.found.encoding)
    , m_title(new QLineEdit(this))
    , m_day(new QDateEdit(this))
    , m_publisher(new QLineEdit(this))
    , m_language(new QComboBox(this))
    , m_encoding(new QComboBox(this))
{
    setWindowTitle(tr("Article details"));
    resize(560, 0);
    panels::showDaysAlike(*m_day);
    m_day->setMinimumDate(unknownDay);
    m_day->setSpecialValueText(tr("unknown"));
    const language::LanguageTable &languages = language::LanguageTable::shipped();
    for (const QString &code : languages.codes())
        m_language->addItem(languages.name(code), code);
    m_language->model()->sort(0);
    m_language->setMaxVisibleItems(16);

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setVerticalSpacing(10);
    const analysis::Published &published = m_found.published;
    addField(form, tr("&Title"), m_title,
             m_found.title.isEmpty() ? foundWords({}, {}) : tr("Found: %1").arg(m_found.title),
             [this] { m_title->setText(m_found.title); });
    addField(form, tr("P&ublished"), m_day,
             foundWords(tables::dayInWords(published.date), tables::inWords(published.basis)), [this] {
                 m_day->setDate(m_found.published.date.isValid() ? m_found.published.date : unknownDay);
             });
    addField(form, tr("&Publisher"), m_publisher,
             foundWords(m_found.publisher, tables::inWords(m_found.publisherBasis)),
             [this] { m_publisher->setText(m_found.publisher); });
    addField(form, tr("&Language"), m_language,
             foundWords(corpus::languageName(m_found.language), tables::inWords(m_found.languageBasis)) +
                 tr(". Only English is analysed."),
             [this] { setLanguage(m_found.language); });
    fillEncodings();
    addField(form, tr("&Encoding"), m_encoding, encodingWords(article.found),
             [this] { setEncoding(m_foundEncoding); });
    m_encoding->setEnabled(!m_foundEncoding.isEmpty() && corpus::isReadable(article.found));
    form->addRow(tr("Source"), address(tables::placeInWords(m_found.uri), this));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addSpacing(6);
    layout->addWidget(buttons);

    fill(article.corrections);
    connect(m_title, &QLineEdit::textChanged, this, &ArticleDetails::refresh);
    connect(m_day, &QDateEdit::dateChanged, this, &ArticleDetails::refresh);
    connect(m_publisher, &QLineEdit::textChanged, this, &ArticleDetails::refresh);
    connect(m_language, &QComboBox::currentIndexChanged, this, &ArticleDetails::refresh);
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &ArticleDetails::refresh);
    refresh();
}

void ArticleDetails::addField(QFormLayout *form, const QString &name, QWidget *edit, const QString &found,
                              auto takeBack)
{
    QString bare = name;
    bare.remove(u'&');
    edit->setAccessibleName(bare);
    auto *back = new QToolButton(this);
    back->setText(tr("As found"));
    back->setToolTip(tr("Take back what was found"));
    back->setAccessibleName(tr("%1 as found").arg(bare));
    connect(back, &QToolButton::clicked, this, takeBack);
    QSizePolicy keepsItsPlace = back->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    back->setSizePolicy(keepsItsPlace);
    m_back.push_back(back);
    auto *line = new QHBoxLayout;
    line->addWidget(edit, 1);
    line->addWidget(back);
    auto *field = new QVBoxLayout;
    field->setSpacing(2);
    field->addLayout(line);
    field->addWidget(small(found, this));
    auto *label = new QLabel(name, this);
    label->setBuddy(edit);
    form->addRow(label, field);
}

void ArticleDetails::fill(const corpus::Corrections &corrections)
{
    const corpus::Article now = corpus::corrected(m_found, corrections);
    m_title->setText(now.title);
    m_title->setCursorPosition(0);
    m_day->setDate(now.published.date.isValid() ? now.published.date : unknownDay);
    m_publisher->setText(now.publisher);
    setLanguage(now.language);
    setEncoding(corrections.encoding.value_or(m_foundEncoding));
}

void ArticleDetails::fillEncodings()
{
    for (const corpus::NamedEncoding &encoding : corpus::encodings()) {
        if (corpus::canDecode(encoding.name))
            m_encoding->addItem(corpus::encodingLabel(encoding.name), QString(encoding.name));
    }
    m_encoding->setMaxVisibleItems(16);
}

void ArticleDetails::setEncoding(const QString &name)
{
    const auto same = [&name](int i, QComboBox *box) {
        return box->itemData(i).toString().compare(name, Qt::CaseInsensitive) == 0;
    };
    int at = 0;
    while (at < m_encoding->count() && !same(at, m_encoding))
        ++at;
    if (at == m_encoding->count())
        m_encoding->addItem(name, name);
    m_encoding->setCurrentIndex(at);
}

QString ArticleDetails::encoding() const
{
    return m_encoding->currentData().toString();
}

void ArticleDetails::setLanguage(const QString &code)
{
    const QString primary = code.section(u'-', 0, 0);
    if (m_language->findData(primary) < 0)
        m_language->addItem(corpus::languageName(code), primary);
    m_language->setCurrentIndex(m_language->findData(primary));
}

QString ArticleDetails::language() const
{
    return m_language->currentData().toString();
}

QDate ArticleDetails::day() const
{
    return m_day->date() == unknownDay ? QDate() : m_day->date();
}

corpus::Corrections ArticleDetails::corrections() const
{
    corpus::Corrections corrections;
    if (const QString title = m_title->text().simplified(); title != m_found.title.simplified())
        corrections.title = title;
    if (day().isValid() && day() != m_found.published.date)
        corrections.day = day();
    if (const QString publisher = m_publisher->text().simplified();
        publisher != m_found.publisher.simplified())
        corrections.publisher = publisher;
    if (language() != m_found.language.section(u'-', 0, 0))
        corrections.language = language();
    if (encoding().compare(m_foundEncoding, Qt::CaseInsensitive) != 0)
        corrections.encoding = encoding();
    return corrections;
}

void ArticleDetails::refresh()
{
    const corpus::Corrections now = corrections();
    const std::array changed{now.title.has_value(), day() != m_found.published.date,
                             now.publisher.has_value(), now.language.has_value(), now.encoding.has_value()};
    for (std::size_t i = 0; i < changed.size(); ++i) {
        m_back[i]->setEnabled(changed[i]);
        m_back[i]->setVisible(changed[i]);
    }
}

} // namespace demarche::dialogs
