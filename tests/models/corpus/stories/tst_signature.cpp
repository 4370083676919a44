#include "models/corpus/stories/boilerplate.h"
#include "models/corpus/stories/candidates.h"
#include "models/corpus/stories/grouping.h"
#include "models/corpus/stories/storywords.h"
#include "tests/models/corpus/stories/made.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace demarche::corpus;
using namespace demarche::corpus::stories;
using namespace Qt::StringLiterals;

/// What copies are known by: words, signatures, candidates, groups.
class tst_Signature : public QObject
{
    Q_OBJECT

private slots:
    void wordsFoldWhatPapersChange_data();
    void wordsFoldWhatPapersChange();
    void otherWordsStayOthers();
    void boilerplateIsNoWord_data();
    void boilerplateIsNoWord();
    void estimateIsNearTheTruth_data();
    void estimateIsNearTheTruth();
    void signatureSurvivesPacking();
    void damagedSignatureIsAProblem();
    void shortTextsTellNothing();
    void wordsUnderEverythingAreNoCandidates();
    void groupsDoNotDependOnOrder();
};

void tst_Signature::wordsFoldWhatPapersChange_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("case") << u"The ENVOY left"_s << u"the envoy left"_s;
    QTest::newRow("quotation marks") << u"“Enough,” he said"_s << u"\"Enough\", he said"_s;
    QTest::newRow("apostrophes") << u"Norland’s don’t"_s << u"Norland's don't"_s;
    QTest::newRow("accents") << u"São Tomé"_s << u"Sao Tome"_s;
    QTest::newRow("isation") << u"the organisation realised"_s << u"the organization realized"_s;
    QTest::newRow("our") << u"honour and labour"_s << u"honor and labor"_s;
    QTest::newRow("re") << u"the centre, a metre"_s << u"the center, a meter"_s;
    QTest::newRow("doubled") << u"travelled, cancelled"_s << u"traveled, canceled"_s;
    QTest::newRow("per cent") << u"five per cent more"_s << u"five percent more"_s;
    QTest::newRow("hyphens") << u"cease-fire"_s << u"cease fire"_s;
    QTest::newRow("soft hyphen") << u"cease\u00ADfire"_s << u"ceasefire"_s;
    QTest::newRow("lines") << u"one\n\ntwo"_s << u"one two"_s;
}

void tst_Signature::wordsFoldWhatPapersChange()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(storyWords(one), storyWords(other));
    QVERIFY(!storyWords(one).empty());
}

void tst_Signature::otherWordsStayOthers()
{
    QVERIFY(storyWords(u"recalled its envoy") != storyWords(u"expelled its envoy"));
    QVERIFY(storyWords(u"three dead") != storyWords(u"thirty dead"));
    QVERIFY(storyWords(u"12 dead") != storyWords(u"13 dead"));
}

void tst_Signature::boilerplateIsNoWord_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("boilerplate");
    QTest::newRow("rights") << u"© 2024 The Harbour Post. All rights reserved."_s << true;
    QTest::newRow("credit") << u"(Reporting by Ana Ruiz; Editing by Tom Vale)"_s << true;
    QTest::newRow("newsletter") << u"Sign up for our daily newsletter"_s << true;
    QTest::newRow("address") << u"More at https://example.org/news"_s << true;
    QTest::newRow("caption") << u"File photo: the embassy in Port Elin"_s << true;
    QTest::newRow("sample") << u"Written for the Démarche project as a sample; not a news report."_s << true;
    QTest::newRow("report") << u"Norland recalled its envoy from Sudria on Monday."_s << false;
    QTest::newRow("about rights") << u"The union said rights of sailors were ignored for years."_s << false;
    QTest::newRow("updated treaty") << u"The updated treaty comes into force in May."_s << false;
}

void tst_Signature::boilerplateIsNoWord()
{
    QFETCH(QString, line);
    QFETCH(bool, boilerplate);
    QCOMPARE(isBoilerplate(line), boilerplate);
    QCOMPARE(storyWords(line).empty(), boilerplate);
}

void tst_Signature::estimateIsNearTheTruth_data()
{
    QTest::addColumn<int>("kept"); // of 400 words
    QTest::newRow("all") << 400;
    QTest::newRow("most") << 300;
    QTest::newRow("half") << 200;
    QTest::newRow("a quarter") << 100;
    QTest::newRow("nothing") << 0;
}

void tst_Signature::estimateIsNearTheTruth()
{
    QFETCH(int, kept);
    const Signature whole = signatureOf(report(1, 400));
    const QStringList words = report(1, 400).split(u' ');
    const QString copied = words.first(kept).join(u' ');
    const Likeness like =
        likeness(whole, signatureOf(copied + u' ' + report(2, 400 - kept)));
    // Shared shingles over all of both: kept / (400 + 400 - kept).
    const double alike = kept / (800.0 - kept);
    QVERIFY2(std::abs(like.alike - alike) < 0.13, qPrintable(QString::number(like.alike)));
    QVERIFY2(std::abs(like.contained - kept / 400.0) < 0.2, qPrintable(QString::number(like.contained)));
}

void tst_Signature::signatureSurvivesPacking()
{
    const Signature made = signatureOf(report(3, 200));
    const QByteArray bytes = packed(made);
    QCOMPARE(bytes.size(), 180);
    const auto again = unpackedSignature(bytes);
    QVERIFY(again.has_value());
    QCOMPARE(*again, made);
}

void tst_Signature::damagedSignatureIsAProblem()
{
    QVERIFY(!unpackedSignature({}).has_value());
    QVERIFY(!unpackedSignature(packed(signatureOf(report(3, 200))).chopped(1)).has_value());
}

void tst_Signature::shortTextsTellNothing()
{
    const Signature brief = signatureOf(u"Norland recalls envoy, says minister.");
    QVERIFY(!brief.tells());
    QVERIFY(!sameStory(brief, brief));
    QVERIFY(!signatureOf(QString()).tells());
    QVERIFY(sameStory(signatureOf(report(4, 40)), signatureOf(report(4, 40))));
}

void tst_Signature::wordsUnderEverythingAreNoCandidates()
{
    std::vector<Posting> many;
    for (qint64 article = 1; article <= Candidates::tooManyStories; ++article)
        many.push_back({article, article});
    std::vector<Posting> copies = many;
    for (Posting &posting : copies)
        posting.story = 1;
    const Signature signature = signatureOf(report(1, 100));
    Candidates candidates(signature);
    candidates.take(0, many);
    candidates.take(1, many);
    QVERIFY(candidates.articles().empty());
    candidates.take(2, copies);
    QVERIFY(candidates.articles().empty()); // one key is not enough
    candidates.take(3, copies);
    QCOMPARE(candidates.articles().size(), copies.size());
    QVERIFY(candidates.isCopy(signature)); // two of its sixteen keys stand under everything
    for (std::size_t key = 4; key < 9; ++key)
        candidates.take(key, many);
    QVERIFY(!candidates.isCopy(signature));
}

void tst_Signature::groupsDoNotDependOnOrder()
{
    // Two stories of four copies each, and two articles alone.
    std::vector<std::pair<int, Signature>> all;
    for (int copy = 0; copy < 4; ++copy) {
        for (int story = 0; story < 2; ++story)
            all.emplace_back(story, signatureOf(report(story + 10, 300) + u' ' + report(100 + copy, 30 * copy)));
    }
    all.emplace_back(2, signatureOf(report(20, 300)));
    all.emplace_back(3, signatureOf(report(21, 300)));
    std::mt19937 random(5);
    for (int round = 0; round < 20; ++round) {
        for (std::size_t i = all.size() - 1; i > 0; --i)
            std::swap(all[i], all[random() % (i + 1)]);
        std::vector<Signature> signatures;
        std::ranges::transform(all, std::back_inserter(signatures), &std::pair<int, Signature>::second);
        const std::vector<std::size_t> heads = grouped(signatures);
        for (std::size_t a = 0; a < all.size(); ++a) {
            QVERIFY(heads[a] <= a);
            for (std::size_t b = 0; b < all.size(); ++b)
                QCOMPARE(heads[a] == heads[b], all[a].first == all[b].first);
        }
    }
}

QTEST_GUILESS_MAIN(tst_Signature)
#include "tst_signature.moc"
