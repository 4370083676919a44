#include "models/corpus/html/titles.h"

#include <QTest>

using namespace Qt::StringLiterals;
namespace html = demarche::corpus::html;

class TestTitles : public QObject
{
    Q_OBJECT

private slots:
    void withoutSite_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("site");
        QTest::addColumn<QStringList>("headings");
        QTest::addColumn<QString>("bare");
        const auto row = [](const char *title, const char *site, const QStringList &headings,
                            const char *bare) {
            QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(site) << headings
                                 << QString::fromUtf8(bare);
        };
        row("Envoy recalled | Harbour Post", "", {}, "Envoy recalled");
        row("Envoy recalled - Harbour Post", "", {}, "Envoy recalled");
        row("Envoy recalled | World | Harbour Post", "", {}, "Envoy recalled");
        row("Envoy recalled – World News – Harbour Post", "", {}, "Envoy recalled");
        row("Envoy recalled :: post.example", "", {}, "Envoy recalled");
        row("Envoy recalled|Harbour Post", "", {}, "Envoy recalled");
        row("Harbour Post | Envoy recalled from Sudria", "Harbour Post", {}, "Envoy recalled from Sudria");
        row("Harbour Post: Envoy recalled", "Harbour Post", {}, "Envoy recalled");
        row("Envoy recalled - what we know so far", "", {}, "Envoy recalled - what we know so far");
        row("Norland-Sudria talks fail", "", {}, "Norland-Sudria talks fail");
        row("Envoy recalled - the harbour post", "The Harbour Post", {}, "Envoy recalled");
        row("Minister: “We are tired” - Harbour Post", "", {u"Minister: “We are tired”"_s},
            "Minister: “We are tired”");
        row("Envoy recalled from Sudria | Harbour Post", "",
            {u"Harbour Post"_s, u"Envoy recalled from Sudria"_s}, "Envoy recalled from Sudria");
        row("Harbour Post : World : Envoy recalled from Sudria after a month", "", {},
            "Envoy recalled from Sudria after a month");
        row("Envoy recalled", "", {}, "Envoy recalled");
        row("", "", {}, "");
    }
    void withoutSite()
    {
        QFETCH(QString, title);
        QFETCH(QString, site);
        QFETCH(QStringList, headings);
        QFETCH(QString, bare);
        QCOMPARE(html::withoutSite(title, site, headings), bare);
    }

    void siteIn_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("site");
        const auto row = [](const char *page, const char *host, const char *site) {
            QTest::newRow(page) << QString::fromUtf8(page) << QString::fromLatin1(host)
                                << QString::fromUtf8(site);
        };
        row("Envoy recalled | Harbour Post", "", "Harbour Post");
        row("Envoy recalled | World | Harbour Post", "", "Harbour Post");
        row("Envoy recalled | Harbour Post | World", "www.harbourpost.example", "Harbour Post");
        row("Harbour Post - Envoy recalled", "", "Harbour Post");
        row("Envoy recalled-Eastern Daily-easterndaily.example", "", "Eastern Daily");
        row("Envoy recalled - by Lena Aster", "", "");
        row("Envoy recalled", "post.example", "");
        row("Another title | Harbour Post", "", "");
    }
    void siteIn()
    {
        QFETCH(QString, page);
        QFETCH(QString, host);
        QFETCH(QString, site);
        QCOMPARE(html::siteIn(page, u"Envoy recalled"_s, host), site);
    }
};

QTEST_APPLESS_MAIN(TestTitles)
#include "tst_titles.moc"
