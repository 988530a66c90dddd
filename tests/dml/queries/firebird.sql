-- equal
SELECT "name", "value", "extra" FROM "counters" WHERE "name" = ?;

-- not equal, of a column that may be NULL
SELECT "name", "value", "extra" FROM "counters" WHERE "extra" <> ?;

-- between
SELECT "name", "value", "extra" FROM "counters" WHERE "value" BETWEEN ? AND ?;

-- in a list
SELECT "name", "value", "extra" FROM "counters" WHERE "value" IN (?, ?, ?);

-- in an empty list
SELECT "name", "value", "extra" FROM "counters" WHERE FALSE;

-- not in a list
SELECT "name", "value", "extra" FROM "counters" WHERE "value" NOT IN (?, ?);

-- like
SELECT "name", "value", "extra" FROM "counters" WHERE "name" LIKE CAST(? AS VARCHAR(8191) CHARACTER SET UTF8) ESCAPE '!';

-- contains
SELECT "name", "value", "extra" FROM "counters" WHERE "name" LIKE CAST(? AS VARCHAR(8191) CHARACTER SET UTF8) ESCAPE '!';

-- NULL
SELECT "name", "value", "extra" FROM "counters" WHERE "extra" IS NULL;

-- and, or, not
SELECT "name", "value", "extra" FROM "counters" WHERE ("value" > ? AND "value" < ?) OR NOT ("name" = ?);

-- all
SELECT "name", "value", "extra" FROM "counters";

-- none
SELECT "name", "value", "extra" FROM "counters" WHERE FALSE;

-- order, one of it NULL
SELECT "id", "name", "passport", "born" FROM "authors" ORDER BY "born" DESC, "name";

-- a page
SELECT "id", "name", "passport", "born" FROM "authors" ORDER BY "id" OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY;

-- a limit without an order
SELECT "id", "name", "passport", "born" FROM "authors" OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY;

-- an offset without a limit
SELECT "id", "name", "passport", "born" FROM "authors" ORDER BY "id" OFFSET 20 ROWS;

-- one
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "copies" < ? OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY;

-- count
SELECT COUNT(*) FROM "books" WHERE "title" LIKE CAST(? AS VARCHAR(8191) CHARACTER SET UTF8) ESCAPE '!';

-- exists
SELECT 1 FROM "books" WHERE "copies" = ? OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY;

-- patch by key
UPDATE "books" SET "title" = ?, "copies" = "copies" + ? WHERE "id" = ?;

-- patch by condition
UPDATE "books" SET "room" = ? WHERE "copies" > ?;

-- patch by a key of two columns
UPDATE "loans" SET "days" = ? WHERE "book_id" = ? AND "reader" = ?;

-- delete by condition
DELETE FROM "loans" WHERE "days" < ?;

-- create many
INSERT INTO "loans" ("book_id", "reader", "days") VALUES (?, ?, ?);
