-- create
CREATE TABLE "addresses" (
    "id" INTEGER NOT NULL,
    "email" TEXT NOT NULL CONSTRAINT "ck_addresses_email" CHECK (length("email") <= 100),
    CONSTRAINT "pk_addresses" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_addresses_email" ON "addresses" ((LOWER("email")));
CREATE TABLE "boxes" (
    "id" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    CONSTRAINT "pk_boxes" PRIMARY KEY ("id")
) STRICT;
CREATE UNIQUE INDEX "ix_boxes_area" ON "boxes" (("width" * "height"));

-- drop
DROP TABLE "boxes";
DROP TABLE "addresses";
