-- refused: empty_text: oracle: the default of `value` is an empty text, which is NULL here
--   help: use another text, or make the column an `Option`

-- create
CREATE TABLE "numbers" (
    "id" NUMBER(19) NOT NULL,
    "yes" NUMBER(1) DEFAULT 1 NOT NULL,
    "no" NUMBER(1) DEFAULT 0 NOT NULL,
    "smallest_i16" NUMBER(5) DEFAULT -32768 NOT NULL,
    "largest_i32" NUMBER(10) DEFAULT 2147483647 NOT NULL,
    "smallest_i64" NUMBER(19) DEFAULT -9223372036854775808 NOT NULL,
    "largest_i64" NUMBER(19) DEFAULT 9223372036854775807 NOT NULL,
    "half" BINARY_DOUBLE DEFAULT 0.5 NOT NULL,
    "small" BINARY_FLOAT DEFAULT -0.25 NOT NULL,
    "price" NUMBER(18, 2) DEFAULT -12.50 NOT NULL,
    "whole_price" NUMBER(18, 2) DEFAULT 7 NOT NULL,
    "exact" NUMBER(28, 10) DEFAULT 123456789012345678.0123456789 NOT NULL,
    CONSTRAINT "pk_numbers" PRIMARY KEY ("id"),
    CONSTRAINT "ck_numbers_yes" CHECK ("yes" IN (0, 1)),
    CONSTRAINT "ck_numbers_no" CHECK ("no" IN (0, 1))
);
CREATE TABLE "texts" (
    "id" NUMBER(19) NOT NULL,
    "plain" VARCHAR2(20 CHAR) DEFAULT 'routine' NOT NULL,
    "quotes" VARCHAR2(40 CHAR) DEFAULT 'O''Brien said "''" twice' NOT NULL,
    "backslash" VARCHAR2(20 CHAR) DEFAULT 'C:\new\table' NOT NULL,
    "lines" VARCHAR2(20 CHAR) DEFAULT 'one
two	tab' NOT NULL,
    "wide" VARCHAR2(20 CHAR) DEFAULT 'café 🐍 漢' NOT NULL,
    "not_sql" VARCHAR2(40 CHAR) DEFAULT '''); drop table numbers; --' NOT NULL,
    "unbounded" CLOB DEFAULT 'a text without a limit' NOT NULL,
    "colour" VARCHAR2(5 CHAR) DEFAULT 'it''s' NOT NULL,
    "document" CLOB DEFAULT '{"a": [1, "o''clock"]}' NOT NULL,
    CONSTRAINT "pk_texts" PRIMARY KEY ("id"),
    CONSTRAINT "ck_texts_colour" CHECK ("colour" IN ('it''s', '"b\c"')),
    CONSTRAINT "ck_texts_document" CHECK ("document" IS JSON)
);

-- drop
DROP TABLE "texts";
DROP TABLE "numbers";
