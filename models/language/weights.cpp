#include "models/language/weights.h"

#include <algorithm>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace demarche::language {

namespace {

constexpr int RowsPerBucket = 4;
constexpr int RowsPerLine = 12;
constexpr int LineSize = 64;
constexpr int WeightsAt = 2 * RowsPerLine;
constexpr int AheadOf = 8; // features whose cache lines are fetched before the first is needed

inline std::uint32_t bucketOf(std::uint64_t feature, std::uint32_t buckets)
{
    return std::uint32_t(((feature >> 32) * buckets) >> 32);
}

inline std::uint16_t tagOf(std::uint64_t feature)
{
    return std::uint16_t(feature);
}

inline void prefetch(const void *address)
{
#if defined(__GNUC__)
    __builtin_prefetch(address);
#else
    (void)address;
#endif
}

} // namespace

Result<Weights> Weights::open(QByteArrayView bytes, const QString &where)
{
    const auto fail = [&] {
        return std::unexpected(Problem{where, QStringLiteral("weights of a wrong form")});
    };
    if (bytes.size() < 12)
        return fail();
    Weights w;
    w.m_classes = int(peek<std::uint32_t>(bytes.data()));
    w.m_buckets = peek<std::uint32_t>(bytes.data() + 4);
    const qsizetype entriesAt = 8 + 4 * (qsizetype(w.m_buckets) + 1);
    if (w.m_classes < 1 || w.m_classes > 255 || w.m_buckets < 1 || entriesAt > bytes.size())
        return fail();
    w.m_offsets = bytes.data() + 8;
    w.m_entries = bytes.data() + entriesAt;
    const qsizetype size = bytes.size() - entriesAt;
    qsizetype at = 0;
    for (std::uint32_t b = 0; b < w.m_buckets; ++b) {
        const auto end = qsizetype(peek<std::uint32_t>(w.m_offsets + 4 * (qsizetype(b) + 1)));
        if (qsizetype(peek<std::uint32_t>(w.m_offsets + 4 * qsizetype(b))) != at || end < at || end > size)
            return fail();
        while (at < end) {
            if (end - at < 3)
                return fail();
            const int count = std::uint8_t(w.m_entries[at + 2]);
            for (int i = 0; i < count && at + 3 + 2 * i < end; ++i) {
                if (std::uint8_t(w.m_entries[at + 3 + 2 * i]) >= w.m_classes)
                    return fail();
            }
            at += 3 + 2 * count;
        }
        if (at != end)
            return fail();
    }
    return w;
}

void Weights::score(std::span<const std::uint64_t> features, std::int32_t *scores) const
{
    for (std::uint64_t f : features)
        prefetch(m_offsets + 4 * qsizetype(bucketOf(f, m_buckets)));
    for (size_t i = 0; i < features.size(); ++i) {
        if (i + AheadOf < features.size()) {
            const char *ahead = m_offsets + 4 * qsizetype(bucketOf(features[i + AheadOf], m_buckets));
            prefetch(m_entries + peek<std::uint32_t>(ahead));
        }
        const char *offset = m_offsets + 4 * qsizetype(bucketOf(features[i], m_buckets));
        const char *at = m_entries + peek<std::uint32_t>(offset);
        const char *end = m_entries + peek<std::uint32_t>(offset + 4);
        const std::uint16_t tag = tagOf(features[i]);
        while (at < end) {
            const int count = std::uint8_t(at[2]);
            if (peek<std::uint16_t>(at) == tag) {
                for (int k = 0; k < count; ++k)
                    scores[std::uint8_t(at[3 + 2 * k])] += std::int8_t(at[4 + 2 * k]);
                break;
            }
            at += 3 + 2 * count;
        }
    }
}

QByteArray Weights::write(int classes, std::vector<WeightRow> rows)
{
    const auto buckets = std::uint32_t(std::max<size_t>(1, rows.size() / RowsPerBucket));
    std::ranges::sort(rows, [&](const WeightRow &a, const WeightRow &b) {
        const auto x = bucketOf(a.feature, buckets), y = bucketOf(b.feature, buckets);
        return x != y ? x < y : a.feature < b.feature;
    });
    QByteArray offsets, entries;
    std::uint32_t bucket = 0;
    append(offsets, std::uint32_t(0));
    for (const WeightRow &row : rows) {
        for (; bucket < bucketOf(row.feature, buckets); ++bucket)
            append(offsets, std::uint32_t(entries.size()));
        append(entries, tagOf(row.feature));
        append(entries, std::uint8_t(row.cells.size()));
        for (auto [cls, weight] : row.cells) {
            append(entries, cls);
            append(entries, weight);
        }
    }
    for (; bucket < buckets; ++bucket)
        append(offsets, std::uint32_t(entries.size()));
    QByteArray bytes;
    append(bytes, std::uint32_t(classes));
    append(bytes, buckets);
    return bytes + offsets + entries;
}

Result<TripleWeights> TripleWeights::open(QByteArrayView bytes, const QString &where)
{
    TripleWeights w;
    w.m_count = bytes.size() < 4 ? 0 : peek<std::uint32_t>(bytes.data());
    if (w.m_count < 1 || bytes.size() != 4 + LineSize * qsizetype(w.m_count))
        return std::unexpected(Problem{where, QStringLiteral("weights of a wrong form")});
    w.m_lines = bytes.data() + 4;
    return w;
}

void TripleWeights::score(std::span<const std::uint64_t> features, std::int32_t *scores) const
{
    for (std::uint64_t f : features)
        prefetch(m_lines + LineSize * qsizetype(bucketOf(f, m_count)));
    std::int32_t a = 0, b = 0, c = 0;
    for (std::uint64_t f : features) {
        const char *line = m_lines + LineSize * qsizetype(bucketOf(f, m_count));
#if defined(__SSE2__)
        const __m128i tag = _mm_set1_epi16(short(tagOf(f)));
        const __m128i low = _mm_loadu_si128(reinterpret_cast<const __m128i *>(line));
        const __m128i high = _mm_loadl_epi64(reinterpret_cast<const __m128i *>(line + 16));
        unsigned hits = unsigned(_mm_movemask_epi8(_mm_cmpeq_epi16(low, tag))) |
                        (unsigned(_mm_movemask_epi8(_mm_cmpeq_epi16(high, tag))) & 0xffu) << 16;
        if (!hits)
            continue;
        const int slot = __builtin_ctz(hits) / 2;
#else
        int slot = 0;
        while (slot < RowsPerLine && peek<std::uint16_t>(line + 2 * slot) != tagOf(f))
            ++slot;
        if (slot == RowsPerLine)
            continue;
#endif
        const char *weight = line + WeightsAt + 3 * slot;
        a += std::int8_t(weight[0]);
        b += std::int8_t(weight[1]);
        c += std::int8_t(weight[2]);
    }
    scores[0] += a;
    scores[1] += b;
    scores[2] += c;
}

QByteArray TripleWeights::write(const std::vector<WeightRow> &rows)
{
    // Lines are filled to five sixths; where one overflows, its lightest features are dropped.
    const auto lines = std::uint32_t(std::max<size_t>(1, rows.size() / 10));
    std::vector<std::vector<const WeightRow *>> in(lines);
    for (const WeightRow &row : rows)
        in[bucketOf(row.feature, lines)].push_back(&row);
    const auto heft = [](const WeightRow *row) {
        int sum = 0;
        for (auto [cls, weight] : row->cells)
            sum += std::abs(int(weight));
        return sum;
    };
    QByteArray bytes;
    append(bytes, lines);
    for (auto &line : in) {
        std::ranges::sort(line, [&](const WeightRow *a, const WeightRow *b) {
            const int x = heft(a), y = heft(b);
            return x != y ? x > y : a->feature < b->feature;
        });
        QByteArray packed(LineSize, '\0');
        int slot = 0;
        for (const WeightRow *row : line) {
            if (slot == RowsPerLine)
                break;
            const std::uint16_t tag = tagOf(row->feature);
            std::memcpy(packed.data() + 2 * slot, &tag, 2);
            for (auto [cls, weight] : row->cells)
                packed[WeightsAt + 3 * slot + cls] = char(weight);
            ++slot;
        }
        bytes += packed;
    }
    return bytes;
}

} // namespace demarche::language
