-- create
CREATE TABLE "numbers" (
    "id" bigint NOT NULL,
    "small" smallint NOT NULL,
    "medium" integer NOT NULL,
    "large" bigint NOT NULL,
    "truth" boolean NOT NULL,
    "single" real NOT NULL,
    "double" double precision NOT NULL,
    "money" numeric(18, 2) NOT NULL,
    "exact" numeric(28, 10) NOT NULL,
    CONSTRAINT "pk_numbers" PRIMARY KEY ("id")
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
    "id" bigint NOT NULL,
    "short" varchar(10) NOT NULL,
    "long" text NOT NULL,
    "short_bytes" bytea NOT NULL,
    "long_bytes" bytea NOT NULL,
    CONSTRAINT "pk_strings" PRIMARY KEY ("id"),
    CONSTRAINT "ck_strings_short_bytes" CHECK (octet_length("short_bytes") <= 16)
);
COMMENT ON TABLE "strings" IS 'Texts and bytes.';
COMMENT ON COLUMN "strings"."id" IS 'The key.';
COMMENT ON COLUMN "strings"."short" IS 'A text of limited length.';
COMMENT ON COLUMN "strings"."long" IS 'A text without limit.';
COMMENT ON COLUMN "strings"."short_bytes" IS 'Bytes of limited length.';
COMMENT ON COLUMN "strings"."long_bytes" IS 'Bytes without limit.';
CREATE TABLE "moments" (
    "id" uuid NOT NULL,
    "day" date NOT NULL,
    "hour" time(6) NOT NULL,
    "local" timestamp(6) NOT NULL,
    "instant" timestamp(6) with time zone NOT NULL,
    "document" jsonb NOT NULL,
    CONSTRAINT "pk_moments" PRIMARY KEY ("id")
);
COMMENT ON TABLE "moments" IS 'Times, identifiers, documents.';
COMMENT ON COLUMN "moments"."id" IS 'The key.';
COMMENT ON COLUMN "moments"."day" IS 'A date.';
COMMENT ON COLUMN "moments"."hour" IS 'A time of day.';
COMMENT ON COLUMN "moments"."local" IS 'A date and a time of day.';
COMMENT ON COLUMN "moments"."instant" IS 'An instant.';
COMMENT ON COLUMN "moments"."document" IS 'A document.';
CREATE TABLE "optionals" (
    "id" bigint NOT NULL,
    "small" smallint,
    "medium" integer,
    "large" bigint,
    "truth" boolean,
    "single" real,
    "double" double precision,
    "money" numeric(18, 2),
    "exact" numeric(28, 10),
    "short" varchar(10),
    "long" text,
    "short_bytes" bytea,
    "long_bytes" bytea,
    "day" date,
    "hour" time(6),
    "local" timestamp(6),
    "instant" timestamp(6) with time zone,
    "identity" uuid,
    "document" jsonb,
    CONSTRAINT "pk_optionals" PRIMARY KEY ("id"),
    CONSTRAINT "ck_optionals_short_bytes" CHECK (octet_length("short_bytes") <= 16)
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
