#pragma once

#include "models/corpus/article.h"

#include <QWidget>

#include <span>
#include <vector>

class QLabel;
class QToolButton;

namespace demarche::panels {
class FlowLayout;
}

namespace demarche::article {

/// What is known of an article: title, publisher, date and language with what they rest on, byline; the other
/// copies of its story; and what reading and analysing it had to guess or left out.
class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(QWidget *parent = nullptr);

    void setArticle(const corpus::Article &article, const analysis::Analysis &analysis);

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
    /// The analyst wants to see or change what is known.
    void detailsWanted();
    /// The article's language shall be taken for English.
    void englishWanted();

private:
    void addCopy(const Copy &copy);
    void addMore(std::span<const Copy> copies);

    QLabel *m_title;
    QLabel *m_source;
    QToolButton *m_details;
    QWidget *m_unanalysed;
    QLabel *m_language;
    QLabel *m_warnings;
    QWidget *m_copies;
    panels::FlowLayout *m_copyFlow;
    QLabel *m_copyCount;
};

} // namespace demarche::article
