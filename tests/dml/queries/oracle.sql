-- equal
SELECT "name", "value", "extra" FROM "counters" WHERE "name" = :1;

-- not equal, of a column that may be NULL
SELECT "name", "value", "extra" FROM "counters" WHERE "extra" <> :1;

-- between
SELECT "name", "value", "extra" FROM "counters" WHERE "value" BETWEEN :1 AND :2;

-- in a list
SELECT "name", "value", "extra" FROM "counters" WHERE "value" IN (:1, :2, :3);

-- in an empty list
SELECT "name", "value", "extra" FROM "counters" WHERE 1 = 0;

-- not in a list
SELECT "name", "value", "extra" FROM "counters" WHERE "value" NOT IN (:1, :2);

-- like
SELECT "name", "value", "extra" FROM "counters" WHERE "name" LIKE :1 ESCAPE '!';

-- contains
SELECT "name", "value", "extra" FROM "counters" WHERE "name" LIKE :1 ESCAPE '!';

-- NULL
SELECT "name", "value", "extra" FROM "counters" WHERE "extra" IS NULL;

-- and, or, not
SELECT "name", "value", "extra" FROM "counters" WHERE ("value" > :1 AND "value" < :2) OR NOT ("name" = :3);

-- all
SELECT "name", "value", "extra" FROM "counters";

-- none
SELECT "name", "value", "extra" FROM "counters" WHERE 1 = 0;

-- order, one of it NULL
SELECT "id", "name", "passport", "born" FROM "authors" ORDER BY "born" DESC NULLS LAST, "name";

-- a page
SELECT "id", "name", "passport", "born" FROM "authors" ORDER BY "id" OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY;

-- a limit without an order
SELECT "id", "name", "passport", "born" FROM "authors" OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY;

-- an offset without a limit
SELECT "id", "name", "passport", "born" FROM "authors" ORDER BY "id" OFFSET 20 ROWS;

-- one
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "copies" < :1 OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY;

-- count
SELECT COUNT(*) FROM "books" WHERE "title" LIKE :1 ESCAPE '!';

-- exists
SELECT 1 FROM "books" WHERE "copies" = :1 OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY;

-- patch by key
UPDATE "books" SET "title" = :1, "copies" = "copies" + :2 WHERE "id" = :3;

-- patch by condition
UPDATE "books" SET "room" = :1 WHERE "copies" > :2;

-- patch by a key of two columns
UPDATE "loans" SET "days" = :1 WHERE "book_id" = :2 AND "reader" = :3;

-- delete by condition
DELETE FROM "loans" WHERE "days" < :1;

-- create many
INSERT INTO "loans" ("book_id", "reader", "days") VALUES (:1, :2, :3);
