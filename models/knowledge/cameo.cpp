#include "models/knowledge/cameo.h"

#include <array>
#include <cmath>

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array codeColumnsOf{Column{QLatin1StringView("code")}, Column{QLatin1StringView("label")},
                                   Column{QLatin1StringView("goldstein")},
                                   Column{QLatin1StringView("plover")}, Column{QLatin1StringView("mode")}};
constexpr std::array typeColumnsOf{Column{QLatin1StringView("type")}, Column{QLatin1StringView("score")},
                                   Column{QLatin1StringView("quad")}};

Result<Cameo> loadShipped()
{
    const auto codes = Table::shipped(u"knowledge/cameo.tsv"_s, Cameo::codeColumns());
    if (!codes)
        return std::unexpected(codes.error());
    const auto types = Table::shipped(u"knowledge/plover.tsv"_s, Cameo::typeColumns());
    if (!types)
        return std::unexpected(types.error());
    return Cameo::load(*codes, *types);
}

bool isCode(const QString &code)
{
    return code.size() >= 2 && code.size() <= 4 &&
           std::ranges::all_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

std::span<const Column> Cameo::codeColumns()
{
    return codeColumnsOf;
}

std::span<const Column> Cameo::typeColumns()
{
    return typeColumnsOf;
}

const Result<Cameo> &Cameo::shipped()
{
    static const Result<Cameo> loaded = loadShipped();
    return loaded;
}

Result<Cameo> Cameo::load(const Table &codes, const Table &types)
{
    Cameo cameo;
    for (int row = 0; row < types.size(); ++row) {
        const auto score = types.number(row, 1);
        if (!score)
            return std::unexpected(score.error());
        cameo.m_scores.insert(types.text(row, 0), *score);
    }
    for (int row = 0; row < codes.size(); ++row) {
        CameoCode code{codes.text(row, 0), codes.text(row, 1), 0, codes.text(row, 3), codes.text(row, 4)};
        const auto goldstein = codes.number(row, 2);
        if (!goldstein)
            return std::unexpected(goldstein.error());
        code.goldstein = *goldstein;
        if (!isCode(code.code) || cameo.m_byCode.contains(code.code))
            return std::unexpected(
                codes.problem(row, u"\"%1\" is no code, or stands twice"_s.arg(code.code)));
        if (code.code.size() > 2 && !cameo.m_byCode.contains(code.code.chopped(1)))
            return std::unexpected(codes.problem(row, u"%1 stands before its parent"_s.arg(code.code)));
        if (!std::isfinite(code.goldstein) || std::abs(code.goldstein) > 10)
            return std::unexpected(codes.problem(row, u"the Goldstein value is off its scale"_s));
        if (!code.plover.isEmpty() && !cameo.m_scores.contains(code.plover))
            return std::unexpected(codes.problem(row, u"no PLOVER type %1"_s.arg(code.plover)));
        cameo.m_byCode.insert(code.code, int(cameo.m_codes.size()));
        cameo.m_codes.push_back(std::move(code));
    }
    return cameo;
}

const CameoCode *Cameo::find(const QString &code) const
{
    const auto at = m_byCode.constFind(code);
    return at == m_byCode.cend() ? nullptr : &m_codes[size_t(*at)];
}

} // namespace demarche::knowledge
