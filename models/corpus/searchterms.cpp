#include "models/corpus/searchterms.h"

#include "models/corpus/metadate.h"
#include "models/corpus/searchquery.h"
#include "models/knowledge/fold.h"
#include "models/knowledge/knowledge.h"
#include "models/language/identify.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// The code point at `at`; half a pair is itself.
char32_t pointAt(QStringView text, qsizetype at)
{
    const QChar c = text.at(at);
    return c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()
               ? QChar::surrogateToUcs4(c, text.at(at + 1))
               : char32_t(c.unicode());
}

bool isMark(char32_t point)
{
    const QChar::Category category = QChar::category(point);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining;
}

bool isOfTerm(char32_t point)
{
    return QChar::isLetterOrNumber(point) || QChar::category(point) == QChar::Other_PrivateUse;
}

QString folded(QStringView word)
{
    if (std::ranges::all_of(word, [](QChar c) { return c.unicode() < 0x80; })) // nearly every word
        return word.toString().toLower();
    QString bare;
    for (const char32_t point : word.toString().normalized(QString::NormalizationForm_D).toUcs4()) {
        if (!isMark(point))
            bare += QChar::fromUcs4(QChar::toCaseFolded(point));
    }
    return bare.toCaseFolded();
}

/// Names and codes of the states of today, folded, with their codes.
const QHash<QString, QString> &stateNames()
{
    static const QHash<QString, QString> names = [] {
        QHash<QString, QString> all;
        const auto &knowledge = knowledge::Knowledge::shipped();
        if (!knowledge)
            return all;
        for (const knowledge::State &state : (*knowledge)->states()) {
            for (const QString &name :
                 {state.iso3, state.iso2, state.name, state.officialName, state.adjective, state.people}) {
                if (!name.isEmpty() && !all.contains(knowledge::fold(name)))
                    all.insert(knowledge::fold(name), state.iso3);
            }
        }
        return all;
    }();
    return names;
}

/// As a name is written: "ivory coast" becomes "Ivory Coast".
QString capitalised(const QString &name)
{
    QString capital = name.toLower();
    for (qsizetype i = 0; i < capital.size(); ++i) {
        if (i == 0 || capital.at(i - 1).isSpace() || capital.at(i - 1) == u'-')
            capital[i] = capital.at(i).toUpper();
    }
    return capital;
}

} // namespace

std::vector<SearchTerm> searchTerms(QStringView text)
{
    std::vector<SearchTerm> terms;
    qsizetype begin = -1;
    const auto close = [&](qsizetype end) {
        if (begin >= 0)
            terms.push_back({folded(text.sliced(begin, end - begin)), {begin, end}});
        begin = -1;
    };
    for (qsizetype at = 0; at < text.size();) {
        const char32_t point = pointAt(text, at);
        if (isOfTerm(point) && begin < 0)
            begin = at;
        else if (!isOfTerm(point) && !(begin >= 0 && isMark(point)))
            close(at);
        at += QChar::requiresSurrogates(point) ? 2 : 1;
    }
    close(text.size());
    return terms;
}

bool hasSearchTerm(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isOfTerm(pointAt(text, at)))
            return true;
    }
    return false;
}

bool hasUnspacedScript(QStringView words)
{
    for (qsizetype at = 0; at < words.size(); ++at) {
        switch (QChar::script(pointAt(words, at))) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Bopomofo:
        case QChar::Script_Hangul:
        case QChar::Script_Thai:
        case QChar::Script_Lao:
        case QChar::Script_Khmer:
        case QChar::Script_Myanmar:
            return true;
        default:
            break;
        }
    }
    return false;
}

QString countryCode(QStringView name)
{
    const QString bare = name.trimmed().toString();
    if (const QString code = stateNames().value(knowledge::fold(bare)); !code.isEmpty())
        return code;
    const auto &knowledge = knowledge::Knowledge::shipped();
    if (!knowledge)
        return {};
    for (const QString &written : {bare, capitalised(bare), bare.toUpper()}) {
        for (const knowledge::Sense &sense : (*knowledge)->lookUp(written)) {
            if (sense.kind == knowledge::Sense::Kind::State)
                return (*knowledge)->state(sense).iso3;
        }
    }
    return {};
}

QString languageCode(QStringView name)
{
    const language::LanguageTable &languages = language::LanguageTable::shipped();
    for (const QString &code : languages.codes()) {
        if (name.compare(code, Qt::CaseInsensitive) == 0 ||
            name.compare(languages.name(code), Qt::CaseInsensitive) == 0)
            return code;
    }
    return {};
}

std::pair<QDate, QDate> searchDays(const QString &text)
{
    static const QRegularExpression month(uR"(^(\d{4})(?:[-/](\d{1,2}))?$)"_s);
    const QString bare = text.trimmed();
    if (const QRegularExpressionMatch match = month.match(bare); match.hasMatch()) {
        const int year = match.captured(1).toInt();
        const bool whole = match.captured(2).isEmpty();
        const QDate first(year, whole ? 1 : match.captured(2).toInt(), 1);
        return {first, first.isValid() ? first.addMonths(whole ? 12 : 1).addDays(-1) : QDate()};
    }
    static const QRegularExpression day(uR"(^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$)"_s);
    const QRegularExpressionMatch match = day.match(bare);
    const QDate date = match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(),
                                                match.captured(3).toInt())
                                        : metadataDate(bare);
    return {date, date};
}

} // namespace demarche::corpus
