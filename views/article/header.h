#pragma once

#include "models/corpus/article.h"

#include <QWidget>

class QLabel;

namespace demarche::article {

/// What an article says of itself: title, publisher, date with what it rests on, byline.
class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(QWidget *parent = nullptr);

    void setArticle(const corpus::Article &article, const analysis::Published &published);

    /// Puts the words in one line with the text's column.
    void setLeft(int left);

private:
    QLabel *m_title;
    QLabel *m_source;
    QLabel *m_warnings;
};

} // namespace demarche::article
