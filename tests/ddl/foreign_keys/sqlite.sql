-- create
CREATE TABLE "orders" (
    "country" TEXT NOT NULL CONSTRAINT "ck_orders_country" CHECK (length("country") <= 2),
    "number" INTEGER NOT NULL,
    CONSTRAINT "pk_orders" PRIMARY KEY ("country", "number")
) STRICT;
CREATE TABLE "products" (
    "id" INTEGER NOT NULL,
    "code" TEXT NOT NULL CONSTRAINT "ck_products_code" CHECK (length("code") <= 12),
    "part_of" INTEGER,
    CONSTRAINT "pk_products" PRIMARY KEY ("id"),
    CONSTRAINT "uq_products_code" UNIQUE ("code"),
    CONSTRAINT "fk_products_part_of" FOREIGN KEY ("part_of") REFERENCES "products" ("id")
) STRICT;
CREATE INDEX "ix_products_part_of" ON "products" ("part_of");
CREATE TABLE "lines" (
    "id" INTEGER NOT NULL,
    "country" TEXT NOT NULL CONSTRAINT "ck_lines_country" CHECK (length("country") <= 2),
    "order_number" INTEGER NOT NULL,
    "product_code" TEXT NOT NULL CONSTRAINT "ck_lines_product_code" CHECK (length("product_code") <= 12),
    "replacement_id" INTEGER,
    CONSTRAINT "pk_lines" PRIMARY KEY ("id"),
    CONSTRAINT "fk_lines_country_order_number" FOREIGN KEY ("country", "order_number") REFERENCES "orders" ("country", "number") ON DELETE CASCADE,
    CONSTRAINT "fk_lines_product_code" FOREIGN KEY ("product_code") REFERENCES "products" ("code"),
    CONSTRAINT "fk_lines_replacement" FOREIGN KEY ("replacement_id") REFERENCES "products" ("id")
) STRICT;

-- drop
DROP TABLE "lines";
DROP TABLE "products";
DROP TABLE "orders";
