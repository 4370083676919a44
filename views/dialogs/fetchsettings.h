#pragma once

#include "models/corpus/sources/settings.h"

#include <QDialog>

class QCheckBox;
class QSpinBox;

namespace demarche::dialogs {

/// What may be fetched, and how often.
class FetchSettings : public QDialog
{
    Q_OBJECT

public:
    explicit FetchSettings(const corpus::sources::Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] corpus::sources::Settings settings() const;

private:
    QCheckBox *m_byItself;
    QSpinBox *m_minutes;
    QCheckBox *m_plainHttp;
    QCheckBox *m_private;
};

} // namespace demarche::dialogs
