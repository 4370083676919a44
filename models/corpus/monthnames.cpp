#include "models/corpus/monthnames.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// Every form of each month; where two languages share one, it stands once.
const std::array<QString, 12> &monthForms()
{
    static const std::array<QString, 12> forms{
        u"january jan januar jänner janvier janv enero ene gennaio gen janeiro januari"_s,
        u"february feb februar feber février févr fév febrero febbraio fevereiro fev februari"_s,
        u"march mar märz maerz mär mars marzo março maart mrt"_s,
        u"april apr avril avr abril abr aprile"_s,
        u"may mai mayo maggio mag maio mei"_s,
        u"june jun juni juin junio giugno giu junho"_s,
        u"july jul juli juillet juil julio luglio lug julho"_s,
        u"august aug août agosto ago augustus"_s,
        u"september sept sep septembre septiembre settembre set setembro"_s,
        u"october oct oktober okt octobre octubre ottobre ott outubro out"_s,
        u"november nov novembre noviembre novembro"_s,
        u"december dec dezember dez décembre déc diciembre dic dicembre dezembro"_s};
    return forms;
}

/// Small letters without accents.
QString plainLetters(QStringView word)
{
    QString plain;
    for (const QChar c : word.toString().normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c.toLower();
    }
    return plain;
}

QString alternation(QStringList words)
{
    // The longest first, so that "mars" is not taken for "mar" with an "s" left over.
    std::ranges::sort(words, [](const QString &a, const QString &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    return words.join(u'|');
}

} // namespace

int monthNamed(QStringView word)
{
    static const QHash<QString, int> numbers = [] {
        QHash<QString, int> table;
        for (size_t i = 0; i < monthForms().size(); ++i) {
            for (const QString &form : monthForms()[i].split(u' '))
                table.insert(plainLetters(form), int(i) + 1);
        }
        return table;
    }();
    if (word.endsWith(u'.'))
        word.chop(1);
    return numbers.value(plainLetters(word));
}

const QString &monthWords()
{
    static const QString words = [] {
        QStringList all;
        for (const QString &forms : monthForms())
            all += forms.split(u' ');
        all << u"fevrier"_s << u"aout"_s << u"decembre"_s << u"marco"_s;
        return alternation(all);
    }();
    return words;
}

const QString &weekdayWords()
{
    static const QString words = alternation(
        u"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat "
        u"sun "
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
        "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim "
        "lunes martes miércoles miercoles jueves viernes sábado sabado domingo "
        "lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi sabato domenica "
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"_s.split(u' '));
    return words;
}

} // namespace demarche::corpus
