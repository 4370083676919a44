#include "models/corpus/actorcount.h"

#include "models/analysis/record.h"
#include "models/corpus/findingrows.h"

#include <algorithm>

namespace demarche::corpus {

using namespace Qt::StringLiterals;

void ActorCount::add(const StoredArticle &article, ArticleId story, const QStringList &kinds)
{
    for (const analysis::Actor &actor : article.analysis.actors) {
        if (!admitsKind(kinds, analysis::name(actor.kind)))
            continue;
        const QString key = QString(analysis::name(actor.kind)) + u'\t' + actor.country + u'\t' + actor.name;
        const auto place = m_places.constFind(key);
        if (place != m_places.cend()) {
            addTo(*place, actor, story);
            continue;
        }
        m_places.insert(key, m_rows.size());
        m_rows.push_back({actor.name, actor.kind, actor.country, actor.code, actor.role, 0, 0, article.id});
        addTo(m_rows.size() - 1, actor, story);
    }
}

void ActorCount::addTo(std::size_t place, const analysis::Actor &actor, ArticleId story)
{
    ActorRow &row = m_rows[place];
    if (row.role.isEmpty())
        row.role = actor.role;
    const int mentions = int(actor.mentions.size());
    const auto counted = m_mentions.find({place, story});
    if (counted == m_mentions.end()) {
        m_mentions.insert({place, story}, mentions);
        ++row.articles;
        row.mentions += mentions;
    } else if (mentions > *counted) {
        row.mentions += mentions - *counted;
        *counted = mentions;
    }
}

std::vector<ActorRow> ActorCount::rows() const
{
    std::vector<ActorRow> rows = m_rows;
    std::ranges::stable_sort(rows, [](const ActorRow &a, const ActorRow &b) {
        return std::pair(a.articles, a.mentions) > std::pair(b.articles, b.mentions);
    });
    return rows;
}

} // namespace demarche::corpus
