-- What a person said of the columns of a table that articles were read from, so that it is read so again: in
-- another encoding, or when it has changed.
CREATE TABLE table_columns (
    path TEXT PRIMARY KEY,             -- a file's path, or "archive.zip/member.csv"
    columns TEXT NOT NULL              -- FIELD=COLUMN, one a line
) WITHOUT ROWID;
