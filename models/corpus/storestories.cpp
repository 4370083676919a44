#include "models/corpus/storeinner.h"
#include "models/corpus/stories/candidates.h"
#include "models/corpus/stories/grouping.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

using stories::Signature;

/// A story with more members than this is not looked through again when one of them goes.
constexpr std::size_t mostRegrouped = 400;

struct Member
{
    ArticleId story = 0;
    Signature signature;
};

Result<std::optional<Member>> memberAt(Database &database, ArticleId id)
{
    const auto query = database.run(u"SELECT story, signature FROM story WHERE article = ?"_s, {id});
    if (!query)
        return std::unexpected(query.error());
    if (!(*query)->next())
        return std::nullopt;
    const ArticleId story = (*query)->value(0).toLongLong();
    const Result<Signature> signature = stories::unpackedSignature((*query)->value(1).toByteArray());
    (*query)->finish();
    if (!signature)
        return std::unexpected(Problem{database.file(), u"is damaged: article %1 %2"_s.arg(
                                                            QString::number(id), signature.error().what)});
    return Member{story, *signature};
}

/// All of a story, the oldest id first.
Result<std::vector<ArticleId>> membersOf(Database &database, ArticleId story)
{
    std::vector<ArticleId> members{story};
    const Result<void> read = database.rows(
        u"SELECT article FROM story WHERE story = ? AND story <> article ORDER BY article"_s, {story},
        [&members](const QSqlQuery &row) { members.push_back(row.value(0).toLongLong()); });
    return read ? Result<std::vector<ArticleId>>(std::move(members)) : std::unexpected(read.error());
}

Result<void> assign(Database &database, ArticleId article, ArticleId story)
{
    const auto set = database.run(u"UPDATE story SET story = ? WHERE article = ?"_s, {story, article});
    return set ? Result<void>{} : std::unexpected(set.error());
}

/// Asks for the articles of each key of the signature.
Result<void> lookUp(Database &database, const Signature &signature, stories::Candidates &candidates)
{
    for (std::size_t key = 0; key < signature.keys.size(); ++key) {
        std::vector<stories::Posting> postings;
        const Result<void> read = database.rows(
            u"SELECT story_key.article, story.story FROM story_key JOIN story ON story.article = "
            "story_key.article WHERE story_key.key = ? ORDER BY story_key.article DESC LIMIT ?"_s,
            {signature.keys[key], stories::Candidates::mostListed}, [&postings](const QSqlQuery &row) {
                postings.push_back({row.value(0).toLongLong(), row.value(1).toLongLong()});
            });
        if (!read)
            return std::unexpected(read.error());
        candidates.take(key, postings);
    }
    return {};
}

/// The stories of which some article is a copy of this one.
Result<std::set<ArticleId>> storiesOf(Database &database, const Signature &signature)
{
    std::set<ArticleId> found;
    stories::Candidates candidates(signature);
    if (const Result<void> looked = lookUp(database, signature, candidates); !looked)
        return std::unexpected(looked.error());
    for (const ArticleId candidate : candidates.articles()) {
        const Result<std::optional<Member>> member = memberAt(database, candidate);
        if (!member)
            return std::unexpected(member.error());
        const std::optional<Member> &known = *member;
        if (known && !found.contains(known->story) && candidates.isCopy(known->signature))
            found.insert(known->story);
    }
    return found;
}

Result<void> keep(Database &database, ArticleId id, ArticleId story, const Signature &signature)
{
    const auto kept = database.run(u"INSERT INTO story (article, story, signature) VALUES (?, ?, ?)"_s,
                                   {id, story, stories::packed(signature)});
    if (!kept)
        return std::unexpected(kept.error());
    if (!signature.tells())
        return {};
    for (const std::uint32_t key : signature.keys) {
        const auto listed =
            database.run(u"INSERT OR IGNORE INTO story_key (key, article) VALUES (?, ?)"_s, {key, id});
        if (!listed)
            return std::unexpected(listed.error());
    }
    return {};
}

} // namespace

Result<std::vector<ArticleId>> Store::Inner::joinStory(ArticleId id, const QString &text)
{
    const Signature signature = stories::signatureOf(text);
    std::set<ArticleId> found;
    if (signature.tells()) {
        Result<std::set<ArticleId>> told = storiesOf(*database, signature);
        if (!told)
            return std::unexpected(told.error());
        found = *std::move(told);
    }
    const ArticleId least = found.empty() ? id : std::min(id, *found.begin());
    std::vector<ArticleId> moved;
    for (const ArticleId story : found) {
        if (story == least)
            continue;
        const Result<std::vector<ArticleId>> members = membersOf(*database, story);
        if (!members)
            return std::unexpected(members.error());
        for (const ArticleId member : *members) {
            if (const Result<void> set = assign(*database, member, least); !set)
                return std::unexpected(set.error());
            moved.push_back(member);
        }
    }
    if (const Result<void> kept = keep(*database, id, least, signature); !kept)
        return std::unexpected(kept.error());
    return moved;
}

/// What is left of its story may hold together only by it, and may have been named after it.
Result<std::vector<ArticleId>> Store::Inner::leaveStory(ArticleId id)
{
    const Result<std::optional<Member>> member = memberAt(*database, id);
    if (!member)
        return std::unexpected(member.error());
    const std::optional<Member> &known = *member;
    if (!known)
        return std::vector<ArticleId>();
    Result<std::vector<ArticleId>> left = membersOf(*database, known->story);
    if (!left)
        return std::unexpected(left.error());
    std::erase(*left, id);
    for (const std::uint32_t key : known->signature.keys) {
        const auto gone = database->run(u"DELETE FROM story_key WHERE key = ? AND article = ?"_s, {key, id});
        if (!gone)
            return std::unexpected(gone.error());
    }
    if (const auto gone = database->run(u"DELETE FROM story WHERE article = ?"_s, {id}); !gone)
        return std::unexpected(gone.error());
    return regroup(*left);
}

/// One that waits to be grouped will be, by the text that it then has.
Result<void> Store::Inner::changeStory(ArticleId id, const QString &text)
{
    const Result<std::optional<Member>> member = memberAt(*database, id);
    if (!member)
        return std::unexpected(member.error());
    if (!*member)
        return {};
    if (const Result<std::vector<ArticleId>> left = leaveStory(id); !left)
        return std::unexpected(left.error());
    const Result<std::vector<ArticleId>> joined = joinStory(id, text);
    return joined ? Result<void>{} : std::unexpected(joined.error());
}

Result<std::vector<ArticleId>> Store::Inner::regroup(std::span<const ArticleId> members)
{
    std::vector<Member> all;
    for (const ArticleId id : members) {
        const Result<std::optional<Member>> member = memberAt(*database, id);
        if (!member)
            return std::unexpected(member.error());
        all.push_back(member->value_or(Member{}));
    }
    std::vector<Signature> signatures;
    std::ranges::transform(all, std::back_inserter(signatures), &Member::signature);
    const std::vector<std::size_t> heads =
        all.size() <= mostRegrouped ? stories::grouped(signatures) : std::vector<std::size_t>(all.size(), 0);
    std::vector<ArticleId> moved;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const ArticleId story = members[heads[at]];
        if (story == all[at].story)
            continue;
        if (const Result<void> set = assign(*database, members[at], story); !set)
            return std::unexpected(set.error());
        moved.push_back(members[at]);
    }
    return moved;
}

Result<std::vector<ArticleId>> Store::copies(ArticleId id) const
{
    const Result<QVariant> story = m->database->value(u"SELECT story FROM story WHERE article = ?"_s, {id});
    if (!story)
        return std::unexpected(story.error());
    return story->isValid() ? membersOf(*m->database, story->toLongLong()) : std::vector{id};
}

Result<void> Store::loadStories(const std::function<void(ArticleId, ArticleId)> &each, ArticleId after) const
{
    return m->database->rows(
        u"SELECT article, story FROM story WHERE story <> article AND article > ? ORDER BY article"_s,
        {after},
        [&each](const QSqlQuery &row) { each(row.value(0).toLongLong(), row.value(1).toLongLong()); });
}

Result<bool> Store::groupDue(int most)
{
    return m->database->transaction([&]() -> Result<bool> {
        std::vector<std::pair<ArticleId, QString>> due;
        const Result<void> read = m->database->rows(
            u"SELECT story_due.article, body.text FROM story_due JOIN body ON body.article = "
            "story_due.article ORDER BY story_due.article LIMIT ?"_s,
            {most}, [&due](const QSqlQuery &row) {
                due.emplace_back(row.value(0).toLongLong(), row.value(1).toString());
            });
        if (!read)
            return std::unexpected(read.error());
        for (const auto &[id, text] : due) {
            if (const auto joined = m->joinStory(id, text); !joined)
                return std::unexpected(joined.error());
            if (const auto done = m->database->run(u"DELETE FROM story_due WHERE article = ?"_s, {id}); !done)
                return std::unexpected(done.error());
        }
        return !due.empty();
    });
}

Result<bool> Store::groupAllDue(const std::stop_token &stop)
{
    constexpr int atOnce = 100; // others wait to write no longer than a blink
    const Result<QVariant> due = m->database->value(u"SELECT article FROM story_due LIMIT 1"_s);
    if (!due)
        return std::unexpected(due.error());
    Result<bool> more = due->isValid();
    while (more && *more && !stop.stop_requested())
        more = groupDue(atOnce);
    return more ? Result<bool>(due->isValid()) : more;
}

} // namespace demarche::corpus
