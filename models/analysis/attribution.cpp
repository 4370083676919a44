#include "models/analysis/attribution.h"

#include "models/text/resource.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace demarche::analysis {

using namespace Qt::StringLiterals;

namespace {

constexpr char magic[4] = {'D', 'M', 'A', 'T'};
constexpr qsizetype headSize =
    sizeof magic + sizeof(std::uint32_t) + AttributionModel::OutputCount * sizeof(float);
constexpr qsizetype fileSize =
    headSize + qsizetype(AttributionModel::tableSize) * AttributionModel::OutputCount;

constexpr double contentThreshold = 0.5;
constexpr double sourceThreshold = 0.3;

const std::int8_t *weights(const QByteArray &bytes)
{
    return reinterpret_cast<const std::int8_t *>(bytes.constData() + headSize);
}

} // namespace

Result<AttributionModel> AttributionModel::open(QByteArray bytes, const QString &where)
{
    std::uint32_t found = 0;
    if (bytes.size() != fileSize || std::memcmp(bytes.constData(), magic, sizeof magic) != 0)
        return std::unexpected(Problem{where, u"not a model of attribution"_s});
    std::memcpy(&found, bytes.constData() + sizeof magic, sizeof found);
    if (found != version)
        return std::unexpected(
            Problem{where, u"a model of version %1, this program reads %2"_s.arg(found).arg(version)});
    AttributionModel model;
    std::memcpy(model.m_scales.data(), bytes.constData() + sizeof magic + sizeof found,
                sizeof model.m_scales);
    if (!std::ranges::all_of(model.m_scales, [](float s) { return std::isfinite(s); }))
        return std::unexpected(Problem{where, u"the model's scales are no numbers"_s});
    model.m_bytes = std::move(bytes);
    return model;
}

const Result<AttributionModel> &AttributionModel::shipped()
{
    static const Result<AttributionModel> model = []() -> Result<AttributionModel> {
        const QString path = u"language/attribution.model"_s;
        auto bytes = resource(path);
        if (!bytes)
            return std::unexpected(bytes.error());
        return open(std::move(*bytes), path);
    }();
    return model;
}

QByteArray AttributionModel::write(const Table &table)
{
    std::array<float, OutputCount> scales{};
    for (size_t o = 0; o < OutputCount; ++o) {
        for (const float w : table[o])
            scales[o] = std::max(scales[o], std::abs(w) / 127);
    }
    const auto cell = [&](size_t output, size_t i) {
        return scales[output] > 0 ? char(std::lround(table[output][i] / scales[output])) : char(0);
    };
    QByteArray bytes(magic, sizeof magic);
    bytes.append(reinterpret_cast<const char *>(&version), sizeof version);
    bytes.append(reinterpret_cast<const char *>(scales.data()), sizeof scales);
    for (size_t i = 0; i < tableSize; ++i) {
        for (size_t output = 0; output < OutputCount; ++output)
            bytes.append(cell(output, i));
    }
    return bytes;
}

double AttributionModel::probability(Output output, const Features &features) const
{
    const std::int8_t *table = weights(m_bytes) + output;
    int sum = 0;
    for (const std::uint64_t f : features)
        sum += table[slot(f) * OutputCount];
    return 1 / (1 + std::exp(-double(sum) * double(m_scales[output])));
}

Attribution AttributionModel::read(const CueContext &context, int cue) const
{
    Features features;
    cueFeatures(context, cue, features);
    Attribution found{cue, -1, INT_MAX, 0, probability(Cue, features)};
    double best = sourceThreshold;
    for (const Candidate &candidate : candidates(context, cue)) {
        roleFeatures(context, cue, candidate, features);
        if (const double p = probability(Source, features); p > best) {
            best = p;
            found.source = candidate.token;
        }
        if (probability(Content, features) > contentThreshold) {
            found.firstToken = std::min(found.firstToken, candidate.firstToken);
            found.endToken = std::max(found.endToken, candidate.endToken);
        }
    }
    if (found.firstToken > found.endToken)
        found.firstToken = found.endToken = 0;
    return found;
}

std::vector<Attribution> AttributionModel::find(const CueContext &context, double least) const
{
    std::vector<Attribution> all;
    Features features;
    for (int token = 0; token < int(context.lemmas.size()); ++token) {
        if (!mayBeCue(context, token))
            continue;
        cueFeatures(context, token, features);
        if (probability(Cue, features) < least)
            continue;
        const Attribution found = read(context, token);
        if (found.firstToken < found.endToken)
            all.push_back(found);
    }
    return all;
}

} // namespace demarche::analysis
