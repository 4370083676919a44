#include "models/corpus/actorcount.h"

#include <QTest>

using namespace demarche;
using namespace demarche::corpus;
using namespace Qt::StringLiterals;

namespace {

analysis::Actor actor(const QString &name, int mentions, const QString &role = {})
{
    analysis::Actor made;
    made.name = name;
    made.kind = analysis::ActorKind::Person;
    made.country = u"NOR"_s;
    made.role = role;
    made.mentions.resize(std::size_t(mentions));
    return made;
}

StoredArticle article(ArticleId id, const std::vector<analysis::Actor> &actors)
{
    StoredArticle made;
    made.id = id;
    made.analysis.actors = actors;
    return made;
}

QStringList printed(const ActorCount &count)
{
    QStringList lines;
    for (const ActorRow &row : count.rows())
        lines << u"%1 %2 %3"_s.arg(row.name).arg(row.articles).arg(row.mentions);
    return lines;
}

} // namespace

/// Actors over many articles, copies of a story counting each or once.
class tst_ActorCount : public QObject
{
    Q_OBJECT

private slots:
    void articlesAddUp();
    void copiesCountOnceWithTheMostMentions();
    void copiesNeedNotFollowEachOther();
    void onlyKindsAskedForCount();
};

void tst_ActorCount::articlesAddUp()
{
    ActorCount count;
    count.add(article(1, {actor(u"Holm"_s, 2), actor(u"Dahl"_s, 5)}), 1);
    count.add(article(2, {actor(u"Holm"_s, 3, u"minister"_s)}), 2);
    QCOMPARE(printed(count), (QStringList{u"Holm 2 5"_s, u"Dahl 1 5"_s}));
    QCOMPARE(count.rows().front().role, u"minister"_s);
    QCOMPARE(count.rows().front().newest, ArticleId{1}); // the first that is told of
}

void tst_ActorCount::copiesCountOnceWithTheMostMentions()
{
    ActorCount count;
    count.add(article(1, {actor(u"Holm"_s, 2)}), 1);
    count.add(article(2, {actor(u"Holm"_s, 4)}), 1);
    count.add(article(3, {actor(u"Holm"_s, 3), actor(u"Dahl"_s, 1)}), 1);
    QCOMPARE(printed(count), (QStringList{u"Holm 1 4"_s, u"Dahl 1 1"_s}));
}

void tst_ActorCount::copiesNeedNotFollowEachOther()
{
    ActorCount count;
    count.add(article(1, {actor(u"Holm"_s, 2)}), 1);
    count.add(article(2, {actor(u"Holm"_s, 1)}), 2);
    count.add(article(3, {actor(u"Holm"_s, 2)}), 1);
    QCOMPARE(printed(count), QStringList{u"Holm 2 3"_s});
}

void tst_ActorCount::onlyKindsAskedForCount()
{
    ActorCount count;
    count.add(article(1, {actor(u"Holm"_s, 2)}), 1, {u"country"_s});
    QVERIFY(count.rows().empty());
    count.add(article(1, {actor(u"Holm"_s, 2)}), 1, {u"Person"_s});
    QCOMPARE(count.rows().size(), 1U);
}

QTEST_GUILESS_MAIN(tst_ActorCount)
#include "tst_actorcount.moc"
