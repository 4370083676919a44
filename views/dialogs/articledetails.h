#pragma once

#include "models/corpus/store.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QFormLayout;
class QLineEdit;
class QToolButton;

namespace demarche::dialogs {

/// What is known of an article beside its words, and whence; the analyst can say otherwise. Each field has a
/// button that takes back what was found.
class ArticleDetails : public QDialog
{
    Q_OBJECT

public:
    ArticleDetails(const corpus::Correctable &article, QWidget *parent);

    /// What the analyst says now: only fields that are not as they were found.
    [[nodiscard]] corpus::Corrections corrections() const;

private:
    void addField(QFormLayout *form, const QString &name, QWidget *edit, const QString &found, auto takeBack);
    void fill(const corpus::Corrections &corrections);
    void setLanguage(const QString &code);
    void fillEncodings();
    void setEncoding(const QString &name);
    [[nodiscard]] QString encoding() const;
    void refresh();
    [[nodiscard]] QString language() const;
    [[nodiscard]] QDate day() const;

    corpus::Article m_found; ///< in the encoding that was set, where one was
    QString m_foundEncoding; ///< before any was set
    QLineEdit *m_title;
    QDateEdit *m_day;
    QLineEdit *m_publisher;
    QComboBox *m_language;
    QComboBox *m_encoding;
    std::vector<QToolButton *> m_back; ///< title, day, publisher, language, encoding
};

} // namespace demarche::dialogs
