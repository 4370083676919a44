#include "models/corpus/packing.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <type_traits>
#include <utility>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr std::uint64_t formVersion = 1;

/// Seven bits a byte, least first (LEB128); signed numbers zigzag.
class Packer
{
public:
    void add(std::uint64_t number)
    {
        while (number >= 0x80) {
            m_bytes.append(char(number | 0x80));
            number >>= 7;
        }
        m_bytes.append(char(number));
    }
    void add(std::int64_t number)
    {
        add((static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63));
    }
    void add(int number) { add(std::int64_t{number}); }
    void add(bool truth) { add(std::uint64_t{truth}); }
    void add(double number) { addFixed(std::bit_cast<std::uint64_t>(number)); }
    void add(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        add(std::uint64_t(utf8.size()));
        m_bytes.append(utf8);
    }
    void add(QDate date) { add(std::int64_t(date.isValid() ? date.toJulianDay() : 0)); }
    void add(text::Span span)
    {
        add(std::int64_t(span.begin - m_at));
        add(std::int64_t(span.length()));
        m_at = span.begin; // the next span lies near
    }
    template <typename E>
        requires std::is_enum_v<E>
    void add(E value)
    {
        add(std::uint64_t(value));
    }
    template <typename List, typename AddOne>
    void addAll(const List &list, AddOne addOne)
    {
        add(std::uint64_t(list.size()));
        for (const auto &item : list)
            addOne(item);
    }
    void addIds(const std::vector<int> &ids)
    {
        addAll(ids, [this](int id) { add(id); });
    }

    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    void addFixed(std::uint64_t bits)
    {
        const std::uint64_t little = qToLittleEndian(bits);
        m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    }

    QByteArray m_bytes;
    qsizetype m_at = 0;
};

class Unpacker
{
public:
    Unpacker(QByteArrayView bytes, qsizetype textLength)
        : m_bytes(bytes)
        , m_textLength(textLength)
    {
    }

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_next == m_bytes.size(); }

    std::uint64_t number()
    {
        std::uint64_t result = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_next >= m_bytes.size())
                return fail();
            const auto byte = static_cast<uchar>(m_bytes[m_next++]);
            result |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80)
                return result;
        }
        return fail();
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t n = number();
        return static_cast<std::int64_t>(n >> 1) ^ -static_cast<std::int64_t>(n & 1);
    }
    int index()
    {
        const std::int64_t number = signedNumber();
        return int(std::in_range<int>(number) ? number : std::int64_t(fail()));
    }
    bool truth() { return number() != 0; }
    double real()
    {
        std::uint64_t little = 0;
        if (m_bytes.size() - m_next < qsizetype(sizeof little))
            return double(fail());
        std::memcpy(&little, m_bytes.data() + m_next, sizeof little);
        m_next += sizeof little;
        const auto number = std::bit_cast<double>(qFromLittleEndian(little));
        return std::isfinite(number) ? number : double(fail());
    }
    QString string()
    {
        const std::uint64_t length = number();
        if (length > std::uint64_t(m_bytes.size() - m_next)) {
            fail();
            return {};
        }
        const QString text = QString::fromUtf8(m_bytes.sliced(m_next, qsizetype(length)));
        m_next += qsizetype(length);
        return text;
    }
    QDate date()
    {
        const std::int64_t day = signedNumber();
        return day == 0 ? QDate() : QDate::fromJulianDay(day);
    }
    text::Span span()
    {
        const std::int64_t step = signedNumber();
        const std::int64_t length = signedNumber();
        // Checked before they are added: a damaged number may be anything.
        if (step < -m_at || step > m_textLength - m_at || length < 0 ||
            length > m_textLength - (m_at + step)) {
            fail();
            return {};
        }
        m_at += step;
        return {m_at, m_at + length};
    }
    template <typename E>
    E word(E last)
    {
        const std::uint64_t value = number();
        return E(value <= std::uint64_t(last) ? value : fail());
    }
    /// As many items as the list says, but never more than there are bytes for.
    template <typename T, typename ReadOne>
    std::vector<T> all(ReadOne readOne)
    {
        const std::uint64_t count = number();
        std::vector<T> list;
        if (count > std::uint64_t(m_bytes.size() - m_next)) {
            fail();
            return list;
        }
        list.reserve(size_t(count));
        for (std::uint64_t i = 0; i < count && !m_failed; ++i)
            list.push_back(readOne());
        return list;
    }
    std::vector<int> ids()
    {
        return all<int>([this] { return index(); });
    }

private:
    std::uint64_t fail()
    {
        m_failed = true;
        return 0;
    }

    QByteArrayView m_bytes;
    qsizetype m_textLength;
    qsizetype m_next = 0;
    qsizetype m_at = 0;
    bool m_failed = false;
};

void add(Packer &to, const analysis::Actor &actor)
{
    to.add(actor.name);
    to.add(actor.kind);
    to.add(actor.country);
    to.add(actor.role);
    to.add(actor.official);
    to.add(actor.code);
    to.addAll(actor.mentions, [&to](const analysis::Mention &mention) {
        to.add(mention.span);
        to.add(mention.form);
        to.add(mention.headToken);
    });
}

analysis::Actor actor(Unpacker &from)
{
    analysis::Actor actor;
    actor.name = from.string();
    actor.kind = from.word(analysis::ActorKind::Place);
    actor.country = from.string();
    actor.role = from.string();
    actor.official = from.truth();
    actor.code = from.string();
    actor.mentions = from.all<analysis::Mention>([&from] {
        analysis::Mention mention;
        mention.span = from.span();
        mention.form = from.word(analysis::MentionForm::Metonym);
        mention.headToken = from.index();
        return mention;
    });
    return actor;
}

void add(Packer &to, const analysis::Quote &quote)
{
    to.add(quote.span);
    to.add(quote.content);
    to.add(quote.kind);
    to.add(quote.speaker);
    to.add(quote.cue);
    to.addIds(quote.about);
    to.add(quote.polarity);
}

analysis::Quote quote(Unpacker &from)
{
    analysis::Quote quote;
    quote.span = from.span();
    quote.content = from.span();
    quote.kind = from.word(analysis::QuoteKind::Indirect);
    quote.speaker = from.index();
    quote.cue = from.span();
    quote.about = from.ids();
    quote.polarity = from.real();
    return quote;
}

void add(Packer &to, const analysis::Action &action)
{
    to.add(action.span);
    to.add(action.trigger);
    to.addIds(action.source);
    to.addIds(action.target);
    to.add(action.cameo);
    to.add(action.plover);
    to.add(action.goldstein);
    to.add(action.realis);
    to.add(action.date.has_value());
    if (action.date) {
        to.add(action.date->first);
        to.add(action.date->last);
        to.add(action.date->text);
    }
    to.add(action.quote);
}

analysis::Action action(Unpacker &from)
{
    analysis::Action action;
    action.span = from.span();
    action.trigger = from.span();
    action.source = from.ids();
    action.target = from.ids();
    action.cameo = from.string();
    action.plover = from.string();
    action.goldstein = from.real();
    action.realis = from.word(analysis::Realis::Negated);
    if (from.truth()) {
        analysis::DateRange range;
        range.first = from.date();
        range.last = from.date();
        range.text = from.string();
        action.date = range;
    }
    action.quote = from.index();
    return action;
}

void add(Packer &to, const analysis::Evidence &piece)
{
    to.add(piece.kind);
    to.add(piece.finding);
    to.add(piece.country);
    to.add(piece.target);
    to.add(piece.value);
    to.add(piece.weight);
    to.add(piece.day);
}

analysis::Evidence evidence(Unpacker &from)
{
    analysis::Evidence piece;
    piece.kind = from.word(analysis::Evidence::Kind::Quote);
    piece.finding = from.index();
    piece.country = from.string();
    piece.target = from.string();
    piece.value = from.real();
    piece.weight = from.real();
    piece.day = from.date();
    return piece;
}

void add(Packer &to, const analysis::Stance &stance)
{
    to.add(stance.country);
    to.add(stance.target);
    to.add(stance.score);
    to.addIds(stance.evidence);
}

analysis::Stance stance(Unpacker &from)
{
    analysis::Stance stance;
    stance.country = from.string();
    stance.target = from.string();
    stance.score = from.real();
    stance.evidence = from.ids();
    return stance;
}

template <typename List>
bool isIn(const List &list, int index)
{
    return index >= 0 && size_t(index) < list.size();
}

template <typename List>
bool areIn(const List &list, const std::vector<int> &indices)
{
    return std::ranges::all_of(indices, [&list](int index) { return isIn(list, index); });
}

/// Whether every index points at something. Spans were checked as they were read.
bool isConnected(const analysis::Analysis &found)
{
    const auto orNone = [](const auto &list, int index) { return index == -1 || isIn(list, index); };
    return std::ranges::all_of(found.quotes,
                               [&](const analysis::Quote &quote) {
                                   return orNone(found.actors, quote.speaker) &&
                                          areIn(found.actors, quote.about);
                               }) &&
           std::ranges::all_of(found.actions,
                               [&](const analysis::Action &action) {
                                   return orNone(found.quotes, action.quote) &&
                                          areIn(found.actors, action.source) &&
                                          areIn(found.actors, action.target);
                               }) &&
           std::ranges::all_of(found.evidence,
                               [&](const analysis::Evidence &piece) {
                                   return piece.kind == analysis::Evidence::Kind::Action
                                              ? isIn(found.actions, piece.finding)
                                              : isIn(found.quotes, piece.finding);
                               }) &&
           std::ranges::all_of(found.stances, [&](const analysis::Stance &stance) {
               return areIn(found.evidence, stance.evidence);
           });
}

} // namespace

QByteArray packed(const analysis::Analysis &analysis)
{
    Packer to;
    const auto addOne = [&to](const auto &item) { add(to, item); };
    to.add(formVersion);
    to.add(analysis.published.date);
    to.add(analysis.published.basis);
    to.addAll(analysis.sentences, [&to](text::Span span) { to.add(span); });
    to.addAll(analysis.actors, addOne);
    to.addAll(analysis.quotes, addOne);
    to.addAll(analysis.actions, addOne);
    to.addAll(analysis.evidence, addOne);
    to.addAll(analysis.stances, addOne);
    to.addAll(analysis.warnings, [&to](const QString &warning) { to.add(warning); });
    return to.take();
}

Result<analysis::Analysis> unpacked(const QByteArray &bytes, qsizetype textLength)
{
    Unpacker from(bytes, textLength);
    analysis::Analysis result;
    if (from.number() != formVersion)
        return std::unexpected(Problem{{}, u"the findings are in a form that this version does not know"_s});
    result.published.date = from.date();
    result.published.basis = from.word(analysis::DateBasis::Option);
    result.sentences = from.all<text::Span>([&from] { return from.span(); });
    result.actors = from.all<analysis::Actor>([&from] { return actor(from); });
    result.quotes = from.all<analysis::Quote>([&from] { return quote(from); });
    result.actions = from.all<analysis::Action>([&from] { return action(from); });
    result.evidence = from.all<analysis::Evidence>([&from] { return evidence(from); });
    result.stances = from.all<analysis::Stance>([&from] { return stance(from); });
    for (const QString &warning : from.all<QString>([&from] { return from.string(); }))
        result.warnings << warning;
    if (from.failed() || !from.atEnd() || !isConnected(result))
        return std::unexpected(Problem{{}, u"the findings are damaged"_s});
    return result;
}

} // namespace demarche::corpus
