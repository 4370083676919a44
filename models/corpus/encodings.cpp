#include "models/corpus/encodings.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr std::array all{NamedEncoding{"UTF-8"_L1, "Unicode"_L1},
                         NamedEncoding{"UTF-16LE"_L1, "Unicode"_L1},
                         NamedEncoding{"UTF-16BE"_L1, "Unicode"_L1},
                         NamedEncoding{"windows-1252"_L1, "Western European"_L1},
                         NamedEncoding{"ISO-8859-15"_L1, "Western European"_L1},
                         NamedEncoding{"macintosh"_L1, "Western European"_L1},
                         NamedEncoding{"IBM850"_L1, "Western European"_L1},
                         NamedEncoding{"windows-1250"_L1, "Central European"_L1},
                         NamedEncoding{"ISO-8859-2"_L1, "Central European"_L1},
                         NamedEncoding{"windows-1251"_L1, "Cyrillic"_L1},
                         NamedEncoding{"KOI8-R"_L1, "Cyrillic"_L1},
                         NamedEncoding{"KOI8-U"_L1, "Cyrillic"_L1},
                         NamedEncoding{"ISO-8859-5"_L1, "Cyrillic"_L1},
                         NamedEncoding{"IBM866"_L1, "Cyrillic"_L1},
                         NamedEncoding{"windows-1253"_L1, "Greek"_L1},
                         NamedEncoding{"ISO-8859-7"_L1, "Greek"_L1},
                         NamedEncoding{"windows-1254"_L1, "Turkish"_L1},
                         NamedEncoding{"ISO-8859-9"_L1, "Turkish"_L1},
                         NamedEncoding{"windows-1255"_L1, "Hebrew"_L1},
                         NamedEncoding{"windows-1256"_L1, "Arabic"_L1},
                         NamedEncoding{"ISO-8859-6"_L1, "Arabic"_L1},
                         NamedEncoding{"windows-1257"_L1, "Baltic"_L1},
                         NamedEncoding{"windows-1258"_L1, "Vietnamese"_L1},
                         NamedEncoding{"windows-874"_L1, "Thai"_L1},
                         NamedEncoding{"GB18030"_L1, "Chinese, simplified"_L1},
                         NamedEncoding{"Big5"_L1, "Chinese, traditional"_L1},
                         NamedEncoding{"Shift_JIS"_L1, "Japanese"_L1},
                         NamedEncoding{"EUC-JP"_L1, "Japanese"_L1},
                         NamedEncoding{"ISO-2022-JP"_L1, "Japanese"_L1},
                         NamedEncoding{"EUC-KR"_L1, "Korean"_L1}};

const NamedEncoding *knownAs(const QString &name)
{
    const auto known = std::ranges::find_if(all, [&name](const NamedEncoding &encoding) {
        return name.compare(encoding.name, Qt::CaseInsensitive) == 0;
    });
    return known == all.end() ? nullptr : &*known;
}

} // namespace

std::span<const NamedEncoding> encodings()
{
    return all;
}

QString encodingName(const QString &name)
{
    const NamedEncoding *known = knownAs(name);
    return known == nullptr ? name : QString(known->name);
}

QString encodingLabel(const QString &name)
{
    const NamedEncoding *known = knownAs(name);
    return known == nullptr ? name : u"%1 (%2)"_s.arg(known->letters, known->name);
}

} // namespace demarche::corpus
