-- paints: select
SELECT "id", "colour", "second", "volume", "batch" FROM "paints";

-- paints: count
SELECT COUNT(*) FROM "paints";

-- paints: find
SELECT "id", "colour", "second", "volume", "batch" FROM "paints" WHERE "id" = :1;

-- paints: exists
SELECT 1 FROM "paints" WHERE "id" = :1;

-- paints: insert
INSERT INTO "paints" ("colour", "second", "volume", "batch") VALUES (:1, :2, :3, :4) RETURNING "id" INTO :5;

-- paints: update
UPDATE "paints" SET "colour" = :1, "second" = :2, "volume" = :3, "batch" = :4 WHERE "id" = :5;

-- paints: delete
DELETE FROM "paints" WHERE "id" = :1;

-- paints: finder 1
SELECT "id", "colour", "second", "volume", "batch" FROM "paints" WHERE "batch" = :1;

-- paints: upsert by finder 1
MERGE INTO "paints" t USING (SELECT :1 AS "colour", :2 AS "second", :3 AS "volume", :4 AS "batch" FROM DUAL) s ON (t."batch" = s."batch") WHEN MATCHED THEN UPDATE SET "colour" = s."colour", "second" = s."second", "volume" = s."volume" WHEN NOT MATCHED THEN INSERT ("colour", "second", "volume", "batch") VALUES (s."colour", s."second", s."volume", s."batch");

-- patients: select
SELECT "id", "name", "email", "ward" FROM "patients";

-- patients: count
SELECT COUNT(*) FROM "patients";

-- patients: find
SELECT "id", "name", "email", "ward" FROM "patients" WHERE "id" = :1;

-- patients: exists
SELECT 1 FROM "patients" WHERE "id" = :1;

-- patients: insert
INSERT INTO "patients" ("id", "name", "email", "ward") VALUES (:1, :2, :3, :4);

-- patients: upsert
MERGE INTO "patients" t USING (SELECT :1 AS "id", :2 AS "name", :3 AS "email", :4 AS "ward" FROM DUAL) s ON (t."id" = s."id") WHEN MATCHED THEN UPDATE SET "name" = s."name", "email" = s."email", "ward" = s."ward" WHEN NOT MATCHED THEN INSERT ("id", "name", "email", "ward") VALUES (s."id", s."name", s."email", s."ward");

-- patients: update
UPDATE "patients" SET "name" = :1, "email" = :2, "ward" = :3 WHERE "id" = :4;

-- patients: delete
DELETE FROM "patients" WHERE "id" = :1;

-- patients: finder 1
SELECT "id", "name", "email", "ward" FROM "patients" WHERE "email" = :1;

-- patients: upsert by finder 1
MERGE INTO "patients" t USING (SELECT :1 AS "id", :2 AS "name", :3 AS "email", :4 AS "ward" FROM DUAL) s ON (t."email" = s."email") WHEN MATCHED THEN UPDATE SET "name" = s."name", "ward" = s."ward" WHEN NOT MATCHED THEN INSERT ("id", "name", "email", "ward") VALUES (s."id", s."name", s."email", s."ward");
