#pragma once

#include "models/corpus/searchquery.h"
#include "models/corpus/store.h"
#include "models/tables/card.h"
#include "views/article/highlight.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace demarche::article {

class FindBar;
class FindingCard;
class Header;
class LayerBar;
class TextView;

/// The reader: one article with its header, its text with the findings marked, their cards, and a bar to find
/// words.
class Reader : public QWidget
{
    Q_OBJECT

public:
    explicit Reader(tables::Words words, QWidget *parent = nullptr);

    void setArticle(const corpus::StoredArticle &article);
    /// The articles of its story, this one among them; one or none where it stands alone.
    void setCopies(const std::vector<corpus::ArticleRow> &copies);
    /// No article; `why` is told instead.
    void clear(const QString &why);
    /// The id of the article that is open; 0 for none.
    [[nodiscard]] qint64 articleId() const { return m_article.id; }
    [[nodiscard]] const corpus::StoredArticle &article() const { return m_article; }

    /// Frames a finding, brings it into sight and selects its words.
    void show(tables::FindingRef finding);
    /// What the articles are searched for: its hits are marked in the text.
    void setSearch(const QString &typed);
    void setLayers(Layers layers);
    [[nodiscard]] Layers layers() const;
    void openFind();
    void step(int direction);

    [[nodiscard]] TextView *textView() const { return m_text; }
    [[nodiscard]] FindingCard *card() const { return m_card; }

signals:
    void layersChanged(Layers layers);
    /// A finding's card was opened, or the finding stepped to.
    void findingChosen(tables::FindingRef finding);
    void nextUnreadWanted();
    void copyWanted(qint64 article);
    void detailsWanted(); ///< see Header
    void englishWanted();

private:
    void markHits();
    void open(tables::FindingRef finding, text::Span span);
    void choose(const std::vector<tables::FindingPlace> &places, QPoint at);
    [[nodiscard]] QString inOneLine(tables::FindingRef finding) const;

    tables::Words m_words;
    corpus::StoredArticle m_article;
    QString m_typed;
    corpus::SearchQuery m_search;
    QStackedLayout *m_pages;
    QLabel *m_nothing;
    Header *m_header;
    LayerBar *m_layerBar;
    FindBar *m_find;
    TextView *m_text;
    FindingCard *m_card;
};

} // namespace demarche::article
