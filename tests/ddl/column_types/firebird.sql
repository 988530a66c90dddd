-- create
CREATE TABLE "numbers" (
    "id" BIGINT NOT NULL,
    "small" SMALLINT NOT NULL,
    "medium" INTEGER NOT NULL,
    "large" BIGINT NOT NULL,
    "truth" BOOLEAN NOT NULL,
    "single" FLOAT NOT NULL,
    "double" DOUBLE PRECISION NOT NULL,
    "money" DECIMAL(18, 2) NOT NULL,
    "exact" DECIMAL(28, 10) NOT NULL,
    CONSTRAINT "pk_numbers" PRIMARY KEY ("id"),
    CONSTRAINT "ck_numbers_money" CHECK ("money" BETWEEN -9999999999999999.99 AND 9999999999999999.99),
    CONSTRAINT "ck_numbers_exact" CHECK ("exact" BETWEEN -999999999999999999.9999999999 AND 999999999999999999.9999999999)
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
    "id" BIGINT NOT NULL,
    "short" VARCHAR(10) CHARACTER SET UTF8 NOT NULL,
    "long" BLOB SUB_TYPE TEXT CHARACTER SET UTF8 NOT NULL,
    "short_bytes" VARBINARY(16) NOT NULL,
    "long_bytes" BLOB SUB_TYPE BINARY NOT NULL,
    CONSTRAINT "pk_strings" PRIMARY KEY ("id")
);
COMMENT ON TABLE "strings" IS 'Texts and bytes.';
COMMENT ON COLUMN "strings"."id" IS 'The key.';
COMMENT ON COLUMN "strings"."short" IS 'A text of limited length.';
COMMENT ON COLUMN "strings"."long" IS 'A text without limit.';
COMMENT ON COLUMN "strings"."short_bytes" IS 'Bytes of limited length.';
COMMENT ON COLUMN "strings"."long_bytes" IS 'Bytes without limit.';
CREATE TABLE "moments" (
    "id" BINARY(16) NOT NULL,
    "day" DATE NOT NULL,
    "hour" TIME NOT NULL,
    "local" TIMESTAMP NOT NULL,
    "instant" TIMESTAMP WITH TIME ZONE NOT NULL,
    "document" BLOB SUB_TYPE TEXT CHARACTER SET UTF8 NOT NULL,
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
    "id" BIGINT NOT NULL,
    "small" SMALLINT,
    "medium" INTEGER,
    "large" BIGINT,
    "truth" BOOLEAN,
    "single" FLOAT,
    "double" DOUBLE PRECISION,
    "money" DECIMAL(18, 2),
    "exact" DECIMAL(28, 10),
    "short" VARCHAR(10) CHARACTER SET UTF8,
    "long" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "short_bytes" VARBINARY(16),
    "long_bytes" BLOB SUB_TYPE BINARY,
    "day" DATE,
    "hour" TIME,
    "local" TIMESTAMP,
    "instant" TIMESTAMP WITH TIME ZONE,
    "identity" BINARY(16),
    "document" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    CONSTRAINT "pk_optionals" PRIMARY KEY ("id"),
    CONSTRAINT "ck_optionals_money" CHECK ("money" BETWEEN -9999999999999999.99 AND 9999999999999999.99),
    CONSTRAINT "ck_optionals_exact" CHECK ("exact" BETWEEN -999999999999999999.9999999999 AND 999999999999999999.9999999999)
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
