#include "models/corpus/languagenames.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// What archives with German, French, Spanish, Italian or Dutch screens call the languages they hold most of.
constexpr std::array<std::pair<const char *, const char *>, 20> names{{
    {"en", "englisch anglais inglés inglese engels"},
    {"de", "deutsch allemand alemán tedesco duits"},
    {"fr", "französisch français francés francese frans"},
    {"es", "spanisch espagnol español spagnolo spaans"},
    {"it", "italienisch italien italiano italiaans"},
    {"pt", "portugiesisch portugais portugués portoghese portugees"},
    {"nl", "niederländisch néerlandais neerlandés olandese nederlands"},
    {"ru", "russisch russe ruso russo"},
    {"ar", "arabisch arabe árabe arabo"},
    {"zh", "chinesisch chinois chino cinese chinees chinese"},
    {"ja", "japanisch japonais japonés giapponese japans"},
    {"pl", "polnisch polonais polaco polacco pools"},
    {"tr", "türkisch turc turco turks"},
    {"sv", "schwedisch suédois sueco svedese zweeds"},
    {"da", "dänisch danois danés danese deens"},
    {"nb", "norwegisch norvégien noruego norvegese noors norwegian"},
    {"fi", "finnisch finnois finés finlandese fins"},
    {"uk", "ukrainisch ukrainien ucraniano ucraino oekraïens"},
    {"ko", "koreanisch coréen coreano koreaans"},
    {"fa", "persisch persan persa persiano perzisch farsi"},
}};

QHash<QString, QString> tagsByName()
{
    QHash<QString, QString> tags;
    for (int number = int(QLocale::C) + 1; number <= int(QLocale::LastLanguage); ++number) {
        const auto language = QLocale::Language(number);
        const QString code = QLocale::languageToCode(language);
        if (code.isEmpty())
            continue;
        tags.insert(QLocale::languageToString(language).toLower(), code);
        const QLocale locale(language);
        if (locale.language() == language)
            tags.insert(locale.nativeLanguageName().toLower(), code);
    }
    tags.remove(QString()); // languages that have no name of their own
    for (const auto &[code, words] : names) {
        for (const QString &word : QString::fromUtf8(words).split(u' '))
            tags.insert(word, QString::fromLatin1(code));
    }
    return tags;
}

} // namespace

QString languageNamed(QStringView name)
{
    static const QHash<QString, QString> tags = tagsByName();
    // "Chinese - Traditional", "Spanish (Latin America)"
    static const QRegularExpression variety(u"\\s*(?:\\s-\\s|\\(|,|;).*$"_s);
    return tags.value(name.toString().remove(variety).trimmed().toLower());
}

QString languageTag(const QString &given)
{
    static const QRegularExpression shape(u"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"_s);
    constexpr qsizetype longestCode = 3; // "ga" is Irish, not the language Ga
    if (const QString named = languageNamed(given); !named.isEmpty() && given.trimmed().size() > longestCode)
        return named;
    QStringList parts = given.trimmed().replace(u'_', u'-').split(u'-');
    if (!shape.match(parts.join(u'-')).hasMatch())
        return {};
    for (QString &part : parts)
        part = part.toLower();
    for (qsizetype i = 1; i < parts.size(); ++i) {
        if (parts[i].size() == 2) // a country
            parts[i] = parts[i].toUpper();
        else if (parts[i].size() == 4) // a script
            parts[i][0] = parts[i][0].toUpper();
    }
    return parts.join(u'-');
}

} // namespace demarche::corpus
