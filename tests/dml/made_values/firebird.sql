-- boxes: select
SELECT "id", "width", "height", "area" FROM "boxes";

-- boxes: count
SELECT COUNT(*) FROM "boxes";

-- boxes: find
SELECT "id", "width", "height", "area" FROM "boxes" WHERE "id" = ?;

-- boxes: exists
SELECT 1 FROM "boxes" WHERE "id" = ?;

-- boxes: insert
INSERT INTO "boxes" ("id", "width", "height") VALUES (?, ?, ?) RETURNING "area";

-- boxes: upsert
UPDATE OR INSERT INTO "boxes" ("id", "width", "height") VALUES (?, ?, ?) MATCHING ("id") RETURNING "id", "width", "height", "area";

-- boxes: update
UPDATE "boxes" SET "width" = ?, "height" = ? WHERE "id" = ?;

-- boxes: delete
DELETE FROM "boxes" WHERE "id" = ?;

-- defaults: select
SELECT "id", "word", "number", "truth", "made_at" FROM "defaults";

-- defaults: count
SELECT COUNT(*) FROM "defaults";

-- defaults: find
SELECT "id", "word", "number", "truth", "made_at" FROM "defaults" WHERE "id" = ?;

-- defaults: exists
SELECT 1 FROM "defaults" WHERE "id" = ?;

-- defaults: insert
INSERT INTO "defaults" ("id", "word", "number", "truth", "made_at") VALUES (?, ?, ?, ?, ?);

-- defaults: upsert
UPDATE OR INSERT INTO "defaults" ("id", "word", "number", "truth", "made_at") VALUES (?, ?, ?, ?, ?) MATCHING ("id") RETURNING "id", "word", "number", "truth", "made_at";

-- defaults: update
UPDATE "defaults" SET "word" = ?, "number" = ?, "truth" = ?, "made_at" = ? WHERE "id" = ?;

-- defaults: delete
DELETE FROM "defaults" WHERE "id" = ?;
