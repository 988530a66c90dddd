-- create
CREATE TABLE "numbers" (
    "id" NUMBER(19) NOT NULL,
    "small" NUMBER(5) NOT NULL,
    "medium" NUMBER(10) NOT NULL,
    "large" NUMBER(19) NOT NULL,
    "truth" NUMBER(1) NOT NULL,
    "single" BINARY_FLOAT NOT NULL,
    "double" BINARY_DOUBLE NOT NULL,
    "money" NUMBER(18, 2) NOT NULL,
    "exact" NUMBER(28, 10) NOT NULL,
    CONSTRAINT "pk_numbers" PRIMARY KEY ("id"),
    CONSTRAINT "ck_numbers_truth" CHECK ("truth" IN (0, 1))
);
COMMENT ON TABLE "numbers" IS 'Numbers.';
COMMENT ON COLUMN "numbers"."id" IS 'The key.';
COMMENT ON COLUMN "numbers"."small" IS '16 bits.';
COMMENT ON COLUMN "numbers"."medium" IS '32 bits.';
COMMENT ON COLUMN "numbers"."large" IS '64 bits.';
COMMENT ON COLUMN "numbers"."truth" IS 'True or false.';
COMMENT ON COLUMN "numbers"."single" IS '32 bits of floating point.';
COMMENT ON COLUMN "numbers"."double" IS '64 bits of floating point.';
COMMENT ON COLUMN "numbers"."money" IS 'Money.';
COMMENT ON COLUMN "numbers"."exact" IS 'More digits than a 64-bit integer has.';
CREATE TABLE "strings" (
    "id" NUMBER(19) NOT NULL,
    "short" VARCHAR2(10 CHAR) NOT NULL,
    "long" CLOB NOT NULL,
    "short_bytes" RAW(16) NOT NULL,
    "long_bytes" BLOB NOT NULL,
    CONSTRAINT "pk_strings" PRIMARY KEY ("id")
);
COMMENT ON TABLE "strings" IS 'Texts and bytes.';
COMMENT ON COLUMN "strings"."id" IS 'The key.';
COMMENT ON COLUMN "strings"."short" IS 'A text of limited length.';
COMMENT ON COLUMN "strings"."long" IS 'A text without limit.';
COMMENT ON COLUMN "strings"."short_bytes" IS 'Bytes of limited length.';
COMMENT ON COLUMN "strings"."long_bytes" IS 'Bytes without limit.';
CREATE TABLE "moments" (
    "id" RAW(16) NOT NULL,
    "day" DATE NOT NULL,
    "hour" INTERVAL DAY(0) TO SECOND(6) NOT NULL,
    "local" TIMESTAMP(6) NOT NULL,
    "instant" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "document" CLOB NOT NULL,
    CONSTRAINT "pk_moments" PRIMARY KEY ("id"),
    CONSTRAINT "ck_moments_day" CHECK (TO_CHAR("day", 'HH24MISS') = '000000'),
    CONSTRAINT "ck_moments_document" CHECK ("document" IS JSON)
);
COMMENT ON TABLE "moments" IS 'Times, identifiers, documents.';
COMMENT ON COLUMN "moments"."id" IS 'The key.';
COMMENT ON COLUMN "moments"."day" IS 'A date.';
COMMENT ON COLUMN "moments"."hour" IS 'A time of day.';
COMMENT ON COLUMN "moments"."local" IS 'A date and a time of day.';
COMMENT ON COLUMN "moments"."instant" IS 'An instant.';
COMMENT ON COLUMN "moments"."document" IS 'A document.';
CREATE TABLE "optionals" (
    "id" NUMBER(19) NOT NULL,
    "small" NUMBER(5),
    "medium" NUMBER(10),
    "large" NUMBER(19),
    "truth" NUMBER(1),
    "single" BINARY_FLOAT,
    "double" BINARY_DOUBLE,
    "money" NUMBER(18, 2),
    "exact" NUMBER(28, 10),
    "short" VARCHAR2(10 CHAR),
    "long" CLOB,
    "short_bytes" RAW(16),
    "long_bytes" BLOB,
    "day" DATE,
    "hour" INTERVAL DAY(0) TO SECOND(6),
    "local" TIMESTAMP(6),
    "instant" TIMESTAMP(6) WITH TIME ZONE,
    "identity" RAW(16),
    "document" CLOB,
    CONSTRAINT "pk_optionals" PRIMARY KEY ("id"),
    CONSTRAINT "ck_optionals_truth" CHECK ("truth" IN (0, 1)),
    CONSTRAINT "ck_optionals_day" CHECK (TO_CHAR("day", 'HH24MISS') = '000000'),
    CONSTRAINT "ck_optionals_document" CHECK ("document" IS JSON)
);
COMMENT ON TABLE "optionals" IS 'Every column type, optional.';
COMMENT ON COLUMN "optionals"."id" IS 'The key.';
COMMENT ON COLUMN "optionals"."small" IS 'See [`Numbers`].';
COMMENT ON COLUMN "optionals"."medium" IS 'See [`Numbers`].';
COMMENT ON COLUMN "optionals"."large" IS 'See [`Numbers`].';
COMMENT ON COLUMN "optionals"."truth" IS 'See [`Numbers`].';
COMMENT ON COLUMN "optionals"."single" IS 'See [`Numbers`].';
COMMENT ON COLUMN "optionals"."double" IS 'See [`Numbers`].';
COMMENT ON COLUMN "optionals"."money" IS 'See [`Numbers`].';
COMMENT ON COLUMN "optionals"."exact" IS 'See [`Numbers`].';
COMMENT ON COLUMN "optionals"."short" IS 'See [`Strings`].';
COMMENT ON COLUMN "optionals"."long" IS 'See [`Strings`].';
COMMENT ON COLUMN "optionals"."short_bytes" IS 'See [`Strings`].';
COMMENT ON COLUMN "optionals"."long_bytes" IS 'See [`Strings`].';
COMMENT ON COLUMN "optionals"."day" IS 'See [`Moments`].';
COMMENT ON COLUMN "optionals"."hour" IS 'See [`Moments`].';
COMMENT ON COLUMN "optionals"."local" IS 'See [`Moments`].';
COMMENT ON COLUMN "optionals"."instant" IS 'See [`Moments`].';
COMMENT ON COLUMN "optionals"."identity" IS 'See [`Moments`].';
COMMENT ON COLUMN "optionals"."document" IS 'See [`Moments`].';

-- drop
DROP TABLE "optionals";
DROP TABLE "moments";
DROP TABLE "strings";
DROP TABLE "numbers";
