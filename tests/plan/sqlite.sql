-- a column is added
ALTER TABLE "people" ADD COLUMN "town" TEXT;
-- back
ALTER TABLE "people" DROP COLUMN "town";

-- a column is added with a default
ALTER TABLE "people" ADD COLUMN "visits" INTEGER DEFAULT 7;
-- back
ALTER TABLE "people" DROP COLUMN "visits";

-- a required column is added with a default
ALTER TABLE "people" ADD COLUMN "visits" INTEGER DEFAULT 7 NOT NULL;
-- back
ALTER TABLE "people" DROP COLUMN "visits";

-- a truth value is added
ALTER TABLE "people" ADD COLUMN "member" INTEGER DEFAULT 1 NOT NULL CONSTRAINT "ck_people_member" CHECK ("member" IN (0, 1));
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a column goes, and others come
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "floor" INTEGER, "born" TEXT ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "paid") SELECT "id", "name", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "paid") SELECT "id", "name", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a required column is added without a value
-- refused: the rows that are in `people` need a value for `town`; give a default, make it an `Option`, or say which value they get (`backfill`)
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a required column is added with a value for the rows
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "town" TEXT NOT NULL CONSTRAINT "ck_people_town" CHECK (length("town") <= 30), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "town") SELECT "id", "name", "age", "paid", LOWER("name") FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a computed column is added
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "twice" INTEGER GENERATED ALWAYS AS ("age" + "age") STORED CONSTRAINT "ck_people_twice" CHECK ("twice" BETWEEN -2147483648 AND 2147483647), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a column is dropped
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age") SELECT "id", "name", "age" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age") SELECT "id", "name", "age" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a column gets another name
ALTER TABLE "people" RENAME COLUMN "paid" TO "settled";
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "settled" INTEGER CONSTRAINT "ck_people_settled" CHECK ("settled" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "settled") SELECT "id", "name", "age", "settled" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
ALTER TABLE "people" RENAME COLUMN "settled" TO "paid";
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a column that others are computed from gets another name
ALTER TABLE "people" RENAME COLUMN "name" TO "full_name";
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "full_name" TEXT NOT NULL CONSTRAINT "ck_people_full_name" CHECK (length("full_name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("full_name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "full_name", "age", "paid") SELECT "id", "full_name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("full_name");
-- back
ALTER TABLE "people" RENAME COLUMN "full_name" TO "name";
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a number gets wider
-- back
-- first: `people.age` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM "people" WHERE "age" > 2147483647 OR "age" < -2147483648;

-- a number gets narrower
-- first: `people.age` is not within -32768 and 32767: SELECT COUNT(*) FROM "people" WHERE "age" > 32767 OR "age" < -32768;
-- back

-- a text gets shorter
-- first: `people.name` is longer than 20 characters: SELECT COUNT(*) FROM "people" WHERE LENGTH("name") > 20;
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 20), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 20), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a text becomes one of some values
-- first: `people.name` is none of a, b: SELECT COUNT(*) FROM "people" WHERE "name" NOT IN ('a', 'b');
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK ("name" IN ('a', 'b')), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a number becomes a text
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" TEXT, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", CAST("age" AS TEXT), "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
-- first: `people.age` is not written as a whole number (i32) is: SELECT COUNT(*) FROM "people" WHERE "age" IS NOT NULL AND NOT (CAST(CAST("age" AS INTEGER) AS TEXT) = "age" AND CAST("age" AS INTEGER) BETWEEN -2147483648 AND 2147483647);
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM (SELECT CASE WHEN "age" IS NOT NULL AND NOT (CAST(CAST("age" AS INTEGER) AS TEXT) = "age" AND CAST("age" AS INTEGER) BETWEEN -2147483648 AND 2147483647) THEN NULL ELSE CAST("age" AS INTEGER) END AS "age" FROM "people") t WHERE NOT ("age" >= 0);
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", CAST("age" AS INTEGER), "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a decimal gets fewer digits after the point
-- first: `people.paid` has more than 1 digits after the point: SELECT COUNT(*) FROM "people" WHERE NOT ("paid" % 10 = 0);
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" / 10 FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
-- first: `people.paid` is not within -999999.99 and 999999.99: SELECT COUNT(*) FROM "people" WHERE NOT ("paid" BETWEEN -9999999 AND 9999999);
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" * 10 FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a number becomes a truth value
-- first: `people.member` is neither 0 nor 1: SELECT COUNT(*) FROM "people" WHERE "member" NOT IN (0, 1);
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "member" INTEGER CONSTRAINT "ck_people_member" CHECK ("member" IN (0, 1)), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "member") SELECT "id", "name", "age", "paid", "member" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "member" INTEGER, CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "member") SELECT "id", "name", "age", "paid", "member" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a column is numbered no longer
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "pk_people" PRIMARY KEY ("id"), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a check, an index and a reference get another name
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_years" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_people" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
CREATE INDEX "idx_people_called" ON "people" ("name");
-- back
DROP INDEX "idx_people_called";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a decimal becomes a binary fraction
-- refused: the values of `people.paid` cannot become f64 from decimal(8, 2): a binary fraction is not a decimal one, and each engine rounds its own way; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.paid` cannot become decimal(8, 2) from f64: a binary fraction is not a decimal one, and each engine rounds its own way; add another column, fill it in a migration of your own, and drop this one

-- a text becomes a number
-- first: `people.floor` is not written as a whole number (i64) is: SELECT COUNT(*) FROM "people" WHERE "floor" IS NOT NULL AND NOT (CAST(CAST("floor" AS INTEGER) AS TEXT) = "floor");
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "floor" INTEGER, CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "floor") SELECT "id", "name", "age", "paid", CAST("floor" AS INTEGER) FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "floor" TEXT CONSTRAINT "ck_people_floor" CHECK (length("floor") <= 20), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "floor") SELECT "id", "name", "age", "paid", CAST("floor" AS TEXT) FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a text becomes a decimal
-- first: `people.fee` is not written as a number with at most 6 digits, 2 of them after the point, is: SELECT COUNT(*) FROM "people" WHERE "fee" IS NOT NULL AND NOT (("fee" GLOB '[0-9]*' OR "fee" GLOB '-[0-9]*') AND "fee" NOT GLOB '*[^0-9.-]*' AND "fee" NOT GLOB '?*-*' AND "fee" NOT GLOB '*.*.*' AND "fee" NOT GLOB '*.' AND "fee" NOT GLOB '0[0-9]*' AND "fee" NOT GLOB '-0[0-9]*' AND "fee" NOT GLOB '[0-9][0-9][0-9][0-9][0-9]*' AND "fee" NOT GLOB '-[0-9][0-9][0-9][0-9][0-9]*' AND "fee" NOT GLOB '*.???*');
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "fee" INTEGER CONSTRAINT "ck_people_fee" CHECK ("fee" BETWEEN -999999 AND 999999), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "fee") SELECT "id", "name", "age", "paid", CAST(replace("fee", '.', '') || substr('00', 1 + CASE instr("fee", '.') WHEN 0 THEN 0 ELSE length("fee") - instr("fee", '.') END) AS INTEGER) FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "fee" TEXT, CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "fee") SELECT "id", "name", "age", "paid", CASE WHEN "fee" IS NOT NULL THEN iif("fee" < 0, '-', '') || printf('%d.%02d', abs("fee") / 100, abs("fee") % 100) END FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a text becomes a day
-- first: `people.born` is not written as a day, `2026-01-31`, is: SELECT COUNT(*) FROM "people" WHERE "born" IS NOT NULL AND NOT (COALESCE(date("born"), '') = "born" AND "born" >= '0001');
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "born" TEXT, CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "born") SELECT "id", "name", "age", "paid", "born" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "born" TEXT CONSTRAINT "ck_people_born" CHECK (length("born") <= 20), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "born") SELECT "id", "name", "age", "paid", "born" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a time becomes a day
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "seen" TEXT, CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "seen") SELECT "id", "name", "age", "paid", substr("seen", 1, 10) FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "seen" TEXT, CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "seen") SELECT "id", "name", "age", "paid", "seen" || ' 00:00:00.000000' FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a UUID becomes a text
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "code" TEXT CONSTRAINT "ck_people_code" CHECK (length("code") <= 36), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "code") SELECT "id", "name", "age", "paid", CASE WHEN "code" IS NOT NULL THEN lower(substr(hex("code"), 1, 8) || '-' || substr(hex("code"), 9, 4) || '-' || substr(hex("code"), 13, 4) || '-' || substr(hex("code"), 17, 4) || '-' || substr(hex("code"), 21, 12)) END FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
-- first: `people.code` is not written as a UUID is: SELECT COUNT(*) FROM "people" WHERE "code" IS NOT NULL AND NOT ("code" GLOB '????????-????-????-????-????????????' AND length(replace("code", '-', '')) = 32 AND replace("code", '-', '') NOT GLOB '*[^0-9a-fA-F]*');
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "code" BLOB CONSTRAINT "ck_people_code" CHECK (length("code") = 16), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "code") SELECT "id", "name", "age", "paid", unhex(replace("code", '-', '')) FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- an enumeration gets other values
-- first: `people.state` is none of lost, new: SELECT COUNT(*) FROM "people" WHERE "state" NOT IN ('lost', 'new');
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "state" TEXT CONSTRAINT "ck_people_state" CHECK ("state" IN ('lost', 'new')), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "state") SELECT "id", "name", "age", "paid", "state" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
-- first: `people.state` is none of new, old: SELECT COUNT(*) FROM "people" WHERE "state" NOT IN ('new', 'old');
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), "state" TEXT CONSTRAINT "ck_people_state" CHECK ("state" IN ('new', 'old')), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid", "state") SELECT "id", "name", "age", "paid", "state" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a numbered column is added and is the key
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, "number" INTEGER CONSTRAINT "pk_visits" PRIMARY KEY AUTOINCREMENT NOT NULL, CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
-- back
-- first: `visits`: the same values of id more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM "visits" WHERE "id" IS NOT NULL GROUP BY "id" HAVING COUNT(*) > 1) v;
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";

-- a computed column changes
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (LOWER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a table goes
DROP TABLE "visits";
-- back
CREATE TABLE "visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;

-- a column becomes required
-- first: `people.age` is NULL: SELECT COUNT(*) FROM "people" WHERE "age" IS NULL;
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER NOT NULL, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a column becomes required, with a value for those without
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM (SELECT COALESCE("age", 0) AS "age" FROM "people") t WHERE NOT ("age" >= 0);
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER NOT NULL, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", COALESCE("age", 0), "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a column need not be there
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", COALESCE("name", ''), "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a default comes
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER DEFAULT 1, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a unique constraint comes
-- first: `people`: the same values of name more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM "people" WHERE "name" IS NOT NULL GROUP BY "name" HAVING COUNT(*) > 1) v;
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "uq_people_name" UNIQUE ("name"), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a check changes
-- first: `people`: not age > 0: SELECT COUNT(*) FROM "people" WHERE NOT ("age" > 0);
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" > 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM "people" WHERE NOT ("age" >= 0);
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- an index changes
DROP INDEX "idx_people_name";
CREATE INDEX "idx_people_name" ON "people" ("name" DESC);
-- back
DROP INDEX "idx_people_name";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a reference changes
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
-- back
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";

-- a primary key changes
-- first: `visits`: the same values of id, person_id more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM "visits" WHERE "id" IS NOT NULL AND "person_id" IS NOT NULL GROUP BY "id", "person_id" HAVING COUNT(*) > 1) v;
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id", "person_id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
-- back
-- first: `visits`: the same values of id more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM "visits" WHERE "id" IS NOT NULL GROUP BY "id" HAVING COUNT(*) > 1) v;
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";

-- a table gets another name
ALTER TABLE "people" RENAME TO "patients";
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_patients" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_patients_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_patients_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_patients_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_patients" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "patients";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_patients';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_patients', seq FROM sqlite_sequence WHERE name = 'patients';
DROP TABLE "patients";
ALTER TABLE "_tablewright_new_patients" RENAME TO "patients";
CREATE INDEX "idx_people_name" ON "patients" ("name");
-- back
ALTER TABLE "patients" RENAME TO "people";
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a table comes and refers to another
CREATE TABLE "bills" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_bills" PRIMARY KEY ("id"), CONSTRAINT "fk_bills_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
-- back
DROP TABLE "bills";

-- comments come
-- back

-- a default comes with another type
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER DEFAULT 1, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
-- first: `people.age` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM "people" WHERE "age" > 2147483647 OR "age" < -2147483648;
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a text loses its limit
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL, "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
-- back
-- first: `people.name` is longer than 40 characters: SELECT COUNT(*) FROM "people" WHERE LENGTH("name") > 40;
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a column that is unique may be absent
-- first: `people`: the same values of age more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM "people" WHERE "age" IS NOT NULL GROUP BY "age" HAVING COUNT(*) > 1) v;
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "uq_people_age" UNIQUE ("age"), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a column that is pointed to gets another name
ALTER TABLE "people" RENAME COLUMN "id" TO "number";
-- back
ALTER TABLE "people" RENAME COLUMN "number" TO "id";

-- a numbered column gets narrower
-- first: `people.id` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM "people" WHERE "id" > 2147483647 OR "id" < -2147483648;
-- first: `visits.person_id` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM "visits" WHERE "person_id" > 2147483647 OR "person_id" < -2147483648;
-- back

-- a table goes and another comes
DROP TABLE "visits";
CREATE TABLE "calls" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
-- back
DROP TABLE "calls";
CREATE TABLE "visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;

-- a reference comes that begins with the columns of another
-- first: `people`: the same values of id, name more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM "people" WHERE "id" IS NOT NULL AND "name" IS NOT NULL GROUP BY "id", "name" HAVING COUNT(*) > 1) v;
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "uq_people_id_name" UNIQUE ("id", "name"), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, "called" TEXT CONSTRAINT "ck_visits_called" CHECK (length("called") <= 40), CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE, CONSTRAINT "fk_visits_called" FOREIGN KEY ("person_id", "called") REFERENCES "people" ("id", "name") ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
CREATE INDEX "idx_people_name" ON "people" ("name");

-- a reference goes, whose columns are the first ones of another
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, "called" TEXT CONSTRAINT "ck_visits_called" CHECK (length("called") <= 40), CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_called" FOREIGN KEY ("person_id", "called") REFERENCES "people" ("id", "name") ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id", "called") SELECT "id", "person_id", "called" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
-- back
-- first: `visits`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM "visits" c WHERE c."person_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "people" p WHERE p."id" = c."person_id");
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, "called" TEXT CONSTRAINT "ck_visits_called" CHECK (length("called") <= 40), CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE, CONSTRAINT "fk_visits_called" FOREIGN KEY ("person_id", "called") REFERENCES "people" ("id", "name") ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id", "called") SELECT "id", "person_id", "called" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";

-- a reference goes that begins with the columns of another
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, "called" TEXT CONSTRAINT "ck_visits_called" CHECK (length("called") <= 40), CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id", "called") SELECT "id", "person_id", "called" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
-- back
-- first: `visits`: `fk_visits_called` points to no row of `people`: SELECT COUNT(*) FROM "visits" c WHERE c."person_id" IS NOT NULL AND c."called" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "people" p WHERE p."id" = c."person_id" AND p."name" = c."called");
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, "called" TEXT CONSTRAINT "ck_visits_called" CHECK (length("called") <= 40), CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE, CONSTRAINT "fk_visits_called" FOREIGN KEY ("person_id", "called") REFERENCES "people" ("id", "name") ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id", "called") SELECT "id", "person_id", "called" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
