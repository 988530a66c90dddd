-- paints: select
SELECT "id", "colour", "second", "volume", "batch" FROM "paints";

-- paints: count
SELECT COUNT(*) FROM "paints";

-- paints: find
SELECT "id", "colour", "second", "volume", "batch" FROM "paints" WHERE "id" = ?;

-- paints: exists
SELECT 1 FROM "paints" WHERE "id" = ?;

-- paints: insert
INSERT INTO "paints" ("colour", "second", "volume", "batch") VALUES (?, ?, ?, ?) RETURNING "id";

-- paints: update
UPDATE "paints" SET "colour" = ?, "second" = ?, "volume" = ?, "batch" = ? WHERE "id" = ?;

-- paints: delete
DELETE FROM "paints" WHERE "id" = ?;

-- paints: finder 1
SELECT "id", "colour", "second", "volume", "batch" FROM "paints" WHERE "batch" = ?;

-- paints: upsert by finder 1
UPDATE OR INSERT INTO "paints" ("colour", "second", "volume", "batch") VALUES (?, ?, ?, ?) MATCHING ("batch") RETURNING "id", "colour", "second", "volume", "batch";

-- patients: select
SELECT "id", "name", "email", "ward" FROM "patients";

-- patients: count
SELECT COUNT(*) FROM "patients";

-- patients: find
SELECT "id", "name", "email", "ward" FROM "patients" WHERE "id" = ?;

-- patients: exists
SELECT 1 FROM "patients" WHERE "id" = ?;

-- patients: insert
INSERT INTO "patients" ("id", "name", "email", "ward") VALUES (?, ?, ?, ?);

-- patients: upsert
UPDATE OR INSERT INTO "patients" ("id", "name", "email", "ward") VALUES (?, ?, ?, ?) MATCHING ("id") RETURNING "id", "name", "email", "ward";

-- patients: update
UPDATE "patients" SET "name" = ?, "email" = ?, "ward" = ? WHERE "id" = ?;

-- patients: delete
DELETE FROM "patients" WHERE "id" = ?;

-- patients: finder 1
SELECT "id", "name", "email", "ward" FROM "patients" WHERE "email" = ?;

-- patients: upsert by finder 1
MERGE INTO "patients" t USING (SELECT CAST(? AS TYPE OF COLUMN "patients"."id") AS "id", CAST(? AS TYPE OF COLUMN "patients"."name") AS "name", CAST(? AS TYPE OF COLUMN "patients"."email") AS "email", CAST(? AS TYPE OF COLUMN "patients"."ward") AS "ward" FROM RDB$DATABASE) s ON (t."email" = s."email") WHEN MATCHED THEN UPDATE SET "name" = s."name", "ward" = s."ward" WHEN NOT MATCHED THEN INSERT ("id", "name", "email", "ward") VALUES (s."id", s."name", s."email", s."ward") RETURNING t."id", t."name", t."email", t."ward";
