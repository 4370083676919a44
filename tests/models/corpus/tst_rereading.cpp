#include "made.h"
#include "madearchives.h"
#include "madefiles.h"
#include "models/analysis/record.h"
#include "models/corpus/database.h"
#include "models/corpus/encodings.h"
#include "models/corpus/import.h"
#include "models/corpus/provenance.h"
#include "models/corpus/rereading.h"
#include "models/corpus/sources/settling.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

/// In IBM850, of which nothing tells what it is: accents are too few for that.
const QString words = QStringLiteral("Após três reuniões, o embaixador da Noruega deixou Cartum na "
                                     "segunda-feira, depois que as negociações em Oslo "
                                     "fracassaram. O ministro disse que não há mais nada a acrescentar e que "
                                     "a decisão do governo não mudará.");
const QString title = QStringLiteral("Após três reuniões");

QByteArray in(const char *encoding, const QString &text)
{
    QStringEncoder encoder(encoding);
    return encoder.encode(text);
}

/// With an encoding declared wrongly.
fetch::Response answer(const QByteArray &body)
{
    fetch::Response response;
    response.address = QUrl(u"https://post.example/a/1"_s);
    response.body = body;
    response.charset = "windows-1251";
    return response;
}

/// The article's own words, so that what is stored shows what was analysed.
analysis::Analysis analysed(const Article &article)
{
    analysis::Analysis found;
    found.published = article.published;
    found.sentences = {{0, int(article.text.size())}};
    return found;
}

} // namespace

/// The analyst sets the encoding of an article: its source is read anew.
class TestRereading : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_store;
    QString m_file;

    static ImportHooks hooks() { return {.analyze = analysed, .progress = {}, .problem = {}, .stored = {}}; }

    void import(const QString &path)
    {
        const Result<ImportReport> report = importPaths(m_store, {path}, 1, hooks());
        QVERIFY(report.has_value());
        QVERIFY2(report->problems.empty(),
                 report->problems.empty() ? "" : qPrintable(report->problems.front().line()));
    }

    /// As the window does it; the line of what went wrong.
    QString set(const std::optional<QString> &encoding, ArticleId id = 1)
    {
        Store store = *Store::open(m_store);
        const Correctable before = *store.correctable(id);
        Corrections said = before.corrections;
        said.encoding = encoding;
        const Result<Correctable> now = withCorrections(before, said);
        if (!now)
            return now.error().line();
        const Result<void> done = store.correct(id, *now, analysed(corrected(*now)));
        return done ? QString() : done.error().line();
    }

    Article stored(ArticleId id = 1) const { return Store::open(m_store)->article(id)->article; }

private slots:
    void init()
    {
        static int round = 0;
        m_store = m_folder.filePath(u"%1/store"_s.arg(++round));
        m_file = m_folder.filePath(u"%1/articles/made"_s.arg(round));
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    }

    void allThatCanBeChosenCanBeRead()
    {
        for (const NamedEncoding &encoding : encodings())
            QVERIFY2(canDecode(encoding.name), encoding.name.data());
        QCOMPARE(encodingLabel(u"koi8-r"_s), u"Cyrillic (KOI8-R)"_s);
        QCOMPARE(encodingLabel(u"x-none"_s), u"x-none"_s);
    }

    void sourcesAreReadAnew_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("ending");
        const QByteArray head = in("IBM850", title);
        const QByteArray body = in("IBM850", words);
        const QByteArray text = head + "\n\n" + body + "\n";
        const auto page = [&](const QByteArray &meta) {
            return "<html><head>" + meta + "<title>" + head + "</title></head><body><article><h1>" + head +
                   "</h1><p>" + body + "</p><p>" + body + "</p></article></body></html>";
        };
        QTest::newRow("text") << text << u".txt"_s;
        QTest::newRow("a page with another's address, wrongly declared")
            << page("<meta charset=windows-1251><link rel=canonical href='https://post.example/a/1'>")
            << u".html"_s;
        QTest::newRow("a table's row") << "date;title;text\n2024-03-05;" + head + ";\"" + body + "\"\n"
                                       << u".csv"_s;
        QTest::newRow("a feed's item")
            << "<rss><channel><title>T</title><item><title>" + head + "</title><description>" + body +
                   "</description></item></channel></rss>"
            << u".xml"_s;
        QTest::newRow("NITF") << "<nitf><body><body.head><hedline><hl1>" + head +
                                     "</hl1></hedline></body.head><body.content><p>" + body +
                                     "</p></body.content></body></nitf>"
                              << u".xml"_s;
        QTest::newRow("a record") << "{\"title\": \"" + head + "\", \"text\": \"" + body + "\"}\n"
                                  << u".json"_s;
        QTest::newRow("a message") << "From: Ana <a@post.example>\nTo: b@post.example\nDate: Tue, 5 Mar 2024 "
                                      "10:00:00 +0000\nSubject: Envoy\nContent-Type: text/plain\n\n" +
                                          body + "\n"
                                   << u".eml"_s;
        QTest::newRow("a zip's member") << zipped({{"one.txt", text}}) << u".zip"_s;
        QTest::newRow("an export") << "HD  " + head +
                                          "\nWC  40 words\nPD  5 March 2024\nSN  Post\nLA  English\nLP\n" +
                                          body + "\nTD\n" + body + "\n\nDocument PST0000020240305ek3500001\n"
                                   << u".txt"_s;
    }
    void sourcesAreReadAnew()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, ending);
        writeFile(m_file + ending, bytes);
        import(m_file + ending);
        const Article before = stored();
        QVERIFY(!before.text.contains(words.first(20)));
        QCOMPARE(set(u"IBM850"_s), QString());

        const Article now = stored();
        QVERIFY2(now.text.contains(words), qPrintable(now.text));
        QCOMPARE(now.encoding, u"IBM850"_s);
        QCOMPARE(now.encodingBasis, Basis::Analyst);
        QCOMPARE(now.uri, before.uri);
        const Store store = *Store::open(m_store);
        QCOMPARE(*store.count(), 1);
        QCOMPARE(*store.count({.search = u"negociações"_s}), 1);
        QCOMPARE(store.article(1)->analysis.sentences[0].end, int(now.text.size()));
        QVERIFY(store.articles({})->front().title.contains(before.title == "Envoy"_L1 ? u"Envoy"_s : title));
        QVERIFY(store.check());
    }

    void takenBackItIsAsFound()
    {
        writeFile(m_file + u".txt"_s, in("IBM850", title + u"\n\n"_s + words));
        import(m_file + u".txt"_s);
        const auto record = [this] {
            const StoredArticle one = *Store::open(m_store)->article(1);
            return analysis::record(one.article, one.analysis);
        };
        const QByteArray before = record();
        const Article found = stored();
        QCOMPARE(set(u"IBM850"_s), QString());
        QCOMPARE(set(u"ISO-8859-5"_s), QString()); // a second one keeps what was found at first
        QCOMPARE(Store::open(m_store)->correctable(1)->found.text, found.text);
        QFile::remove(m_file + u".txt"_s); // what was found is kept: nothing needs to be read
        QCOMPARE(set({}), QString());
        QCOMPARE(record(), before);
        QCOMPARE(stored().encoding, found.encoding);
        QCOMPARE(stored().encodingBasis, found.encodingBasis);
        QVERIFY(Store::open(m_store)->correctable(1)->corrections.isEmpty());
        QVERIFY(Store::open(m_store)->check());
    }

    void otherCorrectionsLieOverIt()
    {
        writeFile(m_file + u".txt"_s, in("IBM850", title + u"\n\n"_s + words));
        import(m_file + u".txt"_s);
        QCOMPARE(set(u"IBM850"_s), QString());
        Store store = *Store::open(m_store);
        Correctable article = *store.correctable(1);
        article.corrections.title = u"Envoy recalled"_s;
        QVERIFY(store.correct(1, article, analysed(corrected(article))));
        QCOMPARE(store.article(1)->article.title, u"Envoy recalled"_s);
        QCOMPARE(store.correctable(1)->read().title, title);
        QCOMPARE(store.correctable(1)->corrections, article.corrections);
        QCOMPARE(set({}), QString());
        QCOMPARE(store.article(1)->article.title, u"Envoy recalled"_s);
    }

    void importedAgainItIsTheSame()
    {
        writeFile(m_file + u".txt"_s, in("IBM850", title + u"\n\n"_s + words));
        import(m_file + u".txt"_s);
        QCOMPARE(set(u"IBM850"_s), QString());
        writeFile(m_file + u"2.txt"_s, in("IBM850", title + u"\n\n"_s + words));
        import(m_file + u"2.txt"_s);
        QCOMPARE(*Store::open(m_store)->count(), 1);
        QVERIFY(stored().text.contains(words));
    }

    void longerVersionsAreReadSo()
    {
        const auto page = [](const QString &more) {
            return in("IBM850", u"<html><head><link rel=canonical href='https://post.example/a/1'><title>"_s +
                                    title + u"</title></head><body><article><p>"_s + words + u"</p><p>"_s +
                                    words + more + u"</p></article></body></html>"_s);
        };
        writeFile(m_file + u".html"_s, page({}));
        import(m_file + u".html"_s);
        QCOMPARE(set(u"IBM850"_s), QString());
        const QString more = u" À noite, o embaixador voltou à sua terra."_s;
        writeFile(m_file + u"2.html"_s, page(more));
        import(m_file + u"2.html"_s);
        QCOMPARE(*Store::open(m_store)->count(), 1);
        QVERIFY(stored().text.endsWith(more));
        QCOMPARE(stored().encodingBasis, Basis::Analyst);
        QCOMPARE(Store::open(m_store)->article(1)->analysis.sentences[0].end, int(stored().text.size()));
        QCOMPARE(set({}), QString());
        QVERIFY(!stored().text.contains(more));
        QVERIFY(Store::open(m_store)->check());
    }

    /// Read as declared, wrongly, none of its words is another's.
    void copiesAreFoundAnew()
    {
        const QString russian =
            u"Посол Норвегии покинул Хартум в понедельник после того, как переговоры в Осло сорвались в "
            u"третий раз. "
            "Министр заявил, что добавить к этому больше нечего и что правительство своего решения не изменит."_s;
        const QString longer = russian + u' ' + QString(russian).replace(u"Посол"_s, u"Атташе"_s);
        writeFile(m_file + u".html"_s, "<html><head><meta charset=windows-1251></head><body><p>" +
                                           in("KOI8-R", longer) + "</p></body></html>");
        writeFile(m_file + u"2.txt"_s, (u"Два\n\n"_s + longer + u" Конец."_s).toUtf8());
        import(m_file + u".html"_s);
        import(m_file + u"2.txt"_s);
        QCOMPARE(Store::open(m_store)->copies(1)->size(), 1U);
        QCOMPARE(set(u"KOI8-R"_s), QString());
        QCOMPARE(Store::open(m_store)->copies(1)->size(), 2U);
        QCOMPARE(set({}), QString());
        QCOMPARE(Store::open(m_store)->copies(1)->size(), 1U);
    }

    void whatWasFetchedIsKept_data()
    {
        QTest::addColumn<Input>("input");
        const QByteArray body = in("IBM850", words);
        const QByteArray item = "<item><title>" + in("IBM850", title) + "</title><description>" + body +
                                "</description><link>/a/2</link></item>";
        const QByteArray feed = "<rss><channel><title>T</title><item><title>One</title><description>" +
                                in("IBM850", QString(words).replace(u"embaixador"_s, u"adido"_s)) +
                                "</description></item>" + item + "</channel></rss>";
        const QByteArray page = "<html><head><title>" + in("IBM850", title) +
                                "</title></head><body><article><p>" + body + "</p><p>" + body +
                                "</p></article></body></html>";
        QTest::newRow("a page") << sources::pageInput(0, answer(page));
        QTest::newRow("the second of a feed") << sources::feedInput(0, answer(feed), {});
    }
    void whatWasFetchedIsKept()
    {
        QFETCH(Input, input);
        QVERIFY(importInputs(m_store, {input}, 1, hooks()));
        const ArticleId last = *Store::open(m_store)->count();
        const Article before = stored(last);
        QVERIFY(!before.text.contains(words.first(20)));
        QCOMPARE(set(u"IBM850"_s, last), QString());
        QVERIFY2(stored(last).text.contains(words), qPrintable(stored(last).text));
        QCOMPARE(stored(last).uri, before.uri);
        QCOMPARE(set(u"ISO-8859-5"_s, last), QString());
        QCOMPARE(set({}, last), QString());
        QCOMPARE(stored(last).text, before.text);
        QVERIFY(Store::open(m_store)->check());
    }

    /// A feed's bytes are there once, until the last of its articles goes.
    void whatWasFetchedGoesWithTheLast()
    {
        const QByteArray feed = "<rss><channel><title>T</title><item><description>" + in("IBM850", words) +
                                "</description></item><item><description>" +
                                in("IBM850", QString(words).replace(u"embaixador"_s, u"adido"_s)) +
                                "</description></item></channel></rss>";
        const auto kept = [this] {
            const auto database = *Database::open(m_store, Access::Read);
            return database->value(u"SELECT count(*) FROM fetched"_s)->toInt();
        };
        QVERIFY(importInputs(m_store, {sources::feedInput(0, answer(feed), {})}, 1, hooks()));
        Store store = *Store::open(m_store);
        QCOMPARE(*store.count(), 2);
        QCOMPARE(kept(), 1);
        for (const ArticleId id : {1, 2}) {
            QVERIFY(store.remove(std::span(&id, 1)));
            QCOMPARE(kept(), id == 1 ? 1 : 0);
            QVERIFY(store.check());
        }
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QString>("lost");
        QTest::addColumn<QString>("line");
        QTest::newRow("gone") << u"gone"_s << u"the file is there no more"_s;
        QTest::newRow("another article") << u"other"_s << u"is not found in its source"_s;
        QTest::newRow("fetched in UTF-8") << u"fetched"_s << u"the bytes that it came from are not kept"_s;
        QTest::newRow("a format that has none") << u"docx"_s << u"makes no difference"_s;
    }
    void whatCannotBeReadIsSaid()
    {
        QFETCH(QString, lost);
        QFETCH(QString, line);
        const QString path = m_file + u".txt"_s;
        const QByteArray text = in("IBM850", title + u"\n\n"_s + words);
        writeFile(path, lost == "docx"_L1
                            ? "{\\rtf1\\ansi " + QByteArray("Envoy \\'f3 home. ").repeated(20) + "}"
                            : text);
        if (lost == "fetched"_L1) {
            const QByteArray utf8 = (title + u"\n\n"_s + words).toUtf8();
            const std::vector<Input> fetched{{u"https://post.example/a/1"_s, utf8, {}, 0}};
            QVERIFY(importInputs(m_store, fetched, 1, hooks()));
        } else {
            import(path);
        }
        if (lost == "gone"_L1)
            QFile::remove(path);
        if (lost == "other"_L1)
            writeFile(path, "date,title,text\n2024-01-01,One,\"First text\"\n2024-01-02,Two,\"Another\"\n");
        const Article before = stored();
        const QString told = set(u"IBM850"_s);
        QVERIFY2(told.contains(line), qPrintable(told));
        QVERIFY(!told.contains(u'\n'));
        QCOMPARE(stored().text, before.text);
        QVERIFY(Store::open(m_store)->correctable(1)->corrections.isEmpty());
    }

    /// What was stored before sources were kept is found by its own name.
    void olderArticlesAreFoundByTheirName()
    {
        AnalysedArticle made = madeArticle(1);
        writeFile(m_file + u".csv"_s, "date;title;text\n2024-03-05;" + in("IBM850", title) + ";\"" +
                                          in("IBM850", words) + "\"\n");
        made.article.uri = m_file + u".csv#2"_s;
        made.article.encoding = u"windows-1252"_s;
        QVERIFY(Store::open(m_store)->add(std::array{made}));
        QCOMPARE(set(u"IBM850"_s), QString());
        QCOMPARE(stored().text, words);
    }

    /// A file that moved is read where it was imported from at last.
    void movedSourcesAreFoundWhereTheyWereSeenLast()
    {
        const QByteArray text = in("IBM850", title + u"\n\n"_s + words);
        writeFile(m_file + u".txt"_s, text);
        import(m_file + u".txt"_s);
        QFile::remove(m_file + u".txt"_s);
        writeFile(m_file + u"-moved.txt"_s, text);
        import(m_file + u"-moved.txt"_s);
        QCOMPARE(*Store::open(m_store)->count(), 1);
        QCOMPARE(set(u"IBM850"_s), QString());
        QVERIFY(stored().text.contains(words));
    }
};

QTEST_GUILESS_MAIN(TestRereading)
#include "tst_rereading.moc"
