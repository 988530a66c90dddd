-- authors: select
SELECT "id", "name", "passport", "born" FROM "authors";

-- authors: count
SELECT COUNT(*) FROM "authors";

-- authors: find
SELECT "id", "name", "passport", "born" FROM "authors" WHERE "id" = ?;

-- authors: exists
SELECT 1 FROM "authors" WHERE "id" = ?;

-- authors: insert
INSERT INTO "authors" ("name", "passport", "born") VALUES (?, ?, ?) RETURNING "id";

-- authors: update
UPDATE "authors" SET "name" = ?, "passport" = ?, "born" = ? WHERE "id" = ?;

-- authors: delete
DELETE FROM "authors" WHERE "id" = ?;

-- authors: finder 1
SELECT "id", "name", "passport", "born" FROM "authors" WHERE "name" = ?;

-- authors: finder 2
SELECT "id", "name", "passport", "born" FROM "authors" WHERE "passport" = ?;

-- authors: upsert by finder 1
UPDATE OR INSERT INTO "authors" ("name", "passport", "born") VALUES (?, ?, ?) MATCHING ("name") RETURNING "id", "name", "passport", "born";

-- authors: upsert by finder 2
UPDATE OR INSERT INTO "authors" ("name", "passport", "born") VALUES (?, ?, ?) MATCHING ("passport") RETURNING "id", "name", "passport", "born";

-- books: select
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books";

-- books: count
SELECT COUNT(*) FROM "books";

-- books: find
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "id" = ?;

-- books: exists
SELECT 1 FROM "books" WHERE "id" = ?;

-- books: insert
INSERT INTO "books" ("author_id", "title", "room", "shelf_mark", "copies") VALUES (?, ?, ?, ?, ?) RETURNING "id";

-- books: update
UPDATE "books" SET "author_id" = ?, "title" = ?, "room" = ?, "shelf_mark" = ?, "copies" = ? WHERE "id" = ?;

-- books: delete
DELETE FROM "books" WHERE "id" = ?;

-- books: finder 1
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "room" = ? AND "shelf_mark" = ?;

-- books: finder 2
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "room" = ?;

-- books: finder 3
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "title" = ? AND "copies" = ?;

-- books: finder 4
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "title" = ?;

-- books: finder 5
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "author_id" = ?;

-- books: upsert by finder 1
UPDATE OR INSERT INTO "books" ("author_id", "title", "room", "shelf_mark", "copies") VALUES (?, ?, ?, ?, ?) MATCHING ("room", "shelf_mark") RETURNING "id", "author_id", "title", "room", "shelf_mark", "copies";

-- loans: select
SELECT "book_id", "reader", "days" FROM "loans";

-- loans: count
SELECT COUNT(*) FROM "loans";

-- loans: find
SELECT "book_id", "reader", "days" FROM "loans" WHERE "book_id" = ? AND "reader" = ?;

-- loans: exists
SELECT 1 FROM "loans" WHERE "book_id" = ? AND "reader" = ?;

-- loans: insert
INSERT INTO "loans" ("book_id", "reader", "days") VALUES (?, ?, ?);

-- loans: upsert
UPDATE OR INSERT INTO "loans" ("book_id", "reader", "days") VALUES (?, ?, ?) MATCHING ("book_id", "reader") RETURNING "book_id", "reader", "days";

-- loans: update
UPDATE "loans" SET "days" = ? WHERE "book_id" = ? AND "reader" = ?;

-- loans: delete
DELETE FROM "loans" WHERE "book_id" = ? AND "reader" = ?;

-- loans: finder 1
SELECT "book_id", "reader", "days" FROM "loans" WHERE "book_id" = ?;
