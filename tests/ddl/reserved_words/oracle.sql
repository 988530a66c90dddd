-- create
CREATE TABLE "order" (
    "select" NUMBER(19) NOT NULL,
    "from" NUMBER(10) NOT NULL,
    "desc" NUMBER(10) NOT NULL,
    "table" NUMBER(10) NOT NULL,
    "timestamp" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    "value" NUMBER(10) NOT NULL,
    "Date" NUMBER(10) NOT NULL,
    "type" NUMBER(10) NOT NULL,
    CONSTRAINT "pk_order" PRIMARY KEY ("select"),
    CONSTRAINT "uq_order_table" UNIQUE ("table"),
    CONSTRAINT "ck_order_1" CHECK ("value" > 0)
);
CREATE INDEX "ix_order_desc_from" ON "order" ("desc", "from");
COMMENT ON TABLE "order" IS 'Named like a clause.';
COMMENT ON COLUMN "order"."select" IS 'Named like a clause.';
COMMENT ON COLUMN "order"."from" IS 'Named like a clause.';
COMMENT ON COLUMN "order"."desc" IS 'Named like a direction.';
COMMENT ON COLUMN "order"."table" IS 'Named like a thing.';
COMMENT ON COLUMN "order"."timestamp" IS 'Named like a type.';
COMMENT ON COLUMN "order"."value" IS 'Named like a function.';
COMMENT ON COLUMN "order"."Date" IS 'Named like a type, in another case.';
COMMENT ON COLUMN "order"."type" IS 'Named like a word of Rust.';
CREATE TABLE "group" (
    "key" NUMBER(19) NOT NULL,
    "update" NUMBER(19) NOT NULL,
    CONSTRAINT "pk_group" PRIMARY KEY ("key"),
    CONSTRAINT "fk_group_update" FOREIGN KEY ("update") REFERENCES "order" ("select")
);
COMMENT ON TABLE "group" IS 'Named like a clause, and refers to one.';
COMMENT ON COLUMN "group"."key" IS 'Named like a key.';
COMMENT ON COLUMN "group"."update" IS 'Named like a statement.';

-- drop
DROP TABLE "group";
DROP TABLE "order";
