#pragma once

#include "models/corpus/article.h"

#include <QWidget>

#include <span>
#include <vector>

class QLabel;

namespace demarche::panels {
class FlowLayout;
}

namespace demarche::article {

/// What an article says of itself: title, publisher, date with what it rests on, byline; and the
/// other copies of its story.
class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(QWidget *parent = nullptr);

    void setArticle(const corpus::Article &article, const analysis::Published &published);

    /// Another copy of the article's story, by what it is called here.
    struct Copy
    {
        qint64 article = 0;
        QString name; ///< its publisher, or what else tells it from the others
        QString tip;
    };
    /// The other copies, to be chosen; none for an article that stands alone.
    void setCopies(const std::vector<Copy> &copies);

    /// Puts the words in one line with the text's column.
    void setLeft(int left);

signals:
    void copyChosen(qint64 article);

private:
    void addCopy(const Copy &copy);
    void addMore(std::span<const Copy> copies);

    QLabel *m_title;
    QLabel *m_source;
    QLabel *m_warnings;
    QWidget *m_copies;
    panels::FlowLayout *m_copyFlow;
    QLabel *m_copyCount;
};

} // namespace demarche::article
