#include "models/language/verbforms.h"

#include "models/language/tags.h"
#include "models/text/resource.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace demarche::language {

namespace {

const auto Past = xposFrom(u"VBD");
const auto PastParticiple = xposFrom(u"VBN");
const auto Gerund = xposFrom(u"VBG");
const auto Third = xposFrom(u"VBZ");
const auto Base = xposFrom(u"VB");
const auto Present = xposFrom(u"VBP");

bool isVowel(QChar c)
{
    return u"aeiou"_s.contains(c);
}

/// "planed", "hoped": of one vowel and one consonant, an ending without doubling has swallowed an e; so it
/// has after soft consonants ("forced", "urged", "closed").
bool wantsE(const QString &stem)
{
    const QChar last = stem.back();
    if (stem.size() < 2 || u"cgsuvz"_s.contains(last))
        return !stem.endsWith(u"ss") && !stem.endsWith(u"zz");
    const bool single = !isVowel(last) && isVowel(stem[stem.size() - 2]) &&
                        (stem.size() < 3 || !isVowel(stem[stem.size() - 3]));
    return single && !u"wxy"_s.contains(last);
}

} // namespace

Result<VerbForms> VerbForms::parse(const QByteArray &bytes, const QString &where)
{
    VerbForms verbs;
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        const QString at = where + u':' + QString::number(++number);
        if (line.isEmpty() || line.startsWith('#') || line.startsWith("verb\t"))
            continue;
        const QStringList cells = QString::fromUtf8(line).split(u'\t');
        if (cells.size() != 2 || cells[0].isEmpty())
            return std::unexpected(
                Problem{at, u"a verb has two columns, its base form and its irregular forms"_s});
        if (verbs.m_bases.contains(cells[0]))
            return std::unexpected(Problem{at, u"the verb \"%1\" stands there twice"_s.arg(cells[0])});
        verbs.m_bases.insert(cells[0]);
        for (const QString &form : cells[1].split(u'|', Qt::SkipEmptyParts))
            verbs.m_irregular.insert(form, cells[0]);
    }
    return verbs;
}

const Result<VerbForms> &VerbForms::shipped()
{
    static const Result<VerbForms> loaded = [] {
        const QString path = u"language/verbs.tsv"_s;
        const auto bytes = resource(path);
        return bytes ? parse(*bytes, path) : std::unexpected(bytes.error());
    }();
    return loaded;
}

QString VerbForms::base(QStringView form, std::uint8_t xpos, QString learnt) const
{
    const bool past = xpos == Past || xpos == PastParticiple;
    const bool plain = xpos == Base || xpos == Present;
    if (!past && !plain && xpos != Gerund && xpos != Third)
        return learnt;
    const QString lower = form.toString().toLower();
    if (plain)
        return m_bases.contains(lower) ? lower : learnt;
    if (const auto irregular = m_irregular.constFind(lower); irregular != m_irregular.cend())
        return *irregular;
    if (m_bases.contains(learnt))
        return learnt;
    const QString found = past             ? regular(lower, u"ed")
                          : xpos == Gerund ? regular(lower, u"ing")
                                           : regular(lower, u"s");
    return found.isEmpty() ? learnt : found;
}

/// The known verb of which this is a regular form; empty for none.
QString VerbForms::regular(const QString &form, QStringView ending) const
{
    if (!form.endsWith(ending) || form.size() < ending.size() + 2)
        return {};
    const QString stem = form.chopped(ending.size());
    if (ending == u"s") {
        if (stem.endsWith(u"ie") && m_bases.contains(stem.chopped(2) + u'y'))
            return stem.chopped(2) + u'y';
        return m_bases.contains(stem)                                     ? stem
               : stem.endsWith(u'e') && m_bases.contains(stem.chopped(1)) ? stem.chopped(1)
                                                                          : QString();
    }
    if (stem.endsWith(u'i') && m_bases.contains(stem.chopped(1) + u'y'))
        return stem.chopped(1) + u'y';
    const bool doubled = stem[stem.size() - 1] == stem[stem.size() - 2];
    return known(stem, doubled ? stem.chopped(1) : QString());
}

QString VerbForms::known(const QString &plain, const QString &doubled) const
{
    const QString withE = plain + u'e';
    const bool both = m_bases.contains(plain) && m_bases.contains(withE);
    if (both)
        return wantsE(plain) ? withE : plain;
    if (m_bases.contains(plain))
        return plain;
    if (!doubled.isEmpty() && m_bases.contains(doubled))
        return doubled;
    return m_bases.contains(withE) ? withE : QString();
}

} // namespace demarche::language
