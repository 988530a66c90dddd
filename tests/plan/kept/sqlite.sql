-- a column is dropped
CREATE TABLE "_tablewright_aside_people_paid_75f6a308" ( "_tablewright_key_0" INTEGER NOT NULL, "_tablewright_value" INTEGER CONSTRAINT "ck__tablewright_aside_people_paid_75f6a308__tablewright_value" CHECK ("_tablewright_value" BETWEEN -99999999 AND 99999999), CONSTRAINT "pk__tablewright_aside_people_paid_75f6a308" PRIMARY KEY ("_tablewright_key_0") ) STRICT;
INSERT INTO "_tablewright_aside_people_paid_75f6a308" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "paid" FROM "people" WHERE "paid" IS NOT NULL;
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age") SELECT "id", "name", "age" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
-- first: what was kept of `people.paid` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_paid_75f6a308" WHERE 1 = 0;
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", (SELECT "_tablewright_value" FROM "_tablewright_aside_people_paid_75f6a308" WHERE "_tablewright_key_0" = "id") FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
DROP TABLE "_tablewright_aside_people_paid_75f6a308";
-- purged
DROP TABLE "_tablewright_aside_people_paid_75f6a308";

-- a required column that others are computed from is dropped
CREATE TABLE "_tablewright_aside_people_name_c8e97d77" ( "_tablewright_key_0" INTEGER NOT NULL, "_tablewright_value" TEXT CONSTRAINT "ck__tablewright_aside_people_name_c8e97d77__tablewright_value" CHECK (length("_tablewright_value") <= 40), CONSTRAINT "pk__tablewright_aside_people_name_c8e97d77" PRIMARY KEY ("_tablewright_key_0") ) STRICT;
INSERT INTO "_tablewright_aside_people_name_c8e97d77" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "name" FROM "people" WHERE "name" IS NOT NULL;
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "age", "paid") SELECT "id", "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
-- back
-- first: what was kept of `people.name` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_name_c8e97d77" WHERE 1 = 0;
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", COALESCE((SELECT "_tablewright_value" FROM "_tablewright_aside_people_name_c8e97d77" WHERE "_tablewright_key_0" = "id"), ''), "age", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
DROP TABLE "_tablewright_aside_people_name_c8e97d77";
-- purged
DROP TABLE "_tablewright_aside_people_name_c8e97d77";

-- a column is dropped with its check
CREATE TABLE "_tablewright_aside_people_age_a45c3787" ( "_tablewright_key_0" INTEGER NOT NULL, "_tablewright_value" INTEGER, CONSTRAINT "pk__tablewright_aside_people_age_a45c3787" PRIMARY KEY ("_tablewright_key_0") ) STRICT;
INSERT INTO "_tablewright_aside_people_age_a45c3787" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "age" FROM "people" WHERE "age" IS NOT NULL;
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "paid") SELECT "id", "name", "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
-- back
-- first: what was kept of `people.age` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_age_a45c3787" WHERE 1 = 0;
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM (SELECT (SELECT "_tablewright_value" FROM "_tablewright_aside_people_age_a45c3787" WHERE "_tablewright_key_0" = "id") AS "age" FROM "people") t WHERE NOT ("age" >= 0);
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", (SELECT "_tablewright_value" FROM "_tablewright_aside_people_age_a45c3787" WHERE "_tablewright_key_0" = "id"), "paid" FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
DROP TABLE "_tablewright_aside_people_age_a45c3787";
-- purged
DROP TABLE "_tablewright_aside_people_age_a45c3787";

-- a table goes
ALTER TABLE "visits" RENAME TO "_tablewright_aside_visits_c2ba9781";
CREATE TABLE "_tablewright_new__tablewright_aside_visits_c2ba9781" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk__tablewright_aside_visits_c2ba9781" PRIMARY KEY ("id") ) STRICT;
INSERT INTO "_tablewright_new__tablewright_aside_visits_c2ba9781" ("id", "person_id") SELECT "id", "person_id" FROM "_tablewright_aside_visits_c2ba9781";
DROP TABLE "_tablewright_aside_visits_c2ba9781";
ALTER TABLE "_tablewright_new__tablewright_aside_visits_c2ba9781" RENAME TO "_tablewright_aside_visits_c2ba9781";
-- back
-- first: what was kept of `visits` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" WHERE 1 = 0;
-- first: `_tablewright_aside_visits_c2ba9781`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" c WHERE c."person_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "people" p WHERE p."id" = c."person_id");
ALTER TABLE "_tablewright_aside_visits_c2ba9781" RENAME TO "visits";
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
-- purged
DROP TABLE "_tablewright_aside_visits_c2ba9781";

-- a table and what it refers to go
ALTER TABLE "people" RENAME TO "_tablewright_aside_people_473f693b";
ALTER TABLE "visits" RENAME TO "_tablewright_aside_visits_c2ba9781";
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new__tablewright_aside_people_473f693b" ( "id" INTEGER CONSTRAINT "pk__tablewright_aside_people_473f693b" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck__tablewright_aside_people_473f693b_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck__tablewright_aside_people_473f693b_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999) ) STRICT;
INSERT INTO "_tablewright_new__tablewright_aside_people_473f693b" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "_tablewright_aside_people_473f693b";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new__tablewright_aside_people_473f693b';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new__tablewright_aside_people_473f693b', seq FROM sqlite_sequence WHERE name = '_tablewright_aside_people_473f693b';
CREATE TABLE "_tablewright_new__tablewright_aside_visits_c2ba9781" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk__tablewright_aside_visits_c2ba9781" PRIMARY KEY ("id") ) STRICT;
INSERT INTO "_tablewright_new__tablewright_aside_visits_c2ba9781" ("id", "person_id") SELECT "id", "person_id" FROM "_tablewright_aside_visits_c2ba9781";
DROP TABLE "_tablewright_aside_people_473f693b";
ALTER TABLE "_tablewright_new__tablewright_aside_people_473f693b" RENAME TO "_tablewright_aside_people_473f693b";
DROP TABLE "_tablewright_aside_visits_c2ba9781";
ALTER TABLE "_tablewright_new__tablewright_aside_visits_c2ba9781" RENAME TO "_tablewright_aside_visits_c2ba9781";
-- back
-- first: what was kept of `people` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_473f693b" WHERE 1 = 0;
-- first: what was kept of `visits` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" WHERE 1 = 0;
-- first: `_tablewright_aside_people_473f693b`: not age >= 0: SELECT COUNT(*) FROM "_tablewright_aside_people_473f693b" WHERE NOT ("age" >= 0);
-- first: `_tablewright_aside_visits_c2ba9781`: `fk_visits_person_id` points to no row of `_tablewright_aside_people_473f693b`: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" c WHERE c."person_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "_tablewright_aside_people_473f693b" p WHERE p."id" = c."person_id");
ALTER TABLE "_tablewright_aside_people_473f693b" RENAME TO "people";
ALTER TABLE "_tablewright_aside_visits_c2ba9781" RENAME TO "visits";
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
-- purged
DROP TABLE "_tablewright_aside_people_473f693b";
DROP TABLE "_tablewright_aside_visits_c2ba9781";

-- a table gets another name, and a column of it is dropped
CREATE TABLE "_tablewright_aside_patients_paid_94158b37" ( "_tablewright_key_0" INTEGER NOT NULL, "_tablewright_value" INTEGER CONSTRAINT "ck__tablewright_aside_patients_paid_94158b37__tablewright_value" CHECK ("_tablewright_value" BETWEEN -99999999 AND 99999999), CONSTRAINT "pk__tablewright_aside_patients_paid_94158b37" PRIMARY KEY ("_tablewright_key_0") ) STRICT;
INSERT INTO "_tablewright_aside_patients_paid_94158b37" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "paid" FROM "people" WHERE "paid" IS NOT NULL;
ALTER TABLE "people" RENAME TO "patients";
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_patients" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_patients_name" CHECK (length("name") <= 40), "age" INTEGER, "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_patients_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_patients" ("id", "name", "age") SELECT "id", "name", "age" FROM "patients";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_patients';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_patients', seq FROM sqlite_sequence WHERE name = 'patients';
DROP TABLE "patients";
ALTER TABLE "_tablewright_new_patients" RENAME TO "patients";
CREATE INDEX "idx_people_name" ON "patients" ("name");
-- back
-- first: what was kept of `patients.paid` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_patients_paid_94158b37" WHERE 1 = 0;
ALTER TABLE "patients" RENAME TO "people";
DROP INDEX "idx_people_name";
CREATE TABLE "_tablewright_new_people" ( "id" INTEGER CONSTRAINT "pk_people" PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL CONSTRAINT "ck_people_name" CHECK (length("name") <= 40), "age" INTEGER, "paid" INTEGER CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -99999999 AND 99999999), "upper_name" TEXT GENERATED ALWAYS AS (UPPER("name")) STORED CONSTRAINT "ck_people_upper_name" CHECK (length("upper_name") <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) ) STRICT;
INSERT INTO "_tablewright_new_people" ("id", "name", "age", "paid") SELECT "id", "name", "age", (SELECT "_tablewright_value" FROM "_tablewright_aside_patients_paid_94158b37" WHERE "_tablewright_key_0" = "id") FROM "people";
DELETE FROM sqlite_sequence WHERE name = '_tablewright_new_people';
INSERT INTO sqlite_sequence (name, seq) SELECT '_tablewright_new_people', seq FROM sqlite_sequence WHERE name = 'people';
DROP TABLE "people";
ALTER TABLE "_tablewright_new_people" RENAME TO "people";
CREATE INDEX "idx_people_name" ON "people" ("name");
DROP TABLE "_tablewright_aside_patients_paid_94158b37";
-- purged
DROP TABLE "_tablewright_aside_patients_paid_94158b37";

-- a column is dropped where a key has two
CREATE TABLE "_tablewright_aside_visits_note_a8e44ce7" ( "_tablewright_key_0" INTEGER NOT NULL, "_tablewright_key_1" INTEGER NOT NULL, "_tablewright_value" TEXT, CONSTRAINT "pk__tablewright_aside_visits_note_a8e44ce7" PRIMARY KEY ("_tablewright_key_0", "_tablewright_key_1") ) STRICT;
INSERT INTO "_tablewright_aside_visits_note_a8e44ce7" ("_tablewright_key_0", "_tablewright_key_1", "_tablewright_value") SELECT "id", "person_id", "note" FROM "visits" WHERE "note" IS NOT NULL;
ALTER TABLE "visits" DROP COLUMN "note";
-- back
-- first: what was kept of `visits.note` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_note_a8e44ce7" WHERE 1 = 0;
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, "note" TEXT, CONSTRAINT "pk_visits" PRIMARY KEY ("id", "person_id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id", "note") SELECT "id", "person_id", (SELECT "_tablewright_value" FROM "_tablewright_aside_visits_note_a8e44ce7" WHERE "_tablewright_key_0" = "id" AND "_tablewright_key_1" = "person_id") FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
DROP TABLE "_tablewright_aside_visits_note_a8e44ce7";
-- purged
DROP TABLE "_tablewright_aside_visits_note_a8e44ce7";

-- a required column that refers to rows is dropped
CREATE TABLE "_tablewright_aside_visits_person_id_4fb50b54" ( "_tablewright_key_0" INTEGER NOT NULL, "_tablewright_value" INTEGER, CONSTRAINT "pk__tablewright_aside_visits_person_id_4fb50b54" PRIMARY KEY ("_tablewright_key_0") ) STRICT;
INSERT INTO "_tablewright_aside_visits_person_id_4fb50b54" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "person_id" FROM "visits" WHERE "person_id" IS NOT NULL;
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id") ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id") SELECT "id" FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
-- back
-- first: what was kept of `visits.person_id` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_person_id_4fb50b54" WHERE 1 = 0;
-- first: `visits`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM (SELECT * FROM (SELECT COALESCE((SELECT "_tablewright_value" FROM "_tablewright_aside_visits_person_id_4fb50b54" WHERE "_tablewright_key_0" = "id"), 0) AS "person_id" FROM "visits") t) c WHERE c."person_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "people" p WHERE p."id" = c."person_id");
CREATE TABLE "_tablewright_new_visits" ( "id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id"), CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE ) STRICT;
INSERT INTO "_tablewright_new_visits" ("id", "person_id") SELECT "id", COALESCE((SELECT "_tablewright_value" FROM "_tablewright_aside_visits_person_id_4fb50b54" WHERE "_tablewright_key_0" = "id"), 0) FROM "visits";
DROP TABLE "visits";
ALTER TABLE "_tablewright_new_visits" RENAME TO "visits";
DROP TABLE "_tablewright_aside_visits_person_id_4fb50b54";
-- purged
DROP TABLE "_tablewright_aside_visits_person_id_4fb50b54";

-- a column is dropped together with the key
-- refused: the values of `visits.person_id` are kept with the primary key of their rows, and that does not stay; drop the column before the key changes, or give its values up
