#include "models/corpus/encoding.h"

#include <QStringEncoder>
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

    /// A paragraph in many languages' own encodings: of other scripts it is found out which one that is.
    void otherScriptsShow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        const QString russian =
            u"Посол Норвегии покинул Хартум в понедельник после того, как переговоры в Осло "
            "сорвались. Министр заявил, что добавить к этому больше нечего."_s;
        const QString greek =
            u"Ο πρέσβης της Νορβηγίας έφυγε τη Δευτέρα μετά την αποτυχία των συνομιλιών στο Όσλο. "
            "Ο υπουργός δήλωσε ότι δεν έχει τίποτα να προσθέσει."_s;
        const QString hebrew =
            u"שגריר נורווגיה עזב ביום שני לאחר שהשיחות באוסלו נכשלו בפעם השלישית. השר אמר שאין לו "
            "מה להוסיף ושהממשלה לא תשנה את החלטתה."_s;
        const QString thai =
            u"เอกอัครราชทูตนอร์เวย์เดินทางออกจากคาร์ทูมเมื่อวันจันทร์ หลังการเจรจาที่ออสโลล้มเหลวเป็นครั้งที่สาม"_s;
        const QString japanese =
            u"ノルウェー大使は月曜日、オスロでの協議が三度目に決裂した後、ハルツームを離れた。"
            "大臣は、これ以上付け加えることはないと述べた。"_s;
        const QString chinese =
            u"挪威大使星期一离开喀土穆，此前在奥斯陆的谈判第三次破裂。部长说，他没有什么要补充的，"
            "政府不会改变决定。"_s;
        const QString korean =
            u"노르웨이 대사는 오슬로 회담이 세 번째로 결렬된 뒤 월요일 하르툼을 떠났다. 장관은 더 "
            "덧붙일 말이 없다고 말했다."_s;
        for (const char *encoding : {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866"})
            QTest::newRow(encoding) << russian << QString::fromLatin1(encoding);
        QTest::newRow("Greek") << greek << u"ISO-8859-7"_s;
        QTest::newRow("Hebrew") << hebrew << u"windows-1255"_s;
        QTest::newRow("Thai") << thai << u"windows-874"_s;
        QTest::newRow("Shift JIS") << japanese << u"Shift_JIS"_s;
        QTest::newRow("EUC-JP") << japanese << u"EUC-JP"_s;
        QTest::newRow("GB 18030") << chinese << u"GB18030"_s;
        QTest::newRow("EUC-KR") << korean << u"EUC-KR"_s;
    }
    void otherScriptsShow()
    {
        QFETCH(QString, text);
        QFETCH(QString, encoding);
        const QByteArray bytes = QStringEncoder(encoding.toLatin1().constData()).encode(text);
        for (const QByteArray &around : {QByteArray(), QByteArray("<html><body class='page'><p>")}) {
            const Decoded decoded = decode(around + bytes);
            QCOMPARE(decoded.encoding, encoding);
            QVERIFY(decoded.text.endsWith(text));
            QCOMPARE(decoded.basis, Decoded::Basis::Letters);
            QCOMPARE(decode(around + bytes, "utf-8").encoding, encoding); // a template's mistake
        }
    }

    void westernTextsAreWindows1252_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("French")
            << u"L’ambassadeur de Norvège a quitté Khartoum lundi, après l’échec des négociations "
               "à Oslo. Le ministre a déclaré qu’il n’avait rien à ajouter."_s;
        QTest::newRow("German")
            << u"Der Botschafter Norwegens verließ Khartum am Montag, nachdem die Gespräche in "
               "Oslo gescheitert waren. Der Minister erklärte, er habe nichts hinzuzufügen."_s;
        QTest::newRow("Icelandic")
            << u"Sendiherra Noregs fór frá Kartúm á mánudaginn eftir að viðræðurnar í Ósló höfðu "
               "mistekist í þriðja sinn. Ráðherrann sagðist ekki hafa neinu við það að bæta."_s;
        QTest::newRow("English")
            << u"“We have nothing to add,” the minister said — “nothing at all.” The envoy’s café "
               "stayed closed."_s;
    }
    void westernTextsAreWindows1252()
    {
        QFETCH(QString, text);
        const QByteArray bytes = QStringEncoder("windows-1252").encode(text);
        const Decoded decoded = decode(bytes);
        QCOMPARE(decoded.encoding, u"windows-1252"_s);
        QCOMPARE(decoded.text, text);
        QCOMPARE(decoded.basis, Decoded::Basis::Fallback);
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
