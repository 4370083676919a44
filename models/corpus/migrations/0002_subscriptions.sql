-- Feeds and folders that the analyst subscribed to (sources/subscription.h). Times are seconds since 1970, 0 for never.
CREATE TABLE subscription (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,             -- sources::Kind
    address TEXT NOT NULL UNIQUE,      -- the feed's, or the folder's path
    name TEXT NOT NULL,                -- the analyst's; empty where the feed's own title stands
    title TEXT NOT NULL,               -- what the feed calls itself
    site TEXT NOT NULL,                -- its web page
    groups TEXT NOT NULL,              -- the groups it lies in, outermost first, one a line
    minutes INTEGER NOT NULL,          -- between looks; 0 for the usual interval
    pages INTEGER NOT NULL,            -- article pages are fetched too
    recursive INTEGER NOT NULL,        -- folders below are watched too
    state INTEGER NOT NULL DEFAULT 0,  -- sources::State
    error TEXT NOT NULL DEFAULT '',    -- the last look's, in one line
    checked INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0, -- in a row
    fresh INTEGER NOT NULL DEFAULT 0,  -- articles that the last look brought
    etag BLOB NOT NULL DEFAULT x'',
    modified BLOB NOT NULL DEFAULT x''
);

-- Which articles a subscription brought. No reference to the article: one that is replaced keeps its id.
CREATE TABLE subscription_article (
    subscription INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    PRIMARY KEY (subscription, article)
) WITHOUT ROWID;
CREATE INDEX subscription_article_article ON subscription_article (article);

-- Article pages that a feed names, each fetched once.
CREATE TABLE subscription_page (
    subscription INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (subscription, address)
);

-- What was imported of a watched folder, so that only new and changed files are.
CREATE TABLE watched_file (
    subscription INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    changed INTEGER NOT NULL,          -- milliseconds since 1970
    PRIMARY KEY (subscription, path)
) WITHOUT ROWID;

-- Further addresses that an article was found at: before a redirect, or with a feed's own parameters.
CREATE TABLE article_address (
    address TEXT PRIMARY KEY,          -- comparable, as article.address
    article INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX article_address_article ON article_address (article);
