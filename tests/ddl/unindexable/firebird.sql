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
DROP TABLE "measured_text";
