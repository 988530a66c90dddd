-- refused: names: oracle: `shown` cannot be computed: Oracle keeps it in a LOB, which no virtual column can be
--   help: limit its length with `max_length`

-- create
CREATE TABLE "rooms" (
    "id" NUMBER(19) NOT NULL,
    "width" NUMBER(10) NOT NULL,
    "length" NUMBER(10) NOT NULL,
    "name" VARCHAR2(20 CHAR) NOT NULL,
    "area" NUMBER(10) GENERATED ALWAYS AS ("width" * "length") VIRTUAL NOT NULL,
    "loud_name" VARCHAR2(20 CHAR) GENERATED ALWAYS AS (UPPER("name")) VIRTUAL NOT NULL,
    CONSTRAINT "pk_rooms" PRIMARY KEY ("id"),
    CONSTRAINT "uq_rooms_loud_name" UNIQUE ("loud_name"),
    CONSTRAINT "ck_rooms_1" CHECK ("area" > 0 AND "length" < 1000)
);
CREATE INDEX "ix_rooms_area" ON "rooms" ("area" DESC);
COMMENT ON TABLE "rooms" IS 'Computed numbers and texts, one of them unique and one in an index and a check.';
COMMENT ON COLUMN "rooms"."id" IS 'The key.';
COMMENT ON COLUMN "rooms"."width" IS 'The width.';
COMMENT ON COLUMN "rooms"."length" IS 'The length.';
COMMENT ON COLUMN "rooms"."name" IS 'The name.';
COMMENT ON COLUMN "rooms"."area" IS 'Computed on each read.';
COMMENT ON COLUMN "rooms"."loud_name" IS 'Computed once and kept.';
CREATE TABLE "pairs" (
    "id" NUMBER(19) NOT NULL,
    "first" VARCHAR2(50 CHAR) NOT NULL,
    "small" VARCHAR2(50 CHAR) GENERATED ALWAYS AS (LOWER("first")) VIRTUAL,
    CONSTRAINT "pk_pairs" PRIMARY KEY ("id")
);
CREATE INDEX "ix_pairs" ON "pairs" ("small", "id");
CREATE TABLE "tags" (
    "id" NUMBER(19) NOT NULL,
    "name" VARCHAR2(50 CHAR),
    "key" VARCHAR2(50 CHAR) GENERATED ALWAYS AS (LOWER("name")) VIRTUAL,
    CONSTRAINT "pk_tags" PRIMARY KEY ("id"),
    CONSTRAINT "uq_tags_key" UNIQUE ("key")
);

-- drop
DROP TABLE "tags";
DROP TABLE "pairs";
DROP TABLE "rooms";
