-- create
CREATE TABLE "made" (
    "id" RAW(16) NOT NULL,
    "token" VARCHAR2(36 CHAR) NOT NULL,
    "instant" TIMESTAMP(6) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
    "perhaps" TIMESTAMP(6) WITH TIME ZONE DEFAULT SYSTIMESTAMP,
    CONSTRAINT "pk_made" PRIMARY KEY ("id")
);
COMMENT ON TABLE "made" IS 'The client makes these; the database makes the times for other writers.';
COMMENT ON COLUMN "made"."id" IS 'Made by the client.';
COMMENT ON COLUMN "made"."token" IS 'Made by the client, as a text.';
COMMENT ON COLUMN "made"."instant" IS 'Now.';
COMMENT ON COLUMN "made"."perhaps" IS 'Now, or nothing.';
CREATE TABLE "clocks" (
    "id" NUMBER(19) NOT NULL,
    "day" DATE DEFAULT TRUNC(CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE)) NOT NULL,
    "hour" INTERVAL DAY(0) TO SECOND(6) DEFAULT (SYS_EXTRACT_UTC(SYSTIMESTAMP) - CAST(TRUNC(SYS_EXTRACT_UTC(SYSTIMESTAMP)) AS TIMESTAMP)) NOT NULL,
    "local" TIMESTAMP(6) DEFAULT SYS_EXTRACT_UTC(SYSTIMESTAMP) NOT NULL,
    CONSTRAINT "pk_clocks" PRIMARY KEY ("id"),
    CONSTRAINT "ck_clocks_day" CHECK (TO_CHAR("day", 'HH24MISS') = '000000')
);
COMMENT ON TABLE "clocks" IS 'Times without a zone, which are in UTC: Firebird cannot make one as a default.';
COMMENT ON COLUMN "clocks"."id" IS 'The key.';
COMMENT ON COLUMN "clocks"."day" IS 'Today.';
COMMENT ON COLUMN "clocks"."hour" IS 'Now, without a date.';
COMMENT ON COLUMN "clocks"."local" IS 'Now, without a zone.';
CREATE TABLE "evaluated" (
    "id" NUMBER(19) NOT NULL,
    "number" NUMBER(10) DEFAULT (2 + 3) NOT NULL,
    "word" VARCHAR2(20 CHAR) DEFAULT (UPPER('it''s')) NOT NULL,
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
