#include "models/knowledge/evaluate.h"

#include "models/knowledge/mentions.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

QDate dayOf(const QString &text)
{
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    return iso.isValid() ? iso : QLocale::c().toDate(text, u"d MMMM yyyy"_s);
}

/// How the list writes a body that belongs to no state.
bool isInternational(const QString &code)
{
    return code == "UNO"_L1 || code == "EUR"_L1 || code == "IGO"_L1;
}

} // namespace

Result<MentionScore> scoreMentions(const Knowledge &knowledge, const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return std::unexpected(Problem{file, in.errorString()});
    MentionScore score;
    int number = 0;
    while (!in.atEnd()) {
        ++number;
        const QByteArray line = in.readLine().trimmed();
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            return std::unexpected(Problem{u"%1:%2"_s.arg(file).arg(number), u"is no JSON object"_s});
        const QJsonObject expect = document[u"expect"].toObject();
        const QString key = expect.contains(u"country"_s) ? u"country"_s : u"cc"_s;
        if (!expect.contains(key))
            continue;
        const QString wanted = expect[key].toString();
        const QString text = document[u"text"].toString();
        const QString found =
            countryOfMention(knowledge, text, dayOf(document[u"kw"][u"query_date"].toString()));
        ++score.all;
        if (found == wanted || (isInternational(wanted) && found.startsWith(u"IGO"_s)) ||
            (wanted.isEmpty() && found == "NGO"_L1))
            ++score.right;
        else
            score.wrong.append(u"%1: found %2, expected %3"_s.arg(text, found.isEmpty() ? u"-"_s : found,
                                                                  wanted.isEmpty() ? u"-"_s : wanted));
    }
    return score;
}

} // namespace demarche::knowledge
