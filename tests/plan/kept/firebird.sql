-- a column is dropped
CREATE TABLE "_tablewright_aside_people_paid_75f6a308" ( "_tablewright_key_0" BIGINT NOT NULL, "_tablewright_value" DECIMAL(8, 2), CONSTRAINT "pk__tablewright_aside_people_paid_75f6a308" PRIMARY KEY ("_tablewright_key_0"), CONSTRAINT "ck__tablewright_aside_people_paid_75f6a308__tablewright_value" CHECK ("_tablewright_value" BETWEEN -999999.99 AND 999999.99) );
INSERT INTO "_tablewright_aside_people_paid_75f6a308" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "paid" FROM "people" WHERE "paid" IS NOT NULL;
ALTER TABLE "people" DROP CONSTRAINT "ck_people_paid";
ALTER TABLE "people" DROP "paid";
-- back
-- first: what was kept of `people.paid` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_paid_75f6a308" WHERE 1 = 0;
ALTER TABLE "people" ADD "paid" DECIMAL(8, 2);
UPDATE "people" SET "paid" = (SELECT "_tablewright_value" FROM "_tablewright_aside_people_paid_75f6a308" WHERE "_tablewright_key_0" = "id");
ALTER TABLE "people" ADD CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -999999.99 AND 999999.99);
DROP TABLE "_tablewright_aside_people_paid_75f6a308";
-- purged
DROP TABLE "_tablewright_aside_people_paid_75f6a308";

-- a required column that others are computed from is dropped
CREATE TABLE "_tablewright_aside_people_name_c8e97d77" ( "_tablewright_key_0" BIGINT NOT NULL, "_tablewright_value" VARCHAR(40) CHARACTER SET UTF8, CONSTRAINT "pk__tablewright_aside_people_name_c8e97d77" PRIMARY KEY ("_tablewright_key_0") );
INSERT INTO "_tablewright_aside_people_name_c8e97d77" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "name" FROM "people" WHERE "name" IS NOT NULL;
ALTER TABLE "people" DROP CONSTRAINT "ck_people_upper_name";
DROP INDEX "idx_people_name";
ALTER TABLE "people" DROP "upper_name", DROP "name";
-- back
-- first: what was kept of `people.name` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_name_c8e97d77" WHERE 1 = 0;
ALTER TABLE "people" ADD "name" VARCHAR(40) CHARACTER SET UTF8;
UPDATE "people" SET "name" = COALESCE((SELECT "_tablewright_value" FROM "_tablewright_aside_people_name_c8e97d77" WHERE "_tablewright_key_0" = "id"), '');
ALTER TABLE "people" ALTER COLUMN "name" SET NOT NULL, ADD "upper_name" VARCHAR(40) CHARACTER SET UTF8 GENERATED ALWAYS AS (UPPER("name"));
ALTER TABLE "people" ADD CONSTRAINT "ck_people_upper_name" CHECK (CHAR_LENGTH((UPPER("name"))) <= 40);
CREATE INDEX "idx_people_name" ON "people" ("name");
DROP TABLE "_tablewright_aside_people_name_c8e97d77";
-- purged
DROP TABLE "_tablewright_aside_people_name_c8e97d77";

-- a column is dropped with its check
CREATE TABLE "_tablewright_aside_people_age_a45c3787" ( "_tablewright_key_0" BIGINT NOT NULL, "_tablewright_value" INTEGER, CONSTRAINT "pk__tablewright_aside_people_age_a45c3787" PRIMARY KEY ("_tablewright_key_0") );
INSERT INTO "_tablewright_aside_people_age_a45c3787" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "age" FROM "people" WHERE "age" IS NOT NULL;
ALTER TABLE "people" DROP CONSTRAINT "ck_people_age";
ALTER TABLE "people" DROP "age";
-- back
-- first: what was kept of `people.age` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_age_a45c3787" WHERE 1 = 0;
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM (SELECT (SELECT "_tablewright_value" FROM "_tablewright_aside_people_age_a45c3787" WHERE "_tablewright_key_0" = "id") AS "age" FROM "people") t WHERE NOT ("age" >= 0);
ALTER TABLE "people" ADD "age" INTEGER;
UPDATE "people" SET "age" = (SELECT "_tablewright_value" FROM "_tablewright_aside_people_age_a45c3787" WHERE "_tablewright_key_0" = "id");
ALTER TABLE "people" ADD CONSTRAINT "ck_people_age" CHECK ("age" >= 0);
DROP TABLE "_tablewright_aside_people_age_a45c3787";
-- purged
DROP TABLE "_tablewright_aside_people_age_a45c3787";

-- a table goes
ALTER TABLE "visits" DROP CONSTRAINT "fk_visits_person_id";
ALTER TABLE "visits" DROP CONSTRAINT "pk_visits";
CREATE TABLE "_tablewright_aside_visits_c2ba9781" ( "id" BIGINT NOT NULL, "person_id" BIGINT NOT NULL, CONSTRAINT "pk__tablewright_aside_visits_c2ba9781" PRIMARY KEY ("id") );
INSERT INTO "_tablewright_aside_visits_c2ba9781" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "visits";
-- back
-- first: what was kept of `visits` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" WHERE 1 = 0;
-- first: `_tablewright_aside_visits_c2ba9781`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" c WHERE c."person_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "people" p WHERE p."id" = c."person_id");
ALTER TABLE "_tablewright_aside_visits_c2ba9781" DROP CONSTRAINT "pk__tablewright_aside_visits_c2ba9781";
CREATE TABLE "visits" ( "id" BIGINT NOT NULL, "person_id" BIGINT NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id") );
INSERT INTO "visits" ("id", "person_id") SELECT "id", "person_id" FROM "_tablewright_aside_visits_c2ba9781";
DROP TABLE "_tablewright_aside_visits_c2ba9781";
ALTER TABLE "visits" ADD CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE;
-- purged
DROP TABLE "_tablewright_aside_visits_c2ba9781";

-- a table and what it refers to go
ALTER TABLE "visits" DROP CONSTRAINT "fk_visits_person_id";
ALTER TABLE "people" DROP CONSTRAINT "ck_people_paid", DROP CONSTRAINT "ck_people_upper_name", DROP CONSTRAINT "pk_people", DROP CONSTRAINT "ck_people_age";
DROP INDEX "idx_people_name";
ALTER TABLE "people" DROP "upper_name";
ALTER TABLE "visits" DROP CONSTRAINT "pk_visits";
CREATE TABLE "_tablewright_aside_people_473f693b" ( "id" BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL, "name" VARCHAR(40) CHARACTER SET UTF8 NOT NULL, "age" INTEGER, "paid" DECIMAL(8, 2), CONSTRAINT "pk__tablewright_aside_people_473f693b" PRIMARY KEY ("id"), CONSTRAINT "ck__tablewright_aside_people_473f693b_paid" CHECK ("paid" BETWEEN -999999.99 AND 999999.99) );
INSERT INTO "_tablewright_aside_people_473f693b" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "people";
EXECUTE BLOCK AS DECLARE g VARCHAR(63); DECLARE n BIGINT; BEGIN SELECT TRIM(RDB$GENERATOR_NAME) FROM RDB$RELATION_FIELDS WHERE RDB$RELATION_NAME = 'people' AND RDB$FIELD_NAME = 'id' INTO :g; EXECUTE STATEMENT 'SELECT GEN_ID("' || g || '", 0) + 1 FROM RDB$DATABASE' INTO :n; EXECUTE STATEMENT 'ALTER TABLE "_tablewright_aside_people_473f693b" ALTER COLUMN "id" RESTART WITH ' || n; END;
DROP TABLE "people";
CREATE TABLE "_tablewright_aside_visits_c2ba9781" ( "id" BIGINT NOT NULL, "person_id" BIGINT NOT NULL, CONSTRAINT "pk__tablewright_aside_visits_c2ba9781" PRIMARY KEY ("id") );
INSERT INTO "_tablewright_aside_visits_c2ba9781" ("id", "person_id") SELECT "id", "person_id" FROM "visits";
DROP TABLE "visits";
-- back
-- first: what was kept of `people` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_people_473f693b" WHERE 1 = 0;
-- first: what was kept of `visits` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" WHERE 1 = 0;
-- first: `_tablewright_aside_people_473f693b`: not age >= 0: SELECT COUNT(*) FROM "_tablewright_aside_people_473f693b" WHERE NOT ("age" >= 0);
-- first: `_tablewright_aside_visits_c2ba9781`: `fk_visits_person_id` points to no row of `_tablewright_aside_people_473f693b`: SELECT COUNT(*) FROM "_tablewright_aside_visits_c2ba9781" c WHERE c."person_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "_tablewright_aside_people_473f693b" p WHERE p."id" = c."person_id");
ALTER TABLE "_tablewright_aside_people_473f693b" DROP CONSTRAINT "ck__tablewright_aside_people_473f693b_paid", DROP CONSTRAINT "pk__tablewright_aside_people_473f693b";
ALTER TABLE "_tablewright_aside_visits_c2ba9781" DROP CONSTRAINT "pk__tablewright_aside_visits_c2ba9781";
CREATE TABLE "people" ( "id" BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL, "name" VARCHAR(40) CHARACTER SET UTF8 NOT NULL, "age" INTEGER, "paid" DECIMAL(8, 2), "upper_name" VARCHAR(40) CHARACTER SET UTF8 GENERATED ALWAYS AS (UPPER("name")), CONSTRAINT "pk_people" PRIMARY KEY ("id"), CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -999999.99 AND 999999.99), CONSTRAINT "ck_people_upper_name" CHECK (CHAR_LENGTH((UPPER("name"))) <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) );
INSERT INTO "people" ("id", "name", "age", "paid") SELECT "id", "name", "age", "paid" FROM "_tablewright_aside_people_473f693b";
EXECUTE BLOCK AS DECLARE g VARCHAR(63); DECLARE n BIGINT; BEGIN SELECT TRIM(RDB$GENERATOR_NAME) FROM RDB$RELATION_FIELDS WHERE RDB$RELATION_NAME = '_tablewright_aside_people_473f693b' AND RDB$FIELD_NAME = 'id' INTO :g; EXECUTE STATEMENT 'SELECT GEN_ID("' || g || '", 0) + 1 FROM RDB$DATABASE' INTO :n; EXECUTE STATEMENT 'ALTER TABLE "people" ALTER COLUMN "id" RESTART WITH ' || n; END;
DROP TABLE "_tablewright_aside_people_473f693b";
CREATE TABLE "visits" ( "id" BIGINT NOT NULL, "person_id" BIGINT NOT NULL, CONSTRAINT "pk_visits" PRIMARY KEY ("id") );
INSERT INTO "visits" ("id", "person_id") SELECT "id", "person_id" FROM "_tablewright_aside_visits_c2ba9781";
DROP TABLE "_tablewright_aside_visits_c2ba9781";
CREATE INDEX "idx_people_name" ON "people" ("name");
ALTER TABLE "visits" ADD CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE;
-- purged
DROP TABLE "_tablewright_aside_people_473f693b";
DROP TABLE "_tablewright_aside_visits_c2ba9781";

-- a table gets another name, and a column of it is dropped
CREATE TABLE "_tablewright_aside_patients_paid_94158b37" ( "_tablewright_key_0" BIGINT NOT NULL, "_tablewright_value" DECIMAL(8, 2), CONSTRAINT "pk__tablewright_aside_patients_paid_94158b37" PRIMARY KEY ("_tablewright_key_0"), CONSTRAINT "ck__tablewright_aside_patients_paid_94158b37__tablewright_value" CHECK ("_tablewright_value" BETWEEN -999999.99 AND 999999.99) );
INSERT INTO "_tablewright_aside_patients_paid_94158b37" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "paid" FROM "people" WHERE "paid" IS NOT NULL;
ALTER TABLE "visits" DROP CONSTRAINT "fk_visits_person_id";
ALTER TABLE "people" DROP CONSTRAINT "ck_people_paid", DROP CONSTRAINT "ck_people_upper_name", DROP CONSTRAINT "pk_people", DROP CONSTRAINT "ck_people_age";
DROP INDEX "idx_people_name";
ALTER TABLE "people" DROP "upper_name";
CREATE TABLE "patients" ( "id" BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL, "name" VARCHAR(40) CHARACTER SET UTF8 NOT NULL, "age" INTEGER, "upper_name" VARCHAR(40) CHARACTER SET UTF8 GENERATED ALWAYS AS (UPPER("name")), CONSTRAINT "pk_people" PRIMARY KEY ("id"), CONSTRAINT "ck_patients_upper_name" CHECK (CHAR_LENGTH((UPPER("name"))) <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) );
INSERT INTO "patients" ("id", "name", "age") SELECT "id", "name", "age" FROM "people";
EXECUTE BLOCK AS DECLARE g VARCHAR(63); DECLARE n BIGINT; BEGIN SELECT TRIM(RDB$GENERATOR_NAME) FROM RDB$RELATION_FIELDS WHERE RDB$RELATION_NAME = 'people' AND RDB$FIELD_NAME = 'id' INTO :g; EXECUTE STATEMENT 'SELECT GEN_ID("' || g || '", 0) + 1 FROM RDB$DATABASE' INTO :n; EXECUTE STATEMENT 'ALTER TABLE "patients" ALTER COLUMN "id" RESTART WITH ' || n; END;
DROP TABLE "people";
CREATE INDEX "idx_people_name" ON "patients" ("name");
ALTER TABLE "visits" ADD CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "patients" ("id") ON DELETE CASCADE;
-- back
-- first: what was kept of `patients.paid` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_patients_paid_94158b37" WHERE 1 = 0;
ALTER TABLE "visits" DROP CONSTRAINT "fk_visits_person_id";
ALTER TABLE "patients" DROP CONSTRAINT "ck_patients_upper_name", DROP CONSTRAINT "pk_people", DROP CONSTRAINT "ck_people_age";
DROP INDEX "idx_people_name";
ALTER TABLE "patients" DROP "upper_name";
CREATE TABLE "people" ( "id" BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL, "name" VARCHAR(40) CHARACTER SET UTF8 NOT NULL, "age" INTEGER, "paid" DECIMAL(8, 2), "upper_name" VARCHAR(40) CHARACTER SET UTF8 GENERATED ALWAYS AS (UPPER("name")), CONSTRAINT "pk_people" PRIMARY KEY ("id"), CONSTRAINT "ck_people_paid" CHECK ("paid" BETWEEN -999999.99 AND 999999.99), CONSTRAINT "ck_people_upper_name" CHECK (CHAR_LENGTH((UPPER("name"))) <= 40), CONSTRAINT "ck_people_age" CHECK ("age" >= 0) );
INSERT INTO "people" ("id", "name", "age", "paid") SELECT "id", "name", "age", (SELECT "_tablewright_value" FROM "_tablewright_aside_patients_paid_94158b37" WHERE "_tablewright_key_0" = "id") FROM "patients";
EXECUTE BLOCK AS DECLARE g VARCHAR(63); DECLARE n BIGINT; BEGIN SELECT TRIM(RDB$GENERATOR_NAME) FROM RDB$RELATION_FIELDS WHERE RDB$RELATION_NAME = 'patients' AND RDB$FIELD_NAME = 'id' INTO :g; EXECUTE STATEMENT 'SELECT GEN_ID("' || g || '", 0) + 1 FROM RDB$DATABASE' INTO :n; EXECUTE STATEMENT 'ALTER TABLE "people" ALTER COLUMN "id" RESTART WITH ' || n; END;
DROP TABLE "patients";
CREATE INDEX "idx_people_name" ON "people" ("name");
ALTER TABLE "visits" ADD CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE;
DROP TABLE "_tablewright_aside_patients_paid_94158b37";
-- purged
DROP TABLE "_tablewright_aside_patients_paid_94158b37";

-- a column is dropped where a key has two
CREATE TABLE "_tablewright_aside_visits_note_a8e44ce7" ( "_tablewright_key_0" BIGINT NOT NULL, "_tablewright_key_1" BIGINT NOT NULL, "_tablewright_value" BLOB SUB_TYPE TEXT CHARACTER SET UTF8, CONSTRAINT "pk__tablewright_aside_visits_note_a8e44ce7" PRIMARY KEY ("_tablewright_key_0", "_tablewright_key_1") );
INSERT INTO "_tablewright_aside_visits_note_a8e44ce7" ("_tablewright_key_0", "_tablewright_key_1", "_tablewright_value") SELECT "id", "person_id", "note" FROM "visits" WHERE "note" IS NOT NULL;
ALTER TABLE "visits" DROP "note";
-- back
-- first: what was kept of `visits.note` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_note_a8e44ce7" WHERE 1 = 0;
ALTER TABLE "visits" ADD "note" BLOB SUB_TYPE TEXT CHARACTER SET UTF8;
UPDATE "visits" SET "note" = (SELECT "_tablewright_value" FROM "_tablewright_aside_visits_note_a8e44ce7" WHERE "_tablewright_key_0" = "id" AND "_tablewright_key_1" = "person_id");
DROP TABLE "_tablewright_aside_visits_note_a8e44ce7";
-- purged
DROP TABLE "_tablewright_aside_visits_note_a8e44ce7";

-- a required column that refers to rows is dropped
CREATE TABLE "_tablewright_aside_visits_person_id_4fb50b54" ( "_tablewright_key_0" BIGINT NOT NULL, "_tablewright_value" BIGINT, CONSTRAINT "pk__tablewright_aside_visits_person_id_4fb50b54" PRIMARY KEY ("_tablewright_key_0") );
INSERT INTO "_tablewright_aside_visits_person_id_4fb50b54" ("_tablewright_key_0", "_tablewright_value") SELECT "id", "person_id" FROM "visits" WHERE "person_id" IS NOT NULL;
ALTER TABLE "visits" DROP CONSTRAINT "fk_visits_person_id";
ALTER TABLE "visits" DROP "person_id";
-- back
-- first: what was kept of `visits.person_id` is not there any more: SELECT COUNT(*) FROM "_tablewright_aside_visits_person_id_4fb50b54" WHERE 1 = 0;
-- first: `visits`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM (SELECT * FROM (SELECT COALESCE((SELECT "_tablewright_value" FROM "_tablewright_aside_visits_person_id_4fb50b54" WHERE "_tablewright_key_0" = "id"), 0) AS "person_id" FROM "visits") t) c WHERE c."person_id" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "people" p WHERE p."id" = c."person_id");
ALTER TABLE "visits" ADD "person_id" BIGINT;
UPDATE "visits" SET "person_id" = COALESCE((SELECT "_tablewright_value" FROM "_tablewright_aside_visits_person_id_4fb50b54" WHERE "_tablewright_key_0" = "id"), 0);
ALTER TABLE "visits" ALTER COLUMN "person_id" SET NOT NULL;
ALTER TABLE "visits" ADD CONSTRAINT "fk_visits_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE;
DROP TABLE "_tablewright_aside_visits_person_id_4fb50b54";
-- purged
DROP TABLE "_tablewright_aside_visits_person_id_4fb50b54";

-- a column is dropped together with the key
-- refused: the values of `visits.person_id` are kept with the primary key of their rows, and that does not stay; drop the column before the key changes, or give its values up
