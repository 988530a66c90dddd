-- create
CREATE TABLE "addresses" (
    "id" NUMBER(19) NOT NULL,
    "email" VARCHAR2(100 CHAR) NOT NULL,
    CONSTRAINT "pk_addresses" PRIMARY KEY ("id")
);
CREATE INDEX "ix_addresses_email" ON "addresses" (LOWER("email"));
CREATE TABLE "boxes" (
    "id" NUMBER(19) NOT NULL,
    "width" NUMBER(19) NOT NULL,
    "height" NUMBER(19) NOT NULL,
    CONSTRAINT "pk_boxes" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ix_boxes_area" ON "boxes" ("width" * "height");

-- drop
DROP TABLE "boxes";
DROP TABLE "addresses";
