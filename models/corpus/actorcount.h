#pragma once

#include "models/corpus/store.h"

#include <QHash>

namespace demarche::corpus {

/// Adds up the actors of many articles. Those of one name, kind and country are one. Where articles are given
/// as copies of one story, the story counts as one article, and of its mentions those of the copy with most
/// of them: what several copies say counts once.
class ActorCount
{
public:
    /// `story` is any number that copies share; an article's own id where it stands alone.
    void add(const StoredArticle &article, ArticleId story, const QStringList &kinds = {});
    /// Those in most articles first.
    [[nodiscard]] std::vector<ActorRow> rows() const;

private:
    void addTo(std::size_t place, const analysis::Actor &actor, ArticleId story);

    std::vector<ActorRow> m_rows;
    QHash<QString, std::size_t> m_places;
    QHash<std::pair<std::size_t, ArticleId>, int> m_mentions; ///< counted of a row in a story
};

} // namespace demarche::corpus
