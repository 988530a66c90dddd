-- create
CREATE TABLE "order" (
    "select" bigint NOT NULL,
    "from" integer NOT NULL,
    "desc" integer NOT NULL,
    "table" integer NOT NULL,
    "timestamp" timestamp(6) with time zone NOT NULL,
    "value" integer NOT NULL,
    "Date" integer NOT NULL,
    "type" integer NOT NULL,
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
    "key" bigint NOT NULL,
    "update" bigint NOT NULL,
    CONSTRAINT "pk_group" PRIMARY KEY ("key"),
    CONSTRAINT "fk_group_update" FOREIGN KEY ("update") REFERENCES "order" ("select")
);
COMMENT ON TABLE "group" IS 'Named like a clause, and refers to one.';
COMMENT ON COLUMN "group"."key" IS 'Named like a key.';
COMMENT ON COLUMN "group"."update" IS 'Named like a statement.';

-- drop
DROP TABLE "group";
DROP TABLE "order";
