-- refused: indexed_text: oracle: `value` cannot be part of an index: a LOB cannot be in a key or an index (ORA-02327)
--   help: limit its length with `max_length`, or leave it out
-- refused: indexed_blob: oracle: `value` cannot be part of an index: a LOB cannot be in a key or an index (ORA-02327)
--   help: limit its length with `max_length`, or leave it out
-- refused: indexed_json: oracle: `value` cannot be part of an index: a LOB cannot be in a key or an index (ORA-02327)
--   help: limit its length with `max_length`, or leave it out
-- refused: lowered_text: oracle: an expression made of `value` cannot be part of an index: a LOB cannot be in a key or an index (ORA-02327)
--   help: limit its length with `max_length`, or leave the expression out
-- refused: unique_text: oracle: `value` cannot be part of a unique key: a LOB cannot be in a key or an index (ORA-02327)
--   help: limit its length with `max_length`, or leave it out
-- refused: keyed_text: oracle: `id` cannot be part of a primary key: a LOB cannot be in a key or an index (ORA-02327)
--   help: limit its length with `max_length`, or leave it out

-- create
CREATE TABLE "indexed_1000" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(1000 CHAR) NOT NULL,
    CONSTRAINT "pk_indexed_1000" PRIMARY KEY ("id")
);
CREATE INDEX "ix_indexed_1000_value" ON "indexed_1000" ("value");
CREATE TABLE "measured_text" (
    "id" NUMBER(19) NOT NULL,
    "value" CLOB NOT NULL,
    CONSTRAINT "pk_measured_text" PRIMARY KEY ("id")
);
CREATE INDEX "ix_measured_text_value" ON "measured_text" (LENGTH("value"));
CREATE TABLE "unique_255" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(255 CHAR) NOT NULL,
    CONSTRAINT "pk_unique_255" PRIMARY KEY ("id"),
    CONSTRAINT "uq_unique_255_value" UNIQUE ("value")
);
CREATE TABLE "unique_1000" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(1000 CHAR) NOT NULL,
    CONSTRAINT "pk_unique_1000" PRIMARY KEY ("id"),
    CONSTRAINT "uq_unique_1000_value" UNIQUE ("value")
);
CREATE TABLE "keyed_450" (
    "id" VARCHAR2(450 CHAR) NOT NULL,
    CONSTRAINT "pk_keyed_450" PRIMARY KEY ("id")
);
CREATE TABLE "keyed_451" (
    "id" VARCHAR2(451 CHAR) NOT NULL,
    CONSTRAINT "pk_keyed_451" PRIMARY KEY ("id")
);

-- drop
DROP TABLE "keyed_451";
DROP TABLE "keyed_450";
DROP TABLE "unique_1000";
DROP TABLE "unique_255";
DROP TABLE "measured_text";
DROP TABLE "indexed_1000";
