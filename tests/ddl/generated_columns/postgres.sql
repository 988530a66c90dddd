-- create
CREATE TABLE "rooms" (
    "id" bigint NOT NULL,
    "width" integer NOT NULL,
    "length" integer NOT NULL,
    "name" varchar(20) NOT NULL,
    "area" integer GENERATED ALWAYS AS (CAST("width" AS bigint) * "length") STORED NOT NULL,
    "loud_name" varchar(20) GENERATED ALWAYS AS (UPPER("name")) STORED NOT NULL,
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
CREATE TABLE "names" (
    "id" bigint NOT NULL,
    "first" varchar(50) NOT NULL,
    "shown" text GENERATED ALWAYS AS ("first" || '!') STORED NOT NULL,
    CONSTRAINT "pk_names" PRIMARY KEY ("id")
);
CREATE TABLE "pairs" (
    "id" bigint NOT NULL,
    "first" varchar(50) NOT NULL,
    "small" varchar(50) GENERATED ALWAYS AS (LOWER("first")) STORED,
    CONSTRAINT "pk_pairs" PRIMARY KEY ("id")
);
CREATE INDEX "ix_pairs" ON "pairs" ("small", "id");
CREATE TABLE "tags" (
    "id" bigint NOT NULL,
    "name" varchar(50),
    "key" varchar(50) GENERATED ALWAYS AS (LOWER("name")) STORED,
    CONSTRAINT "pk_tags" PRIMARY KEY ("id"),
    CONSTRAINT "uq_tags_key" UNIQUE ("key")
);

-- drop
DROP TABLE "tags";
DROP TABLE "pairs";
DROP TABLE "names";
DROP TABLE "rooms";
