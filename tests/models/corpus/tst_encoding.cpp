#include "models/corpus/encoding.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche::corpus;

/// Bytes to text: what is declared of them, what they show themselves, and which of the two holds.
class TestEncoding : public QObject
{
    Q_OBJECT

private slots:
    void contentTypesAreRead_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("charset");
        QTest::newRow("plain") << "text/html; charset=utf-8"_ba << "utf-8"_ba;
        QTest::newRow("quoted") << "text/html;charset=\"windows-1251\""_ba << "windows-1251"_ba;
        QTest::newRow("in capitals") << "text/xml; version=1; CHARSET = KOI8-R"_ba << "KOI8-R"_ba;
        QTest::newRow("without its semicolon") << "text/html charset=utf-8"_ba << "utf-8"_ba;
        QTest::newRow("none") << "text/html"_ba << QByteArray();
        QTest::newRow("another parameter") << "text/html; notcharset=utf-8"_ba << QByteArray();
        QTest::newRow("empty") << "text/html; charset="_ba << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void contentTypesAreRead()
    {
        QFETCH(QByteArray, header);
        QTEST(charsetOf(header).name, "charset");
        QVERIFY(!charsetOf(header).isChosen);
    }

    void bytesAreDecoded_data()
    {
        using Basis = Decoded::Basis;
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("declared");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<Basis>("basis");
        const QByteArray cafe = "caf\xe9"_ba;
        QTest::newRow("UTF-8") << "caf\xc3\xa9"_ba << QByteArray() << u"café"_s << u"UTF-8"_s << Basis::Bytes;
        QTest::newRow("anything") << cafe << QByteArray() << u"café"_s << u"windows-1252"_s
                                  << Basis::Fallback;
        QTest::newRow("declared") << cafe << "windows-1251"_ba << u"cafй"_s << u"windows-1251"_s
                                  << Basis::Declared;
        QTest::newRow("declared, though UTF-8")
            << "caf\xc3\xa9"_ba << "windows-1251"_ba << u"café"_s << u"UTF-8"_s << Basis::Bytes;
        QTest::newRow("declared UTF-8, though none")
            << cafe << "utf-8"_ba << u"café"_s << u"windows-1252"_s << Basis::Fallback;
        QTest::newRow("declared by an unknown name")
            << cafe << "x-none"_ba << u"café"_s << u"windows-1252"_s << Basis::Fallback;
        QTest::newRow("Latin-1 is Windows-1252")
            << "\x93so\x94"_ba << "ISO-8859-1"_ba << u"“so”"_s << u"windows-1252"_s << Basis::Declared;
        QTest::newRow("marked") << "\xff\xfe"
                                   "a\0\xe9\0"_ba
                                << "utf-8"_ba << u"aé"_s << u"UTF-16LE"_s << Basis::Mark;
    }
    void bytesAreDecoded()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, declared);
        const Decoded decoded = decode(bytes, declared);
        QTEST(decoded.text, "text");
        QTEST(decoded.encoding, "encoding");
        QTEST(decoded.basis, "basis");
        QCOMPARE(decoded.replaced, 0);
    }

    void whatIsChosenGoesBeforeAll()
    {
        const Decoded decoded = decode("caf\xc3\xa9", Charset::chosen("windows-1251"));
        QCOMPARE(decoded.text, u"cafГ©"_s);
        QCOMPARE(decoded.basis, Decoded::Basis::Chosen);
    }

    void someBytesMayMeanOtherwise_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<bool>("may");
        QTest::newRow("ASCII") << "cafe"_ba << u"windows-1252"_s << false;
        QTest::newRow("UTF-8") << "caf\xc3\xa9"_ba << u"UTF-8"_s << false;
        QTest::newRow("UTF-8 read otherwise") << "caf\xc3\xa9"_ba << u"windows-1252"_s << true;
        QTest::newRow("UTF-8 with a fault") << "caf\xc3\xa9 \xe9"_ba << u"UTF-8"_s << true;
        QTest::newRow("one byte a letter") << "caf\xe9"_ba << u"windows-1252"_s << true;
        QTest::newRow("none") << QByteArray() << u"UTF-8"_s << false;
    }
    void someBytesMayMeanOtherwise()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        QTEST(mayMeanOtherwise(bytes, encoding), "may");
    }
};

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
