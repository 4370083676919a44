-- What articles were fetched as, where it could be meant in another encoding than it was read in: once for all
-- articles of it, until the last of them goes.
CREATE TABLE fetched (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,         -- SHA-256 of address and bytes
    address TEXT NOT NULL,             -- that it came from
    bytes BLOB NOT NULL                -- qCompress()
);
CREATE TABLE article_fetched (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    fetched INTEGER NOT NULL REFERENCES fetched (id),
    uri TEXT NOT NULL                  -- as the article was called when it was read out of the bytes
);
CREATE INDEX article_fetched_fetched ON article_fetched (fetched);
