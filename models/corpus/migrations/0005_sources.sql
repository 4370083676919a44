-- Where an article's bytes lie, so that they can be read anew in another encoding: a file on this machine, empty
-- where there was none or where the article is from before this was kept.
-- From this form on a row of `correction` may have the field "encoding": `found` is then the whole article as it
-- was found before (corrections.h), for all of its words are others now.
ALTER TABLE body ADD COLUMN source TEXT NOT NULL DEFAULT '';
