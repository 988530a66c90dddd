-- paints: select
SELECT "id", "colour", "second", "volume", "batch" FROM "paints";

-- paints: count
SELECT COUNT(*) FROM "paints";

-- paints: find
SELECT "id", "colour", "second", "volume", "batch" FROM "paints" WHERE "id" = $1;

-- paints: exists
SELECT 1 FROM "paints" WHERE "id" = $1;

-- paints: insert
INSERT INTO "paints" ("colour", "second", "volume", "batch") VALUES ($1, $2, $3, $4) RETURNING "id";

-- paints: update
UPDATE "paints" SET "colour" = $1, "second" = $2, "volume" = $3, "batch" = $4 WHERE "id" = $5;

-- paints: delete
DELETE FROM "paints" WHERE "id" = $1;

-- paints: finder 1
SELECT "id", "colour", "second", "volume", "batch" FROM "paints" WHERE "batch" = $1;

-- paints: upsert by finder 1
INSERT INTO "paints" ("colour", "second", "volume", "batch") VALUES ($1, $2, $3, $4) ON CONFLICT ("batch") DO UPDATE SET "colour" = "excluded"."colour", "second" = "excluded"."second", "volume" = "excluded"."volume" RETURNING "id", "colour", "second", "volume", "batch";

-- patients: select
SELECT "id", "name", "email", "ward" FROM "patients";

-- patients: count
SELECT COUNT(*) FROM "patients";

-- patients: find
SELECT "id", "name", "email", "ward" FROM "patients" WHERE "id" = $1;

-- patients: exists
SELECT 1 FROM "patients" WHERE "id" = $1;

-- patients: insert
INSERT INTO "patients" ("id", "name", "email", "ward") VALUES ($1, $2, $3, $4);

-- patients: upsert
INSERT INTO "patients" ("id", "name", "email", "ward") VALUES ($1, $2, $3, $4) ON CONFLICT ("id") DO UPDATE SET "name" = "excluded"."name", "email" = "excluded"."email", "ward" = "excluded"."ward" RETURNING "id", "name", "email", "ward";

-- patients: update
UPDATE "patients" SET "name" = $1, "email" = $2, "ward" = $3 WHERE "id" = $4;

-- patients: delete
DELETE FROM "patients" WHERE "id" = $1;

-- patients: finder 1
SELECT "id", "name", "email", "ward" FROM "patients" WHERE "email" = $1;

-- patients: upsert by finder 1
INSERT INTO "patients" ("id", "name", "email", "ward") VALUES ($1, $2, $3, $4) ON CONFLICT ("email") DO UPDATE SET "name" = "excluded"."name", "ward" = "excluded"."ward" RETURNING "id", "name", "email", "ward";
