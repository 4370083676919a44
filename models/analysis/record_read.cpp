#include "models/analysis/record.h"

#include "models/analysis/codepoints.h"
#include "models/corpus/provenance.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace demarche::analysis {

using namespace Qt::StringLiterals;

namespace {

QStringList strings(const QJsonValue &list)
{
    QStringList all;
    for (const QJsonValue each : list.toArray())
        all += each.toString();
    return all;
}

QDate day(const QJsonValue &text)
{
    return QDate::fromString(text.toString(), Qt::ISODate);
}

/// Reads one record. The first thing that is wrong stays in `problem`; what follows it is of no matter.
class Reader
{
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
        , m_points(object["text"_L1].toString())
    {
    }

    Result<Record> read()
    {
        if (m_object["schema"_L1].toString() != QLatin1StringView(recordSchema))
            return std::unexpected(Problem{{}, u"not a %1 record"_s.arg(QLatin1StringView(recordSchema))});
        article();
        number("actors"_L1, m_actors);
        number("quotes"_L1, m_quotes);
        number("actions"_L1, m_actions);
        Analysis &analysis = m_record.analysis;
        for (const QJsonValue s : m_object["sentences"_L1].toArray())
            analysis.sentences.push_back(pair(s));
        each("actors"_L1, [&](const QJsonObject &o) { analysis.actors.push_back(actor(o)); });
        each("quotes"_L1, [&](const QJsonObject &o) { analysis.quotes.push_back(quote(o)); });
        each("actions"_L1, [&](const QJsonObject &o) { analysis.actions.push_back(action(o)); });
        each("evidence"_L1, [&](const QJsonObject &o) { analysis.evidence.push_back(evidence(o)); });
        each("stances"_L1, [&](const QJsonObject &o) { analysis.stances.push_back(stance(o)); });
        if (!m_problem.isEmpty())
            return std::unexpected(Problem{m_record.article.uri, m_problem});
        return std::move(m_record);
    }

private:
    using Ids = QHash<QString, int>;

    void wrong(const QString &what)
    {
        if (m_problem.isEmpty())
            m_problem = what;
    }

    template <typename Read>
    void each(QLatin1StringView key, Read read)
    {
        for (const QJsonValue value : m_object[key].toArray())
            read(value.toObject());
    }

    void number(QLatin1StringView key, Ids &ids)
    {
        for (const QJsonValue value : m_object[key].toArray())
            ids.insert(value["id"_L1].toString(), int(ids.size()));
        if (ids.size() != m_object[key].toArray().size())
            wrong(u"two %1 have the same id"_s.arg(key));
    }

    int known(const Ids &ids, const QJsonValue &id)
    {
        if (id.isNull() || id.isUndefined())
            return -1;
        const int found = ids.value(id.toString(), -1);
        if (found < 0)
            wrong(u"no finding has the id “%1”"_s.arg(id.toString()));
        return found;
    }

    std::vector<int> references(const Ids &ids, const QJsonValue &list)
    {
        std::vector<int> all;
        for (const QJsonValue id : list.toArray()) {
            if (const int found = known(ids, id); found >= 0)
                all.push_back(found);
        }
        return all;
    }

    Span span(const QJsonValue &begin, const QJsonValue &end)
    {
        const Span points{begin.toInteger(-1), end.toInteger(-1)};
        const qsizetype length = m_record.article.text.size();
        if (points.begin < 0 || points.end < points.begin || points.end > length ||
            m_points.toUnit(points.end) > length) {
            wrong(u"a span lies outside the text"_s);
            return {};
        }
        return m_points.toUnits(points);
    }

    Span pair(const QJsonValue &value) { return span(value[0], value[1]); }
    Span bounds(const QJsonObject &o) { return span(o["start"_L1], o["end"_L1]); }
    Span boundsOrNone(const QJsonValue &v) { return v.isObject() ? bounds(v.toObject()) : Span{}; }

    corpus::Basis basis(QLatin1StringView key, corpus::Basis otherwise)
    {
        return corpus::fromName(m_object[key].toString(), otherwise);
    }

    void article()
    {
        corpus::Article &article = m_record.article;
        article.uri = m_object["uri"_L1].toString();
        article.title = m_object["title"_L1].toString();
        article.byline = strings(m_object["byline"_L1]);
        article.publisher = m_object["publisher"_L1].toString();
        article.publisherBasis = basis("publisher_basis"_L1, corpus::Basis::Unknown);
        article.language = m_object["language"_L1].toString(u"en"_s);
        article.languageBasis = basis("language_basis"_L1, corpus::Basis::Assumed);
        article.encoding = m_object["encoding"_L1].toString();
        article.encodingBasis = basis("encoding_basis"_L1, corpus::Basis::Unknown);
        article.text = m_object["text"_L1].toString();
        const QJsonValue published = m_object["published"_L1];
        article.published.date = day(published["date"_L1]);
        article.published.basis = fromName(published["basis"_L1].toString(), DateBasis::Unknown);
        m_record.analysis.published = article.published;
        m_record.analysis.warnings = strings(m_object["warnings"_L1]);
    }

    Actor actor(const QJsonObject &o)
    {
        Actor actor;
        actor.name = o["name"_L1].toString();
        actor.kind = fromName(o["kind"_L1].toString(), ActorKind::Organization);
        actor.country = o["country"_L1].toString();
        actor.role = o["role"_L1].toString();
        actor.official = o["official"_L1].toBool();
        actor.code = o["code"_L1].toString();
        for (const QJsonValue m : o["mentions"_L1].toArray())
            actor.mentions.push_back(
                {bounds(m.toObject()), fromName(m["form"_L1].toString(), MentionForm::Name), -1});
        return actor;
    }

    Quote quote(const QJsonObject &o)
    {
        Quote quote;
        quote.span = bounds(o);
        quote.content = o["content"_L1].isArray() ? pair(o["content"_L1]) : quote.span;
        quote.kind = fromName(o["kind"_L1].toString(), QuoteKind::Direct);
        quote.speaker = known(m_actors, o["speaker"_L1]);
        quote.cue = boundsOrNone(o["cue"_L1]);
        quote.about = references(m_actors, o["about"_L1]);
        quote.polarity = o["polarity"_L1].toDouble();
        return quote;
    }

    Action action(const QJsonObject &o)
    {
        Action action;
        action.span = bounds(o);
        action.trigger = boundsOrNone(o["trigger"_L1]);
        action.source = references(m_actors, o["source"_L1]);
        action.target = references(m_actors, o["target"_L1]);
        action.cameo = o["cameo"_L1].toString();
        action.plover = o["plover"_L1].toString();
        action.goldstein = o["goldstein"_L1].toDouble();
        action.realis = fromName(o["realis"_L1].toString(), Realis::Actual);
        if (const QJsonValue date = o["date"_L1]; date.isObject())
            action.date = DateRange{day(date["start"_L1]), day(date["end"_L1]), date["text"_L1].toString()};
        action.quote = known(m_quotes, o["quote"_L1]);
        return action;
    }

    Evidence evidence(const QJsonObject &o)
    {
        Evidence evidence;
        const QString finding = o["finding"_L1].toString();
        evidence.kind = m_actions.contains(finding) ? Evidence::Kind::Action : Evidence::Kind::Quote;
        evidence.finding =
            known(evidence.kind == Evidence::Kind::Action ? m_actions : m_quotes, QJsonValue(finding));
        evidence.country = o["country"_L1].toString();
        evidence.target = o["target"_L1].toString();
        evidence.value = o["value"_L1].toDouble();
        evidence.weight = o["weight"_L1].toDouble(1);
        evidence.day = day(o["day"_L1]);
        return evidence;
    }

    /// A stance names findings; in memory it rests on the pieces of evidence drawn from them.
    Stance stance(const QJsonObject &o)
    {
        Stance stance{o["country"_L1].toString(), o["target"_L1].toString(), o["score"_L1].toDouble(), {}};
        const QStringList findings = strings(o["evidence"_L1]);
        const auto &all = m_record.analysis.evidence;
        for (int i = 0; i < int(all.size()); ++i) {
            const Evidence &e = all[size_t(i)];
            const QString id = (e.kind == Evidence::Kind::Action ? m_actions : m_quotes).key(e.finding);
            if (e.country == stance.country && e.target == stance.target && findings.contains(id))
                stance.evidence.push_back(i);
        }
        return stance;
    }

    const QJsonObject &m_object;
    CodePoints m_points;
    Record m_record;
    QString m_problem;
    Ids m_actors;
    Ids m_quotes;
    Ids m_actions;
};

} // namespace

Result<Record> readRecord(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        return std::unexpected(Problem{{},
                                       error.error == QJsonParseError::NoError
                                           ? u"the record is no JSON object"_s
                                           : error.errorString()});
    const QJsonObject object = document.object();
    return Reader(object).read();
}

} // namespace demarche::analysis
