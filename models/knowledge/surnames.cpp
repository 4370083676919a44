#include "models/knowledge/surnames.h"

#include "models/knowledge/fold.h"

#include <QSet>

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

bool isParticle(const QString &word)
{
    static const QSet<QString> particles{u"al"_s,  u"el"_s,  u"bin"_s,  u"ibn"_s, u"de"_s,  u"da"_s,
                                         u"dos"_s, u"do"_s,  u"di"_s,   u"del"_s, u"la"_s,  u"le"_s,
                                         u"van"_s, u"von"_s, u"der"_s,  u"den"_s, u"ter"_s, u"du"_s,
                                         u"abu"_s, u"ben"_s, u"ould"_s, u"st"_s,  u"mac"_s, u"san"_s};
    return particles.contains(word);
}

bool isSuffix(const QString &word)
{
    static const QSet<QString> suffixes{u"jr"_s, u"sr"_s, u"ii"_s, u"iii"_s, u"iv"_s, u"vi"_s, u"xvi"_s};
    return suffixes.contains(word);
}

/// Where the family name is written first.
bool familyNameFirst(const QString &country)
{
    static const QSet<QString> east{u"CHN"_s, u"TWN"_s, u"HKG"_s, u"MAC"_s, u"KOR"_s,
                                    u"PRK"_s, u"VNM"_s, u"SGP"_s, u"KHM"_s};
    return east.contains(country);
}

} // namespace

QString nameKey(QStringView name)
{
    QStringList words;
    for (const Atom &atom : atoms(name))
        words.append(atom.folded);
    return words.join(u' ');
}

QStringList surnames(const QString &name, const QString &country)
{
    QStringList words = nameKey(name).split(u' ', Qt::SkipEmptyParts);
    while (words.size() > 1 && isSuffix(words.last()))
        words.removeLast();
    if (words.size() < 2)
        return words;
    QStringList found{words.last()};
    // "Ban Ki-moon", "Le Drian": hyphens part atoms, so the written last word may be several of them.
    const QString lastWritten = nameKey(name.section(u' ', -1));
    if (lastWritten != words.last() && !isSuffix(lastWritten))
        found.append(lastWritten);
    qsizetype first = words.size() - 1;
    while (first > 1 && isParticle(words[first - 1]))
        --first;
    found.append(words.mid(first).join(u' '));
    if (words.size() > 2)
        found.append(words.mid(words.size() - 2).join(u' '));
    if (familyNameFirst(country))
        found.append(words.first());
    found.removeDuplicates();
    return found;
}

} // namespace demarche::knowledge
