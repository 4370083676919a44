#pragma once

#include "models/analysis/reading.h"
#include "models/knowledge/knowledge.h"

#include <vector>

namespace demarche::analysis {

/// What a pronoun can stand for, as far as its form tells.
enum class Fits : std::uint8_t { No, Perhaps, Yes };

/// Whether actors agree with a pronoun: gender of persons, one or many. Reckons each actor once.
class Bearers
{
public:
    explicit Bearers(const Reading &);

    [[nodiscard]] Fits he(ActorId) const;
    [[nodiscard]] Fits she(ActorId) const;
    [[nodiscard]] Fits it(ActorId) const;
    [[nodiscard]] Fits they(ActorId) const;

private:
    [[nodiscard]] knowledge::Gender genderOf(const Actor &) const;

    const Reading &m_reading;
    std::vector<knowledge::Gender> m_genders;
};

} // namespace demarche::analysis
