-- boxes: select
SELECT "id", "width", "height", "area" FROM "boxes";

-- boxes: count
SELECT COUNT(*) FROM "boxes";

-- boxes: find
SELECT "id", "width", "height", "area" FROM "boxes" WHERE "id" = :1;

-- boxes: exists
SELECT 1 FROM "boxes" WHERE "id" = :1;

-- boxes: insert
INSERT INTO "boxes" ("id", "width", "height") VALUES (:1, :2, :3) RETURNING "area" INTO :4;

-- boxes: upsert
MERGE INTO "boxes" t USING (SELECT :1 AS "id", :2 AS "width", :3 AS "height" FROM DUAL) s ON (t."id" = s."id") WHEN MATCHED THEN UPDATE SET "width" = s."width", "height" = s."height" WHEN NOT MATCHED THEN INSERT ("id", "width", "height") VALUES (s."id", s."width", s."height");

-- boxes: update
UPDATE "boxes" SET "width" = :1, "height" = :2 WHERE "id" = :3;

-- boxes: delete
DELETE FROM "boxes" WHERE "id" = :1;

-- defaults: select
SELECT "id", "word", "number", "truth", "made_at" FROM "defaults";

-- defaults: count
SELECT COUNT(*) FROM "defaults";

-- defaults: find
SELECT "id", "word", "number", "truth", "made_at" FROM "defaults" WHERE "id" = :1;

-- defaults: exists
SELECT 1 FROM "defaults" WHERE "id" = :1;

-- defaults: insert
INSERT INTO "defaults" ("id", "word", "number", "truth", "made_at") VALUES (:1, :2, :3, :4, :5);

-- defaults: upsert
MERGE INTO "defaults" t USING (SELECT :1 AS "id", :2 AS "word", :3 AS "number", :4 AS "truth", :5 AS "made_at" FROM DUAL) s ON (t."id" = s."id") WHEN MATCHED THEN UPDATE SET "word" = s."word", "number" = s."number", "truth" = s."truth", "made_at" = s."made_at" WHEN NOT MATCHED THEN INSERT ("id", "word", "number", "truth", "made_at") VALUES (s."id", s."word", s."number", s."truth", s."made_at");

-- defaults: update
UPDATE "defaults" SET "word" = :1, "number" = :2, "truth" = :3, "made_at" = :4 WHERE "id" = :5;

-- defaults: delete
DELETE FROM "defaults" WHERE "id" = :1;

-- evaluated: select
SELECT "id", "computed", "price", "since" FROM "evaluated";

-- evaluated: count
SELECT COUNT(*) FROM "evaluated";

-- evaluated: find
SELECT "id", "computed", "price", "since" FROM "evaluated" WHERE "id" = :1;

-- evaluated: exists
SELECT 1 FROM "evaluated" WHERE "id" = :1;

-- evaluated: insert
INSERT INTO "evaluated" ("id", "computed", "price", "since") VALUES (:1, COALESCE(CAST(:2 AS NUMBER(10)), 2 + 3), COALESCE(CAST(:3 AS NUMBER(10, 2)), 2 + 3), COALESCE(CAST(:4 AS TIMESTAMP(6) WITH TIME ZONE), TIMESTAMP '2026-01-31 12:00:00 +00:00')) RETURNING "computed", "price", "since" INTO :5, :6, :7;

-- evaluated: upsert
MERGE INTO "evaluated" t USING (SELECT :1 AS "id", COALESCE(CAST(:2 AS NUMBER(10)), 2 + 3) AS "computed", COALESCE(CAST(:3 AS NUMBER(10, 2)), 2 + 3) AS "price", COALESCE(CAST(:4 AS TIMESTAMP(6) WITH TIME ZONE), TIMESTAMP '2026-01-31 12:00:00 +00:00') AS "since" FROM DUAL) s ON (t."id" = s."id") WHEN MATCHED THEN UPDATE SET "computed" = s."computed", "price" = s."price", "since" = s."since" WHEN NOT MATCHED THEN INSERT ("id", "computed", "price", "since") VALUES (s."id", s."computed", s."price", s."since");

-- evaluated: update
UPDATE "evaluated" SET "computed" = :1, "price" = :2, "since" = :3 WHERE "id" = :4;

-- evaluated: delete
DELETE FROM "evaluated" WHERE "id" = :1;
