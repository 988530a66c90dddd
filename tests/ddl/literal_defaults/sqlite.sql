-- create
CREATE TABLE "numbers" (
    "id" INTEGER NOT NULL,
    "yes" INTEGER DEFAULT 1 NOT NULL CONSTRAINT "ck_numbers_yes" CHECK ("yes" IN (0, 1)),
    "no" INTEGER DEFAULT 0 NOT NULL CONSTRAINT "ck_numbers_no" CHECK ("no" IN (0, 1)),
    "smallest_i16" INTEGER DEFAULT -32768 NOT NULL,
    "largest_i32" INTEGER DEFAULT 2147483647 NOT NULL,
    "smallest_i64" INTEGER DEFAULT -9223372036854775808 NOT NULL,
    "largest_i64" INTEGER DEFAULT 9223372036854775807 NOT NULL,
    "half" REAL DEFAULT 0.5 NOT NULL,
    "small" REAL DEFAULT -0.25 NOT NULL,
    "price" INTEGER DEFAULT -1250 NOT NULL CONSTRAINT "ck_numbers_price" CHECK ("price" BETWEEN -999999999999999999 AND 999999999999999999),
    "whole_price" INTEGER DEFAULT 700 NOT NULL CONSTRAINT "ck_numbers_whole_price" CHECK ("whole_price" BETWEEN -999999999999999999 AND 999999999999999999),
    "exact" TEXT DEFAULT '123456789012345678.0123456789' NOT NULL,
    CONSTRAINT "pk_numbers" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "texts" (
    "id" INTEGER NOT NULL,
    "plain" TEXT DEFAULT 'routine' NOT NULL CONSTRAINT "ck_texts_plain" CHECK (length("plain") <= 20),
    "quotes" TEXT DEFAULT 'O''Brien said "''" twice' NOT NULL CONSTRAINT "ck_texts_quotes" CHECK (length("quotes") <= 40),
    "backslash" TEXT DEFAULT 'C:\new\table' NOT NULL CONSTRAINT "ck_texts_backslash" CHECK (length("backslash") <= 20),
    "lines" TEXT DEFAULT 'one
two	tab' NOT NULL CONSTRAINT "ck_texts_lines" CHECK (length("lines") <= 20),
    "wide" TEXT DEFAULT 'café 🐍 漢' NOT NULL CONSTRAINT "ck_texts_wide" CHECK (length("wide") <= 20),
    "not_sql" TEXT DEFAULT '''); drop table numbers; --' NOT NULL CONSTRAINT "ck_texts_not_sql" CHECK (length("not_sql") <= 40),
    "unbounded" TEXT DEFAULT 'a text without a limit' NOT NULL,
    "colour" TEXT DEFAULT 'it''s' NOT NULL CONSTRAINT "ck_texts_colour" CHECK ("colour" IN ('it''s', '"b\c"')),
    "document" TEXT DEFAULT '{"a": [1, "o''clock"]}' NOT NULL CONSTRAINT "ck_texts_document" CHECK (json_valid("document")),
    CONSTRAINT "pk_texts" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "empty_text" (
    "id" INTEGER NOT NULL,
    "value" TEXT DEFAULT '' NOT NULL CONSTRAINT "ck_empty_text_value" CHECK (length("value") <= 20),
    CONSTRAINT "pk_empty_text" PRIMARY KEY ("id")
) STRICT;

-- drop
DROP TABLE "empty_text";
DROP TABLE "texts";
DROP TABLE "numbers";
