// Reads tests/cases/analysis/actors: see the README there.
#include "models/analysis/pipeline.h"
#include "models/analysis/record.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace demarche;
using analysis::Actor;
using analysis::Analysis;
using analysis::Mention;

class ActorsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cases_data();
    void cases();
    void emptyText();
    void everyMentionLiesInTheText();

private:
    std::optional<analysis::Pipeline> m_pipeline;
};

namespace {

struct Case
{
    QString text;
    analysis::Circumstances circumstances;
    QStringList expected;
};

Case readCase(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString all = QString::fromUtf8(file.readAll());
    const qsizetype line = all.indexOf(u"\n==="_s);
    Case found;
    found.text = all.left(line);
    if (found.text.startsWith(u"published "_s)) {
        found.circumstances.published = {QDate::fromString(found.text.mid(10, 10), Qt::ISODate),
                                         analysis::DateBasis::Option};
        found.text = found.text.section(u'\n', 1);
    }
    found.expected = all.mid(all.indexOf(u'\n', line + 1) + 1).split(u'\n', Qt::SkipEmptyParts);
    return found;
}

const Actor *find(const Analysis &analysis, const QString &name)
{
    const auto found = std::ranges::find(analysis.actors, name, &Actor::name);
    return found == analysis.actors.end() ? nullptr : &*found;
}

QStringList mentions(const Actor &actor, const QString &text)
{
    QStringList all;
    for (const Mention &mention : actor.mentions)
        all.append(mention.span.of(text).toString());
    return all;
}

/// All actors as the cases write them, for the message of a failure.
QString told(const Analysis &analysis, const QString &text)
{
    QString out;
    for (const Actor &a : analysis.actors)
        out +=
            u"\n  %1 %2 %3: %4 (%5)"_s.arg(analysis::name(a.kind), a.country.isEmpty() ? u"-"_s : a.country,
                                           a.name, mentions(a, text).join(u"; "_s), a.role);
    return out;
}

/// What is wrong with an expected line; empty where it holds.
QString check(const QString &line, const Analysis &analysis, const QString &text)
{
    if (line.startsWith(u"absent "_s)) {
        const QString name = line.mid(7);
        for (const Actor &actor : analysis.actors) {
            for (const Mention &m : actor.mentions) {
                if (actor.name == name || (m.form == analysis::MentionForm::Name && m.span.of(text) == name))
                    return u"is there"_s;
            }
        }
        return {};
    }
    if (line.startsWith(u"role "_s)) {
        const Actor *actor = find(analysis, line.mid(5).section(u": "_s, 0, 0));
        return actor && actor->role == line.section(u": "_s, 1) ? QString() : u"has another role"_s;
    }
    const QString name = line.section(u": "_s, 0, 0).section(u' ', 2);
    const Actor *actor = find(analysis, name);
    if (!actor)
        return u"is not found"_s;
    const QString country = line.section(u' ', 1, 1);
    if (QString(analysis::name(actor->kind)) != line.section(u' ', 0, 0))
        return u"has another kind"_s;
    if (actor->country != (country == "-"_L1 ? QString() : country))
        return u"has another country"_s;
    const QStringList there = mentions(*actor, text);
    for (const QString &mention : line.section(u": "_s, 1).split(u"; "_s)) {
        if (!there.contains(mention))
            return u"lacks the mention \"%1\""_s.arg(mention);
    }
    return {};
}

} // namespace

void ActorsTest::initTestCase()
{
    auto pipeline = analysis::Pipeline::shipped();
    QVERIFY2(pipeline.has_value(), pipeline ? "" : qPrintable(pipeline.error().line()));
    m_pipeline.emplace(std::move(*pipeline));
}

void ActorsTest::cases_data()
{
    QTest::addColumn<QString>("path");
    const QDir dir(QStringLiteral(DEMARCHE_CASES "/analysis/actors"));
    for (const QString &file : dir.entryList({u"*.txt"_s}, QDir::Files))
        QTest::newRow(qPrintable(QFileInfo(file).completeBaseName())) << dir.filePath(file);
}

void ActorsTest::cases()
{
    QFETCH(QString, path);
    const Case article = readCase(path);
    QVERIFY(!article.text.isEmpty() && !article.expected.isEmpty());
    const Analysis analysis = m_pipeline->analyze(article.text, article.circumstances);
    QStringList wrong;
    for (const QString &line : article.expected) {
        if (const QString what = check(line, analysis, article.text); !what.isEmpty())
            wrong.append(u"\"%1\" %2"_s.arg(line, what));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n') + u"\nfound:"_s + told(analysis, article.text)));
}

void ActorsTest::emptyText()
{
    QVERIFY(m_pipeline->analyze({}, {}).actors.empty());
    QVERIFY(m_pipeline->analyze(u"\n\n  \n"_s, {}).actors.empty());
}

void ActorsTest::everyMentionLiesInTheText()
{
    const QString text =
        u"“Pro-Moscow” U.S.-led\u00a0Côte d’Ivoire—Israel's\n\nKofi Annan (U.N.), he said, “we”… 東京 🙂 Putin’s"_s;
    for (const Actor &actor : m_pipeline->analyze(text, {}).actors) {
        QVERIFY(!actor.mentions.empty());
        QVERIFY(!actor.name.isEmpty());
        for (const Mention &mention : actor.mentions)
            QVERIFY(mention.span.begin >= 0 && mention.span.begin < mention.span.end &&
                    mention.span.end <= text.size());
    }
}

QTEST_APPLESS_MAIN(ActorsTest)
#include "tst_actors.moc"
