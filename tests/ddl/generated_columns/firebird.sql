-- create
CREATE TABLE "rooms" (
    "id" BIGINT NOT NULL,
    "width" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,
    "name" VARCHAR(20) CHARACTER SET UTF8 NOT NULL,
    "area" INTEGER GENERATED ALWAYS AS ("width" * "length"),
    "loud_name" VARCHAR(20) CHARACTER SET UTF8 GENERATED ALWAYS AS (UPPER("name")),
    CONSTRAINT "pk_rooms" PRIMARY KEY ("id"),
    CONSTRAINT "ck_rooms_area_not_null" CHECK (("width" * "length") IS NOT NULL),
    CONSTRAINT "ck_rooms_loud_name_not_null" CHECK ((UPPER("name")) IS NOT NULL)
);
COMMENT ON TABLE "rooms" IS 'Computed numbers and texts.';
COMMENT ON COLUMN "rooms"."id" IS 'The key.';
COMMENT ON COLUMN "rooms"."width" IS 'The width.';
COMMENT ON COLUMN "rooms"."length" IS 'The length.';
COMMENT ON COLUMN "rooms"."name" IS 'The name.';
COMMENT ON COLUMN "rooms"."area" IS 'Computed on each read.';
COMMENT ON COLUMN "rooms"."loud_name" IS 'Computed once and kept.';

-- drop
DROP TABLE "rooms";
