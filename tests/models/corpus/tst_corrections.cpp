#include "made.h"
#include "models/analysis/record.h"
#include "models/corpus/analysing.h"
#include "models/corpus/provenance.h"
#include "models/corpus/readers/reader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

Article readFrom(const QByteArray &bytes, const QString &uri = u"made.txt"_s)
{
    Article article;
    const Sink sink{[&article](Article &&read) { return article = std::move(read), true; },
                    [](Problem &&) {}};
    if (const Result<void> done = readSource({uri, bytes}, sink); !done)
        qWarning("%s", qUtf8Printable(done.error().line()));
    return article;
}

std::vector<QDate> evidenceDays(const Store &store)
{
    std::vector<QDate> days;
    (void)store.loadEvidence(
        [&days](const EvidenceRow &row) { days.push_back(QDate::fromJulianDay(row.day)); });
    return days;
}

/// As an analysis would give it: what is found moves with the article's day.
analysis::Analysis analysed(const Article &article)
{
    analysis::Analysis found = madeArticle(0, article.published.date).analysis;
    found.published = article.published;
    return found;
}

constexpr auto english =
    "Norway recalled its ambassador from Sudan on Monday, after the talks in Oslo had failed for the third "
    "time. The minister said that there was nothing more to be said about it.";
constexpr auto french =
    "La Norvège a rappelé son ambassadeur au Soudan lundi, après l’échec des pourparlers d’Oslo. Le ministre "
    "a déclaré qu’il n’y avait plus rien à dire et que le gouvernement ne reviendrait pas sur sa décision.";

} // namespace

/// What is known of an article beside its words: whence, and what the analyst says instead.
class TestCorrections : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    Store withOne(const QString &name)
    {
        Result<Store> store = Store::open(m_folder.filePath(name));
        if (!store || !store->add(std::array{madeArticle(1, QDate(2024, 3, 5))}))
            qFatal("no store");
        return std::move(*store);
    }

    /// As the analyst says it of the first article.
    static Result<void> say(Store &store, const Corrections &said)
    {
        const Correctable article{store.correctable(1)->found, said};
        return store.correct(1, article, analysed(corrected(article)));
    }

private slots:
    void languages_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("language");
        QTest::addColumn<Basis>("basis");
        const auto html = [](const char *lang, const char *text) {
            return QByteArray("<html") + lang +
                   "><head><title>Envoy</title></head><body><article><h1>Envoy</h1><p>" + text + "</p><p>" +
                   text + "</p></article></body></html>";
        };
        QTest::newRow("English by its words") << QByteArray(english) << u"en"_s << Basis::Text;
        QTest::newRow("French by its words") << QByteArray(french) << u"fr"_s << Basis::Text;
        QTest::newRow("too short to tell") << QByteArray("Oslo 2024") << u"en"_s << Basis::Assumed;
        QTest::newRow("declared and true") << html(" lang='en-GB'", english) << u"en-GB"_s << Basis::Metadata;
        QTest::newRow("declared, but its words are French")
            << html(" lang='en'", french) << u"fr"_s << Basis::Text;
        QTest::newRow("not declared") << html("", french) << u"fr"_s << Basis::Text;
    }
    void languages()
    {
        QFETCH(QByteArray, page);
        const Article article = readFrom(page);
        QTEST(article.language, "language");
        QTEST(article.languageBasis, "basis");
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<Basis>("basis");
        const QString text = QString::fromUtf8(french);
        QTest::newRow("UTF-8 by its bytes") << text.toUtf8() << u"UTF-8"_s << Basis::Text;
        QTest::newRow("UTF-8 with its mark")
            << QByteArray("\xEF\xBB\xBF") + text.toUtf8() << u"UTF-8"_s << Basis::Metadata;
        QTest::newRow("Windows-1252, for want of better")
            << text.toLatin1() << u"windows-1252"_s << Basis::Assumed;
    }
    void encodings()
    {
        QFETCH(QByteArray, bytes);
        const Article article = readFrom(bytes);
        QTEST(article.encoding, "encoding");
        QTEST(article.encodingBasis, "basis");
    }

    void publishers()
    {
        QCOMPARE(
            readFrom("Envoy recalled\nBy Ana Ruiz\nThe Harbour Post, 2024-03-01\n\n" + QByteArray(english))
                .publisherBasis,
            Basis::Metadata);
        const Article page =
            readFrom("{\"url\": \"https://www.post.example/a\", \"title\": \"Envoy\", \"text\": \"" +
                     QByteArray(english) + "\"}");
        QCOMPARE(page.publisher, u"post.example"_s);
        QCOMPARE(page.publisherBasis, Basis::Address);
        const Article called =
            readFrom("<html><head><meta property='og:site_name' content='The Morning Wire'><title>Envoy "
                     "recalled</title></head><body><h1>Envoy recalled</h1><p>" +
                     QByteArray(english) + "</p></body></html>");
        QCOMPARE(called.publisher, u"The Morning Wire"_s);
        QCOMPARE(called.publisherBasis, Basis::SiteName);
        const Article item = readFrom(
            "<rss><channel><title>Harbour Post: World</title><link>https://harbourpost.example/</link>"
            "<item><title>Envoy</title><description>" +
            QByteArray(english) + "</description></item></channel></rss>");
        QCOMPARE(item.publisher, u"Harbour Post"_s);
        QCOMPARE(item.publisherBasis, Basis::FeedTitle);
    }

    void basesSurviveTheStore()
    {
        AnalysedArticle made = madeArticle(3);
        made.article.language = u"fr"_s;
        made.article.languageBasis = Basis::Text;
        made.article.publisherBasis = Basis::Address;
        made.article.encoding = u"UTF-8"_s;
        made.article.encodingBasis = Basis::Metadata;
        Store store = *Store::open(m_folder.filePath(u"bases"_s));
        QVERIFY(store.add(std::array{made}));
        const Article got = store.article(1)->article;
        QCOMPARE(got.language, u"fr"_s);
        QCOMPARE(got.languageBasis, Basis::Text);
        QCOMPARE(got.publisherBasis, Basis::Address);
        QCOMPARE(got.encoding, u"UTF-8"_s);
        QCOMPARE(got.encodingBasis, Basis::Metadata);
        QCOMPARE(store.articles({})->front().language, u"fr"_s);
    }

    void analystsWordStandsBesideWhatWasFound()
    {
        Store store = withOne(u"beside"_s);
        const Article found = store.article(1)->article;
        Corrections said;
        said.title = u"Envoy called home"_s;
        said.day = QDate(2023, 12, 24);
        said.publisher = u"The Morning Wire"_s;
        said.language = u"fr"_s;
        QVERIFY(say(store, said));

        const StoredArticle now = *store.article(1);
        QCOMPARE(now.article.title, *said.title);
        QCOMPARE(now.article.published.date, *said.day);
        QCOMPARE(now.article.published.basis, analysis::DateBasis::Option);
        QCOMPARE(now.article.publisher, *said.publisher);
        QCOMPARE(now.article.publisherBasis, Basis::Analyst);
        QCOMPARE(now.article.language, u"fr"_s);
        QCOMPARE(now.article.languageBasis, Basis::Analyst);
        QCOMPARE(evidenceDays(store), std::vector<QDate>{QDate(2023, 12, 24)});
        QCOMPARE(*store.count({.to = QDate(2023, 12, 31)}), 1);
        QCOMPARE(*store.count({.search = u"title:\"called home\" from:morning -title:recalls"_s}), 1);
        QVERIFY(store.check());

        const Correctable both = *store.correctable(1);
        QCOMPARE(both.corrections, said);
        QCOMPARE(both.found.title, found.title);
        QCOMPARE(both.found.published.date, found.published.date);
        QCOMPARE(both.found.published.basis, found.published.basis);
        QCOMPARE(both.found.publisher, found.publisher);
        QCOMPARE(both.found.language, found.language);
    }

    void takenBackItIsAsFound()
    {
        Store store = withOne(u"back"_s);
        const QByteArray before = analysis::record(store.article(1)->article, store.article(1)->analysis);
        Corrections said;
        said.day = QDate(2020, 1, 1);
        QVERIFY(say(store, said));
        said.publisher = u"Another"_s; // a second change keeps what was found at first
        QVERIFY(say(store, said));
        QCOMPARE(store.correctable(1)->found.published.date, QDate(2024, 3, 5));
        QVERIFY(say(store, {}));
        QCOMPARE(analysis::record(store.article(1)->article, store.article(1)->analysis), before);
        QVERIFY(store.correctable(1)->corrections.isEmpty());
    }

    void importedAgainItStillHolds()
    {
        Store store = *Store::open(m_folder.filePath(u"again"_s));
        AnalysedArticle made = madeArticle(1);
        made.article.uri = u"https://post.example/a/1"_s;
        QVERIFY(store.add(std::array{made}));
        Corrections said;
        said.day = QDate(2023, 12, 24);
        said.publisher = u"The Morning Wire"_s;
        QVERIFY(say(store, said));
        made.article.text += u" More was added later."_s;
        made.article.publisher = u"Harbour"_s;
        QCOMPARE((*store.add(std::array{made}))[0].outcome, Outcome::Updated);
        const StoredArticle now = *store.article(1);
        QVERIFY(now.article.text.endsWith(u"added later."));
        QCOMPARE(now.article.publisher, u"The Morning Wire"_s);
        QCOMPARE(now.article.published.date, QDate(2023, 12, 24));
        QCOMPARE(store.correctable(1)->found.publisher, u"Harbour"_s);
        QVERIFY(store.check());
    }

    /// Whoever adds may analyse; what it then finds is what the analyst's word gives.
    void longerVersionsAreAnalysedAsCorrected()
    {
        Store store = *Store::open(m_folder.filePath(u"longer"_s));
        store.recorrectWith([](const Article &newer, const Corrections &said) {
            const Correctable article{newer, said};
            return Recorrected{article, analysed(corrected(article))};
        });
        AnalysedArticle made = madeArticle(1);
        made.article.uri = u"https://post.example/a/1"_s;
        QVERIFY(store.add(std::array{made}));
        Corrections said;
        said.day = QDate(2023, 12, 24);
        QVERIFY(say(store, said));
        made.article.text += u" More was added later."_s;
        QVERIFY(store.add(std::array{made}));
        QCOMPARE(evidenceDays(store), std::vector<QDate>{QDate(2023, 12, 24)});
        QCOMPARE(store.article(1)->analysis.published.date, QDate(2023, 12, 24));
        QCOMPARE(store.correctable(1)->corrections, said);
        QCOMPARE(store.correctable(1)->found.published.date, QDate(2024, 3, 5));
    }

    /// An import may replace it while it is analysed; that analysis is of another text.
    void replacedMeanwhileItIsRefused()
    {
        Store store = *Store::open(m_folder.filePath(u"meanwhile"_s));
        AnalysedArticle made = madeArticle(1);
        made.article.uri = u"https://post.example/a/1"_s;
        QVERIFY(store.add(std::array{made}));
        Correctable article = *store.correctable(1);
        article.corrections.title = u"Another"_s;
        made.article.text += u" More was added later."_s;
        QVERIFY(store.add(std::array{made}));
        const Result<void> refused = store.correct(1, article, made.analysis);
        QVERIFY(!refused && refused.error().line().contains(u"meanwhile"));
        QVERIFY(store.check());
    }

    void onlyEnglishIsAnalysed()
    {
        const Result<Analyze> analyze = shippedAnalysis();
        QVERIFY(analyze.has_value());
        Article article = readFrom("Visite\nThe Harbour Post, 2024-03-01\n\n" + QByteArray(french));
        const analysis::Analysis none = (*analyze)(article);
        QVERIFY(none.actors.empty() && none.quotes.empty() && none.actions.empty());
        QCOMPARE(none.warnings, QStringList{u"The article is in French, which is not analysed"_s});
        QCOMPARE(none.published.date, QDate(2024, 3, 1));
        Corrections said;
        said.language = u"en"_s;
        QVERIFY((*analyze)(corrected(article, said)).warnings.isEmpty());
        QVERIFY(!(*analyze)(readFrom(english)).actors.empty());
    }
};

QTEST_GUILESS_MAIN(TestCorrections)
#include "tst_corrections.moc"
