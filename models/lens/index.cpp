#include "models/lens/index.h"

#include <algorithm>
#include <limits>
#include <numeric>

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
    for (const int one : {at, head}) {
        m_copiedCount += !m_copied[std::size_t(one)];
        m_copied[std::size_t(one)] = true;
    }
    m_copies.clear();
    m_copiedRows.clear();
    return true;
}

const std::vector<ArticleAt> &EvidenceIndex::newestFirst() const
{
    const auto known = std::ptrdiff_t(m_newestFirst.size());
    if (m_newestFirst.size() == m_ids.size())
        return m_newestFirst;
    m_newestFirst.resize(m_ids.size());
    const auto fresh = m_newestFirst.begin() + known;
    std::iota(fresh, m_newestFirst.end(), ArticleAt(known));
    const auto newer = [this](ArticleAt a, ArticleAt b) {
        return m_days[a] != m_days[b] ? m_days[a] > m_days[b] : a > b;
    };
    std::sort(fresh, m_newestFirst.end(), newer);
    std::inplace_merge(m_newestFirst.begin(), fresh, m_newestFirst.end(), newer);
    return m_newestFirst;
}

/// Counted into place: a collection may have a hundred thousand copies.
const std::vector<ArticleAt> &EvidenceIndex::copies() const
{
    if (m_copies.size() == m_copiedCount)
        return m_copies;
    std::vector<std::uint32_t> places(m_ids.size() + 1); // of each story's next article in m_copies
    for (std::size_t at = 0; at < m_ids.size(); ++at)
        places[m_storyOf[at] + 1] += m_copied[at];
    std::partial_sum(places.begin(), places.end(), places.begin());
    m_copies.resize(m_copiedCount);
    const auto place = [&](ArticleAt at) {
        if (m_copied[at])
            m_copies[places[m_storyOf[at]]++] = at;
    };
    const std::vector<ArticleAt> &all = newestFirst();
    const auto undated = std::ranges::partition_point(all, [&](ArticleAt at) { return m_days[at] != noDay; });
    std::for_each(std::reverse_iterator(undated), all.rend(), place);
    std::for_each(all.rbegin(), std::reverse_iterator(undated), place);
    return m_copies;
}

const CopiedRows &EvidenceIndex::copiedEvidence(const QString &target) const
{
    if (const auto known = m_copiedRows.constFind(target); known != m_copiedRows.cend())
        return *known;
    const EvidenceColumns &columns = evidence(target);
    std::vector<std::uint32_t> ends(m_ids.size()); // where each article's rows end; 0 for none
    for (std::size_t row = 0; m_copiedCount > 0 && row < columns.size(); ++row)
        ends[columns.article[row]] = std::uint32_t(row) + 1;
    SayingGroups groups;
    std::vector<CopiedPiece> pieces;
    ArticleAt story = 0;
    for (const ArticleAt article : copies()) {
        if (m_storyOf[article] != story) {
            groups.addStory(pieces);
            pieces.clear();
            story = m_storyOf[article];
        }
        for (std::size_t row = ends[article]; row > 0 && columns.article[row - 1] == article; --row)
            pieces.push_back({story, columns.country[row - 1], columns.kind[row - 1], columns.value[row - 1],
                              columns.day[row - 1], article, std::uint32_t(row - 1)});
    }
    groups.addStory(pieces);
    return *m_copiedRows.insert(target, groups.take());
}

void EvidenceIndex::arrange() const
{
    static_cast<void>(copies());
    static_cast<void>(newestFirst());
    if (const auto all = targets(); !all.empty())
        static_cast<void>(copiedEvidence(all.front().first));
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
