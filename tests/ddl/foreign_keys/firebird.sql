-- create
CREATE TABLE "orders" (
    "country" VARCHAR(2) CHARACTER SET UTF8 NOT NULL,
    "number" INTEGER NOT NULL,
    CONSTRAINT "pk_orders" PRIMARY KEY ("country", "number")
);
COMMENT ON TABLE "orders" IS 'Has a key of two columns.';
COMMENT ON COLUMN "orders"."country" IS 'The first column of the key.';
COMMENT ON COLUMN "orders"."number" IS 'The second column of the key.';
CREATE TABLE "products" (
    "id" BIGINT NOT NULL,
    "code" VARCHAR(12) CHARACTER SET UTF8 NOT NULL,
    "part_of" BIGINT,
    CONSTRAINT "pk_products" PRIMARY KEY ("id"),
    CONSTRAINT "uq_products_code" UNIQUE ("code"),
    CONSTRAINT "fk_products_part_of" FOREIGN KEY ("part_of") REFERENCES "products" ("id")
);
CREATE INDEX "ix_products_part_of" ON "products" ("part_of");
COMMENT ON TABLE "products" IS 'Refers to itself.';
COMMENT ON COLUMN "products"."id" IS 'The key.';
COMMENT ON COLUMN "products"."code" IS 'Unique, and referred to.';
COMMENT ON COLUMN "products"."part_of" IS 'The product it is part of.';
CREATE TABLE "lines" (
    "id" BIGINT NOT NULL,
    "country" VARCHAR(2) CHARACTER SET UTF8 NOT NULL,
    "order_number" INTEGER NOT NULL,
    "product_code" VARCHAR(12) CHARACTER SET UTF8 NOT NULL,
    "replacement_id" BIGINT,
    CONSTRAINT "pk_lines" PRIMARY KEY ("id"),
    CONSTRAINT "fk_lines_country_order_number" FOREIGN KEY ("country", "order_number") REFERENCES "orders" ("country", "number") ON DELETE CASCADE,
    CONSTRAINT "fk_lines_product_code" FOREIGN KEY ("product_code") REFERENCES "products" ("code"),
    CONSTRAINT "fk_lines_replacement" FOREIGN KEY ("replacement_id") REFERENCES "products" ("id")
);
COMMENT ON TABLE "lines" IS 'A table that refers to one that is declared later.';
COMMENT ON COLUMN "lines"."id" IS 'The key.';
COMMENT ON COLUMN "lines"."country" IS 'The first column of the order''s key.';
COMMENT ON COLUMN "lines"."order_number" IS 'The second column of the order''s key.';
COMMENT ON COLUMN "lines"."product_code" IS 'By a unique column.';
COMMENT ON COLUMN "lines"."replacement_id" IS 'A second reference to the same table.';

-- drop
DROP TABLE "lines";
DROP TABLE "products";
DROP TABLE "orders";
