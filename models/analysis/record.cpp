#include "models/analysis/record.h"

#include "models/analysis/codepoints.h"
#include "models/analysis/json.h"
#include "models/corpus/provenance.h"
#include "models/knowledge/cameo.h"

#include <algorithm>

namespace demarche::analysis {

namespace {

QByteArray id(char letter, int index)
{
    return letter + QByteArray::number(index + 1);
}

/// What a CAMEO code means in words; empty for an unknown one.
QString labelOf(const QString &code)
{
    const auto &cameo = knowledge::Cameo::shipped();
    const knowledge::CameoCode *row = cameo ? cameo->find(code) : nullptr;
    return row ? row->label : QString();
}

class Recorder
{
public:
    Recorder(const corpus::Article &article, const Analysis &analysis)
        : m_article(article)
        , m_analysis(analysis)
        , m_points(article.text)
    {
    }

    QByteArray write()
    {
        m_json.beginObject();
        m_json.member("schema", QLatin1StringView(recordSchema));
        article();
        list("sentences", m_analysis.sentences, [this](Span s, int) { pair(s); });
        list("actors", m_analysis.actors, [this](const Actor &a, int i) { actor(a, i); });
        list("quotes", m_analysis.quotes, [this](const Quote &q, int i) { quote(q, i); });
        list("actions", m_analysis.actions, [this](const Action &a, int i) { action(a, i); });
        list("stances", m_analysis.stances, [this](const Stance &s, int) { stance(s); });
        list("evidence", m_analysis.evidence, [this](const Evidence &e, int) { evidence(e); });
        strings("warnings", m_article.warnings + m_analysis.warnings);
        m_json.endObject();
        return m_json.take();
    }

private:
    template <typename List, typename Write>
    void list(const char *key, const List &of, Write write)
    {
        m_json.key(key);
        m_json.beginArray();
        int index = 0;
        for (const auto &each : of)
            write(each, index++);
        m_json.endArray();
    }

    void strings(const char *key, const QStringList &of)
    {
        list(key, of, [this](const QString &s, int) { m_json.value(s); });
    }

    void reference(const char *key, char letter, int index)
    {
        m_json.key(key);
        if (index < 0)
            m_json.null();
        else
            m_json.value(QLatin1StringView(id(letter, index)));
    }

    void references(const char *key, char letter, const std::vector<int> &indices)
    {
        list(key, indices, [&](int i, int) { m_json.value(QLatin1StringView(id(letter, i))); });
    }

    void orNull(const char *key, const QString &text)
    {
        m_json.key(key);
        if (text.isEmpty())
            m_json.null();
        else
            m_json.value(text);
    }

    void day(const char *key, QDate date)
    {
        orNull(key, date.isValid() ? date.toString(Qt::ISODate) : QString());
    }

    void pair(Span span)
    {
        const Span points = m_points.fromUnits(span);
        m_json.beginArray();
        m_json.value(points.begin);
        m_json.value(points.end);
        m_json.endArray();
    }

    void bounds(Span span)
    {
        const Span points = m_points.fromUnits(span);
        m_json.member("start", points.begin);
        m_json.member("end", points.end);
    }

    void place(Span span)
    {
        bounds(span);
        m_json.member("text", span.of(m_article.text));
    }

    void placeOrNull(const char *key, Span span)
    {
        m_json.key(key);
        if (span.isEmpty())
            return m_json.null();
        m_json.beginObject();
        place(span);
        m_json.endObject();
    }

    void basis(const char *key, corpus::Basis basis)
    {
        if (basis != corpus::Basis::Unknown)
            m_json.member(key, corpus::name(basis));
    }

    void article()
    {
        m_json.member("uri", m_article.uri);
        m_json.member("title", m_article.title);
        strings("byline", m_article.byline);
        m_json.member("publisher", m_article.publisher);
        basis("publisher_basis", m_article.publisherBasis);
        m_json.member("language", m_article.language);
        basis("language_basis", m_article.languageBasis);
        if (!m_article.encoding.isEmpty()) {
            m_json.member("encoding", m_article.encoding);
            basis("encoding_basis", m_article.encodingBasis);
        }
        m_json.key("published");
        m_json.beginObject();
        day("date", m_analysis.published.date);
        m_json.member("basis", name(m_analysis.published.basis));
        m_json.endObject();
        m_json.member("text", m_article.text);
    }

    void actor(const Actor &actor, int index)
    {
        m_json.beginObject();
        reference("id", 'a', index);
        m_json.member("name", actor.name);
        m_json.member("kind", name(actor.kind));
        orNull("country", actor.country);
        orNull("role", actor.role);
        m_json.member("official", actor.official);
        orNull("code", actor.code);
        list("mentions", actor.mentions, [this](const Mention &m, int) {
            m_json.beginObject();
            place(m.span);
            m_json.member("form", name(m.form));
            m_json.endObject();
        });
        m_json.endObject();
    }

    void quote(const Quote &quote, int index)
    {
        m_json.beginObject();
        reference("id", 'q', index);
        place(quote.span);
        m_json.member("kind", name(quote.kind));
        m_json.key("content");
        pair(quote.content);
        reference("speaker", 'a', quote.speaker);
        placeOrNull("cue", quote.cue);
        references("about", 'a', quote.about);
        m_json.member("polarity", quote.polarity);
        m_json.endObject();
    }

    void action(const Action &action, int index)
    {
        m_json.beginObject();
        reference("id", 'e', index);
        bounds(action.span);
        placeOrNull("trigger", action.trigger);
        references("source", 'a', action.source);
        references("target", 'a', action.target);
        m_json.member("cameo", action.cameo);
        m_json.member("label", labelOf(action.cameo));
        orNull("plover", action.plover);
        m_json.member("goldstein", action.goldstein);
        m_json.member("realis", name(action.realis));
        m_json.key("date");
        if (action.date && action.date->isValid())
            range(*action.date);
        else
            m_json.null();
        reference("quote", 'q', action.quote);
        m_json.endObject();
    }

    void range(const DateRange &date)
    {
        m_json.beginObject();
        day("start", date.first);
        day("end", date.last.isValid() ? date.last : date.first);
        orNull("text", date.text);
        m_json.endObject();
    }

    /// The findings behind a stance, each once, in text order.
    std::vector<QByteArray> findings(const Stance &stance) const
    {
        std::vector<std::pair<qsizetype, QByteArray>> placed;
        for (const int e : stance.evidence) {
            const Evidence &evidence = m_analysis.evidence[size_t(e)];
            const auto at = size_t(evidence.finding);
            if (evidence.kind == Evidence::Kind::Action)
                placed.emplace_back(m_analysis.actions[at].span.begin, id('e', evidence.finding));
            else
                placed.emplace_back(m_analysis.quotes[at].span.begin, id('q', evidence.finding));
        }
        std::ranges::sort(placed);
        const auto doubled = std::ranges::unique(placed);
        placed.erase(doubled.begin(), doubled.end());
        std::vector<QByteArray> ids;
        ids.reserve(placed.size());
        for (auto &[begin, finding] : placed)
            ids.push_back(std::move(finding));
        return ids;
    }

    void stance(const Stance &stance)
    {
        m_json.beginObject();
        m_json.member("country", stance.country);
        m_json.member("target", stance.target);
        m_json.member("score", stance.score);
        m_json.member("label", stanceLabel(stance.score));
        list("evidence", findings(stance),
             [this](const QByteArray &f, int) { m_json.value(QLatin1StringView(f)); });
        m_json.endObject();
    }

    void evidence(const Evidence &evidence)
    {
        m_json.beginObject();
        reference("finding", evidence.kind == Evidence::Kind::Action ? 'e' : 'q', evidence.finding);
        m_json.member("country", evidence.country);
        m_json.member("target", evidence.target);
        m_json.member("value", evidence.value);
        m_json.member("weight", evidence.weight);
        day("day", evidence.day);
        m_json.endObject();
    }

    const corpus::Article &m_article;
    const Analysis &m_analysis;
    CodePoints m_points;
    JsonWriter m_json;
};

} // namespace

QByteArray record(const corpus::Article &article, const Analysis &analysis)
{
    return Recorder(article, analysis).write();
}

} // namespace demarche::analysis
