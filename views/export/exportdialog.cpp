#include "views/export/exportdialog.h"

#include "views/dialogs/beginfolder.h"
#include "views/export/picturedata.h"
#include "views/export/picturefile.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>

#include <array>
#include <chrono>

namespace demarche::views {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Preset
{
    QString name;
    QSize size;
};

const std::array<Preset, 6> &presets()
{
    static const std::array<Preset, 6> all{{{u"Article, 1600 × 900"_s, {1600, 900}},
                                            {u"Slide, 1920 × 1080"_s, {1920, 1080}},
                                            {u"A4 across, 1123 × 794"_s, {1123, 794}},
                                            {u"A4 upright, 794 × 1123"_s, {794, 1123}},
                                            {u"Square, 1200 × 1200"_s, {1200, 1200}},
                                            {u"Banner, 1500 × 500"_s, {1500, 500}}}};
    return all;
}

QSpinBox *pixelsBox(QWidget *parent, const QString &name)
{
    auto *box = new QSpinBox(parent);
    box->setRange(200, 8000);
    box->setSuffix(u" px"_s);
    box->setAccessibleName(name);
    return box;
}

} // namespace

ExportDialog::ExportDialog(Picture picture, QWidget *parent)
    : QDialog(parent)
    , m_picture(std::move(picture))
    , m_content(new QComboBox(this))
    , m_preset(new QComboBox(this))
    , m_width(pixelsBox(this, u"Width in pixels"_s))
    , m_height(pixelsBox(this, u"Height in pixels"_s))
    , m_scale(new QDoubleSpinBox(this))
    , m_format(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_preview(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(u"Save…"_s, this))
    , m_copy(new QPushButton(u"Copy"_s, this))
{
    setWindowTitle(u"Export picture"_s);
    setObjectName(u"exportDialog"_s);
    build();
    restore();
    connectChoices();
    showPreview();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    m_content->addItem(u"Map and timeline"_s, static_cast<int>(PictureContent::Both));
    m_content->addItem(u"Map"_s, static_cast<int>(PictureContent::Map));
    m_content->addItem(u"Timeline"_s, static_cast<int>(PictureContent::Timeline));
    for (const Preset &preset : presets())
        m_preset->addItem(preset.name, preset.size);
    m_preset->addItem(u"Other size"_s, QSize());
    m_scale->setRange(0.5, 6);
    m_scale->setSingleStep(0.5);
    m_scale->setDecimals(1);
    m_scale->setSuffix(u" ×"_s);
    for (const auto &[name, ending] : {std::pair(u"PNG, pixels"_s, u"png"_s),
                                       {u"SVG, lines to edit"_s, u"svg"_s},
                                       {u"PDF, for print"_s, u"pdf"_s},
                                       {u"CSV, the figures"_s, u"csv"_s}})
        m_format->addItem(name, ending);
    m_theme->addItems({u"Light"_s, u"Dark"_s});
    m_width->setObjectName(u"width"_s);
    m_height->setObjectName(u"height"_s);
    m_scale->setObjectName(u"scale"_s);
    m_format->setObjectName(u"format"_s);
    m_preview->setMinimumSize(480, 300);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_preview->setAccessibleName(u"Preview of the picture"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();

    auto *size = new QHBoxLayout;
    size->addWidget(m_width);
    size->addWidget(new QLabel(u"×"_s, this));
    size->addWidget(m_height);
    auto *form = new QFormLayout;
    form->addRow(u"&What:"_s, m_content);
    form->addRow(u"&Size:"_s, m_preset);
    form->addRow(QString(), size);
    form->addRow(u"S&cale:"_s, m_scale);
    form->addRow(u"&Format:"_s, m_format);
    form->addRow(u"&Colours:"_s, m_theme);
    form->addRow(QString(), m_summary);
    form->addRow(m_problem);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    m_copy->setToolTip(u"Put it into the clipboard"_s);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);

    auto *side = new QVBoxLayout;
    side->addLayout(form);
    side->addStretch();
    side->addWidget(buttons);
    auto *all = new QHBoxLayout(this);
    all->addWidget(m_preview, 1);
    all->addLayout(side);
}

void ExportDialog::connectChoices()
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(120ms);
    connect(&m_refresh, &QTimer::timeout, this, &ExportDialog::showPreview);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &ExportDialog::choosePreset);
    for (QComboBox *box : {m_content, m_format, m_theme})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::changed);
    for (QSpinBox *box : {m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::changed);
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &ExportDialog::changed);
}

void ExportDialog::restore()
{
    QSettings settings;
    settings.beginGroup(u"export"_s);
    const auto choose = [](QComboBox *box, const QVariant &data) {
        box->setCurrentIndex(std::max(0, box->findData(data)));
    };
    choose(m_content, static_cast<int>(m_picture.content));
    const QSize size = settings.value(u"size"_s, presets().front().size).toSize();
    m_width->setValue(size.width());
    m_height->setValue(size.height());
    m_scale->setValue(settings.value(u"scale"_s, 2.0).toDouble());
    choose(m_format, settings.value(u"format"_s, u"png"_s));
    m_theme->setCurrentIndex(settings.value(u"dark"_s, false).toBool() ? 1 : 0);
    changed();
}

void ExportDialog::remember() const
{
    QSettings settings;
    settings.beginGroup(u"export"_s);
    settings.setValue(u"size"_s, pictureSize());
    settings.setValue(u"scale"_s, scale());
    settings.setValue(u"format"_s, suffix());
    settings.setValue(u"dark"_s, m_theme->currentIndex() == 1);
}

PictureContent ExportDialog::content() const
{
    return static_cast<PictureContent>(m_content->currentData().toInt());
}

QSize ExportDialog::pictureSize() const
{
    return {m_width->value(), m_height->value()};
}

double ExportDialog::scale() const
{
    return m_scale->value();
}

Theme ExportDialog::theme() const
{
    return m_theme->currentIndex() == 1 ? Theme::darkened() : Theme::light();
}

QString ExportDialog::suffix() const
{
    return m_format->currentData().toString();
}

void ExportDialog::choosePreset()
{
    const QSize size = m_preset->currentData().toSize();
    if (!size.isValid())
        return;
    m_width->setValue(size.width());
    m_height->setValue(size.height());
}

void ExportDialog::changed()
{
    const int preset = m_preset->findData(pictureSize());
    const QSignalBlocker quiet(m_preset);
    m_preset->setCurrentIndex(preset < 0 ? m_preset->count() - 1 : preset);
    const bool isPixels = suffix() == u"png"_s;
    m_scale->setEnabled(isPixels);
    const QSize pixels = (QSizeF(pictureSize()) * scale()).toSize();
    m_summary->setText(isPixels               ? u"%1 × %2 pixels"_s.arg(pixels.width()).arg(pixels.height())
                       : suffix() == u"csv"_s ? u"the figures behind the picture"_s
                                              : u"drawn in lines, sharp at any size"_s);
    m_problem->hide();
    m_refresh.start();
}

void ExportDialog::showPreview()
{
    m_picture.content = content();
    const double ratio = devicePixelRatioF();
    const QSizeF room = QSizeF(m_preview->contentsRect().size()) * ratio;
    const QSize size = pictureSize();
    const double fitting = std::min(room.width() / size.width(), room.height() / size.height());
    QPixmap preview = QPixmap::fromImage(renderPicture(m_picture, size, std::max(0.05, fitting), theme()));
    preview.setDevicePixelRatio(ratio);
    m_preview->setPixmap(preview);
}

void ExportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_refresh.start();
}

QString ExportDialog::suggestedPath() const
{
    QString name = m_picture.caption.title;
    name.replace(QRegularExpression(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption), u"-"_s);
    if (name.isEmpty())
        name = u"picture"_s;
    const QString folder = dialogs::beginFolder(QSettings().value(u"export/folder"_s).toString(),
                                                QStandardPaths::PicturesLocation);
    return QDir(folder).filePath(name.left(80) + u'.' + suffix());
}

void ExportDialog::copy()
{
    m_picture.content = content();
    if (suffix() == u"csv"_s)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(figures(m_picture)));
    else
        QGuiApplication::clipboard()->setImage(renderPicture(m_picture, pictureSize(), scale(), theme()));
}

void ExportDialog::accept()
{
    QString path =
        QFileDialog::getSaveFileName(this, windowTitle(), suggestedPath(), u"*.%1"_s.arg(suffix()));
    if (path.isEmpty())
        return;
    if (!formatOf(path))
        path += u'.' + suffix();
    if (saveTo(path)) {
        QSettings().setValue(u"export/folder"_s, QFileInfo(path).absolutePath());
        QDialog::accept();
    }
}

Result<void> ExportDialog::saveTo(const QString &path)
{
    m_picture.content = content();
    const Result<void> saved = save(m_picture, path, pictureSize(), scale(), theme());
    m_problem->setVisible(!saved);
    if (!saved) {
        m_problem->setText(saved.error().line());
        return saved;
    }
    remember();
    emit this->saved(path);
    return saved;
}

} // namespace demarche::views
