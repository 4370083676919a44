-- What an article's copies are known by (stories/signature.h), and the story that it belongs to: the least id
-- among its members. An article that stands alone is its own story.
CREATE TABLE story (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    story INTEGER NOT NULL,
    signature BLOB NOT NULL
);
-- Copies only: articles that stand alone, nearly all, cost nothing here.
CREATE INDEX story_copy ON story (story, article) WHERE story <> article;

-- From a signature's keys to the articles that have them.
CREATE TABLE story_key (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;

-- Articles stored before there were stories: grouped a few at a time (Store::groupDue).
CREATE TABLE story_due (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
);
INSERT INTO story_due (article) SELECT id FROM article;
