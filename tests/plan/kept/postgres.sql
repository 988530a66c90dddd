-- a column is dropped
LOCK TABLE "people" IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE "_tablewright_aside_people_paid_75f6a308" ( "_tablewright_key_0" bigint NOT NULL, "_tablewright_value" numeric(8, 2), CONSTRAINT "pk__tablewright_aside_people_paid_75f6a308" PRIMARY KEY ("_tablewright_key_0") );
INSERT INTO "_tablewright_aside_people_paid_75f6a308" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "paid" FROM "people" WHERE "paid" IS NOT NULL;
ALTER TABLE "people" DROP COLUMN "paid";
-- back
-- first: what was kept of `people.paid` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_paid_75f6a308" WHERE 1 = 0;
ALTER TABLE "people" ADD COLUMN "paid" numeric(8, 2);
UPDATE "people" SET "paid" = (SELECT "_tablewright_value" FROM "_tablewright_aside_people_paid_75f6a308" WHERE "_tablewright_key_0" = "id");
DROP TABLE "_tablewright_aside_people_paid_75f6a308";
-- purged
DROP TABLE "_tablewright_aside_people_paid_75f6a308";

-- a required column that others are computed from is dropped
LOCK TABLE "people" IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE "_tablewright_aside_people_name_c8e97d77" ( "_tablewright_key_0" bigint NOT NULL, "_tablewright_value" varchar(40), CONSTRAINT "pk__tablewright_aside_people_name_c8e97d77" PRIMARY KEY ("_tablewright_key_0") );
INSERT INTO "_tablewright_aside_people_name_c8e97d77" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "name" FROM "people" WHERE "name" IS NOT NULL;
DROP INDEX "idx_people_name";
ALTER TABLE "people" DROP COLUMN "upper_name";
ALTER TABLE "people" DROP COLUMN "name";
-- back
-- first: what was kept of `people.name` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_name_c8e97d77" WHERE 1 = 0;
ALTER TABLE "people" ADD COLUMN "name" varchar(40);
UPDATE "people" SET "name" = COALESCE((SELECT "_tablewright_value" FROM "_tablewright_aside_people_name_c8e97d77" WHERE "_tablewright_key_0" = "id"), '');
ALTER TABLE "people" ALTER COLUMN "name" SET NOT NULL;
ALTER TABLE "people" ADD COLUMN "upper_name" varchar(40) GENERATED ALWAYS AS (UPPER("name")) STORED;
CREATE INDEX "idx_people_name" ON "people" ("name");
DROP TABLE "_tablewright_aside_people_name_c8e97d77";
-- purged
DROP TABLE "_tablewright_aside_people_name_c8e97d77";

-- a column is dropped with its check
LOCK TABLE "people" IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE "_tablewright_aside_people_age_a45c3787" ( "_tablewright_key_0" bigint NOT NULL, "_tablewright_value" integer, CONSTRAINT "pk__tablewright_aside_people_age_a45c3787" PRIMARY KEY ("_tablewright_key_0") );
INSERT INTO "_tablewright_aside_people_age_a45c3787" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "age" FROM "people" WHERE "age" IS NOT NULL;
ALTER TABLE "people" DROP CONSTRAINT "ck_people_age";
ALTER TABLE "people" DROP COLUMN "age";
-- back
-- first: what was kept of `people.age` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_age_a45c3787" WHERE 1 = 0;
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM (SELECT (SELECT "_tablewright_value" FROM "_tablewright_aside_people_age_a45c3787" WHERE "_tablewright_key_0" = "id") AS "age" FROM "people") t WHERE NOT ("age" >= 0);
ALTER TABLE "people" ADD COLUMN "age" integer;
UPDATE "people" SET "age" = (SELECT "_tablewright_value" FROM "_tablewright_aside_people_age_a45c3787" WHERE "_tablewright_key_0" = "id");
ALTER TABLE "people" ADD CONSTRAINT "ck_people_age" CHECK ("age" >= 0);
DROP TABLE "_tablewright_aside_people_age_a45c3787";
-- purged
DROP TABLE "_tablewright_aside_people_age_a45c3787";

-- a table goes
ALTER TABLE "visits" DROP CONSTRAINT "fk_visits_person_id";
ALTER TABLE "visits" RENAME TO "_tablewright_aside_visits_c2ba9781";
ALTER TABLE "_tablewright_aside_visits_c2ba9781" RENAME CONSTRAINT "pk_visits" TO "pk__tablewright_aside_visits_c2ba9781";
-- back
-- first: what was kept of `visits` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" WHERE 1 = 0;
-- first: `_tablewright_aside_visits_c2ba9781`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" c WHERE c."person_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "people" p WHERE p."id" = c."person_id");
ALTER TABLE "_tablewright_aside_visits_c2ba9781" RENAME TO "visits";
ALTER TABLE "visits" RENAME CONSTRAINT "pk__tablewright_aside_visits_c2ba9781" TO "pk_visits";
ALTER TABLE "visits" ADD CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE;
-- purged
DROP TABLE "_tablewright_aside_visits_c2ba9781";

-- a table and what it refers to go
ALTER TABLE "visits" DROP CONSTRAINT "fk_visits_person_id";
ALTER TABLE "people" DROP CONSTRAINT "ck_people_age";
DROP INDEX "idx_people_name";
ALTER TABLE "people" RENAME TO "_tablewright_aside_people_473f693b";
ALTER TABLE "visits" RENAME TO "_tablewright_aside_visits_c2ba9781";
ALTER TABLE "_tablewright_aside_people_473f693b" RENAME CONSTRAINT "pk_people" TO "pk__tablewright_aside_people_473f693b";
ALTER TABLE "_tablewright_aside_visits_c2ba9781" RENAME CONSTRAINT "pk_visits" TO "pk__tablewright_aside_visits_c2ba9781";
ALTER TABLE "_tablewright_aside_people_473f693b" DROP COLUMN "upper_name";
-- back
-- first: what was kept of `people` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_473f693b" WHERE 1 = 0;
-- first: what was kept of `visits` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" WHERE 1 = 0;
-- first: `_tablewright_aside_people_473f693b`: not age >= 0: SELECT COUNT(*) FROM "_tablewright_aside_people_473f693b" WHERE NOT ("age" >= 0);
-- first: `_tablewright_aside_visits_c2ba9781`: `fk_visits_person_id` points to no row of `_tablewright_aside_people_473f693b`: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" c WHERE c."person_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "_tablewright_aside_people_473f693b" p WHERE p."id" = c."person_id");
ALTER TABLE "_tablewright_aside_people_473f693b" RENAME TO "people";
ALTER TABLE "_tablewright_aside_visits_c2ba9781" RENAME TO "visits";
ALTER TABLE "people" RENAME CONSTRAINT "pk__tablewright_aside_people_473f693b" TO "pk_people";
ALTER TABLE "visits" RENAME CONSTRAINT "pk__tablewright_aside_visits_c2ba9781" TO "pk_visits";
ALTER TABLE "people" ADD COLUMN "upper_name" varchar(40) GENERATED ALWAYS AS (UPPER("name")) STORED;
ALTER TABLE "people" ADD CONSTRAINT "ck_people_age" CHECK ("age" >= 0);
CREATE INDEX "idx_people_name" ON "people" ("name");
ALTER TABLE "visits" ADD CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE;
-- purged
DROP TABLE "_tablewright_aside_people_473f693b";
DROP TABLE "_tablewright_aside_visits_c2ba9781";

-- a table gets another name, and a column of it is dropped
LOCK TABLE "people" IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE "_tablewright_aside_patients_paid_94158b37" ( "_tablewright_key_0" bigint NOT NULL, "_tablewright_value" numeric(8, 2), CONSTRAINT "pk__tablewright_aside_patients_paid_94158b37" PRIMARY KEY ("_tablewright_key_0") );
INSERT INTO "_tablewright_aside_patients_paid_94158b37" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "paid" FROM "people" WHERE "paid" IS NOT NULL;
ALTER TABLE "people" RENAME TO "patients";
ALTER TABLE "patients" DROP COLUMN "paid";
-- back
-- first: what was kept of `patients.paid` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_patients_paid_94158b37" WHERE 1 = 0;
ALTER TABLE "patients" RENAME TO "people";
ALTER TABLE "people" ADD COLUMN "paid" numeric(8, 2);
UPDATE "people" SET "paid" = (SELECT "_tablewright_value" FROM "_tablewright_aside_patients_paid_94158b37" WHERE "_tablewright_key_0" = "id");
DROP TABLE "_tablewright_aside_patients_paid_94158b37";
-- purged
DROP TABLE "_tablewright_aside_patients_paid_94158b37";

-- a column is dropped where a key has two
LOCK TABLE "visits" IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE "_tablewright_aside_visits_note_a8e44ce7" ( "_tablewright_key_0" bigint NOT NULL, "_tablewright_key_1" bigint NOT NULL, "_tablewright_value" text, CONSTRAINT "pk__tablewright_aside_visits_note_a8e44ce7" PRIMARY KEY ("_tablewright_key_0", "_tablewright_key_1") );
INSERT INTO "_tablewright_aside_visits_note_a8e44ce7" ("_tablewright_key_0", "_tablewright_key_1", "_tablewright_value") SELECT "id", "person_id", "note" FROM "visits" WHERE "note" IS NOT NULL;
ALTER TABLE "visits" DROP COLUMN "note";
-- back
-- first: what was kept of `visits.note` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_note_a8e44ce7" WHERE 1 = 0;
ALTER TABLE "visits" ADD COLUMN "note" text;
UPDATE "visits" SET "note" = (SELECT "_tablewright_value" FROM "_tablewright_aside_visits_note_a8e44ce7" WHERE "_tablewright_key_0" = "id" AND "_tablewright_key_1" = "person_id");
DROP TABLE "_tablewright_aside_visits_note_a8e44ce7";
-- purged
DROP TABLE "_tablewright_aside_visits_note_a8e44ce7";

-- a required column that refers to rows is dropped
LOCK TABLE "visits" IN SHARE ROW EXCLUSIVE MODE;
CREATE TABLE "_tablewright_aside_visits_person_id_4fb50b54" ( "_tablewright_key_0" bigint NOT NULL, "_tablewright_value" bigint, CONSTRAINT "pk__tablewright_aside_visits_person_id_4fb50b54" PRIMARY KEY ("_tablewright_key_0") );
INSERT INTO "_tablewright_aside_visits_person_id_4fb50b54" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "person_id" FROM "visits" WHERE "person_id" IS NOT NULL;
ALTER TABLE "visits" DROP CONSTRAINT "fk_visits_person_id";
ALTER TABLE "visits" DROP COLUMN "person_id";
-- back
-- first: what was kept of `visits.person_id` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_person_id_4fb50b54" WHERE 1 = 0;
-- first: `visits`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM (SELECT * FROM (SELECT COALESCE((SELECT "_tablewright_value" FROM "_tablewright_aside_visits_person_id_4fb50b54" WHERE "_tablewright_key_0" = "id"), 0) AS "person_id" FROM "visits") t) c WHERE c."person_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "people" p WHERE p."id" = c."person_id");
ALTER TABLE "visits" ADD COLUMN "person_id" bigint;
UPDATE "visits" SET "person_id" = COALESCE((SELECT "_tablewright_value" FROM "_tablewright_aside_visits_person_id_4fb50b54" WHERE "_tablewright_key_0" = "id"), 0);
ALTER TABLE "visits" ALTER COLUMN "person_id" SET NOT NULL;
ALTER TABLE "visits" ADD CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE;
DROP TABLE "_tablewright_aside_visits_person_id_4fb50b54";
-- purged
DROP TABLE "_tablewright_aside_visits_person_id_4fb50b54";

-- a column is dropped together with the key
-- refused: the values of `visits.person_id` are kept with the primary key of their rows, and that does not stay; drop the column before the key changes, or give its values up
