-- authors: select
SELECT "id", "name", "passport", "born" FROM "authors";

-- authors: count
SELECT COUNT(*) FROM "authors";

-- authors: find
SELECT "id", "name", "passport", "born" FROM "authors" WHERE "id" = :1;

-- authors: exists
SELECT 1 FROM "authors" WHERE "id" = :1;

-- authors: insert
INSERT INTO "authors" ("name", "passport", "born") VALUES (:1, :2, :3) RETURNING "id" INTO :4;

-- authors: update
UPDATE "authors" SET "name" = :1, "passport" = :2, "born" = :3 WHERE "id" = :4;

-- authors: delete
DELETE FROM "authors" WHERE "id" = :1;

-- authors: finder 1
SELECT "id", "name", "passport", "born" FROM "authors" WHERE "name" = :1;

-- authors: finder 2
SELECT "id", "name", "passport", "born" FROM "authors" WHERE "passport" = :1;

-- authors: upsert by finder 1
MERGE INTO "authors" t USING (SELECT :1 AS "name", :2 AS "passport", :3 AS "born" FROM DUAL) s ON (t."name" = s."name") WHEN MATCHED THEN UPDATE SET "passport" = s."passport", "born" = s."born" WHEN NOT MATCHED THEN INSERT ("name", "passport", "born") VALUES (s."name", s."passport", s."born");

-- authors: upsert by finder 2
MERGE INTO "authors" t USING (SELECT :1 AS "name", :2 AS "passport", :3 AS "born" FROM DUAL) s ON (t."passport" = s."passport") WHEN MATCHED THEN UPDATE SET "name" = s."name", "born" = s."born" WHEN NOT MATCHED THEN INSERT ("name", "passport", "born") VALUES (s."name", s."passport", s."born");

-- books: select
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books";

-- books: count
SELECT COUNT(*) FROM "books";

-- books: find
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "id" = :1;

-- books: exists
SELECT 1 FROM "books" WHERE "id" = :1;

-- books: insert
INSERT INTO "books" ("author_id", "title", "room", "shelf_mark", "copies") VALUES (:1, :2, :3, :4, :5) RETURNING "id" INTO :6;

-- books: update
UPDATE "books" SET "author_id" = :1, "title" = :2, "room" = :3, "shelf_mark" = :4, "copies" = :5 WHERE "id" = :6;

-- books: delete
DELETE FROM "books" WHERE "id" = :1;

-- books: finder 1
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "room" = :1 AND "shelf_mark" = :2;

-- books: finder 2
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "room" = :1;

-- books: finder 3
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "title" = :1 AND "copies" = :2;

-- books: finder 4
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "title" = :1;

-- books: finder 5
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "author_id" = :1;

-- books: upsert by finder 1
MERGE INTO "books" t USING (SELECT :1 AS "author_id", :2 AS "title", :3 AS "room", :4 AS "shelf_mark", :5 AS "copies" FROM DUAL) s ON (t."room" = s."room" AND t."shelf_mark" = s."shelf_mark") WHEN MATCHED THEN UPDATE SET "author_id" = s."author_id", "title" = s."title", "copies" = s."copies" WHEN NOT MATCHED THEN INSERT ("author_id", "title", "room", "shelf_mark", "copies") VALUES (s."author_id", s."title", s."room", s."shelf_mark", s."copies");

-- loans: select
SELECT "book_id", "reader", "days" FROM "loans";

-- loans: count
SELECT COUNT(*) FROM "loans";

-- loans: find
SELECT "book_id", "reader", "days" FROM "loans" WHERE "book_id" = :1 AND "reader" = :2;

-- loans: exists
SELECT 1 FROM "loans" WHERE "book_id" = :1 AND "reader" = :2;

-- loans: insert
INSERT INTO "loans" ("book_id", "reader", "days") VALUES (:1, :2, :3);

-- loans: upsert
MERGE INTO "loans" t USING (SELECT :1 AS "book_id", :2 AS "reader", :3 AS "days" FROM DUAL) s ON (t."book_id" = s."book_id" AND t."reader" = s."reader") WHEN MATCHED THEN UPDATE SET "days" = s."days" WHEN NOT MATCHED THEN INSERT ("book_id", "reader", "days") VALUES (s."book_id", s."reader", s."days");

-- loans: update
UPDATE "loans" SET "days" = :1 WHERE "book_id" = :2 AND "reader" = :3;

-- loans: delete
DELETE FROM "loans" WHERE "book_id" = :1 AND "reader" = :2;

-- loans: finder 1
SELECT "book_id", "reader", "days" FROM "loans" WHERE "book_id" = :1;
