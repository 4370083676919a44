#include "models/corpus/readers/reader.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

/// A message of about 100 KB.
QByteArray message(int n, const QByteArray &lineEnd)
{
    const QByteArray number = QByteArray::number(n);
    QByteArray text = "From ana@post.example Tue Mar  5 10:00:00 2024\nFrom: Ana <ana@post.example>\n"
                      "Date: Tue, 5 Mar 2024 10:00:00 +0000\nSubject: Envoy " +
                      number + "\n\nNorland recalled envoy " + number +
                      ".\n\n>From Galvern came no answer.\n\n";
    text +=
        QByteArray("The minister said that there was nothing more to be said of it.\n").repeated(1600) + "\n";
    return text.replace("\n", lineEnd);
}

} // namespace

/// Mailboxes larger than what GMime is given at once are read to their end, each message once.
class TestMailbox : public QObject
{
    Q_OBJECT

private slots:
    void largeOnesAreWhole_data()
    {
        QTest::addColumn<QByteArray>("lineEnd");
        QTest::newRow("lf") << QByteArray("\n");
        QTest::newRow("crlf") << QByteArray("\r\n");
    }
    void largeOnesAreWhole()
    {
        QFETCH(QByteArray, lineEnd);
        constexpr int count = 400; // two parts and a half
        QByteArray box;
        for (int n = 1; n <= count; ++n)
            box += message(n, lineEnd);
        std::vector<QString> titles;
        std::vector<qint64> positions;
        const Sink sink{[&titles](Article &&article) {
                            titles.push_back(article.uri + u' ' + article.title);
                            return article.text.contains(u"\n\nFrom Galvern came"_s);
                        },
                        [](Problem &&problem) { QFAIL(qPrintable(problem.line())); },
                        [&positions](qint64 position) { positions.push_back(position); }};
        QVERIFY(readSource({u"box"_s, box}, sink));
        QCOMPARE(titles.size(), size_t(count));
        for (int n = 1; n <= count; ++n)
            QCOMPARE(titles[size_t(n - 1)], u"box#%1 Envoy %1"_s.arg(n));
        QVERIFY(std::ranges::is_sorted(positions));
        QVERIFY(positions.back() > box.size() - 1000);
    }
};

QTEST_APPLESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
