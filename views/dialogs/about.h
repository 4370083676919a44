#pragma once

#include <QDialog>

namespace demarche::dialogs {

/// Version, licence, and whence what the program knows comes.
class About : public QDialog
{
    Q_OBJECT

public:
    explicit About(QWidget *parent);
};

} // namespace demarche::dialogs
