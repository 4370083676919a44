#include "models/language/training/learner.h"

#include <algorithm>
#include <cmath>

namespace demarche::language::training {

namespace {
constexpr size_t StartSize = size_t(1) << 18;
constexpr std::uint16_t StartRoom = 2;
} // namespace

std::uint64_t Random::next()
{
    std::uint64_t z = (m_state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

Learner::Learner(int classes)
    : m_classes(classes)
    , m_slots(StartSize)
{
}

void Learner::score(std::span<const std::uint64_t> features, std::int32_t *scores) const
{
    const size_t mask = m_slots.size() - 1;
    for (std::uint64_t f : features)
        __builtin_prefetch(&m_slots[f & mask]);
    for (std::uint64_t f : features) {
        size_t i = f & mask;
        while (m_slots[i].feature != f && m_slots[i].feature)
            i = (i + 1) & mask;
        const Slot &s = m_slots[i];
        for (std::uint32_t k = s.first; k < s.first + s.count; ++k)
            scores[m_cells[k].cls] += m_cells[k].weight;
    }
}

void Learner::update(std::span<const std::uint64_t> features, int right, int guessed)
{
    if (right == guessed)
        return;
    for (std::uint64_t f : features) {
        change(f, right, 1);
        change(f, guessed, -1);
    }
}

void Learner::change(std::uint64_t feature, int cls, int delta)
{
    Cell &c = cell(slot(feature), cls);
    c.weight += delta;
    c.timed += delta * m_time;
}

Learner::Slot &Learner::slot(std::uint64_t feature)
{
    if (m_used * 2 > m_slots.size())
        grow();
    const size_t mask = m_slots.size() - 1;
    size_t i = feature & mask;
    while (m_slots[i].feature != feature && m_slots[i].feature)
        i = (i + 1) & mask;
    if (!m_slots[i].feature) {
        m_slots[i].feature = feature;
        ++m_used;
    }
    return m_slots[i];
}

Learner::Cell &Learner::cell(Slot &s, int cls)
{
    for (std::uint32_t k = s.first; k < s.first + s.count; ++k) {
        if (m_cells[k].cls == cls)
            return m_cells[k];
    }
    if (s.count == s.room) {
        const auto room =
            std::uint16_t(s.room ? std::min(2 * s.room, m_classes) : std::min<int>(StartRoom, m_classes));
        const auto first = std::uint32_t(m_cells.size());
        m_cells.resize(m_cells.size() + room);
        std::copy_n(m_cells.begin() + s.first, s.count, m_cells.begin() + first);
        s.first = first;
        s.room = room;
    }
    Cell &c = m_cells[s.first + s.count++];
    c = {cls, 0, 0};
    return c;
}

void Learner::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    const size_t mask = m_slots.size() - 1;
    for (const Slot &s : old) {
        if (!s.feature)
            continue;
        size_t i = s.feature & mask;
        while (m_slots[i].feature)
            i = (i + 1) & mask;
        m_slots[i] = s;
    }
}

double Learner::fittingQuantum(double least) const
{
    double greatest = 0;
    for (const Slot &s : m_slots) {
        for (std::uint32_t k = s.first; k < s.first + s.count; ++k)
            greatest = std::max(greatest, std::abs(average(m_cells[k])));
    }
    return std::max(least, greatest / 127);
}

double Learner::average(const Cell &cell) const
{
    return double(cell.weight) - double(cell.timed) / double(m_time);
}

std::vector<WeightRow> Learner::quantised(double quantum, double prune) const
{
    std::vector<WeightRow> rows;
    for (const Slot &s : m_slots) {
        WeightRow row{s.feature, {}};
        for (std::uint32_t k = s.first; k < s.first + s.count; ++k) {
            const double weight = average(m_cells[k]);
            if (std::abs(weight) < prune)
                continue;
            const auto steps = std::clamp<long>(std::lround(weight / quantum), -127, 127);
            if (steps)
                row.cells.emplace_back(std::uint8_t(m_cells[k].cls), std::int8_t(steps));
        }
        if (s.feature && !row.cells.empty()) {
            std::ranges::sort(row.cells);
            rows.push_back(std::move(row));
        }
    }
    std::ranges::sort(rows, {}, &WeightRow::feature);
    return rows;
}

std::vector<WeightRow> heaviest(std::vector<WeightRow> rows, size_t count)
{
    if (rows.size() <= count)
        return rows;
    const auto heft = [](const WeightRow &row) {
        int most = 0, sum = 0;
        for (auto [cls, weight] : row.cells) {
            most = std::max(most, std::abs(int(weight)));
            sum += std::abs(int(weight));
        }
        return 1000 * most + sum;
    };
    std::ranges::stable_sort(rows, std::ranges::greater(), heft);
    rows.resize(count);
    std::ranges::sort(rows, {}, &WeightRow::feature);
    return rows;
}

} // namespace demarche::language::training
