-- refused: pairs: firebird: index `ix_pairs` cannot hold `small` and something else: Firebird has a computed column as the one part of an index only
--   help: make two indexes

-- create
CREATE TABLE "rooms" (
    "id" BIGINT NOT NULL,
    "width" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,
    "name" VARCHAR(20) CHARACTER SET UTF8 NOT NULL,
    "area" INTEGER GENERATED ALWAYS AS ("width" * "length"),
    "loud_name" VARCHAR(20) CHARACTER SET UTF8 GENERATED ALWAYS AS (UPPER("name")),
    CONSTRAINT "pk_rooms" PRIMARY KEY ("id"),
    CONSTRAINT "ck_rooms_area" CHECK (("width" * "length") BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT "ck_rooms_area_not_null" CHECK (("width" * "length") IS NOT NULL),
    CONSTRAINT "ck_rooms_loud_name" CHECK (CHAR_LENGTH((UPPER("name"))) <= 20),
    CONSTRAINT "ck_rooms_loud_name_not_null" CHECK ((UPPER("name")) IS NOT NULL),
    CONSTRAINT "ck_rooms_1" CHECK ("area" > 0 AND "length" < 1000)
);
CREATE UNIQUE INDEX "uq_rooms_loud_name" ON "rooms" COMPUTED BY ("loud_name");
CREATE DESCENDING INDEX "ix_rooms_area" ON "rooms" COMPUTED BY ("area");
COMMENT ON TABLE "rooms" IS 'Computed numbers and texts, one of them unique and one in an index and a check.';
COMMENT ON COLUMN "rooms"."id" IS 'The key.';
COMMENT ON COLUMN "rooms"."width" IS 'The width.';
COMMENT ON COLUMN "rooms"."length" IS 'The length.';
COMMENT ON COLUMN "rooms"."name" IS 'The name.';
COMMENT ON COLUMN "rooms"."area" IS 'Computed on each read.';
COMMENT ON COLUMN "rooms"."loud_name" IS 'Computed once and kept.';
CREATE TABLE "names" (
    "id" BIGINT NOT NULL,
    "first" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "shown" BLOB SUB_TYPE TEXT CHARACTER SET UTF8 GENERATED ALWAYS AS ("first" || '!'),
    CONSTRAINT "pk_names" PRIMARY KEY ("id"),
    CONSTRAINT "ck_names_shown_not_null" CHECK (("first" || '!') IS NOT NULL)
);
CREATE TABLE "tags" (
    "id" BIGINT NOT NULL,
    "name" VARCHAR(50) CHARACTER SET UTF8,
    "key" VARCHAR(50) CHARACTER SET UTF8 GENERATED ALWAYS AS (LOWER("name")),
    CONSTRAINT "pk_tags" PRIMARY KEY ("id"),
    CONSTRAINT "ck_tags_key" CHECK (CHAR_LENGTH((LOWER("name"))) <= 50)
);
CREATE UNIQUE INDEX "uq_tags_key" ON "tags" COMPUTED BY ("key");

-- drop
DROP TABLE "tags";
DROP TABLE "names";
DROP TABLE "rooms";
