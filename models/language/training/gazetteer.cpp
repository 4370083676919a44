#include "models/language/training/trainers.h"

#include "models/text/tokens.h"

#include <map>

using namespace Qt::StringLiterals;

namespace demarche::language::training {

namespace {

Result<int> listFrom(QByteArrayView name, const QString &path)
{
    constexpr std::array<QByteArrayView, Gazetteer::ListCount> names{"given", "family", "place", "people",
                                                                     "organisation"};
    for (size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return int(i);
    }
    return std::unexpected(Problem{path, u"no such list of names: "_s + QString::fromUtf8(name)});
}

} // namespace

Result<QByteArray> packGazetteer(const QString &path)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    std::map<std::uint64_t, std::uint8_t> entries;
    for (const QByteArray &line : bytes->split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const qsizetype tab = line.indexOf('\t');
        const auto list = listFrom(QByteArrayView(line).first(std::max<qsizetype>(tab, 0)), path);
        if (!list)
            return std::unexpected(list.error());
        for (const QString &name : QString::fromUtf8(line.mid(tab + 1)).split(u'|')) {
            std::vector<text::Token> tokens;
            text::tokenize(name, {0, name.size()}, tokens);
            std::uint64_t key = 0;
            if (tokens.empty() || tokens.size() > size_t(Gazetteer::LongestEntry))
                continue;
            for (size_t i = 0; i < tokens.size(); ++i) {
                key = Gazetteer::extend(key, formHash(tokens[i].span.of(name)));
                entries[key] |=
                    std::uint8_t(i + 1 < tokens.size() ? Gazetteer::Longer : 1u << unsigned(*list));
            }
        }
    }
    const std::vector<std::pair<std::uint64_t, std::uint8_t>> flat(entries.begin(), entries.end());
    return Gazetteer::write(flat);
}

} // namespace demarche::language::training
