#include "models/corpus/stories/evaluation/edits.h"

#include "models/text/document.h"
#include "models/text/sentences.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus::stories::evaluation {

namespace {

constexpr QLatin1StringView paragraphBreak("\n\n");

/// Furniture as papers add it: some that a reader of lines recognises, some that only looks like text.
const QStringList &furniture()
{
    static const QStringList lines{
        u"© The Harbour Post. All rights reserved. This material may not be published or redistributed."_s,
        u"Sign up to our daily newsletter for the stories that matter, every morning before six."_s,
        u"The Harbour Post has told the coast its news since 1894 and is owned by its readers, who elect its "
        "board every second spring."_s,
        u"Reporting by Ana Ruiz in Port Elin; editing by Tom Vale"_s,
        u"Follow us on the network of your choice and never miss a report from our correspondents."_s,
        u"Read also: what the week brought, in ten pictures"_s,
        u"This page is brought to you with the help of the Foundation for the Open Word, which has no say in "
        "what stands on it and is told of it when you are."_s,
        u"Tell the newsroom what you know: our reporters answer every letter, and keep its writer's name to "
        "themselves if they are asked to."_s,
    };
    return lines;
}

QStringList furnitureAtRandom(Random &random)
{
    QStringList lines;
    const int first = pick(random, furniture().size());
    for (int i = 0; i < 2 + pick(random, 3); ++i)
        lines << furniture().at((first + i) % furniture().size());
    return lines;
}

/// Puts something else in the place of what a pattern matches.
template <typename Make>
QString replaced(const QString &text, const QRegularExpression &pattern, Make make)
{
    QString made;
    qsizetype done = 0;
    for (auto places = pattern.globalMatch(text); places.hasNext();) {
        const QRegularExpressionMatch place = places.next();
        made += text.sliced(done, place.capturedStart() - done) + make(place);
        done = place.capturedEnd();
    }
    return made + text.sliced(done);
}

/// From the end, as a paper does whose column is full: two to four fifths of the sentences stay.
QString cut(const QString &text, const QString &, Random &random)
{
    const QStringList sentences = sentencesOf(text);
    const qsizetype kept = std::max<qsizetype>(1, sentences.size() * (40 + pick(random, 41)) / 100);
    return sentences.first(kept).join(u' ');
}

/// A paper's own first paragraph in the place of the agency's.
QString newLead(const QString &text, const QString &other, Random &random)
{
    QStringList sentences = sentencesOf(text);
    const QStringList borrowed = sentencesOf(other);
    if (sentences.size() > 4)
        sentences.remove(0, 1 + pick(random, 2));
    const int from = pick(random, std::max<qsizetype>(1, borrowed.size() - 2));
    return borrowed.mid(from, 1 + pick(random, 2)).join(u' ') + paragraphBreak + sentences.join(u' ');
}

/// Words between quotation marks given another wording: every second of them another.
QString changedQuotes(const QString &text, const QString &other, Random &)
{
    static const QRegularExpression quoted(u"[\"“][^\"“”\\n]{15,600}[\"”]"_s);
    const QStringList words = other.simplified().split(u' ', Qt::SkipEmptyParts);
    qsizetype next = 0;
    return replaced(text, quoted, [&](const QRegularExpressionMatch &place) {
        QStringList own = place.captured().split(u' ');
        for (qsizetype i = 1; i < own.size() - 1 && !words.isEmpty(); i += 2)
            own[i] = words.at(next++ % words.size());
        return own.join(u' ');
    });
}

QString withFurniture(const QString &text, const QString &, Random &random)
{
    QStringList paragraphs = paragraphsOf(text);
    for (const QString &line : furnitureAtRandom(random))
        paragraphs.insert(pick(random, 3) == 0 ? 0 : paragraphs.size(), line);
    return paragraphs.join(paragraphBreak);
}

/// Another headline and a line of the paper's own above the text.
QString newHeadline(const QString &text, const QString &other, Random &random)
{
    QStringList paragraphs = paragraphsOf(text);
    if (paragraphs.size() > 3 && paragraphs.front().size() < 120)
        paragraphs.removeFirst();
    const QStringList words = other.simplified().split(u' ', Qt::SkipEmptyParts);
    const int from = pick(random, std::max<qsizetype>(1, words.size() - 10));
    return words.mid(from, 9).join(u' ') + paragraphBreak + u"By our own correspondent"_s + paragraphBreak +
           paragraphs.join(paragraphBreak);
}

/// The other side of the Atlantic's spelling, straight marks for curly ones, and a slip in every 40th word.
QString respelt(const QString &text, const QString &, Random &random)
{
    static const std::array<std::pair<QRegularExpression, QString>, 8> rules{
        {{QRegularExpression(u"is(e|ed|ing|ation)\\b"_s), u"iz\\1"_s},
         {QRegularExpression(u"our\\b"_s), u"or"_s},
         {QRegularExpression(u"\\bper cent\\b"_s), u"percent"_s},
         {QRegularExpression(u"entre\\b"_s), u"enter"_s},
         {QRegularExpression(u"ll(ed|ing)\\b"_s), u"l\\1"_s},
         {QRegularExpression(u"[“”]"_s), u"\""_s},
         {QRegularExpression(u"[‘’]"_s), u"'"_s},
         {QRegularExpression(u"\\bMr\\.? "_s), u"Mr. "_s}}};
    QString made = text;
    for (const auto &[pattern, spelling] : rules)
        made.replace(pattern, spelling);
    static const QRegularExpression word(u"\\b\\p{L}{5,}\\b"_s);
    return replaced(made, word, [&](const QRegularExpressionMatch &place) {
        QString slip = place.captured();
        if (pick(random, 40) == 0)
            std::swap(slip[2], slip[3]);
        return slip;
    });
}

/// Paragraphs in another order after the first.
QString reordered(const QString &text, const QString &, Random &random)
{
    QStringList paragraphs = paragraphsOf(text);
    for (qsizetype i = paragraphs.size() - 1; i > 1; --i)
        paragraphs.swapItemsAt(i, 1 + pick(random, i));
    return paragraphs.join(paragraphBreak);
}

/// Most of it at once, as a paper far away prints it.
QString rewritten(const QString &text, const QString &other, Random &random)
{
    const QStringList sentences = sentencesOf(text);
    const qsizetype kept = std::max<qsizetype>(1, sentences.size() * (65 + pick(random, 31)) / 100);
    QString made = newLead(sentences.first(kept).join(u' '), other, random);
    made = respelt(made, other, random);
    return withFurniture(made, other, random);
}

/// Another agency at the same event: the words spoken there are the same, and nothing else.
QString sameEvent(const QString &text, const QString &other, Random &random)
{
    QStringList own = sentencesOf(other);
    QStringList spoken;
    for (const QString &sentence : sentencesOf(text)) {
        if (sentence.contains(u'"') || sentence.contains(u'“'))
            spoken << sentence;
    }
    const qsizetype most = std::max<qsizetype>(1, own.size() / 3);
    for (qsizetype i = 0; i < std::min(most, spoken.size()); ++i)
        own.insert(1 + pick(random, own.size()), spoken.at(i));
    return own.join(u' ');
}

/// The next of a series: the same opening and closing words around other news.
QString sameSeries(const QString &text, const QString &other, Random &)
{
    QStringList own = sentencesOf(text);
    QStringList made = sentencesOf(other);
    made.prepend(own.front());
    if (own.size() > 1)
        made.append(own.back());
    return made.join(u' ');
}

/// Other news in the same paper, by the same reporter.
QString samePaper(const QString &, const QString &other, Random &)
{
    return (paragraphsOf(other) + furniture()).join(paragraphBreak);
}

/// Background paragraphs that a paper keeps at hand, in the middle of other news.
QString sameBackground(const QString &text, const QString &other, Random &random)
{
    const QStringList own = sentencesOf(text);
    QStringList made = sentencesOf(other);
    const qsizetype count = std::max<qsizetype>(1, std::min(own.size(), made.size()) / 5);
    const int from = pick(random, std::max<qsizetype>(1, own.size() - count));
    made.insert(made.size() / 2, own.mid(from, count).join(u' '));
    return made.join(u' ');
}

constexpr std::array<Edit, 8> allEdits{{{QLatin1StringView("cut from the end"), cut},
                                        {QLatin1StringView("new lead"), newLead},
                                        {QLatin1StringView("changed quotes"), changedQuotes},
                                        {QLatin1StringView("boilerplate added"), withFurniture},
                                        {QLatin1StringView("changed headline"), newHeadline},
                                        {QLatin1StringView("other spelling, slips"), respelt},
                                        {QLatin1StringView("paragraphs reordered"), reordered},
                                        {QLatin1StringView("cut, lead, spelling, boilerplate"), rewritten}}};

constexpr std::array<Edit, 4> allImpostors{{{QLatin1StringView("two agencies, same event"), sameEvent},
                                            {QLatin1StringView("same series"), sameSeries},
                                            {QLatin1StringView("same paper's boilerplate"), samePaper},
                                            {QLatin1StringView("same background"), sameBackground}}};

} // namespace

std::span<const Edit> edits()
{
    return allEdits;
}

std::span<const Edit> impostors()
{
    return allImpostors;
}

int pick(Random &random, qsizetype size)
{
    return size <= 0 ? 0 : int(random() % std::uint32_t(size));
}

QStringList paragraphsOf(const QString &text)
{
    QStringList all;
    for (const text::Span &span : text::paragraphs(text))
        all << span.of(text).toString().simplified();
    return all;
}

QStringList sentencesOf(const QString &text)
{
    QStringList all;
    const text::Document document = text::segment(text);
    for (const text::Sentence &sentence : document.sentences)
        all << sentence.span.of(document.text).toString().simplified();
    return all.isEmpty() ? QStringList{text} : all;
}

} // namespace demarche::corpus::stories::evaluation
