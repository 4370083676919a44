#include "models/lens/index.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace demarche::lens {

namespace {
/// Countries and targets are numbered in 16 bits; names beyond that are left out rather than confused.
constexpr std::size_t mostNames = std::numeric_limits<CountryId>::max();

template <typename Number>
std::optional<Number> numbered(NameTable &names, const QString &name)
{
    const int known = names.find(name);
    if (known < 0 && names.size() >= mostNames)
        return std::nullopt;
    return Number(known >= 0 ? std::uint32_t(known) : names.add(name));
}
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

std::optional<CountryId> EvidenceIndex::countryNumber(const QString &name)
{
    return numbered<CountryId>(m_countries, name);
}

std::optional<TargetId> EvidenceIndex::targetNumber(const QString &name)
{
    return numbered<TargetId>(m_targets, name);
}

bool EvidenceIndex::addArticle(const ArticleEntry &entry)
{
    std::vector<CountryId> countries;
    for (const QString &country : entry.countries) {
        if (const std::optional<CountryId> number = countryNumber(country))
            countries.push_back(*number);
    }
    return add({entry.id, dayOf(entry.day), publisherNumber(entry.publisher), countries, entry.unread});
}

bool EvidenceIndex::add(const NumberedArticle &article)
{
    if (!m_ids.empty() && article.id <= m_ids.back())
        return false;
    m_ids.push_back(article.id);
    m_days.push_back(article.day);
    m_publisherOf.push_back(article.publisher);
    m_unread.push_back(article.unread);
    m_storyOf.push_back(ArticleAt(m_storyOf.size()));
    m_copied.push_back(false);
    m_countryLists.insert(m_countryLists.end(), article.countries.begin(), article.countries.end());
    m_countryEnds.push_back(std::uint32_t(m_countryLists.size()));
    if (article.day != noDay) {
        m_firstDay = m_firstDay == noDay ? article.day : std::min(m_firstDay, article.day);
        m_lastDay = std::max(m_lastDay, article.day);
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
    static const CopiedRows none;
    const int number = m_targets.find(target);
    if (number < 0)
        return none;
    if (const auto known = m_copiedRows.constFind(TargetId(number)); known != m_copiedRows.cend())
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
    return *m_copiedRows.insert(TargetId(number), groups.take());
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
    const std::optional<CountryId> country = countryNumber(entry.country);
    const std::optional<TargetId> target = targetNumber(entry.target);
    return country && target &&
           add(NumberedEvidence{entry.article, entry.kind, entry.finding, *country, *target, dayOf(entry.day),
                                float(entry.value), float(entry.weight)});
}

bool EvidenceIndex::add(const NumberedEvidence &piece)
{
    if (m_lastEvidence >= m_ids.size() || !(piece.weight > 0))
        return false;
    const int article = m_ids[m_lastEvidence] == piece.article ? int(m_lastEvidence) : find(piece.article);
    if (article < int(m_lastEvidence))
        return false;
    m_lastEvidence = ArticleAt(article);
    if (piece.target >= m_evidence.size())
        m_evidence.resize(piece.target + std::size_t{1});
    EvidenceColumns &columns = m_evidence[piece.target];
    if (m_copied[m_lastEvidence])
        m_copiedRows.remove(piece.target);
    columns.article.push_back(m_lastEvidence);
    columns.day.push_back(piece.day != noDay ? piece.day : m_days[m_lastEvidence]);
    columns.country.push_back(piece.country);
    columns.kind.push_back(piece.kind);
    columns.value.push_back(std::clamp(piece.value, -10.0F, 10.0F));
    columns.sums.push_back(fixed(columns.value.back(), piece.weight));
    columns.finding.push_back(piece.finding);
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
    return id < 0 || std::size_t(id) >= m_evidence.size() ? none : m_evidence[std::size_t(id)];
}

std::vector<std::pair<QString, int>> EvidenceIndex::targets() const
{
    std::vector<std::pair<QString, int>> counted;
    counted.reserve(m_evidence.size());
    for (std::size_t id = 0; id < m_evidence.size(); ++id) {
        if (m_evidence[id].size() > 0)
            counted.emplace_back(m_targets.at(id), int(m_evidence[id].size()));
    }
    std::ranges::sort(counted, [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return counted;
}

} // namespace demarche::lens
