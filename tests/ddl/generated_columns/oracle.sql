-- create
CREATE TABLE "rooms" (
    "id" NUMBER(19) NOT NULL,
    "width" NUMBER(10) NOT NULL,
    "length" NUMBER(10) NOT NULL,
    "name" VARCHAR2(20 CHAR) NOT NULL,
    "area" NUMBER(10) GENERATED ALWAYS AS ("width" * "length") VIRTUAL NOT NULL,
    "loud_name" VARCHAR2(20 CHAR) GENERATED ALWAYS AS (UPPER("name")) VIRTUAL NOT NULL,
    CONSTRAINT "pk_rooms" PRIMARY KEY ("id")
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
