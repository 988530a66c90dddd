-- create
CREATE TABLE "order" (
    "select" INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "desc" INTEGER NOT NULL,
    "table" INTEGER NOT NULL,
    "timestamp" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "Date" INTEGER NOT NULL,
    "type" INTEGER NOT NULL,
    CONSTRAINT "pk_order" PRIMARY KEY ("select"),
    CONSTRAINT "uq_order_table" UNIQUE ("table"),
    CONSTRAINT "ck_order_1" CHECK ("value" > 0)
) STRICT;
CREATE INDEX "ix_order_desc_from" ON "order" ("desc", "from");
CREATE TABLE "group" (
    "key" INTEGER NOT NULL,
    "update" INTEGER NOT NULL,
    CONSTRAINT "pk_group" PRIMARY KEY ("key"),
    CONSTRAINT "fk_group_update" FOREIGN KEY ("update") REFERENCES "order" ("select")
) STRICT;

-- drop
DROP TABLE "group";
DROP TABLE "order";
