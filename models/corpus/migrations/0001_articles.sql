-- Names of every kind (countries, publishers, targets), kept once. 0 is the empty name.
CREATE TABLE name (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);
INSERT INTO name (id, text) VALUES (0, '');

-- What lists show and filters ask. AUTOINCREMENT: an id is never given to another article.
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    content BLOB NOT NULL UNIQUE,      -- hash of its words: the same article twice is one
    address TEXT UNIQUE,               -- its web address in a comparable form; NULL for files
    uri TEXT NOT NULL,
    title TEXT NOT NULL,
    opening TEXT NOT NULL,             -- its first words, for lists, where it has no title
    byline TEXT NOT NULL,              -- one name a line
    publisher INTEGER NOT NULL REFERENCES name (id),
    language TEXT NOT NULL,
    day INTEGER NOT NULL,              -- Julian day of publication, 0 where unknown
    basis INTEGER NOT NULL,            -- analysis::DateBasis
    words INTEGER NOT NULL,
    unread INTEGER NOT NULL DEFAULT 1,
    countries TEXT NOT NULL,           -- ISO codes of its actors' states, most often named first, parted by spaces
    speakers TEXT NOT NULL,            -- one a line: what speaker: searches
    warnings TEXT NOT NULL             -- one a line
);
CREATE INDEX article_day ON article (day, id);

-- Text and findings lie apart, so that lists never page through them.
CREATE TABLE body (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    findings BLOB NOT NULL             -- packing.h
);

-- All evidence of one article in a row: a million pieces are loaded in one scan (packing.h).
CREATE TABLE evidence (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    pieces BLOB NOT NULL
);

CREATE TABLE article_country (
    country INTEGER NOT NULL REFERENCES name (id),
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (country, article)
) WITHOUT ROWID;
CREATE INDEX article_country_article ON article_country (article);

CREATE VIEW search_source AS
    SELECT article.id AS id, article.title AS title, body.text AS body, article.speakers AS speaker,
           name.text AS publisher
    FROM article JOIN body ON body.article = article.id JOIN name ON name.id = article.publisher;

CREATE VIRTUAL TABLE search USING fts5 (
    title, body, speaker, publisher,
    content = 'search_source', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
