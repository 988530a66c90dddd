-- authors: select
SELECT "id", "name", "passport", "born" FROM "authors";

-- authors: count
SELECT COUNT(*) FROM "authors";

-- authors: find
SELECT "id", "name", "passport", "born" FROM "authors" WHERE "id" = $1;

-- authors: exists
SELECT 1 FROM "authors" WHERE "id" = $1;

-- authors: insert
INSERT INTO "authors" ("name", "passport", "born") VALUES ($1, $2, $3) RETURNING "id";

-- authors: update
UPDATE "authors" SET "name" = $1, "passport" = $2, "born" = $3 WHERE "id" = $4;

-- authors: delete
DELETE FROM "authors" WHERE "id" = $1;

-- authors: finder 1
SELECT "id", "name", "passport", "born" FROM "authors" WHERE "name" = $1;

-- authors: finder 2
SELECT "id", "name", "passport", "born" FROM "authors" WHERE "passport" = $1;

-- authors: upsert by finder 1
INSERT INTO "authors" ("name", "passport", "born") VALUES ($1, $2, $3) ON CONFLICT ("name") DO UPDATE SET "passport" = "excluded"."passport", "born" = "excluded"."born" RETURNING "id", "name", "passport", "born";

-- authors: upsert by finder 2
INSERT INTO "authors" ("name", "passport", "born") VALUES ($1, $2, $3) ON CONFLICT ("passport") DO UPDATE SET "name" = "excluded"."name", "born" = "excluded"."born" RETURNING "id", "name", "passport", "born";

-- books: select
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books";

-- books: count
SELECT COUNT(*) FROM "books";

-- books: find
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "id" = $1;

-- books: exists
SELECT 1 FROM "books" WHERE "id" = $1;

-- books: insert
INSERT INTO "books" ("author_id", "title", "room", "shelf_mark", "copies") VALUES ($1, $2, $3, $4, $5) RETURNING "id";

-- books: update
UPDATE "books" SET "author_id" = $1, "title" = $2, "room" = $3, "shelf_mark" = $4, "copies" = $5 WHERE "id" = $6;

-- books: delete
DELETE FROM "books" WHERE "id" = $1;

-- books: finder 1
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "room" = $1 AND "shelf_mark" = $2;

-- books: finder 2
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "room" = $1;

-- books: finder 3
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "title" = $1 AND "copies" = $2;

-- books: finder 4
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "title" = $1;

-- books: finder 5
SELECT "id", "author_id", "title", "room", "shelf_mark", "copies" FROM "books" WHERE "author_id" = $1;

-- books: upsert by finder 1
INSERT INTO "books" ("author_id", "title", "room", "shelf_mark", "copies") VALUES ($1, $2, $3, $4, $5) ON CONFLICT ("room", "shelf_mark") DO UPDATE SET "author_id" = "excluded"."author_id", "title" = "excluded"."title", "copies" = "excluded"."copies" RETURNING "id", "author_id", "title", "room", "shelf_mark", "copies";

-- loans: select
SELECT "book_id", "reader", "days" FROM "loans";

-- loans: count
SELECT COUNT(*) FROM "loans";

-- loans: find
SELECT "book_id", "reader", "days" FROM "loans" WHERE "book_id" = $1 AND "reader" = $2;

-- loans: exists
SELECT 1 FROM "loans" WHERE "book_id" = $1 AND "reader" = $2;

-- loans: insert
INSERT INTO "loans" ("book_id", "reader", "days") VALUES ($1, $2, $3);

-- loans: upsert
INSERT INTO "loans" ("book_id", "reader", "days") VALUES ($1, $2, $3) ON CONFLICT ("book_id", "reader") DO UPDATE SET "days" = "excluded"."days" RETURNING "book_id", "reader", "days";

-- loans: update
UPDATE "loans" SET "days" = $1 WHERE "book_id" = $2 AND "reader" = $3;

-- loans: delete
DELETE FROM "loans" WHERE "book_id" = $1 AND "reader" = $2;

-- loans: finder 1
SELECT "book_id", "reader", "days" FROM "loans" WHERE "book_id" = $1;
