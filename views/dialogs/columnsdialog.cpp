#include "views/dialogs/columnsdialog.h"

#include "models/tables/card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace demarche::dialogs {

using corpus::Field;

namespace {

constexpr int columnWidth = 150;
constexpr qsizetype longestCell = 80;

void addFields(QComboBox *box)
{
    const auto add = [box](const QString &name, Field field) { box->addItem(name, int(field)); };
    box->addItem(ColumnsDialog::tr("Nothing"));
    add(ColumnsDialog::tr("Text"), Field::Text);
    add(ColumnsDialog::tr("Title"), Field::Title);
    add(ColumnsDialog::tr("Date"), Field::Date);
    add(ColumnsDialog::tr("Publisher"), Field::Publisher);
    add(ColumnsDialog::tr("Authors"), Field::Byline);
    add(ColumnsDialog::tr("Web address"), Field::Uri);
    add(ColumnsDialog::tr("Language"), Field::Language);
    add(ColumnsDialog::tr("Summary"), Field::Summary);
}

qsizetype widest(const std::vector<QStringList> &rows)
{
    const auto found = std::ranges::max_element(rows, {}, &QStringList::size);
    return found == rows.end() ? 0 : found->size();
}

} // namespace

ColumnsDialog::ColumnsDialog(const QString &file, const std::vector<QStringList> &rows, int alike,
                             QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Columns of a table"));
    auto *told = new QLabel(tr("What do the columns of %1 hold? Text is needed, or a title and a summary.")
                                .arg(QFileInfo(file).fileName()),
                            this);
    told->setTextFormat(Qt::PlainText);
    told->setWordWrap(true);
    const auto columnCount = int(widest(rows));
    auto *table = new QTableWidget(int(rows.size()) + 1, columnCount, this);
    table->setAccessibleName(tr("First rows"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->horizontalHeader()->setDefaultSectionSize(columnWidth);
    table->horizontalHeader()->setStretchLastSection(true);
    table->verticalHeader()->hide();
    table->setWordWrap(false);
    for (int column = 0; column < columnCount; ++column) {
        auto *box = new QComboBox(table);
        box->setAccessibleName(tr("Column %1").arg(column + 1));
        addFields(box);
        table->setCellWidget(0, column, box);
        m_fields.push_back(box);
        connect(box, &QComboBox::currentIndexChanged, this, &ColumnsDialog::refresh);
        for (std::size_t row = 0; row < rows.size(); ++row)
            table->setItem(int(row) + 1, column,
                           new QTableWidgetItem(tables::shortened(rows[row].value(column), longestCell)));
    }
    m_alike = new QCheckBox(tr("&Also for %1 with the same first row")
                                .arg(tables::counted(alike, tr("further table"), tr("further tables"))),
                            this);
    m_alike->setVisible(alike > 0);
    m_alike->setChecked(alike > 0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(told);
    layout->addWidget(table, 1);
    layout->addWidget(m_alike);
    layout->addWidget(buttons);
    resize(std::clamp(columnCount * columnWidth + 60, 480, 900), 360);
    refresh();
}

std::vector<std::optional<Field>> ColumnsDialog::chosen() const
{
    std::vector<std::optional<Field>> fields;
    for (const QComboBox *box : m_fields) {
        const QVariant field = box->currentData();
        fields.push_back(field.isValid() ? std::optional(Field(field.toInt())) : std::nullopt);
    }
    return fields;
}

corpus::csv::ColumnMap ColumnsDialog::columns() const
{
    return corpus::csv::ColumnMap::of(chosen());
}

bool ColumnsDialog::isForAlike() const
{
    return m_alike->isChecked();
}

void ColumnsDialog::refresh()
{
    const auto fields = chosen();
    const auto has = [&fields](Field field) {
        return std::ranges::find(fields, std::optional(field)) != fields.end();
    };
    m_import->setEnabled(has(Field::Text) || (has(Field::Title) && has(Field::Summary)));
}

} // namespace demarche::dialogs
