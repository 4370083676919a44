#include "models/language/training/chain.h"

#include <algorithm>
#include <cmath>

namespace demarche::language::training {

namespace {
constexpr float Rate = 0.1F;
constexpr double Dropped = 0.3;   // of a word's features
constexpr float Scale = 1 / 0.7F; // of those that stay, so that sums are as without dropping
constexpr float TooSmall = 0.01F; // a word whose classes are all this near to right teaches nothing
constexpr float SureTransition = 0.995F;
constexpr float NeverScore = -30;

[[nodiscard]] bool isGiven(unsigned kinds, size_t cls)
{
    return cls == OutsideName || (kinds >> unsigned(kindOf(int(cls))) & 1U);
}

template <typename Row>
void normalise(Row &row, float sum)
{
    for (float &x : row)
        x /= std::max(sum, 1e-30F);
}
} // namespace

std::uint32_t FeatureIndex::number(std::uint64_t feature)
{
    const auto [at, isNew] = m_numbers.try_emplace(feature, std::uint32_t(m_features.size()));
    if (isNew)
        m_features.push_back(feature);
    return at->second;
}

Chain::Chain(size_t features)
    : m_weights(features)
    , m_squares(features)
    , m_sum(features)
{
}

void Chain::learn(const ChainExample &example, ChainViews views, Random &random)
{
    activate(example, views, random);
    weigh(example);
    runForward();
    runBackward();
    for (size_t i = 0; i < example.classes.size(); ++i) {
        correctWord(example, i);
        if (i > 0)
            correctTransition(example, i);
    }
}

void Chain::activate(const ChainExample &example, ChainViews views, Random &random)
{
    m_active.resize(std::max(m_active.size(), example.own.size()));
    for (size_t i = 0; i < example.own.size(); ++i) {
        m_active[i].clear();
        const auto take = [&](const ChainExample::Features &features) {
            for (std::uint32_t f : features) {
                if (!random.chance(Dropped))
                    m_active[i].push_back(f);
            }
        };
        take(example.own[i]);
        if (views.elsewhere && !example.elsewhere.empty())
            take(example.elsewhere[i]);
        if (views.context && !example.context.empty())
            take(example.context[i]);
    }
}

// Likelihoods of each word's classes by themselves, the likeliest being 1.
void Chain::weigh(const ChainExample &example)
{
    m_here.assign(example.own.size(), {});
    for (size_t i = 0; i < example.own.size(); ++i) {
        Row &row = m_here[i];
        for (std::uint32_t f : m_active[i]) {
            for (size_t c = 0; c < Width; ++c)
                row[c] += m_weights[f][c];
        }
        for (size_t c = 0; c < NameClasses; ++c) {
            row[c] *= Scale;
            if ((c != OutsideName && example.own[i].empty()) || !isGiven(example.kinds, c))
                row[c] = NeverScore;
        }
        const float most = *std::max_element(row.begin(), row.begin() + NameClasses);
        for (size_t c = 0; c < Width; ++c)
            row[c] = c < NameClasses ? std::exp(row[c] - most) : 0;
    }
    for (size_t a = 0; a < NameClasses; ++a) {
        for (size_t b = 0; b < NameClasses; ++b)
            m_follow[a][b] = mayFollow(int(a), int(b)) ? std::exp(m_transitions[a][b]) : 0;
    }
}

void Chain::runForward()
{
    m_before.assign(m_here.size(), {});
    for (size_t i = 0; i < m_here.size(); ++i) {
        Row &row = m_before[i];
        for (size_t a = 0; a < (i ? size_t(NameClasses) : 1); ++a) {
            const float reached = i ? m_before[i - 1][a] : 1;
            for (size_t b = 0; b < Width; ++b)
                row[b] += reached * m_follow[a][b];
        }
        float sum = 0;
        for (size_t b = 0; b < Width; ++b)
            sum += row[b] *= m_here[i][b];
        normalise(row, sum);
    }
}

void Chain::runBackward()
{
    m_after.assign(m_here.size(), {});
    for (size_t i = m_here.size(); i-- > 0;) {
        Row &row = m_after[i];
        float sum = 0;
        for (size_t a = 0; a < NameClasses; ++a) {
            if (i + 1 == m_here.size())
                row[a] = mayFollow(int(a), OutsideName) ? 1 : 0;
            else
                for (size_t b = 0; b < Width; ++b)
                    row[a] += m_follow[a][b] * m_here[i + 1][b] * m_after[i + 1][b];
            sum += row[a] * m_before[i][a];
        }
        normalise(row, sum); // now the product of both ways is the class's probability
    }
}

void Chain::move(float &weight, float &square, float gradient) const
{
    square += gradient * gradient;
    weight += Rate * gradient / std::sqrt(square + 1);
}

void Chain::correctWord(const ChainExample &example, size_t i)
{
    Row gradient{};
    float most = 0;
    for (size_t c = 0; c < NameClasses; ++c) {
        gradient[c] = float(c == example.classes[i]) - m_before[i][c] * m_after[i][c];
        most = std::max(most, std::abs(gradient[c]));
    }
    if (most <= TooSmall)
        return;
    for (std::uint32_t f : m_active[i]) {
        for (size_t c = 0; c < NameClasses; ++c) {
            if (m_fixed.empty() || !m_fixed[f][c])
                move(m_weights[f][c], m_squares[f][c], gradient[c]);
        }
    }
}

void Chain::correctTransition(const ChainExample &example, size_t i)
{
    const size_t from = example.classes[i - 1], to = example.classes[i];
    Square likely{};
    float sum = 0;
    for (size_t a = 0; a < NameClasses; ++a) {
        for (size_t b = 0; b < NameClasses; ++b) {
            likely[a][b] = m_before[i - 1][a] * m_follow[a][b] * m_here[i][b] * m_after[i][b];
            sum += likely[a][b];
        }
    }
    if (sum <= 0 || likely[from][to] > SureTransition * sum)
        return;
    for (size_t a = 0; a < NameClasses; ++a) {
        for (size_t b = 0; b < NameClasses; ++b) {
            if (m_follow[a][b] > 0)
                move(m_transitions[a][b], m_transitionSquares[a][b],
                     float(a == from && b == to) - likely[a][b] / sum);
        }
    }
}

void Chain::restart()
{
    std::ranges::fill(m_weights, Row{});
    std::ranges::fill(m_squares, Row{});
    m_transitions = m_transitionSquares = {};
}

void Chain::keep()
{
    const auto add = [](Row &sum, const Row &row) {
        for (size_t c = 0; c < Width; ++c)
            sum[c] += row[c];
    };
    for (size_t f = 0; f < m_weights.size(); ++f)
        add(m_sum[f], m_weights[f]);
    for (size_t a = 0; a < NameClasses; ++a)
        add(m_transitionSum[a], m_transitions[a]);
    ++m_kept;
}

void Chain::settle()
{
    const auto take = [&](Row &row, Row &sum) {
        for (size_t c = 0; c < Width; ++c)
            row[c] = sum[c] / float(m_kept);
        sum = {};
    };
    for (size_t f = 0; f < m_weights.size(); ++f)
        take(m_weights[f], m_sum[f]);
    for (size_t a = 0; a < NameClasses; ++a)
        take(m_transitions[a], m_transitionSum[a]);
    m_kept = 0;
}

void Chain::prune(size_t cells)
{
    std::vector<float> sizes;
    for (const Row &row : m_weights) {
        for (float w : row) {
            if (w != 0)
                sizes.push_back(std::abs(w));
        }
    }
    float least = 0;
    if (cells < sizes.size()) {
        std::ranges::nth_element(sizes, sizes.begin() + std::ptrdiff_t(cells), std::ranges::greater());
        least = sizes[cells];
    }
    m_fixed.assign(m_weights.size(), {});
    for (size_t f = 0; f < m_weights.size(); ++f) {
        for (size_t c = 0; c < NameClasses; ++c) {
            m_fixed[f][c] = std::abs(m_weights[f][c]) <= least;
            if (m_fixed[f][c])
                m_weights[f][c] = 0;
        }
    }
}

std::vector<WeightRow> Chain::rows(const FeatureIndex &index) const
{
    constexpr int Steps = 127;
    float most = 1e-6F;
    const auto measure = [&](const Row &row) {
        for (float w : row)
            most = std::max(most, std::abs(w));
    };
    std::ranges::for_each(m_weights, measure);
    std::ranges::for_each(m_transitions, measure);
    std::vector<WeightRow> rows;
    const auto add = [&](std::uint64_t feature, const Row &row) {
        WeightRow out{feature, {}};
        for (size_t c = 0; c < NameClasses; ++c) {
            if (const long steps = std::lround(row[c] / most * Steps))
                out.cells.emplace_back(std::uint8_t(c), std::int8_t(steps));
        }
        if (!out.cells.empty())
            rows.push_back(std::move(out));
    };
    for (size_t f = 0; f < m_weights.size(); ++f)
        add(index.feature(f), m_weights[f]);
    for (size_t a = 0; a < NameClasses; ++a)
        add(transitionFeature(int(a)), m_transitions[a]);
    std::ranges::sort(rows, {}, &WeightRow::feature);
    return rows;
}

} // namespace demarche::language::training
