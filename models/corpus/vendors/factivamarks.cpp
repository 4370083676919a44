#include "models/corpus/vendors/factivarecord.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

const auto anyCase = QRegularExpression::CaseInsensitiveOption;

/// A source's code filled up with zeros, the day, and what makes the number one of its own.
const QString numberPattern = u"([A-Za-z0-9]{2,14}?(?:19|20)\\d{6}[A-Za-z][A-Za-z0-9]{4,12})"_s;

} // namespace

QString accessionOf(QStringView line)
{
    static const QRegularExpression pattern(
        u"^(?:Document|Dokument|Documento)\\s+"_s + numberPattern + u"$"_s, anyCase);
    constexpr qsizetype longest = 60;
    if (line.size() > longest || !(line.startsWith(u'D') || line.startsWith(u'd')))
        return {};
    return pattern.match(line.toString()).captured(1);
}

QDate accessionDay(const QString &accession)
{
    static const QRegularExpression pattern(u"((?:19|20)\\d{2})(\\d{2})(\\d{2})[A-Za-z][A-Za-z0-9]{4,12}$"_s);
    const QRegularExpressionMatch m = pattern.match(accession);
    return m.hasMatch() ? QDate(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt())
                        : QDate();
}

bool isWordCount(QStringView line)
{
    static const QRegularExpression pattern(
        u"^\\d[\\d.,' ]*\\s(?:words?|W(?:ö|oe)rter|Wort|mots?|palabras?|parole|woorden|palavras?)$"_s,
        anyCase);
    constexpr qsizetype longest = 24;
    return line.size() <= longest && !line.isEmpty() && line.front().isDigit() &&
           pattern.match(line.toString()).hasMatch();
}

bool isPageMark(QStringView line)
{
    static const QRegularExpression pattern(u"^(?:(?:Page|Seite|Página|Pagina)\\s+\\d+\\s+(?:of|von|de|sur|"
                                            u"di|van)\\s+\\d+\\b.*|©.{0,12}Factiva\\b.*|"
                                            "Factiva|Dow Jones(?: Factiva)?|Factiva Dow Jones)$"_s,
                                            anyCase);
    constexpr qsizetype longest = 120;
    return line.size() <= longest && pattern.match(line.toString()).hasMatch();
}

} // namespace demarche::corpus::vendors
