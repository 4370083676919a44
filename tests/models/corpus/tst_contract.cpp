#include "readercontract.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

/// The contract of reader.h, held by every reader of the registry for good, cut, changed and senseless bytes.
/// A million more: DEMARCHE_INPUTS=1000000 QTEST_FUNCTION_TIMEOUT=86400000 tst_contract manyInputs
class TestContract : public QObject
{
    Q_OBJECT

    /// What broke the contract, to be made a test file.
    static void keep(const QByteArray &bytes)
    {
        QFile file(QDir::temp().filePath(u"contract_broken_by"_s));
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size())
            qInfo("kept as %s", qPrintable(file.fileName()));
    }

private slots:
    void namesAreDistinct()
    {
        QStringList names;
        for (const Reader *reader : readers())
            names << QString(reader->name());
        QCOMPARE(names.size(), QSet<QString>(names.begin(), names.end()).size());
    }

    void likenessIsInBounds()
    {
        for (const QByteArray &sample : samples()) {
            for (const Reader *reader : readers()) {
                const int likeness = reader->likeness({u"made"_s, sample});
                QVERIFY(likeness >= 0 && likeness <= 100);
            }
        }
    }

    void goodBytes()
    {
        for (const QByteArray &sample : samples())
            checkSource(sample);
    }

    /// Any reader may be handed what is not in its format.
    void foreignBytes()
    {
        const Sink sink{[](Article &&) { return true; }, [](Problem &&) {}};
        for (const QByteArray &sample : samples()) {
            for (const Reader *reader : readers())
                static_cast<void>(reader->read({u"made"_s, sample}, sink));
        }
    }

    void cutBytes()
    {
        for (const QByteArray &sample : samples()) {
            for (qsizetype size = 0; size < sample.size(); size += 1 + sample.size() * oneIn / 40)
                checkSource(sample.first(size));
        }
    }

    void changedBytes()
    {
        const QList<QByteArray> all = samples();
        QRandomGenerator random(20240305);
        for (int round = 0; round < 1500 / oneIn && !QTest::currentTestFailed(); ++round)
            checkSource(mutated(all[random.bounded(all.size())], random));
    }

    void senselessBytes()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 300; ++round)
            checkSource(senseless(random));
    }

    /// Cut, changed and senseless in turn; every format as often as any other. PDFs are left to fuzz_pdf, for
    /// each starts a process.
    void manyInputs()
    {
        const int wanted = qEnvironmentVariableIntValue("DEMARCHE_INPUTS");
        if (wanted == 0)
            QSKIP("DEMARCHE_INPUTS says how many");
        std::vector<QList<QByteArray>> formats;
        for (auto &[format, all] : samplesByFormat()) {
            if (format != "pdf"_L1 && !all.isEmpty())
                formats.push_back(std::move(all));
        }
        QRandomGenerator random(quint32(qEnvironmentVariableIntValue("DEMARCHE_SEED")));
        for (int done = 0; done < wanted && !QTest::currentTestFailed(); ++done) {
            const QList<QByteArray> &all = formats[random.bounded(quint32(formats.size()))];
            const QByteArray &sample = all[random.bounded(all.size())];
            const QByteArray bytes = done % 3 == 0   ? sample.first(random.bounded(sample.size() + 1))
                                     : done % 3 == 1 ? mutated(sample, random)
                                                     : senseless(random);
            checkSource(bytes, 1);
            if (QTest::currentTestFailed())
                keep(bytes);
            if ((done + 1) % 50'000 == 0)
                qInfo("%d inputs", done + 1);
        }
    }

    void stoppingIsObeyed()
    {
        const QByteArray lines =
            QByteArray("{\"title\": \"x\", \"text\": \"Some words of a report.\"}\n").repeated(50);
        int given = 0;
        const Sink sink{[&given](Article &&) { return ++given < 3; }, [](Problem &&) {}};
        QVERIFY(readSource({u"made"_s, lines}, sink).has_value());
        QCOMPARE(given, 3);
    }

    void deepNestingIsRefusedOrRead()
    {
        checkSource("<html><body>" + QByteArray("<div>").repeated(200'000) + "words");
        checkSource("<html><body>" + QByteArray("<b><p>").repeated(3'000) + "words");
        checkSource("{\"text\": " + QByteArray("[").repeated(100'000));
        checkSource("<html><body>" + QByteArray("<table><tr><td>").repeated(2'000) + "words");
        checkSource("<html><body>" + QByteArray("<table><tr><td></p>").repeated(10'000) + "words");
    }
};

QTEST_APPLESS_MAIN(TestContract)
#include "tst_contract.moc"
