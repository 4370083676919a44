#include "models/corpus/stories/storywords.h"

#include "models/corpus/stories/boilerplate.h"
#include "models/language/hash.h"

#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::stories {

namespace {

constexpr bool isApostrophe(char16_t c)
{
    return c == u'\'' || c == u'’' || c == u'‘' || c == u'ʼ' || c == u'`' || c == u'´';
}

/// A letter without its accent, in small case.
QChar plain(QChar c)
{
    if (c.unicode() >= 0x80 && c.decompositionTag() == QChar::Canonical)
        c = c.decomposition().front();
    return c.toLower();
}

/// Spelling that differs by the side of the Atlantic: z as s, ou as o, ae and oe as e, doubled letters once,
/// -re as -er. Different words rarely meet, and shingles of several words never do.
void foldSpelling(QString &word)
{
    QString folded;
    folded.reserve(word.size());
    for (qsizetype i = 0; i < word.size(); ++i) {
        QChar c = word.at(i) == u'z' ? u's' : word.at(i);
        const QChar last = folded.isEmpty() ? QChar() : folded.back();
        if (c == last && c.isLetter())
            continue;
        if (c == u'u' && last == u'o')
            continue;
        if (c == u'e' && (last == u'a' || last == u'o') && word.size() > 4)
            folded.chop(1);
        folded += c;
    }
    if (folded.size() > 3 && folded.endsWith("re"_L1) && !QStringView(u"aeio").contains(folded.at(folded.size() - 3)))
        folded.replace(folded.size() - 2, 2, u"er"_s);
    word = std::move(folded);
}

/// Gathers words and gives their hashes.
class Words
{
public:
    void take(QStringView line)
    {
        for (const QChar c : line) {
            if (isApostrophe(c.unicode()) && !m_word.isEmpty())
                continue; // "don't" as "dont", whoever sets the mark
            if (c.isLetterOrNumber() || c.isSurrogate())
                m_word += plain(c);
            else if (c != QChar::SoftHyphen && !c.isMark())
                end();
        }
        end();
    }

    [[nodiscard]] std::vector<std::uint64_t> hashes() { return std::move(m_hashes); }

private:
    void end()
    {
        if (m_word.isEmpty())
            return;
        foldSpelling(m_word);
        if (m_word == "cent"_L1 && m_last == "per"_L1) {
            m_hashes.pop_back();
            m_word = u"percent"_s;
        }
        m_hashes.push_back(language::hash(m_word));
        m_last = std::exchange(m_word, {});
    }

    QString m_word;
    QString m_last;
    std::vector<std::uint64_t> m_hashes;
};

} // namespace

std::vector<std::uint64_t> storyWords(QStringView text)
{
    Words words;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf(u'\n');
        const QStringView line = (end < 0 ? text : text.first(end)).trimmed();
        if (!line.isEmpty() && !isBoilerplate(line))
            words.take(line);
        text = end < 0 ? QStringView() : text.sliced(end + 1);
    }
    return words.hashes();
}

} // namespace demarche::corpus::stories
