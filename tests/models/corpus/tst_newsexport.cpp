#include "models/corpus/languagenames.h"
#include "models/corpus/readers/reader.h"

#include <QTest>

#include <archive.h>
#include <archive_entry.h>

#include <functional>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

constexpr int articlesInAll = 500; ///< what the vendors hand out at most at once

/// Article `n` of an export, as it should be read. Every field is missing from some.
struct Wanted
{
    int n;

    [[nodiscard]] QString title() const { return u"Norland recalls envoy number %1 from Sudria"_s.arg(n); }
    [[nodiscard]] QString byline() const { return n % 3 == 0 ? QString() : u"Ana Ruiz"_s; }
    [[nodiscard]] QString source() const { return n % 2 == 0 ? u"The Harbour Post"_s : u"Kelland Echo"_s; }
    [[nodiscard]] QDate day() const { return QDate(2022, 11, 1).addDays(n); }
    [[nodiscard]] QString lead() const
    {
        return u"Norland recalled envoy number %1 from Sudria on that day, the foreign ministry said in a note."_s
            .arg(n);
    }
    [[nodiscard]] QString rest() const
    {
        return u"\"Enough,\" Foreign Minister Ida Holm said of case %1, and would say no more about it."_s
            .arg(n);
    }
    [[nodiscard]] QString accession() const
    {
        return u"NNAGEN00%1ej%2x"_s.arg(day().toString(u"yyyyMMdd"_s)).arg(n, 6, 10, QLatin1Char('0'));
    }
    [[nodiscard]] QString englishDay() const { return QLocale::c().toString(day(), u"MMMM d, yyyy dddd"_s); }
    [[nodiscard]] QString britishDay() const { return QLocale::c().toString(day(), u"d MMMM yyyy"_s); }
};

using Writer = std::function<QString(const Wanted &)>;

QString factivaTagged(const Wanted &w)
{
    QString text = u"HD\n%1\n"_s.arg(w.title());
    if (!w.byline().isEmpty())
        text += u"BY\nBy %1\n"_s.arg(w.byline());
    return text +
           u"WC\n%1 words\nPD\n%2\nSN\n%3\nSC\nNNAGEN\nLA\nEnglish\nCY\n(c) 2023 %3\n\nLP\n%4\n\nTD\n%5\n\nAN\nDocument %6\n\n"_s
               .arg(w.n)
               .arg(w.britishDay(), w.source(), w.lead(), w.rest(), w.accession());
}

QString factivaDisplayed(const Wanted &w)
{
    QString text = w.title() + u'\n';
    if (!w.byline().isEmpty())
        text += u"By %1\n"_s.arg(w.byline());
    return text +
           u"%1 words\n%2\n%3\nNNAGEN\nEnglish\n(c) 2023 %3. All rights reserved.\n\n%4\n\n%5\n\nDocument %6\n\n"_s
               .arg(w.n)
               .arg(w.britishDay(), w.source(), w.lead(), w.rest(), w.accession());
}

QString factivaPage(const Wanted &w)
{
    const auto row = [](const QString &tag, const QString &value) {
        return u"<tr><td class=\"index\"><b>%1</b>&nbsp;</td><td>%2</td></tr>"_s.arg(tag, value);
    };
    QString text = u"<div class=\"article enArticle\"><table>"_s +
                   row(u"HD"_s, u"<b class='enHeadline'>"_s + w.title() + u"</b>"_s);
    if (!w.byline().isEmpty())
        text += row(u"BY"_s, w.byline());
    return text + row(u"WC"_s, u"%1 words"_s.arg(w.n)) + row(u"PD"_s, w.britishDay()) +
           row(u"SN"_s, w.source()) + row(u"LA"_s, u"English"_s) +
           row(u"LP"_s, u"<p>"_s + w.lead() + u"</p>"_s) + row(u"TD"_s, u"<p>"_s + w.rest() + u"</p>"_s) +
           row(u"AN"_s, u"Document "_s + w.accession()) + u"</table></div>\n"_s;
}

QString proQuest(const Wanted &w)
{
    const QString rule(60, u'_');
    QString text = u"%1\n\nDocument %2 of 500\n\n%3\n\n"_s.arg(rule).arg(w.n).arg(w.title());
    if (!w.byline().isEmpty())
        text += u"Author: %1\n\n"_s.arg(w.byline());
    return text + u"Abstract: %1\n\nFull text: %1\n\n%2\n\n"_s.arg(w.lead(), w.rest()) +
           u"Subject: Diplomacy\n\nPublication title: %1\n\nPublication date: %2\n\n"
           "Language of publication: English\n\nProQuest document ID: %3\n\n"_s
               .arg(w.source(), w.englishDay())
               .arg(w.n);
}

QString nexisOld(const Wanted &w)
{
    QString text =
        u"                               %1 of 500 DOCUMENTS\n\n\n                    %2\n\n                    %3\n\n%4\n\n"_s
            .arg(w.n)
            .arg(w.source(), w.englishDay(), w.title());
    if (!w.byline().isEmpty())
        text += u"BYLINE: %1\n\n"_s.arg(w.byline());
    return text +
           u"SECTION: NEWS; Pg. 3\n\nLENGTH: %1 words\n\n%2\n\n%3\n\nLOAD-DATE: January 1, 2024\n\nLANGUAGE: ENGLISH\n\n                 Copyright 2023 %4\n                  All Rights Reserved\n\n"_s
               .arg(w.n)
               .arg(w.lead(), w.rest(), w.source());
}

QString nexisNew(const Wanted &w)
{
    QString text =
        u"%1\n\n%2\n\n%3\n\nCopyright 2023 %2 All Rights Reserved\n\nSection: NEWS\n\nLength: %4 words\n\n"_s
            .arg(w.title(), w.source(), w.englishDay())
            .arg(w.n);
    if (!w.byline().isEmpty())
        text += u"Byline: %1\n\n"_s.arg(w.byline());
    return text +
           u"Body\n\n%1\n\n%2\n\nLoad-Date: January 1, 2024\n\nEnd of Document\n\n"_s.arg(w.lead(), w.rest());
}

QString nexisPage(const Wanted &w)
{
    QString text;
    for (const QString &line : nexisNew(w).split(u"\n\n"_s, Qt::SkipEmptyParts))
        text += u"<p>%1</p>\n"_s.arg(line);
    return text;
}

/// Text as RTF writes it.
QString inRtf(const QString &text)
{
    QString escaped;
    for (const QChar c : text)
        escaped += c.unicode() < 128 ? QString(c) : u"\\u%1?"_s.arg(c.unicode());
    return escaped;
}

QString factivaRtf(const Wanted &w)
{
    const auto row = [](const QString &tag, const QString &value) {
        return u"\\trowd\\cellx800\\cellx9000\\intbl{\\b %1}\\cell\\intbl %2\\cell\\row\n"_s.arg(
            tag, inRtf(value));
    };
    QString text = row(u"HD"_s, w.title());
    if (!w.byline().isEmpty())
        text += row(u"BY"_s, w.byline());
    return text + row(u"WC"_s, u"%1 words"_s.arg(w.n)) + row(u"PD"_s, w.britishDay()) +
           row(u"SN"_s, w.source()) + row(u"LA"_s, u"English"_s) + row(u"LP"_s, w.lead()) +
           row(u"TD"_s, w.rest()) + row(u"AN"_s, u"Document "_s + w.accession()) + u"\\pard\\page\n"_s;
}

QString nexisRtf(const Wanted &w)
{
    QString text;
    for (const QString &line : nexisNew(w).split(u"\n\n"_s, Qt::SkipEmptyParts))
        text += u"\\pard "_s + inRtf(line) + u"\\par\n"_s;
    return text;
}

QString nexisWordParagraphs(const Wanted &w)
{
    QString text;
    for (const QString &line : nexisNew(w).split(u"\n\n"_s, Qt::SkipEmptyParts))
        text += u"<w:p><w:r><w:t>%1</w:t></w:r></w:p>"_s.arg(line.toHtmlEscaped());
    return text;
}

void addMember(archive *zip, const char *name, const QByteArray &bytes)
{
    archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_size(entry, bytes.size());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(zip, entry);
    archive_write_data(zip, bytes.constData(), size_t(bytes.size()));
    archive_entry_free(entry);
}

/// A DOCX of nothing but its main part.
QByteArray inDocx(const QByteArray &document)
{
    QByteArray bytes(document.size() + 64 * 1024, '\0');
    size_t used = 0;
    archive *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_open_memory(zip, bytes.data(), size_t(bytes.size()), &used);
    addMember(zip, "[Content_Types].xml", "<Types/>");
    addMember(zip, "word/document.xml", document);
    archive_write_close(zip);
    archive_write_free(zip);
    return bytes.first(qsizetype(used));
}

QByteArray exportOf(const Writer &writer, const QString &before, const QString &after)
{
    QString whole = before;
    for (int n = 1; n <= articlesInAll; ++n)
        whole += writer({n});
    return (whole + after).toUtf8();
}

void addExport(const char *name, const Writer &writer, const QString &before = {}, const QString &after = {})
{
    QTest::newRow(name) << exportOf(writer, before, after);
}

} // namespace

/// Exports of the size that the vendors allow, made here: each article must come out as it went in.
class TestNewsExport : public QObject
{
    Q_OBJECT

private slots:
    void splitsFiveHundred_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString page = u"<html><head><meta charset=\"utf-8\"></head><body>"_s;
        addExport("Factiva, text with tags", factivaTagged, u"Factiva\nDow Jones\n\n"_s,
                  u"Search Summary\nText x\n"_s);
        addExport("Factiva, text without tags", factivaDisplayed, {}, u"Search Summary\nText x\n"_s);
        addExport("Factiva, page", factivaPage, page, u"</body></html>"_s);
        addExport("ProQuest, text", proQuest);
        addExport("Nexis, older text", nexisOld, u"Download Request: Selected Items: 1-500\n\n"_s);
        addExport("Nexis, newer text", nexisNew);
        addExport("Nexis, page", nexisPage, page, u"</body></html>"_s);
        addExport("Factiva, RTF", factivaRtf, u"{\\rtf1\\ansi\\deff0 "_s, u"}"_s);
        addExport("Nexis, RTF", nexisRtf, u"{\\rtf1\\ansi\\deff0 "_s, u"}"_s);
        QTest::newRow("Nexis, DOCX") << inDocx(
            exportOf(nexisWordParagraphs,
                     u"<?xml version=\"1.0\"?><w:document "
                     "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"_s,
                     u"</w:body></w:document>"_s));
    }

    void splitsFiveHundred()
    {
        QFETCH(QByteArray, bytes);
        std::vector<Article> articles;
        QStringList problems;
        const Sink sink{[&](Article &&article) {
                            articles.push_back(std::move(article));
                            return true;
                        },
                        [&](Problem &&problem) { problems << problem.line(); }};
        QVERIFY(readSource({u"made"_s, bytes}, sink).has_value());
        QCOMPARE(problems, QStringList());
        QCOMPARE(int(articles.size()), articlesInAll);
        for (int n = 1; n <= articlesInAll; ++n) {
            const Wanted wanted{n};
            const Article &article = articles[size_t(n - 1)];
            QCOMPARE(article.title, wanted.title());
            QCOMPARE(article.byline.join(u' '), wanted.byline());
            QCOMPARE(article.publisher, wanted.source());
            QCOMPARE(article.published.date, wanted.day());
            QCOMPARE(article.text, wanted.lead() + u"\n\n"_s + wanted.rest());
            QCOMPARE(article.warnings, QStringList());
        }
    }

    /// Ordinary articles stay with the readers of their form, whatever words they use.
    void leavesOthersAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("about a document") << QByteArray(
            "Envoys sign\n\nDocument A was signed on Monday.\n\nEnd of document, they said.\n\n345 words\n");
        QTest::newRow("a page on archives") << QByteArray("<html><body><p>The Load-Date: field of an archive "
                                                          "tells when a thing was loaded.</p></body></html>");
        QTest::newRow("a head with keys")
            << QByteArray("Title: Norland recalls envoy\nByline: Ana Ruiz\nDate: 2024-03-05\n\nNorland "
                          "recalled its envoy.\n");
    }

    void leavesOthersAlone()
    {
        QFETCH(QByteArray, bytes);
        const Result<const Reader *> reader = readerFor({u"made"_s, bytes});
        QVERIFY(reader.has_value());
        QVERIFY((*reader)->name() != QLatin1StringView("Factiva or Nexis export"));
    }

    void stoppingIsObeyed()
    {
        int given = 0;
        const Sink sink{[&given](Article &&) { return ++given < 3; }, [](Problem &&) {}};
        QVERIFY(readSource({u"made"_s, exportOf(nexisNew, {}, {})}, sink).has_value());
        QCOMPARE(given, 3);
    }

    void knowsLanguages_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("tag");
        QTest::newRow("ENGLISH") << u"ENGLISH"_s << u"en"_s;
        QTest::newRow("Deutsch") << u"Deutsch"_s << u"de"_s;
        QTest::newRow("allemand") << u"allemand"_s << u"de"_s;
        QTest::newRow("Français") << u"Français"_s << u"fr"_s;
        QTest::newRow("Español") << u"Español"_s << u"es"_s;
        QTest::newRow("Swahili") << u"Swahili"_s << u"sw"_s;
        QTest::newRow("a variety") << u"Chinese - Traditional"_s << u"zh"_s;
        QTest::newRow("unknown") << u"Norlandic"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void writesTags_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("tag");
        QTest::newRow("usual form") << u"en-GB"_s << u"en-GB"_s;
        QTest::newRow("small") << u"en-gb"_s << u"en-GB"_s;
        QTest::newRow("underscore") << u"EN_GB"_s << u"en-GB"_s;
        QTest::newRow("script") << u"zh-hant-tw"_s << u"zh-Hant-TW"_s;
        QTest::newRow("name") << u"English"_s << u"en"_s;
        QTest::newRow("code that is a name too") << u"ga"_s << u"ga"_s;
        QTest::newRow("no language") << u"<b>"_s << QString();
    }

    void writesTags()
    {
        QFETCH(QString, given);
        QFETCH(QString, tag);
        QCOMPARE(languageTag(given), tag);
    }

    void knowsLanguages()
    {
        QFETCH(QString, name);
        QFETCH(QString, tag);
        QCOMPARE(languageNamed(name), tag);
    }
};

QTEST_APPLESS_MAIN(TestNewsExport)
#include "tst_newsexport.moc"
