#pragma once

#include "views/export/picture.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace demarche::views {

/// Asks what of the lens to save as a picture, how large and in which format, and shows it while asking. The
/// choice is remembered (QSettings, group "export").
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// `picture` holds everything that the lens shows; its content is what is offered first.
    explicit ExportDialog(Picture picture, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// Writes the picture as now chosen. A failure is also shown in the dialog, in one line.
    Result<void> saveTo(const QString &path);

    /// Puts the picture as now chosen into the clipboard: its pixels, or the figures where those are chosen.
    void copy();

    [[nodiscard]] PictureContent content() const;
    [[nodiscard]] QSize pictureSize() const; ///< logical pixels
    [[nodiscard]] double scale() const;
    [[nodiscard]] Theme theme() const;

signals:
    void saved(const QString &path);

public slots:
    void accept() override; ///< asks for a file name and saves

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectChoices();
    void restore();
    void remember() const;
    void choosePreset();
    void changed();
    void showPreview();
    [[nodiscard]] QString suffix() const;
    [[nodiscard]] QString suggestedPath() const;

    Picture m_picture;
    QComboBox *m_content;
    QComboBox *m_preset;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QDoubleSpinBox *m_scale;
    QComboBox *m_format;
    QComboBox *m_theme;
    QLabel *m_preview;
    QLabel *m_summary;
    QLabel *m_problem;
    QPushButton *m_save;
    QPushButton *m_copy;
    QTimer m_refresh;
};

} // namespace demarche::views
