-- create
CREATE TABLE "rooms" (
    "id" bigint NOT NULL,
    "width" integer NOT NULL,
    "length" integer NOT NULL,
    "name" varchar(20) NOT NULL,
    "area" integer GENERATED ALWAYS AS ("width" * "length") STORED NOT NULL,
    "loud_name" varchar(20) GENERATED ALWAYS AS (UPPER("name")) STORED NOT NULL,
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
