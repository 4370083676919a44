#include "models/corpus/document/article.h"
#include "models/corpus/document/document.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus::document;

namespace {

QByteArray contents(const QString &name)
{
    QFile file(QStringLiteral(DEMARCHE_CASES "/readers/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Document readAny(const QString &name)
{
    const QByteArray bytes = contents(name);
    const Result<Document> read = isRtf(bytes)    ? readRtf(bytes)
                                  : isDocx(bytes) ? readDocx(bytes)
                                                  : readOdt(bytes);
    return read.value_or(Document{});
}

const Paragraph *paragraph(const Document &document, QStringView begin)
{
    const auto found = std::ranges::find_if(
        document.paragraphs, [begin](const Paragraph &one) { return one.text().startsWith(begin); });
    return found == document.paragraphs.end() ? nullptr : &*found;
}

} // namespace

/// The looks of a document's paragraphs, which its article no longer shows but by which collections are
/// split.
class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void headings_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("style");
        QTest::addColumn<int>("heading");
        QTest::newRow("RTF's title") << u"rtf/briefing.rtf"_s << u"Norland recalls"_s << u"Title"_s << 1;
        QTest::newRow("RTF's heading") << u"rtf/briefing.rtf"_s << u"The talks"_s << u"heading 1"_s << 1;
        QTest::newRow("RTF's text") << u"rtf/briefing.rtf"_s << u"By Jane"_s << u"Normal"_s << 0;
        QTest::newRow("DOCX's title") << u"docx/briefing.docx"_s << u"Norland recalls"_s << u"Title"_s << 1;
        QTest::newRow("DOCX's heading by the style it follows")
            << u"docx/briefing.docx"_s << u"The talks"_s << u"Section"_s << 1;
        QTest::newRow("ODT's heading") << u"odt/border.odt"_s << u"Norland closes"_s << u"Heading 1"_s << 1;
        QTest::newRow("ODT's second heading") << u"odt/border.odt"_s << u"What follows"_s << QString() << 2;
    }

    void headings()
    {
        QFETCH(QString, file);
        QFETCH(QString, begin);
        const Document document = readAny(file);
        const Paragraph *found = paragraph(document, begin);
        QVERIFY(found != nullptr);
        QTEST(found->style, "style");
        QTEST(found->heading, "heading");
    }

    void bold()
    {
        QVERIFY(paragraph(readAny(u"rtf/briefing.rtf"_s), u"Norland recalls")->isBold());
        QVERIFY(paragraph(readAny(u"docx/briefing.docx"_s), u"Norland recalls")->isBold());
        QVERIFY(paragraph(readAny(u"odt/border.odt"_s), u"Norland closes")->isBold());
        const Document odt = readAny(u"odt/border.odt"_s);
        const Paragraph *mixed = paragraph(odt, u"Norland closed");
        QVERIFY(!mixed->isBold());
        QVERIFY(std::ranges::any_of(mixed->runs,
                                    [](const Run &run) { return run.bold && run.text == u"Tuesday"; }));
    }

    void links_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("link");
        QTest::newRow("RTF's field") << u"rtf/briefing.rtf"_s << u"Norland recalled"_s
                                     << u"https://sudria.example/"_s;
        QTest::newRow("DOCX's relation")
            << u"docx/briefing.docx"_s << u"Norland recalled"_s << u"https://sudria.example/"_s;
        QTest::newRow("DOCX's field")
            << u"docx/briefing.docx"_s << u"The talks in Lys"_s << u"https://post.example/talks"_s;
        QTest::newRow("ODT's anchor")
            << u"odt/border.odt"_s << u"Norland closed"_s << u"https://sudria.example/"_s;
    }

    void links()
    {
        QFETCH(QString, file);
        QFETCH(QString, begin);
        const Document document = readAny(file);
        const Paragraph *found = paragraph(document, begin);
        QVERIFY(found != nullptr);
        QTEST(found->link(), "link");
        QVERIFY(found->runs.back().link.isEmpty()); // it ends with the words that it is laid under
    }

    void pagesBegin_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("begin");
        QTest::newRow("RTF") << u"rtf/briefing.rtf"_s << u"State"_s;
        QTest::newRow("DOCX") << u"docx/briefing.docx"_s << u"“We will"_s;
        QTest::newRow("ODT") << u"odt/border.odt"_s << u"Norland closes"_s;
    }

    void pagesBegin()
    {
        QFETCH(QString, file);
        QFETCH(QString, begin);
        const Document document = readAny(file);
        QVERIFY(paragraph(document, begin)->pageBreak);
        QCOMPARE(std::ranges::count_if(document.paragraphs, &Paragraph::pageBreak), 1);
    }

    void cells()
    {
        for (const QString &file : {u"rtf/briefing.rtf"_s, u"docx/briefing.docx"_s}) {
            const Document document = readAny(file);
            const Paragraph *cell = paragraph(document, u"12");
            QVERIFY(cell != nullptr);
            QCOMPARE(cell->table, 1);
            QCOMPARE(cell->row, 2);
            QCOMPARE(cell->cell, 2);
            QCOMPARE(paragraph(document, u"“We will")->table, 0);
        }
    }

    void bookmarks()
    {
        QCOMPARE(paragraph(readAny(u"rtf/briefing.rtf"_s), u"The talks")->bookmarks, QStringList{u"talks"_s});
    }

    void emptyParagraphsStay()
    {
        const Document document = readAny(u"rtf/briefing.rtf"_s);
        QVERIFY(
            std::ranges::any_of(document.paragraphs, [](const Paragraph &one) { return one.runs.empty(); }));
    }

    void properties()
    {
        const Document rtf = readAny(u"rtf/briefing.rtf"_s);
        QCOMPARE(rtf.authors, QStringList{u"Jane Doe"_s});
        QCOMPARE(rtf.created, QDate(2024, 3, 6));
        const Document odt = readAny(u"odt/flat.fodt"_s);
        QCOMPARE(odt.title, u"Norland closes its border"_s);
        QCOMPARE(odt.authors, QStringList{u"Tom Vale"_s});
        QCOMPARE(odt.created, QDate(2024, 3, 5));
    }

    /// What programs fill in where nobody wrote a title or a name is neither.
    void fillersAreNoTitles_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("author");
        QTest::addColumn<QString>("titled");
        QTest::addColumn<QStringList>("byline");
        QTest::newRow("written") << u"A border"_s << u"Jane Doe"_s << u"A border"_s
                                 << QStringList{u"Jane Doe"_s};
        QTest::newRow("Word's") << u"Microsoft Word - A border"_s << u"Microsoft Office User"_s
                                << u"A border"_s << QStringList();
        QTest::newRow("a file's") << u"border_v2.docx"_s << u"jdoe"_s << QString() << QStringList();
        QTest::newRow("none") << u"Document1"_s << u"admin"_s << QString() << QStringList();
    }

    void fillersAreNoTitles()
    {
        QFETCH(QString, title);
        QFETCH(QString, author);
        Document document;
        document.title = title;
        document.authors = QStringList{author};
        Paragraph words;
        words.runs = {
            {u"The border stays closed, the minister said on Tuesday, until both have talked."_s, false, {}}};
        document.paragraphs = {words};
        const auto article = articleOf(document);
        QVERIFY(article.has_value());
        QTEST(article->title, "titled");
        QTEST(article->byline, "byline");
    }
};

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
