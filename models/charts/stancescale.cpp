#include "models/charts/stancescale.h"

#include <cmath>

namespace demarche::charts {

using namespace Qt::StringLiterals;

StanceLabel labelOf(double score)
{
    if (score <= LabelBounds[0])
        return StanceLabel::Hostile;
    if (score <= LabelBounds[1])
        return StanceLabel::Critical;
    if (score < LabelBounds[2])
        return StanceLabel::Mixed;
    return score < LabelBounds[3] ? StanceLabel::Favourable : StanceLabel::Supportive;
}

QString nameOf(StanceLabel label)
{
    static const std::array<QString, StanceLabels> names{u"hostile"_s, u"critical"_s, u"mixed"_s,
                                                         u"favourable"_s, u"supportive"_s};
    return names[static_cast<std::size_t>(label)];
}

QString scoreText(double score)
{
    const double rounded = std::round(score * 10) / 10;
    QString figure = QString::number(std::abs(rounded), 'f', 1);
    if (rounded == 0)
        return figure;
    return (rounded < 0 ? QChar(0x2212) : u'+') + figure;
}

} // namespace demarche::charts
