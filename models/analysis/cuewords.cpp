#include "models/analysis/cuewords.h"

#include "models/knowledge/table.h"
#include "models/text/resource.h"

#include <algorithm>
#include <array>

namespace demarche::analysis {

using namespace Qt::StringLiterals;

namespace {

using Kind = CueWord::Kind;

// In the order of CueWord::Kind, from Say on.
constexpr std::array kinds{"say"_L1,  "claim"_L1, "ask"_L1,   "order"_L1, "promise"_L1, "judge"_L1,
                           "deny"_L1, "agree"_L1, "think"_L1, "learn"_L1, "show"_L1};
constexpr std::array columns{knowledge::Column{"word"_L1}, knowledge::Column{"class"_L1},
                             knowledge::Column{"kind"_L1}, knowledge::Column{"direct"_L1}};

Kind kindFrom(const QString &name)
{
    const auto found = std::ranges::find_if(kinds, [&](QLatin1StringView k) { return name == k; });
    return found == kinds.end() ? Kind::None : Kind(found - kinds.begin() + 1);
}

} // namespace

Result<CueWords> CueWords::parse(const QByteArray &bytes, const QString &file)
{
    const auto table = knowledge::Table::parse(bytes, file, columns);
    if (!table)
        return std::unexpected(table.error());
    CueWords words;
    for (int row = 0; row < table->size(); ++row) {
        const QString &word = table->text(row, 0);
        const QString &direct = table->text(row, 3);
        const CueWord cue{kindFrom(table->text(row, 2)), direct == "yes"_L1};
        if (cue.kind == Kind::None)
            return std::unexpected(table->problem(row, u"unknown kind “%1”"_s.arg(table->text(row, 2))));
        if (!cue.direct && direct != "no"_L1)
            return std::unexpected(table->problem(row, u"direct is “yes” or “no”"_s));
        const QString &wordClass = table->text(row, 1);
        if (wordClass != "verb"_L1 && wordClass != "noun"_L1 && wordClass != "other"_L1)
            return std::unexpected(table->problem(row, u"unknown class “%1”"_s.arg(wordClass)));
        auto &into = wordClass == "verb"_L1   ? words.m_verbs
                     : wordClass == "noun"_L1 ? words.m_nouns
                                              : words.m_others;
        if (word.isEmpty() || into.contains(word))
            return std::unexpected(table->problem(row, u"“%1” stands there twice or is empty"_s.arg(word)));
        into.insert(word, cue);
    }
    return words;
}

const Result<CueWords> &CueWords::shipped()
{
    static const Result<CueWords> words = []() -> Result<CueWords> {
        const auto bytes = resource(u"knowledge/cues.tsv"_s);
        if (!bytes)
            return std::unexpected(bytes.error());
        return parse(*bytes, u"knowledge/cues.tsv"_s);
    }();
    return words;
}

} // namespace demarche::analysis
