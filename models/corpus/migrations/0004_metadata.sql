-- Whence an article's data are known (corpus::Basis), and the encoding of its source.
ALTER TABLE article ADD COLUMN publisher_basis INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN language_basis INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN encoding TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN encoding_basis INTEGER NOT NULL DEFAULT 0;

-- What the analyst says of an article. The article's own row has what holds, this one what was found instead.
CREATE TABLE correction (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    field TEXT NOT NULL,               -- title, day, publisher or language
    value TEXT NOT NULL,               -- the analyst's; a day as ISO 8601
    found TEXT NOT NULL,               -- the reader's or the analysis's
    basis INTEGER NOT NULL,            -- of what was found: DateBasis for a day, else Basis
    PRIMARY KEY (article, field)
) WITHOUT ROWID;

-- Files of which everything is stored: they are not read again while they stay as they were.
CREATE TABLE source_file (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,         -- milliseconds since 1970
    articles INTEGER NOT NULL
) WITHOUT ROWID;
