-- create
CREATE TABLE "numbers" (
    "id" INTEGER NOT NULL,
    "small" INTEGER NOT NULL,
    "medium" INTEGER NOT NULL,
    "large" INTEGER NOT NULL,
    "truth" INTEGER NOT NULL CONSTRAINT "ck_numbers_truth" CHECK ("truth" IN (0, 1)),
    "single" REAL NOT NULL,
    "double" REAL NOT NULL,
    "money" INTEGER NOT NULL CONSTRAINT "ck_numbers_money" CHECK ("money" BETWEEN -999999999999999999 AND 999999999999999999),
    "exact" TEXT NOT NULL,
    CONSTRAINT "pk_numbers" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "strings" (
    "id" INTEGER NOT NULL,
    "short" TEXT NOT NULL CONSTRAINT "ck_strings_short" CHECK (length("short") <= 10),
    "long" TEXT NOT NULL,
    "short_bytes" BLOB NOT NULL CONSTRAINT "ck_strings_short_bytes" CHECK (length("short_bytes") <= 16),
    "long_bytes" BLOB NOT NULL,
    CONSTRAINT "pk_strings" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "moments" (
    "id" BLOB NOT NULL CONSTRAINT "ck_moments_id" CHECK (length("id") = 16),
    "day" TEXT NOT NULL,
    "hour" TEXT NOT NULL,
    "local" TEXT NOT NULL,
    "instant" TEXT NOT NULL,
    "document" TEXT NOT NULL CONSTRAINT "ck_moments_document" CHECK (json_valid("document")),
    CONSTRAINT "pk_moments" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "optionals" (
    "id" INTEGER NOT NULL,
    "small" INTEGER,
    "medium" INTEGER,
    "large" INTEGER,
    "truth" INTEGER CONSTRAINT "ck_optionals_truth" CHECK ("truth" IN (0, 1)),
    "single" REAL,
    "double" REAL,
    "money" INTEGER CONSTRAINT "ck_optionals_money" CHECK ("money" BETWEEN -999999999999999999 AND 999999999999999999),
    "exact" TEXT,
    "short" TEXT CONSTRAINT "ck_optionals_short" CHECK (length("short") <= 10),
    "long" TEXT,
    "short_bytes" BLOB CONSTRAINT "ck_optionals_short_bytes" CHECK (length("short_bytes") <= 16),
    "long_bytes" BLOB,
    "day" TEXT,
    "hour" TEXT,
    "local" TEXT,
    "instant" TEXT,
    "identity" BLOB CONSTRAINT "ck_optionals_identity" CHECK (length("identity") = 16),
    "document" TEXT CONSTRAINT "ck_optionals_document" CHECK (json_valid("document")),
    CONSTRAINT "pk_optionals" PRIMARY KEY ("id")
) STRICT;

-- drop
DROP TABLE "optionals";
DROP TABLE "moments";
DROP TABLE "strings";
DROP TABLE "numbers";
