#include "made.h"
#include "models/corpus/searchhits.h"
#include "models/corpus/searchterms.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <ranges>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

AnalysedArticle saying(const QString &title, const QString &text)
{
    static int number = 1000;
    AnalysedArticle made = madeArticle(++number);
    made.analysis = {};
    made.analysis.published = made.article.published;
    made.article.title = title;
    made.article.text = text;
    if (title.startsWith(u"Visite"))
        made.article.language = u"fr-FR"_s;
    return made;
}

} // namespace

/// What people type, what it finds, and what of it is marked.
class TestSearch : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store>
        m_store; ///< ten made articles on the first days of 2024, then some with words of their own

    [[nodiscard]] qint64 found(const QString &typed) const
    {
        const Result<qint64> count = m_store->count({.search = typed});
        if (!count)
            qWarning("%s: %s", qUtf8Printable(typed), qUtf8Printable(count.error().line()));
        return count.value_or(-1);
    }

private slots:
    void initTestCase()
    {
        m_store = std::make_unique<Store>(*Store::open(m_folder.filePath(u"store"_s)));
        for (int n = 0; n < 10; ++n)
            QVERIFY(m_store->add(std::array{madeArticle(n, QDate(2024, 1, 1).addDays(n))}));
        QVERIFY(m_store->add(std::array{
            saying(u"Visite à Nouméa"_s,
                   u"Le président Erdoğan s’est rendu à Nouméa, où l’on parla d’un cessez-le-feu."_s),
            saying(u"北京会谈"_s, u"外交部长在北京举行会谈，讨论制裁问题。"_s),
            saying(u"Sanctions widened"_s,
                   u"The cease-fire failed; sanctions were widened, O'Brien's office said."_s),
            saying(u"서울 회담"_s, u"외교부 장관은 서울에서 회담을 열었다."_s)}));
    }

    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("count");
        const auto row = [](const char *typed, int count) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << count;
        };
        row("", 14);
        row("   ", 14);
        row("number", 10);
        row("NUMBER", 10);
        row("\"number 3\"", 1);
        row("\"number 3", 1);
        row("“number 3”", 1);
        row("«number 3»", 1);
        row("norland 3", 1);
        row("norland AND 3", 1);
        row("\"number 3\" OR \"number 4\"", 2);
        row("\"number 3\" | \"number 4\"", 2);
        row("norland 3 OR 4", 2); // either is closer than both
        row("(norland 3) OR (norland 4)", 2);
        row("norland -3", 9);
        row("norland NOT 3", 9);
        row("norland −3", 9);
        row("-3", 13);
        row("NOT (3 OR 4)", 12);
        row("norland -(3 OR 4)", 8);
        row("-norland OR 3", 5);
        row("recal*", 10);
        row("recall", 0); // "recalls" and "recalled" are other words
        row("title:3", 1);
        row("title: 3", 1);
        row("title:number", 0);
        row("title:(3 OR 4)", 2);
        row("text:number", 10);
        row("speaker:holm", 10);
        row("speaker:\"ida holm\"", 10);
        row("speaker:norland", 0);
        row("from:harbour", 7);
        row("publisher:harbour", 7);
        row("FROM:harbour", 7);
        row("country:NOR", 10);
        row("country:nor", 10);
        row("country:Norway", 10);
        row("country:norwegian", 10);
        row("country:SDN 3", 1);
        row("country:South Sudan", 0);
        row("country:Sudan number 3", 1);
        row("country:\"Sudan\" -3", 9);
        row("-country:NOR", 4);
        row("country:FRA OR 3", 1);
        row("language:en", 13);
        row("language:French", 1);
        row("-language:en", 1);
        row("before:2024-01-03 number", 2);
        row("after:2024-01-08 number", 2);
        row("after:2024-01-01 before:2024-01-04", 2);
        row("after:2023", 14);
        row("after:2023-12", 14);
        row("before:2024", 0);
        row("before:\"3 January 2024\"", 2);
        row("before:2024-13 number", 0);
        row("erdogan", 1);
        row("ERDOĞAN", 1);
        row("noumea", 1);
        row("cessez-le-feu", 1);
        row("\"cessez le feu\"", 1);
        row("cease-fire", 1);
        row("o'brien's", 1);
        row("O’Brien’s", 1);
        row("s'est", 1);
        row("北京", 1);
        row("制裁", 1);
        row("title:会谈", 1);
        row("-制裁 number", 10);
        row("制裁 OR 3", 2);
        row("서울", 1);
        row("장관", 1);
        row("sanction*", 1);
        row("*sanctions", 1);
        row("sanct*ions", 1);
        row("number) 3", 1);
        row("((number 3", 1);
        row("OR number", 10);
        row("number OR", 10);
        row("number AND", 10);
        row("NOT NOT 3", 1);
        row("NOT", 14);
        row("or", 0); // a word
        row("number % 3", 1);
        row("number - 3", 1);
        row("foo:number", 0);
        row("a:b:c", 0);
    }
    void finds()
    {
        QFETCH(QString, typed);
        QFETCH(int, count);
        QCOMPARE(found(typed), count);
        const Result<std::vector<ArticleId>> ids = m_store->ids({.search = typed});
        QCOMPARE(int(ids->size()), count);
        const Result<std::vector<ArticleRow>> page =
            m_store->articles({.search = typed}, {.offset = 0, .limit = 5});
        QCOMPARE(int(page->size()), std::min(count, 5));
        for (std::size_t i = 0; i < page->size(); ++i)
            QCOMPARE((*page)[i].id, (*ids)[i]);
    }

    void saysHowItWasMeant_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("note"); ///< a part of the only one; empty for none
        QTest::newRow("plain") << u"recall envoy"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("no word") << u"%"_s << u"“%” holds no word"_s;
        QTest::newRow("no word in quotes") << u"\"--\""_s << u"holds no word"_s;
        QTest::newRow("unknown state") << u"country:Atlantis"_s << u"names no state"_s;
        QTest::newRow("unknown language") << u"language:elvish"_s << u"names no language"_s;
        QTest::newRow("no date") << u"before:dawn"_s << u"is no date"_s;
        QTest::newRow("star inside") << u"sanct*ion"_s << u"“sanct*”"_s;
        QTest::newRow("many words") << u"word "_s.repeated(65) << u"first 64 words"_s;
        QTest::newRow("very long") << QString(5000, u'x') << u"first 4096 letters"_s;
        QTest::newRow("deep") << QString(40, u'(') + u'x' << u"more than 16 deep"_s;
    }
    void saysHowItWasMeant()
    {
        QFETCH(QString, typed);
        QFETCH(QString, note);
        const QStringList notes = searchQuery(typed).notes;
        QCOMPARE(notes.isEmpty(), note.isEmpty());
        QVERIFY2(note.isEmpty() || notes.constFirst().contains(note), qUtf8Printable(notes.join(u'\n')));
    }

    void neverFails_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"\"",
                                  "\"\"\"",
                                  "*",
                                  "-",
                                  "- -",
                                  "OR OR x",
                                  "x NOT",
                                  "NEAR(a b)",
                                  "title:",
                                  "title:\"",
                                  "body : x",
                                  "{title body}: x",
                                  "^x",
                                  "x^",
                                  "(",
                                  ")",
                                  ")(",
                                  "()",
                                  "x*y*",
                                  "'; DROP TABLE article; --",
                                  "\\",
                                  "?",
                                  "%",
                                  "\xF0\x9F\x98\x80",
                                  "search:x",
                                  "rowid:1",
                                  "x + y",
                                  "#",
                                  "1.5",
                                  "-\"a",
                                  "text:-x",
                                  "speaker:*",
                                  "country:",
                                  "country:\"",
                                  "before:",
                                  "after:-",
                                  "title:(",
                                  "from:()",
                                  "-()",
                                  "-(",
                                  "NOT (",
                                  "AND AND",
                                  "\xEF\xBC\x8A",
                                  "NULL",
                                  "x/**/y",
                                  "a\tb\nc"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
        QTest::newRow("long") << QString(100'000, u'x');
        QTest::newRow("long and CJK") << QString(100'000, u'会');
        QTest::newRow("many words") << u"word "_s.repeated(20'000);
        QTest::newRow("many either") << u"a OR "_s.repeated(20'000);
        QTest::newRow("many not") << u"-a "_s.repeated(20'000);
        QTest::newRow("many groups") << u"(a "_s.repeated(20'000);
        QTest::newRow("many countries") << u"country:x "_s.repeated(400);
        QTest::newRow("zero") << u"a"_s + QChar(0) + u"b"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) + u"x"_s;
        QTest::newRow("lone surrogate in a word") << u"x"_s + QChar(0xDC00) + u"y*"_s;
    }
    void neverFails()
    {
        QFETCH(QString, typed);
        QVERIFY(found(typed) >= 0);
        (void)searchHits(searchQuery(typed), u"some text with the word a, b and x"_s);
    }

    void randomTypingNeverFails()
    {
        QRandomGenerator random(7);
        const std::array<QString, 24> parts{
            u"\""_s,      u"("_s,      u")"_s,       u"-"_s,      u" "_s,      u"OR "_s,
            u"NOT "_s,    u"AND "_s,   u"*"_s,       u"title:"_s, u"from:"_s,  u"country:"_s,
            u"before:"_s, u"after:"_s, u"2024-01"_s, u"norway"_s, u"number"_s, u"3"_s,
            u"会"_s,      u"é"_s,      u"'"_s,       u"%"_s,      u"“"_s,      u":"_s};
        const QString text = m_store->article(3)->article.text;
        for (int round = 0; round < 4000; ++round) {
            QString typed;
            for (int n = random.bounded(16); n > 0; --n)
                typed += random.bounded(8) == 0 ? QString(QChar(random.bounded(1, 0xFFFF)))
                                                : parts.at(random.bounded(24));
            QVERIFY2(found(typed) >= 0, qUtf8Printable(typed));
            for (const text::Span hit : searchHits(searchQuery(typed), text))
                QVERIFY(hit.begin >= 0 && hit.begin < hit.end && hit.end <= text.size());
        }
    }

    void marksHits_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("marked"); ///< the text with its hits in brackets
        QTest::newRow("word, not part of one")
            << u"war"_s << u"The [war] went toward Erdoğan’s wards; the WARS cease-fire."_s;
        QTest::newRow("case and accent")
            << u"ERDOGAN"_s << u"The war went toward [Erdoğan]’s wards; the WARS cease-fire."_s;
        QTest::newRow("beginning") << u"war*"_s
                                   << u"The [war] went toward Erdoğan’s [wards]; the [WARS] cease-fire."_s;
        QTest::newRow("phrase") << u"\"cease fire\""_s
                                << u"The war went toward Erdoğan’s wards; the WARS [cease-fire]."_s;
        QTest::newRow("not what is refused")
            << u"went -war"_s << u"The war [went] toward Erdoğan’s wards; the WARS cease-fire."_s;
        QTest::newRow("not other fields")
            << u"title:war from:wards text:the"_s
            << u"[The] war went toward Erdoğan’s wards; [the] WARS cease-fire."_s;
        QTest::newRow("overlapping") << u"\"the war\" OR \"war went\""_s
                                     << u"[The war] went toward Erdoğan’s wards; the WARS cease-fire."_s;
        QTest::newRow("nothing") << u"%"_s << u"The war went toward Erdoğan’s wards; the WARS cease-fire."_s;
    }
    void marksHits()
    {
        QFETCH(QString, typed);
        QFETCH(QString, marked);
        QString text = u"The war went toward Erdoğan’s wards; the WARS cease-fire."_s;
        const std::vector<text::Span> hits = searchHits(searchQuery(typed), text);
        for (const text::Span &hit : std::views::reverse(hits))
            text.insert(hit.end, u']').insert(hit.begin, u'[');
        QCOMPARE(text, marked);
    }

    void excerptsHoldTheHit()
    {
        const QString text = u"Words come first. "_s.repeated(40) + u"The envoy was recalled. "_s +
                             u"More follows.\n"_s.repeated(40);
        const QString excerpt = searchExcerpt(searchQuery(u"envoy"_s), text, 90);
        QVERIFY(excerpt.contains(u"envoy was recalled"));
        QVERIFY(excerpt.startsWith(u"… ") && excerpt.endsWith(u" …"));
        QVERIFY(excerpt.size() <= 100 && !excerpt.contains(u'\n'));
        QVERIFY(searchExcerpt(searchQuery(u"zebra"_s), text, 90).isEmpty());
        QCOMPARE(searchExcerpt(searchQuery(u"b"_s), u"a b c"_s, 90), u"a b c"_s);
    }

    void statesByAnyName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        for (const auto &[name, code] : {std::pair{"CHL", "CHL"},
                                         {"cl", "CHL"},
                                         {"Chile", "CHL"},
                                         {"chilean", "CHL"},
                                         {"ivory coast", "CIV"},
                                         {"Côte d’Ivoire", "CIV"},
                                         {"USA", "USA"},
                                         {"united states", "USA"},
                                         {"UK", "GBR"},
                                         {"Atlantis", ""},
                                         {"", ""}})
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(code);
    }
    void statesByAnyName()
    {
        QFETCH(QString, name);
        QTEST(countryCode(name), "code");
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
