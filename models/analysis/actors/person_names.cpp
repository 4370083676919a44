#include "models/analysis/actors/person_names.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;

namespace {

/// The consonants of a name as far as transcriptions agree on them: "aleksandr" and "alexander" are both
/// "lksndr".
QString skeleton(const QString &name)
{
    QString out;
    QString spelled = name;
    spelled.replace(u"ks"_s, u"x"_s).replace(u"ph"_s, u"f"_s);
    for (QChar c : std::as_const(spelled)) {
        if (u"aeiouyhj'"_s.contains(c))
            continue;
        c = c == u'c' || c == u'q' ? QChar(u'k') : c == u'w' ? QChar(u'v') : c;
        if (out.isEmpty() || out.back() != c)
            out += c;
    }
    return out;
}

} // namespace

bool sameGivenName(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    if (a.size() == 1 || b.size() == 1)
        return a[0] == b[0];
    return a == b || (skeleton(a) == skeleton(b) && a[0] == b[0]);
}

bool sameFullName(const QStringList &a, const QStringList &b)
{
    if (!sameGivenName(a.first(), b.first()))
        return false;
    const auto middle = [](const QStringList &words) {
        return words.size() > 2 ? words.sliced(1, words.size() - 2) : QStringList();
    };
    const QStringList left = middle(a);
    const QStringList right = middle(b);
    return left.isEmpty() || right.isEmpty() || std::ranges::any_of(left, [&](const QString &word) {
               return std::ranges::any_of(right,
                                          [&](const QString &other) { return sameGivenName(word, other); });
           });
}

} // namespace demarche::analysis
