-- create
CREATE TABLE "made" (
    "id" uuid NOT NULL,
    "token" varchar(36) NOT NULL,
    "instant" timestamp(6) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "perhaps" timestamp(6) with time zone DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "pk_made" PRIMARY KEY ("id")
);
COMMENT ON TABLE "made" IS 'The client makes these; the database makes the times for other writers.';
COMMENT ON COLUMN "made"."id" IS 'Made by the client.';
COMMENT ON COLUMN "made"."token" IS 'Made by the client, as a text.';
COMMENT ON COLUMN "made"."instant" IS 'Now.';
COMMENT ON COLUMN "made"."perhaps" IS 'Now, or nothing.';
CREATE TABLE "clocks" (
    "id" bigint NOT NULL,
    "day" date DEFAULT CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS date) NOT NULL,
    "hour" time(6) DEFAULT CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS time) NOT NULL,
    "local" timestamp(6) DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC') NOT NULL,
    CONSTRAINT "pk_clocks" PRIMARY KEY ("id")
);
COMMENT ON TABLE "clocks" IS 'Times without a zone, which are in UTC: Firebird cannot make one as a default.';
COMMENT ON COLUMN "clocks"."id" IS 'The key.';
COMMENT ON COLUMN "clocks"."day" IS 'Today.';
COMMENT ON COLUMN "clocks"."hour" IS 'Now, without a date.';
COMMENT ON COLUMN "clocks"."local" IS 'Now, without a zone.';
CREATE TABLE "evaluated" (
    "id" bigint NOT NULL,
    "number" integer DEFAULT (2 + 3) NOT NULL,
    "word" varchar(20) DEFAULT (UPPER('it''s')) NOT NULL,
    CONSTRAINT "pk_evaluated" PRIMARY KEY ("id")
);
COMMENT ON TABLE "evaluated" IS 'The database evaluates these for each row.';
COMMENT ON COLUMN "evaluated"."id" IS 'The key.';
COMMENT ON COLUMN "evaluated"."number" IS 'A number.';
COMMENT ON COLUMN "evaluated"."word" IS 'A text.';

-- drop
DROP TABLE "evaluated";
DROP TABLE "clocks";
DROP TABLE "made";
