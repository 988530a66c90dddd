-- boxes: select
SELECT "id", "width", "height", "area" FROM "boxes";

-- boxes: count
SELECT COUNT(*) FROM "boxes";

-- boxes: find
SELECT "id", "width", "height", "area" FROM "boxes" WHERE "id" = $1;

-- boxes: exists
SELECT 1 FROM "boxes" WHERE "id" = $1;

-- boxes: insert
INSERT INTO "boxes" ("id", "width", "height") VALUES ($1, $2, $3) RETURNING "area";

-- boxes: upsert
INSERT INTO "boxes" ("id", "width", "height") VALUES ($1, $2, $3) ON CONFLICT ("id") DO UPDATE SET "width" = "excluded"."width", "height" = "excluded"."height" RETURNING "id", "width", "height", "area";

-- boxes: update
UPDATE "boxes" SET "width" = $1, "height" = $2 WHERE "id" = $3;

-- boxes: delete
DELETE FROM "boxes" WHERE "id" = $1;

-- defaults: select
SELECT "id", "word", "number", "truth", "made_at" FROM "defaults";

-- defaults: count
SELECT COUNT(*) FROM "defaults";

-- defaults: find
SELECT "id", "word", "number", "truth", "made_at" FROM "defaults" WHERE "id" = $1;

-- defaults: exists
SELECT 1 FROM "defaults" WHERE "id" = $1;

-- defaults: insert
INSERT INTO "defaults" ("id", "word", "number", "truth", "made_at") VALUES ($1, $2, $3, $4, $5);

-- defaults: upsert
INSERT INTO "defaults" ("id", "word", "number", "truth", "made_at") VALUES ($1, $2, $3, $4, $5) ON CONFLICT ("id") DO UPDATE SET "word" = "excluded"."word", "number" = "excluded"."number", "truth" = "excluded"."truth", "made_at" = "excluded"."made_at" RETURNING "id", "word", "number", "truth", "made_at";

-- defaults: update
UPDATE "defaults" SET "word" = $1, "number" = $2, "truth" = $3, "made_at" = $4 WHERE "id" = $5;

-- defaults: delete
DELETE FROM "defaults" WHERE "id" = $1;

-- evaluated: select
SELECT "id", "computed", "price", "since" FROM "evaluated";

-- evaluated: count
SELECT COUNT(*) FROM "evaluated";

-- evaluated: find
SELECT "id", "computed", "price", "since" FROM "evaluated" WHERE "id" = $1;

-- evaluated: exists
SELECT 1 FROM "evaluated" WHERE "id" = $1;

-- evaluated: insert
INSERT INTO "evaluated" ("id", "computed", "price", "since") VALUES ($1, COALESCE(CAST($2 AS integer), 2 + 3), COALESCE(CAST($3 AS numeric), 2 + 3), COALESCE(CAST($4 AS timestamp with time zone), TIMESTAMP WITH TIME ZONE '2026-01-31 12:00:00+00')) RETURNING "computed", "price", "since";

-- evaluated: upsert
INSERT INTO "evaluated" ("id", "computed", "price", "since") VALUES ($1, COALESCE(CAST($2 AS integer), 2 + 3), COALESCE(CAST($3 AS numeric), 2 + 3), COALESCE(CAST($4 AS timestamp with time zone), TIMESTAMP WITH TIME ZONE '2026-01-31 12:00:00+00')) ON CONFLICT ("id") DO UPDATE SET "computed" = "excluded"."computed", "price" = "excluded"."price", "since" = "excluded"."since" RETURNING "id", "computed", "price", "since";

-- evaluated: update
UPDATE "evaluated" SET "computed" = $1, "price" = $2, "since" = $3 WHERE "id" = $4;

-- evaluated: delete
DELETE FROM "evaluated" WHERE "id" = $1;
