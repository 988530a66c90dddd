-- refused: indexed_text: firebird: `value` cannot be part of an index: a BLOB cannot be in a key or an index
--   help: limit its length with `max_length`, or leave it out
-- refused: indexed_1000: firebird: an index can have at most 2035 bytes, and this one can have 4000
--   help: shorten its columns with `max_length`, or leave some out
-- refused: indexed_blob: firebird: `value` cannot be part of an index: a BLOB cannot be in a key or an index
--   help: limit its length with `max_length`, or leave it out
-- refused: indexed_json: firebird: `value` cannot be part of an index: a BLOB cannot be in a key or an index
--   help: limit its length with `max_length`, or leave it out
-- refused: lowered_text: firebird: an expression made of `value` cannot be part of an index: a BLOB cannot be in a key or an index
--   help: limit its length with `max_length`, or leave the expression out
-- refused: lowered_512: firebird: an index can have at most 2035 bytes, and this one can have 2048
--   help: shorten its columns with `max_length`, or leave some out
-- refused: lowered_513: firebird: an index can have at most 2035 bytes, and this one can have 2052
--   help: shorten its columns with `max_length`, or leave some out
-- refused: joined_300: firebird: an index can have at most 2035 bytes, and this one can have 2400
--   help: shorten its columns with `max_length`, or leave some out
-- refused: unique_text: firebird: `value` cannot be part of a unique key: a BLOB cannot be in a key or an index
--   help: limit its length with `max_length`, or leave it out
-- refused: unique_1000: firebird: a unique key can have at most 2035 bytes, and this one can have 4000
--   help: shorten its columns with `max_length`, or leave some out
-- refused: keyed_text: firebird: `id` cannot be part of a primary key: a BLOB cannot be in a key or an index
--   help: limit its length with `max_length`, or leave it out

-- create
CREATE TABLE "measured_text" (
    "id" BIGINT NOT NULL,
    "value" BLOB SUB_TYPE TEXT CHARACTER SET UTF8 NOT NULL,
    CONSTRAINT "pk_measured_text" PRIMARY KEY ("id")
);
CREATE INDEX "ix_measured_text_value" ON "measured_text" COMPUTED BY (CHAR_LENGTH("value"));
CREATE TABLE "lowered_508" (
    "id" BIGINT NOT NULL,
    "value" VARCHAR(508) CHARACTER SET UTF8 NOT NULL,
    CONSTRAINT "pk_lowered_508" PRIMARY KEY ("id")
);
CREATE INDEX "ix_lowered_508_value" ON "lowered_508" COMPUTED BY (LOWER("value"));
CREATE TABLE "cut_2000" (
    "id" BIGINT NOT NULL,
    "value" VARCHAR(2000) CHARACTER SET UTF8 NOT NULL,
    CONSTRAINT "pk_cut_2000" PRIMARY KEY ("id")
);
CREATE INDEX "ix_cut_2000_value" ON "cut_2000" COMPUTED BY (SUBSTRING("value" FROM 1 FOR 100));
CREATE TABLE "other_300" (
    "id" BIGINT NOT NULL,
    "value" VARCHAR(300) CHARACTER SET UTF8 NOT NULL,
    CONSTRAINT "pk_other_300" PRIMARY KEY ("id")
);
CREATE INDEX "ix_other_300_value" ON "other_300" COMPUTED BY (COALESCE("value", 'none'));
CREATE TABLE "unique_255" (
    "id" BIGINT NOT NULL,
    "value" VARCHAR(255) CHARACTER SET UTF8 NOT NULL,
    CONSTRAINT "pk_unique_255" PRIMARY KEY ("id"),
    CONSTRAINT "uq_unique_255_value" UNIQUE ("value")
);
CREATE TABLE "keyed_450" (
    "id" VARCHAR(450) CHARACTER SET UTF8 NOT NULL,
    CONSTRAINT "pk_keyed_450" PRIMARY KEY ("id")
);
CREATE TABLE "keyed_451" (
    "id" VARCHAR(451) CHARACTER SET UTF8 NOT NULL,
    CONSTRAINT "pk_keyed_451" PRIMARY KEY ("id")
);

-- drop
DROP TABLE "keyed_451";
DROP TABLE "keyed_450";
DROP TABLE "unique_255";
DROP TABLE "other_300";
DROP TABLE "cut_2000";
DROP TABLE "lowered_508";
DROP TABLE "measured_text";
