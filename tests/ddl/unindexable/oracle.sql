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
CREATE TABLE "lowered_508" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(508 CHAR) NOT NULL,
    CONSTRAINT "pk_lowered_508" PRIMARY KEY ("id")
);
CREATE INDEX "ix_lowered_508_value" ON "lowered_508" (LOWER("value"));
CREATE TABLE "lowered_512" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(512 CHAR) NOT NULL,
    CONSTRAINT "pk_lowered_512" PRIMARY KEY ("id")
);
CREATE INDEX "ix_lowered_512_value" ON "lowered_512" (LOWER("value"));
CREATE TABLE "lowered_513" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(513 CHAR) NOT NULL,
    CONSTRAINT "pk_lowered_513" PRIMARY KEY ("id")
);
CREATE INDEX "ix_lowered_513_value" ON "lowered_513" (LOWER("value"));
CREATE TABLE "cut_2000" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(2000 CHAR) NOT NULL,
    CONSTRAINT "pk_cut_2000" PRIMARY KEY ("id")
);
CREATE INDEX "ix_cut_2000_value" ON "cut_2000" (SUBSTR("value", 1, 100));
CREATE TABLE "joined_300" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(300 CHAR) NOT NULL,
    CONSTRAINT "pk_joined_300" PRIMARY KEY ("id")
);
CREATE INDEX "ix_joined_300_value" ON "joined_300" ("value" || "value");
CREATE TABLE "other_300" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(300 CHAR) NOT NULL,
    CONSTRAINT "pk_other_300" PRIMARY KEY ("id")
);
CREATE INDEX "ix_other_300_value" ON "other_300" (COALESCE("value", 'none'));
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
DROP TABLE "other_300";
DROP TABLE "joined_300";
DROP TABLE "cut_2000";
DROP TABLE "lowered_513";
DROP TABLE "lowered_512";
DROP TABLE "lowered_508";
DROP TABLE "measured_text";
DROP TABLE "indexed_1000";
