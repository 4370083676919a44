#include "models/lens/index.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace demarche::lens {

namespace {
/// Countries and targets are numbered in 16 bits; names beyond that are left out rather than confused.
constexpr std::size_t mostNames = std::numeric_limits<CountryId>::max();
} // namespace

std::uint32_t NameTable::add(const QString &name)
{
    const auto found = m_ids.constFind(name);
    if (found != m_ids.cend())
        return *found;
    const auto id = std::uint32_t(m_names.size());
    m_names.push_back(name);
    m_ids.insert(name, id);
    return id;
}

int NameTable::find(const QString &name) const
{
    const auto found = m_ids.constFind(name);
    return found == m_ids.cend() ? -1 : int(*found);
}

bool EvidenceIndex::addArticle(const ArticleEntry &entry)
{
    if (!m_ids.empty() && entry.id <= m_ids.back())
        return false;
    m_ids.push_back(entry.id);
    const Day day = dayOf(entry.day);
    m_days.push_back(day);
    m_publisherOf.push_back(m_publishers.add(entry.publisher));
    m_unread.push_back(entry.unread);
    m_storyOf.push_back(ArticleAt(m_storyOf.size()));
    m_copied.push_back(false);
    for (const QString &country : entry.countries) {
        if (m_countries.size() < mostNames)
            m_countryLists.push_back(CountryId(m_countries.add(country)));
    }
    m_countryEnds.push_back(std::uint32_t(m_countryLists.size()));
    if (day != noDay) {
        m_firstDay = m_firstDay == noDay ? day : std::min(m_firstDay, day);
        m_lastDay = std::max(m_lastDay, day);
    }
    return true;
}

bool EvidenceIndex::addCopy(qint64 article, qint64 story)
{
    const int at = find(article);
    const int head = find(story);
    if (at < 0 || head < 0 || head >= at || m_storyOf[std::size_t(at)] == ArticleAt(head))
        return false;
    m_storyOf[std::size_t(at)] = ArticleAt(head);
    m_copied[std::size_t(at)] = m_copied[std::size_t(head)] = true;
    m_copies.clear();
    m_copiedRows.clear();
    return true;
}

const std::vector<ArticleAt> &EvidenceIndex::copies() const
{
    if (!m_copies.empty())
        return m_copies;
    for (std::size_t at = 0; at < m_copied.size(); ++at) {
        if (m_copied[at])
            m_copies.push_back(ArticleAt(at));
    }
    std::ranges::sort(m_copies, {}, [this](ArticleAt at) {
        return std::tuple(m_storyOf[at], m_days[at] == noDay, m_days[at], at);
    });
    return m_copies;
}

const CopiedRows &EvidenceIndex::copiedEvidence(const QString &target) const
{
    if (const auto known = m_copiedRows.constFind(target); known != m_copiedRows.cend())
        return *known;
    const EvidenceColumns &columns = evidence(target);
    std::vector<CopiedPiece> pieces;
    for (std::size_t row = 0; row < columns.size(); ++row) {
        const ArticleAt article = columns.article[row];
        if (m_copied[article])
            pieces.push_back({m_storyOf[article], columns.country[row], columns.kind[row], columns.value[row],
                              columns.day[row], article, std::uint32_t(row)});
    }
    return *m_copiedRows.insert(target, groupedBySaying(std::move(pieces)));
}

bool EvidenceIndex::addEvidence(const EvidenceEntry &entry)
{
    if (m_lastEvidence >= m_ids.size() || !(entry.weight > 0))
        return false;
    const int article = m_ids[m_lastEvidence] == entry.article ? int(m_lastEvidence) : find(entry.article);
    if (article < int(m_lastEvidence))
        return false;
    m_lastEvidence = ArticleAt(article);
    if (m_countries.size() >= mostNames || m_targets.size() >= mostNames)
        return false;
    const std::uint32_t target = m_targets.add(entry.target);
    if (target == m_evidence.size())
        m_evidence.emplace_back();
    EvidenceColumns &columns = m_evidence[target];
    if (m_copied[m_lastEvidence])
        m_copiedRows.remove(entry.target);
    columns.article.push_back(m_lastEvidence);
    columns.day.push_back(entry.day.isValid() ? dayOf(entry.day) : m_days[m_lastEvidence]);
    columns.country.push_back(CountryId(m_countries.add(entry.country)));
    columns.kind.push_back(entry.kind);
    columns.value.push_back(std::clamp(float(entry.value), -10.0F, 10.0F));
    columns.sums.push_back(fixed(columns.value.back(), entry.weight));
    columns.finding.push_back(entry.finding);
    ++m_evidenceCount;
    return true;
}

std::span<const CountryId> EvidenceIndex::countries(ArticleAt at) const
{
    const std::uint32_t begin = at == 0 ? 0 : m_countryEnds[at - 1];
    return std::span(m_countryLists).subspan(begin, m_countryEnds[at] - begin);
}

int EvidenceIndex::find(qint64 id) const
{
    const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() || *found != id ? -1 : int(found - m_ids.begin());
}

const EvidenceColumns &EvidenceIndex::evidence(const QString &target) const
{
    static const EvidenceColumns none;
    const int id = m_targets.find(target);
    return id < 0 ? none : m_evidence[std::size_t(id)];
}

std::vector<std::pair<QString, int>> EvidenceIndex::targets() const
{
    std::vector<std::pair<QString, int>> counted;
    for (std::size_t id = 0; id < m_evidence.size(); ++id)
        counted.emplace_back(m_targets.at(id), int(m_evidence[id].size()));
    std::ranges::sort(counted, [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return counted;
}

} // namespace demarche::lens
