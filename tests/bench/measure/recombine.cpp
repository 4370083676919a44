#include "tests/bench/measure/recombine.h"

#include "models/corpus/files.h"
#include "models/text/document.h"

#include <algorithm>
#include <cmath>

namespace demarche::measure {

using namespace Qt::StringLiterals;

namespace {

constexpr int yearsSpread = 8;
constexpr int papers = 400;
constexpr int copyEach = 10;     ///< so many articles, one is a copy
constexpr int copiedFrom = 3000; ///< at most so many before it
constexpr int exchangedOfTen = 9;
constexpr int oneCoinedIn = 50; ///< of the words that are exchanged
constexpr double coinedWords = 1 << 20;

int pick(std::mt19937 &random, qsizetype size)
{
    return size <= 0 ? 0 : int(random() % std::uint32_t(size));
}

/// The article that number `n` is a copy of, which is none itself; `n` where it is no copy.
int originalOf(int n)
{
    if (n % copyEach != copyEach - 1)
        return n;
    std::mt19937 random(std::uint32_t(n) + 1U);
    const int before = n - 1 - pick(random, std::min(n - 1, copiedFrom));
    return before % copyEach == copyEach - 1 ? before - 1 : before;
}

/// Calls with the place and length of every word of three letters and more.
void eachWord(QStringView text, auto each)
{
    for (qsizetype begin = 0, end = 0; begin < text.size(); begin = end + 1) {
        bool letters = true;
        for (end = begin; end < text.size() && (text[end].isLetterOrNumber() || text[end] == u'_'); ++end)
            letters = letters && text[end].isLetter();
        if (letters && end - begin >= 3)
            each(begin, end - begin);
    }
}

/// What a word can be exchanged by: as long, beginning alike in case, ending alike.
std::uint64_t shapeOf(QStringView word)
{
    const auto ending = [&](qsizetype fromEnd) {
        return std::uint64_t(word[word.size() - fromEnd].toLower().unicode());
    };
    return std::uint64_t(word.size()) << 33U | std::uint64_t(word.front().isUpper()) << 32U |
           ending(2) << 16U | ending(1);
}

/// A word that nobody uses, one of a million; the first of them come often, most of them hardly ever.
QString coined(std::mt19937 &random, qsizetype length, bool upper)
{
    static constexpr QStringView consonants = u"bdfgklmnprstvz";
    static constexpr QStringView vowels = u"aeiou";
    const double share = double(random()) / double(std::mt19937::max());
    std::minstd_rand letters(std::uint32_t(std::pow(coinedWords, share)) + 1U);
    QString word;
    for (qsizetype at = 0; at < length; ++at) {
        const QStringView from = at % 2 == 0 ? consonants : vowels;
        word += from[qsizetype(letters() % std::uint32_t(from.size()))];
    }
    if (upper)
        word[0] = word[0].toUpper();
    return word;
}

} // namespace

std::vector<corpus::Article> baseArticles(const QString &folder)
{
    std::vector<corpus::Article> all;
    std::vector<Problem> problems;
    const corpus::Sink sink{[&all](corpus::Article &&article) {
                                all.push_back(std::move(article));
                                return true;
                            },
                            [](Problem &&) {}};
    const QString from = folder.isEmpty() ? QStringLiteral(DEMARCHE_SOURCE "/resources/samples") : folder;
    for (const corpus::FileEntry &file : corpus::filesOf({from}, problems))
        static_cast<void>(corpus::readFile(file.path, sink));
    return all;
}

Recombiner::Recombiner(std::vector<corpus::Article> base)
    : m_base(std::move(base))
{
    for (const corpus::Article &article : m_base) {
        std::vector<QString> sentences;
        const text::Document document = text::segment(article.text);
        sentences.reserve(document.sentences.size());
        for (const text::Sentence &sentence : document.sentences)
            sentences.push_back(sentence.span.of(document.text).toString());
        m_sentences.push_back(std::move(sentences));
        eachWord(article.text, [&](qsizetype at, qsizetype length) {
            const QString word = article.text.mid(at, length);
            m_alike[shapeOf(word)].push_back(word);
        });
    }
}

QString Recombiner::exchanged(const QString &text, Random &random) const
{
    QString made = text;
    QChar *letters = made.data();
    eachWord(text, [&](qsizetype at, qsizetype length) {
        if (pick(random, 10) >= exchangedOfTen)
            return;
        const QStringView word = QStringView(text).mid(at, length);
        const auto alike = m_alike.find(shapeOf(word));
        QString other;
        if (length >= 5 && pick(random, oneCoinedIn) == 0)
            other = coined(random, length, word.front().isUpper());
        else if (alike != m_alike.end())
            other = alike->second[std::size_t(pick(random, qsizetype(alike->second.size())))];
        std::ranges::copy(other, letters + at); // as long, or empty
    });
    return made;
}

void Recombiner::date(corpus::Article &article, int n, Random &random) const
{
    const QDate first(2016, 1, 1);
    article.uri = u"made/%1.txt"_s.arg(n);
    article.publisher = u"Paper %1"_s.arg(pick(random, papers));
    article.published = {first.addDays(pick(random, yearsSpread * 365)), analysis::DateBasis::Metadata};
    article.byline.clear();
    article.warnings.clear();
}

/// The words of an article in another paper, with a sentence more.
corpus::Article Recombiner::printedAgain(corpus::Article article, int n) const
{
    Random random(std::uint32_t(n) + 1U);
    const std::vector<QString> &sentences = m_sentences[std::size_t(pick(random, qsizetype(m_base.size())))];
    if (!sentences.empty())
        article.text += u"\n\n"_s + exchanged(sentences.back(), random);
    const QDate day = article.published.date;
    date(article, n, random);
    article.published.date = day.addDays(pick(random, 2));
    return article;
}

corpus::Article Recombiner::article(int n) const
{
    const int from = originalOf(n);
    return from == n ? original(n) : printedAgain(original(from), n);
}

corpus::AnalysedArticle Recombiner::analysed(int n, const std::vector<analysis::Analysis> &findings,
                                             int evidence) const
{
    const int from = originalOf(n);
    corpus::AnalysedArticle made = analysedOriginal(from, findings, evidence);
    if (from != n) {
        made.article = printedAgain(std::move(made.article), n);
        made.analysis.published = made.article.published;
    }
    return made;
}

corpus::Article Recombiner::original(int n) const
{
    Random random(std::uint32_t(n) + 1U);
    const auto at = std::size_t(pick(random, qsizetype(m_base.size())));
    corpus::Article made = m_base[at];
    QString text;
    for (std::size_t i = 0; i < m_sentences[at].size(); ++i) {
        // A quarter stays with its own article, so that actors come again.
        const std::size_t from =
            pick(random, 4) == 0 ? at : std::size_t(pick(random, qsizetype(m_base.size())));
        const std::vector<QString> &sentences = m_sentences[from];
        if (!sentences.empty())
            text += sentences[std::size_t(pick(random, qsizetype(sentences.size())))] +
                    (i % 3 == 2 ? u"\n\n"_s : u" "_s);
    }
    made.text = exchanged(text, random).trimmed();
    made.title = exchanged(made.title, random);
    date(made, n, random);
    return made;
}

corpus::AnalysedArticle Recombiner::analysedOriginal(int n, const std::vector<analysis::Analysis> &findings,
                                                     int evidence) const
{
    Random random(std::uint32_t(n) + 1U);
    auto at = std::size_t(pick(random, qsizetype(findings.size())));
    // Many articles bear no evidence: others are preferred, so that the pieces asked for come together.
    for (int tries = 0; tries < 4 && findings[at].evidence.empty(); ++tries)
        at = std::size_t(pick(random, qsizetype(findings.size())));
    corpus::AnalysedArticle made{m_base[at], findings[at]};
    made.article.text = exchanged(made.article.text, random);
    made.article.title = exchanged(made.article.title, random);
    date(made.article, n, random);
    made.analysis.published = made.article.published;
    std::vector<analysis::Evidence> &pieces = made.analysis.evidence;
    const auto wanted = std::size_t(pick(random, 2 * evidence + 1));
    while (!pieces.empty() && pieces.size() < wanted)
        pieces.push_back(pieces[std::size_t(pick(random, qsizetype(pieces.size())))]);
    if (pieces.size() > wanted)
        pieces.resize(wanted);
    for (analysis::Stance &stance : made.analysis.stances)
        std::erase_if(stance.evidence, [&](int at) { return std::size_t(at) >= pieces.size(); });
    std::erase_if(made.analysis.stances,
                  [](const analysis::Stance &stance) { return stance.evidence.empty(); });
    for (analysis::Evidence &piece : pieces) {
        piece.day = made.article.published.date.addDays(-pick(random, 5));
        piece.value = double(pick(random, 41) - 20) / 2;
    }
    return made;
}

} // namespace demarche::measure
